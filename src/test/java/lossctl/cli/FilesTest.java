package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which files are evaluated: globs, folders, lists, and the dumps of epochs. */
class FilesTest {
    private static final String ZIP = "504b0304140000000000000021000000000000000000000000000100000061504b01021403140000"
            + "0000000000210000000000000000000000000001000000000000000000000080010000000061504b"
            + "050600000000010001002f0000001f0000000000";

    @TempDir
    Path folder;

    @BeforeEach
    void dumps() throws IOException {
        Files.createDirectories(folder.resolve("deep"));
        for (int i : new int[] {1, 2, 10}) {
            write("t_" + i + ".csv", i);
            write("v_0" + i + ".csv", 10 * i);
        }
        write("deep/t_7.csv", 7);
    }

    private void write(String name, int error) throws IOException {
        Files.writeString(folder.resolve(name), "y_true,y_pred\n0," + error + "\n");
    }

    /** The files and their losses, as {@code t_1=1.0 t_2=2.0}. */
    private String evaluated(Said call) {
        assertEquals(0, call.status(), call.err());
        StringBuilder text = new StringBuilder();
        for (String line : call.out().lines().skip(1).toList()) {
            String[] cells = line.split(",");
            String name = cells[0].replace(folder + "/", "").replace(".csv", "");
            text.append(text.isEmpty() ? "" : " ").append(name).append('=').append(cells[2]);
        }
        return text.toString();
    }

    private Said eval(String input, String... more) {
        String[] args = new String[more.length + 5];
        System.arraycopy(new String[] {"eval", "-l", "mae", "-f", "csv"}, 0, args, 0, 5);
        System.arraycopy(more, 0, args, 5, more.length);
        return Said.read(input, args);
    }

    @Test
    void usualNamesOfColumnsAreFoundInAnyCase() throws IOException {
        for (String name : new String[] {"a.csv", "a.jsonl", "a.json"}) {
            String text = name.endsWith("csv") ? "Y_True,Y_PRED\n1,3\n" : "{\"Y_True\":1,\"Y_PRED\":3}\n";
            text = name.endsWith(".json") ? "{\"Y_True\":[1],\"Y_PRED\":[3]}" : text;
            Path file = Files.writeString(folder.resolve(name), text);
            assertEquals("n,mae\n1,2.0\n", eval("", file.toString()).out());
        }
        Path both = Files.writeString(folder.resolve("b.csv"), "Y_True,y_true,y_pred\n1,3,3\n");
        assertEquals("n,mae\n1,0.0\n", eval("", both.toString()).out());
    }

    @Test
    void aGlobInQuotesIsExpandedInTheOrderOfTheNumbersInTheNames() {
        assertEquals("t_1=1.0 t_2=2.0 t_10=10.0 (all)=4.333333333333333", evaluated(eval("", folder + "/t_*.csv")));
        assertEquals("t_1=1.0 t_2=2.0 (all)=1.5", evaluated(eval("", folder + "/t_[12].csv")));
        assertEquals("deep/t_7=7.0 t_2=2.0 (all)=4.5", evaluated(eval("", folder + "/{deep/,}t_[27].csv")));
    }

    @Test
    void aFileWhoseNameLooksLikeAGlobIsThatFile() throws IOException {
        write("t_*.csv", 3);
        assertEquals(
                "n,mae\n1,3.0\n", eval("", folder.resolve("t_*.csv").toString()).out());
    }

    @Test
    void aFolderGivesTheFilesThatTheGlobMatches() {
        assertEquals(
                "v_01=10.0 v_02=20.0 v_010=100.0 (all)=43.333333333333336",
                evaluated(eval("", folder.toString(), "--glob", "v_*.csv")));
        assertEquals(
                "deep/t_7=7.0 t_1=1.0 t_2=2.0 t_10=10.0 (all)=5.0",
                evaluated(eval("", folder.toString(), "--glob", "**/t_*.csv")));
    }

    @Test
    void aGlobWithoutAFolderIsLookedForWhereItPoints() {
        assertEquals("t_1=1.0 t_2=2.0 (all)=1.5", evaluated(eval("", "--glob", folder + "/t_[12].csv")));
        assertRefused(4, "no file matches", eval("", "--glob", "no_such_*.csv"));
    }

    @Test
    void aListNamesFilesALineFromAFileOrAPipe() throws IOException {
        String list = folder + "/t_2.csv\r\n\n" + folder + "/deep/t_7.csv\n";
        assertEquals("t_2=2.0 deep/t_7=7.0 (all)=4.5", evaluated(eval(list, "--files-from", "-")));
        Path file = Files.writeString(folder.resolve("list.txt"), list);
        assertEquals(
                "t_1=1.0 t_2=2.0 deep/t_7=7.0 (all)=3.3333333333333335",
                evaluated(eval("", folder + "/t_1.csv", "--files-from", file.toString())));
    }

