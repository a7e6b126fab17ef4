package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import lossctl.catalog.Catalog;
import lossctl.loss.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {
    /** What bash offers for a line, a word a line of output; the last argument is what the cursor stands in. */
    private static final String ASK = """
            ask() {
                COMP_WORDS=("$@")
                COMP_CWORD=$(($# - 1))
                _lossctl
                printf '%s\\n' "${COMPREPLY[@]}"
            }
            """;

    @TempDir
    Path folder;

    @Test
    void commandsAndLossesComeFirst() throws Exception {
        Set<String> all = new TreeSet<>(Commands.words());
        all.addAll(Catalog.names());
        all.addAll(List.of("--help", "--version"));
        assertEquals(all, offered("ask lossctl ''"));
        assertEquals(Set.of("huber"), offered("ask lossctl hub"));
    }

    @Test
    void everyLossOffersAllItsOptions() throws Exception {
        StringBuilder script = new StringBuilder();
        for (String name : Catalog.names()) {
            script.append("echo '")
                    .append(name)
                    .append(" '$(ask lossctl ")
                    .append(name)
                    .append(" -)\n");
        }
        List<String> lines = bash(script.toString());
        assertEquals(Catalog.names().size(), lines.size());
        for (int i = 0; i < lines.size(); i++) {
            Spec spec = Catalog.find(Catalog.names().get(i));
            assertEquals(
                    names(new LossCommand(spec.name(), spec).options()),
                    new TreeSet<>(List.of(lines.get(i).split(" "))
                            .subList(1, lines.get(i).split(" ").length)),
                    spec.name());
        }
    }

    @Test
    void everyCommandOffersItsOptions() throws Exception {
        for (String word : Commands.words()) {
            assertEquals(names(Commands.reserved(word).allOptions()), offered("ask lossctl " + word + " -"), word);
        }
    }

    private static Set<String> names(List<Option> options) {
        Set<String> names = new TreeSet<>();
        options.forEach(option -> names.addAll(option.names()));
        return names;
    }

    @Test
    void explainOffersTheOptionsOfItsLoss() throws Exception {
        assertEquals(Set.of("huber"), offered("ask lossctl explain hub"));
        assertEquals(Set.of("--delta", "--delimiter"), offered("ask lossctl explain huber --del"));
        assertEquals(Set.of("--delimiter"), offered("ask lossctl explain mse --del"));
    }

    @Test
    void plotOffersPicturesBesideLosses() throws Exception {
        assertEquals(Set.of("residuals"), offered("ask lossctl plot resid"));
        assertEquals(Set.of("huber"), offered("ask lossctl plot hub"));
    }

    @Test
    void anOptionOffersItsWords() throws Exception {
        assertEquals(Set.of("mean", "sum", "none"), offered("ask lossctl mse --reduction ''"));
        assertEquals(Set.of("sum"), offered("ask lossctl mse --reduction = s"));
        assertEquals(Set.of("mean", "sum", "none"), offered("ask lossctl mse --reduction ="));
        assertEquals(Set.of("text", "json", "md"), offered("ask lossctl explain -f ''"));
        assertEquals(Set.of("keras", "keras-tf"), offered("ask lossctl mse --as ke"));
        assertEquals(Set.of("json", "jsonl"), offered("ask lossctl mse -f js"));
        assertEquals(Set.of("float32"), offered("ask lossctl eval -l mse --dtype float3"));
        assertEquals(Set.of(), offered("ask lossctl mse --true ''"));
    }

    @Test
    void aListOfLossesGrows() throws Exception {
        assertEquals(Set.of("mse,huber"), offered("ask lossctl eval -l mse,hub"));
    }

    @Test
    void filesAreOfferedWhereFilesGo() throws Exception {
        Files.writeString(folder.resolve("preds one.csv"), "");
        assertEquals(Set.of("preds one.csv"), offered("ask lossctl mse pre"));
        assertEquals(Set.of("preds one.csv"), offered("ask lossctl mse --true-file pre"));
        assertEquals(Set.of("preds one.csv"), offered("ask lossctl eval -l mse pre"));
        assertEquals(Set.of("bash", "zsh", "fish"), offered("ask lossctl completion ''"));
    }

    @Test
    void theScriptsForZshAndFishHoldEveryLossAndOption() throws Exception {
        String zsh = Said.by("completion", "zsh").out();
        String fish = Said.by("completion", "fish").out();
        assertTrue(zsh.startsWith("#compdef lossctl\n"), zsh);
        for (Spec spec : Catalog.all()) {
            assertTrue(zsh.contains(" " + spec.name()), spec.name());
            assertTrue(fish.contains(" -a " + spec.name() + " -d "), spec.name());
            for (Option option : new LossCommand(spec.name(), spec).options()) {
                assertTrue(zsh.contains(" " + option.name()), option.name());
                assertTrue(fish.contains(" -l " + option.name().substring(2)), option.name());
            }
        }
        check("zsh", zsh);
        check("fish", fish);
    }

    /** Lets the shell read the script where it is installed. */
    private void check(String shell, String script) throws Exception {
        if (Files.isExecutable(Path.of("/usr/bin/" + shell)) || Files.isExecutable(Path.of("/bin/" + shell))) {
            run(List.of(
                    shell,
                    "-n",
                    Files.writeString(folder.resolve(shell), script).toString()));
        }
    }

    @Test
    void aShellThatIsNotKnownIsRefused() {
        Said said = Said.by("completion", "tcsh");
        assertEquals(2, said.status());
        assertTrue(said.err().contains("no completion for 'tcsh'; use one of bash, zsh, fish"), said.err());
        assertEquals(2, Said.by("completion").status());
    }

    private Set<String> offered(String line) throws Exception {
        Set<String> words = new TreeSet<>(bash(line));
        words.remove("");
        return words;
    }

    private List<String> bash(String commands) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash here to complete with");
        Path script = folder.resolve(".script");
        Files.writeString(script, Said.by("completion", "bash").out() + ASK + commands + "\n");
        return run(List.of("/bin/bash", "--norc", script.toString()));
    }

    private List<String> run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        List<String> lines = new ArrayList<>(
                new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                        .lines()
                        .toList());
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), lines.toString());
        lines.removeIf(line -> line.contains("compopt"));
        return lines;
    }
}
