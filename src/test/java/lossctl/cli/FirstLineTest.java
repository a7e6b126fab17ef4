package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row that stands where a header is expected never vanishes; a header of numbers stays one that can be used. */
class FirstLineTest {
    private static final String REFUSED =
            ": the first line is values, not names        hint: --no-header takes it as a row\n";

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text.replace(' ', '\n') + "\n")
                .toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2 3,5 | --true-col 1 --pred-col 2",
                "2,1 3,5 | --true-col 1 --pred-col 2",
                "0.5,2 3,5 | --true-col 1 --pred-col 2",
                "nan,2 3,5 | --true-col 1 --pred-col 2",
                "NA,2 3,5 | --true-col 1 --pred-col 2",
                "a,1,2 b,3,5 | --true-col 2 --pred-col 3",
                "a,1,2 b,3,5 | --true-col 2 --pred-col 3 --keep 2",
                "1,2,3 4,5,6 | --true-col 1 --pred-col 2-3",
                "10,2,3 4,5,6 | --true-col 1 --pred-col ?",
                "1,2,3 4,5,6 | --true-col 1 --pred-col 2 --weight-col 3",
            })
    void aRowOfNumbersIsNoHeader(String text, String options) throws IOException {
        String file = file("a.csv", text);
        List<String> args = new ArrayList<>(List.of("mse", file));
        args.addAll(List.of(options.split(" ")));
        Said said = Said.by(args.toArray(new String[0]));
        assertEquals("", said.out());
        assertEquals(file + ":1" + REFUSED, said.err());
        assertEquals(3, said.status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,1 3,5 | --true-col 0 --pred-col 1 | 4.0",
                "2023,2024 3,5 | --true-col 2023 --pred-col 2024 | 4.0",
                "id,0,1 a,3,5 | --true-col 2 --pred-col 1 --id-col id | 4.0",
                "y_true,1 3,5 | --pred-col 1 | 4.0",
                "1,10,y 5,6,3 | --true-col y --pred-col 1 | 4.0",
                "1,10 3,5 | --true-col 1 --pred-col 1?* | 4.0",
                "-1,1 3,5 | --true-col -1 --pred-col 1 | 4.0",
            })
    void numbersAreNamesWhereTheyAreUsedAsSuch(String text, String options, String value) throws IOException {
        List<String> args = new ArrayList<>(List.of("mse", file("a.csv", text)));
        args.addAll(List.of(options.split(" ")));
        Said said = Said.by(args.toArray(new String[0]));
        assertEquals(value + "\n", said.out(), said.err());
    }

    @Test
    void theOneColumnOfEachOfTwoFilesKeepsItsFirstValue() throws IOException {
        String truths = file("a.txt", "1 0");
        String predictions = file("b.txt", "2 3");
        Said said = Said.by("mse", "--true-file", truths, "--pred-file", predictions);
        assertEquals(predictions + ":1" + REFUSED, said.err());
        assertEquals(
                "5.0\n",
                Said.by("mse", "--true-file", truths, "--pred-file", predictions, "--no-header")
                        .out());
        String named = file("c.txt", "y 2 3");
        said = Said.by("mse", "--true-file", truths, "--pred-file", named);
        assertEquals(truths + ":1" + REFUSED, said.err());
    }

    @Test
    void aClassIsNoNameOfAColumn() throws IOException {
        String truths = file("a.txt", "cat dog");
        String predictions = file("b.txt", "label cat cat");
        Said said = Said.by("accuracy", "--true-file", truths, "--pred-file", predictions, "--labels", "cat,dog");
        assertEquals(truths + ":1" + REFUSED, said.err());
    }
}