    @Test
    void aListMayBeginWithAByteOrderMark() {
        String list = "\ufeff" + folder + "/t_2.csv\r\n" + folder + "/deep/t_7.csv\r\n";
        assertEquals("t_2=2.0 deep/t_7=7.0 (all)=4.5", evaluated(eval(list, "--files-from", "-")));
        assertRefused(3, "no file is named in it", eval("\ufeff\n", "--files-from", "-"));
    }

    @Test
    void aListMayHaveNulsBetweenItsFilesAsFindPrintsThem() throws IOException {
        String odd = "t\n2.csv";
        write(odd, 2);
        Path list = Files.writeString(folder.resolve("list"), folder + "/t_1.csv\0" + folder + "/" + odd + "\0");
        Said said = Said.by("eval", "-l", "mae", "-f", "value", "--files-from", list.toString());
        assertEquals("1.0\n2.0\n1.5\n", said.out(), said.err());
    }

    @Test
    void ofManyFilesEachSignatureIsToldOnce() {
        Said said = eval("", folder + "/t_1.csv", folder + "/t_2.csv", "-l", "mse", "-v");
        assertEquals(2, said.err().lines().count(), said.err());
        assertTrue(said.err().startsWith("lossctl: mae|"), said.err());
    }

    @Test
    void aFileOfSeveralIsNamedWhereRowsOfItWereSkipped() throws IOException {
        Path gaps = Files.writeString(folder.resolve("gaps.csv"), "y_true,y_pred\n0,1\n0,\n");
        Said said = eval("", folder + "/t_1.csv", gaps.toString(), "--missing", "skip");
        assertEquals("lossctl: " + gaps + ": 1 row skipped, 1 counted\n", said.err());
    }

    @Test
    void whatNamesNoFileIsRefusedWithoutOutput() {
        assertRefused(4, "no file matches", eval("", folder + "/x*.csv"));
        assertRefused(4, "is a folder", eval("", folder.toString()));
        assertRefused(4, folder + ": is a folder", eval("", folder + "/t_1.csv", folder.toString()));
        assertRefused(4, ", or --glob", eval(folder + "\n", "--files-from", "-"));
        assertRefused(4, "no file in it matches *.json", eval("", folder.toString(), "--glob", "*.json"));
        assertRefused(4, "no such file", eval(folder + "/t_1.csv\n/nowhere/a.csv\n", "--files-from", "-"));
        assertRefused(4, "no such file", eval("", folder + "/no.csv", "--journal", folder + "/journal"));
        assertRefused(4, "no such file", eval("", folder + "/no.csv", "--bins", "y_pred:2"));
        assertRefused(3, "no file is named in it", eval("\n \n", "--files-from", "-"));
        assertRefused(2, "is no glob", eval("", folder.toString(), "--glob", "[a"));
        assertRefused(2, "no others go with them", eval("", folder + "/t_1.csv", "--train", folder + "/t_*.csv"));
        assertRefused(2, "no further files", eval("", "--val", folder + "/t_*.csv", "-t", "1", "-p", "2"));
    }

    @Test
    void aFolderIsNoGuessAtAFile() throws IOException {
        Files.createDirectory(folder.resolve("test.csv"));
        Files.createFile(folder.resolve("testing.csv"));
        assertRefused(4, "did you mean '" + folder + "/testing.csv'?", Said.by("mae", folder + "/testin.csv"));
        assertRefused(4, "did you mean '" + folder + "/testing.csv'?", Said.by("mae", folder + "/testi.csv"));
        assertRefused(4, "hint: check the path", Said.by("mae", folder + "/test.csvx"));
    }

    /** To look for the next ones again and again takes a minute. */
    @Test
    @Timeout(20)
    void aFileIsGuessedSoonAmongThousandsOfFoldersThatAreCloser() throws IOException {
        for (int i = 0; i < 9999; i++) {
            Files.createDirectory(folder.resolve(String.format("experiment-2024-%04d", i)));
        }
        String wanted = folder + "/experiment-2024-X000";
        assertRefused(4, "hint: check the path", Said.by("mae", wanted));
        Files.createFile(folder.resolve("experiment-2023-XYZ"));
        assertRefused(4, "did you mean '" + folder + "/experiment-2023-XYZ'?", Said.by("mae", wanted));
    }

    /** Java puts U+FFFD where bytes of an argument are no letters, and finds no file by it. */
    @Test
    void aNameThatIsNoTextIsToldToBeOne() {
        Said said = Said.by("mae", folder + "/d\uFFFD.csv");
        assertEquals(4, said.status());
        assertTrue(
                said.err()
                        .endsWith("/d\uFFFD.csv: its name is no text in this locale"
                                + "        hint: LC_ALL=C.UTF-8 takes UTF-8; any name: ... - < FILE\n"),
                said.err());
    }

