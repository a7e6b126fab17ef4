package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A signature tells which rows are left out, where that is not as usual: without it the number would be another. */
class SignatureTest {
    private static final String BEFORE = "mse|reduction:mean|weights:none|";
    private static final String BEHIND = "|as:math|dtype:float64|v:1.0.0";

    @TempDir
    Path folder;

    private Said said(String command, String file, String options) throws IOException {
        List<String> args = new ArrayList<>(List.of(command.split(" ")));
        args.add(file);
        args.add("--json");
        args.addAll(List.of(options.split(" ")));
        return Said.by(args.toArray(new String[0]));
    }

    private String file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "y_true,y_pred\n1,2\n3,5\n2,2\n")
                .toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--missing fail; missing:fail",
                "--missing skip; missing:skip",
                "--nonfinite skip; missing:fail|nonfinite:skip",
                "--nonfinite propagate; missing:fail|nonfinite:propagate",
                "--on-bad-row skip; missing:fail|bad_rows:skip",
                "--missing skip --missing-values ?,-; missing:skip|missing_values:-,?",
                "--missing skip --missing-values -,?; missing:skip|missing_values:-,?",
                "--missing skip --missing-values a|as:b; missing:skip|missing_values:a\\|as:b",
                "--missing skip --missing-values None,null,NA; missing:skip",
                "--missing-values -; missing:fail",
                "--on-bad-row skip --missing-values -; missing:fail|missing_values:-|bad_rows:skip",
                "--missing skip --nonfinite skip --on-bad-row skip; missing:skip|nonfinite:skip|bad_rows:skip",
            })
    void whatLeavesRowsOutIsInTheSignature(String options, String part) throws IOException {
        String file = file("a.csv");
        String signature = "\"" + (BEFORE + part + BEHIND).replace("\\", "\\\\") + "\"";
        for (String command : new String[] {"mse", "eval -l mse"}) {
            Said said = said(command, file, options);
            assertTrue(said.out().contains(signature), said.out() + said.err());
        }
    }

    @Test
    void valuesOnTheCommandLineToo() {
        Said said = Said.by("mse", "--true", "1,nan", "--pred", "1,2", "--nonfinite", "skip", "--json");
        assertTrue(said.out().contains(BEFORE + "missing:fail|nonfinite:skip" + BEHIND), said.out());
    }

    @Test
    void aSavedNumberIsComparedOnlyWithOneThatLeavesOutTheSame() throws IOException {
        String file = file("a.csv");
        String saved = Files.writeString(
                        folder.resolve("base.json"),
                        said("eval -l mse", file, "--ci 95 --nonfinite skip").out())
                .toString();
        Said same = Said.by("compare", saved, file, "-l", "mse", "--nonfinite", "skip");
        assertEquals(0, same.status(), same.err());
        Said other = Said.by("compare", saved, file, "-l", "mse");
        assertEquals(3, other.status(), other.out());
        assertTrue(other.err().contains("not the same loss: "), other.err());
    }
}
