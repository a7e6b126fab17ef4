package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LossCommandTest {
    @TempDir
    Path folder;

    private String file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String value(String line) {
        Said said = Said.by(Said.words("lossctl " + line));
        assertEquals("", said.err(), line);
        return said.out().strip();
    }

    /** Where a loss takes one prediction a sample as well as a row, a single truth tells the row. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            accuracy --true 1,0,2,3 --pred 1,0,0,3                      | 0.75
            accuracy --true 1 --pred 0.25,0.75                          | 1.0
            accuracy --true 1,0 --pred 0.25,0.75;0.25,0.75              | 0.5
            balanced_accuracy --true 1,0,0 --pred 1,0,1                 | 0.75
            brier --true 1,0 --pred 0.5,0.5                             | 0.25
            brier --true 1 --pred 0.5,0.5                               | 0.5
            brier --true 0,1; --pred 0.5,0.5;                           | 0.5
            d2_brier --true 1,0 --pred 1,0                              | 1.0
            d2_brier --true 1,0 --pred 0,1;1,0                          | 1.0
            d2_log_loss --true 1,0 --pred 0.5,0.5                       | 0.0
            sparse_cce --true 1 --pred 0,1                              | 0.0
            cosine --true 1,0 --pred 0,1                                | 0.0
            """)
    void theNumbersOfValuesTellARowFromSamples(String line, String value) {
        assertEquals(value, value(line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mdape --true 1,2,4 --pred 1,3,4                             | 0.0
            d2_absolute_error --true 1,2,3 --pred 1,2,3                 | 1.0
            d2_pinball --true 1,2,3 --pred 2,2,2                        | 0.0
            mase --true 1,3,2,5 --pred 1,2,4,5                          | 0.375
            nrmse --true 1,3 --pred 2,4                                 | 0.5
            theil_u2 --true 1,2,4 --pred 1,2,4                          | 0.0
            """)
    void aListOfNumbersIsASampleEachForLossesOfNumbers(String line, String value) {
        assertEquals(value, value(line));
    }

    @Test
    void aListForALikelihoodIsASampleEach() {
        String line = "negative_binomial_nll --true 1,2 --pred 1,2 --dispersion 1,1 --json";
        assertTrue(value(line).contains("\"n\":2,"), value(line));
    }

    @Test
    void lossesOfClassIndicesAndOfRowsGoTogetherInline() {
        String line = "eval -l cce,sparse_cce,brier --true 1 --pred 0.5,0.5 -f csv";
        assertEquals("n,cce,sparse_cce,brier\n1,0.6931471805599453,0.6931471805599453,0.5", value(line));
        String hot = "eval -l cce,sparse_cce --true 0,1 --pred 0.5,0.5 -f csv";
        assertEquals("n,cce,sparse_cce\n1,0.6931471805599453,0.6931471805599453", value(hot));
    }

    /** Of one document nothing can be out of order: an answer is hardly one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rank_net",
                "list_mle",
                "ranking_softmax",
                "approx_ndcg",
                "ndcg",
                "dcg",
                "mrr",
                "mean_average_precision",
                "precision_at_k",
                "label_ranking_loss",
                "label_ranking_average_precision",
                "coverage_error"
            })
    void aLossOfAListWarnsOfASinglePredictionASample(String loss) throws Exception {
        String file = file("one.csv", "y_true,y_pred\n1,0.2\n1,0.5\n");
        Said said = Said.by(loss, file);
        assertEquals(0, said.status());
        String warning = loss + " wants a list of predictions a sample, and one alone has no order"
                + " (a row is a list: a column each, p0,p1,..)\n";
        assertTrue(said.err().endsWith("warning: " + warning), said.err());
        assertEquals(3, Said.by(loss, file, "--strict").status());
    }

    @Test
    void aFrameworkMayAnswerForListsOfOne() throws Exception {
        String file = file("one.csv", "y_true,y_pred\n1,0.2\n0,0.5\n");
        assertEquals("0.0", value("ranking_softmax --as optax " + file));
    }

    @Test
    void valuesAloneLeaveOutNothingThatWasAskedFor() {
        assertEquals("1.0,1.0\n9.0,3.0", value("mse --true 1,0 --pred 2,3 -f value --gradient"));
        assertEquals("1.0,0.1\n9.0,0.9", value("mse --true 1,0 --pred 2,3 -f value --share"));
        assertEquals("1.0\n9.0", value("mse --true 1,0 --pred 2,3 -f value --per-sample"));
    }

    @Test
    void aListOfAParameterMayStandInBrackets() {
        String line = "sparse_cce --true 1,0 --pred 0.5,0.5;0.2,0.8 --class-weights ";
        assertEquals(value(line + "1,3"), value(line + "'[1, 3]'"));
    }

    @Test
    void aRowLossSaysWhichColumnItReadAndHowOthersAreNamed() throws Exception {
        String file = file("both.csv", "y_true,y_pred,p0,p1\n1,1,0.2,0.8\n");
        assertEquals(
                file + ": sparse_cce wants a prediction a class, but there is one a sample, 'y_pred'"
                        + " (a column a class? name them: --pred-col p0-p9; a single probability? use bce)\n",
                Said.by("sparse_cce", file).err());
    }

    @Test
    void aRowLossRefusesASinglePredictionASample() {
        Said said = Said.by(Said.words("lossctl sparse_cce --true 1 --pred 1"));
        assertEquals(3, said.status());
        assertEquals(
                "lossctl sparse_cce: sparse_cce wants a prediction a class, but there is one a sample"
                        + " (a single probability? use bce)\n",
                said.err());
    }

    @Test
    void uncheckedLeavesOutOnlyWhatNoValueNeeds() throws Exception {
        String path = file("classes.csv", "y,p0,p1,p2\n0,0.5,0.25,0.25\n2,0.25,0.5,x\n1,0,1,0\n");
        String good = file("good.csv", "y,p0,p1,p2\n0,0.5,0.25,x\n1,x,1,0\n");
        assertEquals("0.34657359027997264", value("sparse_cce --unchecked " + good));
        assertEquals(3, Said.by("sparse_cce", "--unchecked", path).status(), "the true class itself is read");
        for (String name : new String[] {"accuracy", "top_k_accuracy", "brier"}) {
            assertEquals(3, Said.by(name, "--unchecked", good).status(), name + " needs all columns");
        }
        assertEquals(
                3, Said.by("sparse_cce", "--unchecked", "--from-logits", good).status());
        assertEquals(3, Said.by("sparse_cce", "--unchecked", "--gradient", good).status());
        assertEquals(
                3,
                Said.by("eval", "-l", "sparse_cce,accuracy", "--unchecked", good)
                        .status());
    }

    /** As of a CSV file above: what the value does not need is not read, in whatever form it stands. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            lines.jsonl | {"y":0,"p0":0.5,"p1":0.25,"p2":"x"}~{"y":1,"p1":1,"p0":null,"p2":[7]}~
            short.jsonl | {"y":0,"p0":0.5,"p1":0.25,"p2":1}~{"y":1,"p1":1,"p2":0}~
            rows.jsonl  | {"y":0,"y_pred":[0.5,0.25,"x"]}~{"y":1,"y_pred":[null,1,{"a":[1]}]}~
            rows.json   | [{"y":0,"y_pred":[0.5,0.25,"x"]},{"y":1,"y_pred":[null,1,true]}]
            nan.jsonl   | {"y":0,"y_pred":[0.5,0.25,NaN]}~{"y":1,"y_pred":[0,1,-Infinity]}~
            arrays.json | {"y":[0,1],"p0":[0.5,null],"p1":[0.25,1],"p2":["x",[7]]}
            matrix.json | {"y_pred":[[0.5,0.25,NaN],[null,1,{"a":[1]}]],"y":[0,1]}
            """)
    void uncheckedLeavesItOutOfJsonToo(String name, String text) throws Exception {
        String good = file(name, text.replace('~', '\n'));
        assertEquals("0.34657359027997264", value("sparse_cce --unchecked " + good));
        assertEquals("0.34657359027997264", value("sparse_cce --unchecked --missing skip " + good));
        assertEquals(3, Said.by("sparse_cce", good).status());
        String bad = file("bad-" + name, text.replace('~', '\n').replace("0.5", "\"half\""));
        Said said = Said.by("sparse_cce", "--unchecked", bad);
        assertTrue(said.err().contains("not a number: 'half'"), "the true class itself is read: " + said.err());
    }

    /** -ln 0.5 and -ln 0.25 over two by hand: the row between is left out as a whole, and nothing of the next one is. */
    @ParameterizedTest
    @ValueSource(strings = {"[null,0.5,null]", "[null,0.5,\"x\"]", "[\"x\",null,0.5]", "[null]", "null"})
    void aRowOfAnotherLengthWithAMissingValueIsLeftOutOfArraysByItself(String row) throws Exception {
        String path = file("ragged.json", "{\"y\":[0,1,0],\"y_pred\":[[0.5,0.5]," + row + ",[0.25,0.75]]}");
        for (String order : new String[] {"--unchecked --missing skip ", "--missing skip --missing-values x "}) {
            Said said = Said.by(Said.words("lossctl sparse_cce " + order + path));
            assertEquals("1.0397207708399179\n", said.out(), said.err());
            assertEquals("lossctl: 1 row skipped, 2 counted\n", said.err());
        }
    }

    @Test
    void uncheckedStillHoldsTheTrueClassAgainstItsDomain() throws Exception {
        String path = file("outside.csv", "y,p0,p1\n0,1.5,0.5\n");
        Said said = Said.by("sparse_cce", "--unchecked", path);
        assertEquals(path + ":2:3: column 'p0' is 1.5, outside [0, 1] (raw scores? use --from-logits)\n", said.err());
    }

    @Test
    void aBiasIsBetterNearerToZero() {
        assertTrue(value("list mean_error -f csv").contains("mean_error,metric,nearer 0,metric,"));
    }

    /** An option that has no effect is refused, not passed over; {@code F} stands for a file. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            mse F -w 1,2           | 2 lossctl mse: --weights goes with --true and --pred; from a file it is a column: --weight-col
            gaussian_nll F --var 1 | 2 lossctl gaussian_nll: --var goes with --true and --pred; from a file it is a column: --var-col
            mse --true 1 --pred 2 --weight-col w | 2 lossctl mse: --weight-col is for files, but --true and --pred give values
            mse F --key id         | 2 lossctl mse: --key joins two files: give --join, or --true-file and --pred-file
            mse F --color blue     | 2 lossctl mse: --color 'blue': use one of auto, always, never
            mse F --error-format x | 2 lossctl mse: --error-format 'x': use one of text, json
            mse F -o=              | 2 lossctl mse: --output '': not the name of a file
            eval -l mse,,mae F     | 2 lossctl eval: --losses 'mse,,mae': a name is missing
            eval -l mse,r2 F       | 3 F: r2: the truth is constant: there is no variance to explain
            cosine F --true-col 1-2 --pred-col 3-4 | 3 F:3: the prediction is a vector of zeros: it has no direction
            accuracy --true a --pred 0,1 | 3 lossctl accuracy: --true: value 1: not a class index: 'a'        hint: --labels A,B,.. names the classes in index order
            accuracy --true a --pred 0,1 --labels a,a | 2 lossctl accuracy: --labels names 'a' twice
            """)
    void aBadCallIsToldInOneLine(String line, String told) throws Exception {
        boolean vectors = line.contains("cosine");
        String path = file("data.csv", vectors ? "a,b,c,d\n1,2,1,2\n1,3,0,0\n" : "y_true,y_pred\n1,2\n1,3\n");
        Said said = Said.by(Said.words("lossctl " + line.replace("F", path)));
        assertEquals(told.replace("F", path) + "\n", said.status() + " " + said.err());
        assertEquals("", said.out());
    }

    @Test
    void textTruthsWithoutLabelsAreToldHowToNameThem() throws Exception {
        String path = file("text.csv", "y,p0,p1\na,0.5,0.5\n");
        assertEquals(
                path + ":2:1: column 'y': not a class index: 'a'        hint: --labels A,B,.. names the classes"
                        + " in index order\n",
                Said.by("sparse_cce", path).err());
    }

    @Test
    void optionsWithValuesMayPrecedeTheCommand() throws Exception {
        assertEquals("5.0", value("--threads 2 --true 1,0 -p 2,3 mse"));
        assertEquals("10.0", value("--reduction sum mse --true 1,0 --pred 2,3"));
    }
}
