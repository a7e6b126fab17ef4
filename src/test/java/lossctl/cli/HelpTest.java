package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lossctl.catalog.Catalog;
import org.junit.jupiter.api.Test;

class HelpTest {
    @Test
    void theOverviewNamesEveryCommandAndLoss() {
        String out = Said.by("help").out();
        for (String word : Commands.words()) {
            assertTrue(out.contains("  lossctl " + word), word);
        }
        List<String> words = List.of(out.split("\\s+"));
        assertTrue(words.containsAll(Catalog.names()));
        assertEquals(out, Said.by("-h").out());
        assertEquals(out, Said.by("--help").out());
    }

    @Test
    void theHelpOfALossIsTheSameWhereverItIsAskedFor() {
        String out = Said.by("help", "huber").out();
        assertEquals(out, Said.by("huber", "-h").out());
        assertEquals(out, Said.by("huber", "--true", "1", "--help").out());
        assertEquals(out, Said.by("-h", "Huber").out());
    }

    @Test
    void theHelpOfALossShowsItsParametersFirstAndItsExamplesLast() {
        String out = Said.by("help", "huber").out();
        assertTrue(out.startsWith("lossctl huber [FILE|-] [options]\n"), out);
        assertTrue(out.indexOf("--delta X") < out.indexOf("--true LIST"), out);
        assertTrue(out.endsWith("""
                Examples:
                  lossctl huber --true 0 --pred 2
                  lossctl huber --true 0 --pred 0.5
                  lossctl huber --true 3 --pred 0 --delta 2.0
                """), out);
    }

    @Test
    void noLineOfHelpIsTooLong() {
        for (String name : Catalog.names()) {
            for (String line : Said.by("help", name).out().lines().toList()) {
                assertTrue(line.length() <= 100 || line.contains("lossctl "), line);
            }
        }
    }

    @Test
    void theHelpOfExplainKnowsTheLoss() {
        assertTrue(Said.by("help", "explain", "huber").out().contains("--delta X"));
        assertFalse(Said.by("help", "explain").out().contains("--delta X"));
    }

    @Test
    void headingsAreBoldOnATerminalOrWhereColoursAreAskedFor() {
        String bold = "\u001b[1mFiles:\u001b[0m";
        assertFalse(Said.by("help", "mse").out().contains("\u001b"));
        assertTrue(Said.by("help", "mse", "--color", "always").out().contains(bold));
        assertTrue(Said.by("mse", "-h", "--color=always").out().contains(bold));
        boolean allowed =
                System.getenv("NO_COLOR") == null || System.getenv("NO_COLOR").isEmpty();
        allowed &= !"dumb".equals(System.getenv("TERM"));
        assertEquals(allowed, Said.at("out", "", "help", "mse").out().contains(bold));
        assertFalse(Said.at("out", "", "help", "mse", "--color", "never").out().contains("\u001b"));
        assertEquals(2, Said.by("help", "--color", "purple").status());
    }

    @Test
    void whoTypesNothingIsToldWhatToType() {
        Said nothing = Said.at("in,out,err", "");
        assertEquals(2, nothing.status());
        assertEquals("", nothing.out());
        assertTrue(nothing.err().contains("\n  lossctl list  "), nothing.err());
        Said loss = Said.at("in,out,err", "", "mse");
        assertEquals(2, loss.status());
        assertEquals("", loss.out());
        assertTrue(loss.err().contains("\n  lossctl mse --true 1,0 --pred 2,3\n"), loss.err());
        assertEquals(1, Said.by().err().lines().count());
    }

    @Test
    void theHelpOfBatchShowsFieldsAndARequestWithItsAnswer() {
        List<String> lines = Said.by("help", "batch").out().lines().toList();
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("  sample_weight ")), lines.toString());
        int request = lines.indexOf("A request and its answer:") + 1;
        String answer = Said.read(lines.get(request).strip(), "batch").out();
        String shown = lines.get(request + 1).strip();
        assertTrue(answer.startsWith(shown.substring(0, shown.indexOf("..."))), answer);
    }

    @Test
    void aPictureHasItsHelpAsACommandHas() {
        for (String word : PictureCommand.WORDS) {
            assertEquals(
                    Said.by("help", "plot", word).out(), Said.by("help", word).out());
        }
        assertTrue(Said.by("confusion", "a.csv").err().contains("Did you mean: lossctl plot confusion?"));
    }

    @Test
    void theUsualWordOfAnOptionIsTold() {
        String help = Said.by("help", "mse").out();
        assertTrue(help.contains("rows with a missing value (default fail)"), help);
        assertTrue(help.contains("how losses become one (default mean)"), help);
        assertFalse(Said.by("help", "eval").out().contains("(default LIST)"));
    }

    @Test
    void linesAreAsLongAsTheTerminalIsWide() {
        assertEquals(100, Text.width(null));
        assertEquals(100, Text.width(""));
        assertEquals(80, Text.width("80"));
        assertEquals(100, Text.width("10"));
    }

    @Test
    void theVersionIsTold() {
        assertEquals("lossctl 1.0.0\n", Said.by("--version").out());
    }

    @Test
    void aSecondWordThatIsNotTakenIsRefused() {
        Said said = Said.by("help", "eval", "compare");
        assertEquals("lossctl help: unexpected 'compare': help takes [COMMAND|LOSS]\n", said.err());
        assertEquals(2, said.status());
        assertTrue(Said.by("help", "plot", "residuals").out().startsWith("lossctl plot residuals "));
    }
}