    @Test
    void aLinkThatLeadsNowhereIsNoGuessAtItself() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("gone.csv"));
        Said said = eval("", link.toString());
        assertEquals(link + ": no such file        hint: it is a link to what is not there\n", said.err());
    }

    private static void assertRefused(int exit, String reason, Said call) {
        assertEquals(exit, call.status(), call.err());
        assertTrue(call.err().contains(reason), call.err());
        assertEquals("", call.out());
    }

    @Test
    void trainingAndValidationDumpsOfAnEpochAreMatchedByTheNumbersInTheirNames() {
        Said call = eval("", "--train", folder + "/t_*.csv", "--val", folder + "/v_*.csv", "-l", "mae,mse");
        assertEquals("""
                epoch,loss,mse,val_loss,val_mse
                1,1.0,1.0,10.0,100.0
                2,2.0,4.0,20.0,400.0
                10,10.0,100.0,100.0,10000.0
                """, call.out());
    }

    @Test
    void dumpsWithoutNumbersAreMatchedInTheirOrder() throws IOException {
        write("a.csv", 1);
        write("b.csv", 2);
        assertEquals(
                "epoch,loss,val_loss\n1,1.0,10.0\n2,2.0,100.0\n",
                eval("", "--train", folder + "/[ab].csv", "--val", folder + "/v_01*.csv")
                        .out());
        assertRefused(
                3,
                "2 training dumps but 3 validation dumps",
                eval("", "--train", folder + "/[ab].csv", "--val", folder + "/v_*.csv"));
    }

    @Test
    void anEpochWithoutItsOtherDumpIsRefused() {
        assertRefused(
                3,
                "epoch 10 has no validation dump",
                eval("", "--train", folder + "/t_*.csv", "--val", folder + "/v_0[12].csv"));
        assertRefused(
                3,
                "epoch 2 has no training dump",
                eval("", "--train", folder + "/t_1*.csv", "--val", folder + "/v_*.csv"));
    }

    @Test
    void theTenEpochsGiveTheValidationSideOfTheTrainingLog() throws IOException {
        Path dumps = Path.of("examples", "dumps");
        Said call = Said.by(
                "eval",
                "-l",
                "sparse_cce,accuracy",
                "--json",
                "--val",
                dumps.resolve("epochs/epoch_??.csv").toString());
        assertEquals(0, call.status(), call.err());
        JsonNode rows = new ObjectMapper().readTree(call.out()).get("epochs");
        JsonNode expected = new ObjectMapper()
                .readTree(dumps.resolve("expected.json").toFile())
                .get("epochs");
        assertEquals(10, rows.size());
        for (int i = 0; i < 10; i++) {
            JsonNode row = rows.get(Integer.toString(i + 1));
            double loss = expected.get(i).get("val_loss_unclipped").asDouble();
            assertEquals(loss, row.get("val_loss").asDouble(), 1e-12 * loss);
            assertEquals(
                    expected.get(i).get("val_accuracy").asDouble(),
                    row.get("val_accuracy").asDouble());
            assertFalse(row.has("loss"));
        }
    }

    @Test
    void whereAllRowsAreSkippedTheirNumberIsTold() {
        Said two = Said.read("y_true,y_pred\n1,\nNA,2\n", "mse", "--missing", "skip");
        assertEquals(
                new Said(
                        3,
                        "",
                        "<stdin>: no samples: all 2 rows were skipped        hint: without skip, the first of them is named\n"),
                two);
        Said one = Said.read("y_true,y_pred\n1,nan\n", "eval", "-l", "mae,r2", "--nonfinite", "skip");
        assertEquals(3, one.status());
        assertTrue(one.err().startsWith("<stdin>: no samples: the only row was skipped"), one.err());
    }

    @Test
    void aResultPastTheRangeOfFloat32IsRemarkedOn() {
        String dump = "y_true,y_pred\n1e20,-1e20\n";
        assertEquals(
                new Said(0, "Infinity\n", "lossctl: warning: mse is past the range of float32\n"),
                Said.read(dump, "mse", "--dtype", "float32"));
        assertEquals(3, Said.read(dump, "mse", "--dtype", "float32", "--strict").status());
        assertEquals(new Said(0, "2e+20\n", ""), Said.read(dump, "mae", "--dtype", "float32"));
    }

    @Test
    void noFileIsPassedOverBesideThoseOfTruthsAndPredictions() throws IOException {
        String truth = Files.writeString(folder.resolve("truth.csv"), "id,y_true\n1,10\n2,20\n")
                .toString();
        String prediction = Files.writeString(folder.resolve("pred.csv"), "id,y_pred\n2,22\n1,11\n")
                .toString();
        String[] pair = {"--true-file", truth, "--pred-file", prediction};
        Said third = eval(
                "",
                pair[0],
                pair[1],
                pair[2],
                pair[3],
                folder.resolve("t_1.csv").toString());
        assertEquals(
                "lossctl eval: --true-file and --pred-file name the files, so no other goes with them\n", third.err());
        assertEquals(2, third.status());
        Said joined = eval("", pair[0], pair[1], pair[2], pair[3], "--key", "id", "--join", truth);
        assertTrue(joined.err().startsWith("lossctl eval: --join adds the columns of a file to a dump"), joined.err());
        assertEquals(2, joined.status());
    }

    @Test
    void truthsOrPredictionsComeThroughAPipe() throws IOException {
        String truth = Files.writeString(folder.resolve("truth.csv"), "id,y_true\n1,10\n2,20\n")
                .toString();
        String predictions = "id,y_pred\n2,22\n1,11\n";
        assertEquals(
                "n,mae\n2,1.5\n",
                eval(predictions, "--true-file", truth, "--pred-file", "-", "--key", "id")
                        .out());
        Said both = eval(predictions, "--true-file", "-", "--pred-file", "-");
        assertEquals("lossctl eval: --true-file and --pred-file cannot both be standard input\n", both.err());
        assertEquals(2, both.status());
    }

    @Test
    void standardInputIsNamedOnce() {
        for (String command : new String[] {"compare", "eval"}) {
            Said said = Said.read("y_true,y_pred\n1,2\n2,4\n", command, "-", "-", "-l", "mae");
            assertEquals("lossctl " + command + ": standard input can be read once: '-' is named twice\n", said.err());
            assertEquals(2, said.status());
        }
    }

    @Test
    void aGlobThatNoFolderIsNamedForIsRefused() throws IOException {
        String list = Files.writeString(folder.resolve("list"), folder.resolve("t_1.csv") + "\n")
                .toString();
        Said listed = eval("", "--files-from", list, "--glob", "*.csv");
        assertEquals(
                "lossctl eval: --glob says which files of a folder, and --files-from names files: no folder is named\n",
                listed.err());
        assertEquals(2, listed.status());
        Said values = eval("", "--glob", "*.csv", "--true", "1", "--pred", "2");
        assertEquals(
                "lossctl eval: values and pairs of files are one data set: no further files go with them\n",
                values.err());
        assertEquals(2, values.status());
    }

    /** What is said of a damaged array speaks of arrays, not of text. */
    @Test
    void aNameThatEndsLikeAnArraysIsTakenAtItsWord() throws IOException {
        for (String name : new String[] {"a.npy", "b.npz", "c.NPY", "d.npz.gz"}) {
            Path file =
                    Files.write(folder.resolve(name), new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Z', 1, 0, 9, 9});
            Said said = Said.by("mse", "--true-file", file.toString(), "--pred-file", file.toString());
            boolean archive = name.contains("npz");
            String reason = archive ? "not a sound zip file: " : "not a .npy file";
            assertTrue(said.err().startsWith(file + ": " + reason), said.err());
            assertEquals(3, said.status());
        }
    }

    @Test
    void whatIsPackedOrKeptInAnotherWayIsRefusedByItsName() throws IOException {
        // The first bytes of `printf 1 | bzip2` and `printf 1 | xz`, the magic numbers of Parquet, Arrow (Feather) and
        // HDF5, pickle.dumps({}), and zipfile.ZipFile("a.zip", "w").writestr("a", "").
        String[][] files = {
            {
                "425a6839314159265359",
                "packed by bzip2, which is not undone here        hint: bzip2 -dc undoes it, for a pipe"
            },
            {
                "fd377a585a000004e6d6b446",
                "packed by xz, which is not undone here        hint: xz -dc undoes it, for a pipe"
            },
            {
                "5041523115041500",
                "a Parquet file, which is not read here        hint: write it as CSV, JSON Lines or NPY"
            },
            {
                "4152524f573100000000",
                "an Arrow file, which is not read here        hint: write it as CSV, JSON Lines or NPY"
            },
            {
                "894844460d0a1a0a0000",
                "an HDF5 file, which is not read here        hint: write it as CSV, JSON Lines or NPY"
            },
            {"80047d942e", "a Python pickle, which is not read here        hint: write it as CSV, JSON Lines or NPY"},
            {
                ZIP,
                "a ZIP archive without .npy arrays, which is not read here        hint: unzip -p gives a file in it to a"
                        + " pipe"
            },
        };
        for (String[] file : files) {
            Path dump = Files.write(folder.resolve("dump"), HexFormat.of().parseHex(file[0]));
            Said said = eval("", dump.toString());
            assertEquals(dump + ": " + file[1] + "\n", said.err());
            assertEquals(3, said.status());
        }
    }
}
