package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups: {@code --by}, {@code --bins}, {@code --min-n}. */
class GroupsTest {
    private static final String PREDS = Path.of("examples", "preds.csv").toString();

    @TempDir
    Path folder;

    private static String out(String... args) {
        Said call = Said.by(args);
        assertEquals(0, call.status(), call.err());
        return call.out();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void theTableIsThatOfTheContract() {
        assertEquals("""
                region  n    mse  mae      rmse
                eu      2   0.25  0.5       0.5
                us      2    0.5  0.5  0.707107
                (all)   4  0.375  0.5  0.612372
                """, out("eval", "-l", "mse,mae,rmse", PREDS, "--by", "region"));
    }

    @Test
    void aLossByItselfTakesGroupsToo() {
        assertEquals(
                "region,n,mse\neu,2,0.25\nus,2,0.5\n(all),4,0.375\n", out("mse", PREDS, "--by", "region", "-f", "csv"));
    }

    @Test
    void jsonHoldsNumbersNestedInObjects() throws IOException {
        JsonNode json = new ObjectMapper().readTree(out("eval", "-l", "mse", PREDS, "--by", "region,y_true", "--json"));
        assertEquals(0.375, json.get("mse").asDouble());
        assertEquals(1.0, json.get("groups").get("us").get("7.0").get("mse").asDouble());
        assertEquals(2, json.get("groups").get("eu").size());
    }

    @Test
    void groupsThatAreNumbersAreSortedAsNumbersAndOthersAsTexts() throws IOException {
        String numbers = file("a.csv", "y_true,y_pred,g\n1,1,10\n1,2,9\n1,3,-1.5\n");
        assertEquals("-1.5 9 10 (all)", keys(numbers));
        String texts = file("b.csv", "y_true,y_pred,g\n1,1,10\n1,2,9\n1,3,x\n");
        assertEquals("10 9 x (all)", keys(texts));
    }

    private static String keys(String file) {
        StringBuilder keys = new StringBuilder();
        for (String line : out("eval", "-l", "mse", file, "--by", "g", "-f", "csv")
                .lines()
                .skip(1)
                .toList()) {
            keys.append(keys.length() == 0 ? "" : " ").append(line, 0, line.indexOf(','));
        }
        return keys.toString();
    }

    @Test
    void textsThatDifferInNothingButTheirLengthOrTheirBytesAreGroupsOfTheirOwn() throws IOException {
        String rows = "1,2,a\n1,3,a\0\n1,4,\u00e9\n1,5,\u00e9\0\n1,6,\n1,7,\"a\"\n1,8,abcdefgh\n1,9,abcdefghi\n";
        String file = file("a.csv", "y_true,y_pred,g\n" + rows.repeat(3));
        assertEquals(
                "g,n,mae\n,3,5.0\na,6,3.5\na\\x00,3,2.0\nabcdefgh,3,7.0\nabcdefghi,3,8.0\n\u00e9,3,3.0\n\u00e9\\x00,3,4.0\n"
                        + "(all),24,4.5\n",
                out("eval", "-l", "mae", file, "--by", "g", "-f", "csv"));
    }

    @Test
    void everyGroupHasTheBitsThatAFileOfItsOwnWouldHaveOnAnyNumberOfThreads() throws IOException {
        Random random = new Random(5);
        StringBuilder all = new StringBuilder("y_true,y_pred,w,g\n");
        StringBuilder[] own = new StringBuilder[60];
        for (int g = 0; g < own.length; g++) {
            own[g] = new StringBuilder("y_true,y_pred,w,g\n");
        }
        for (int i = 0; i < 60_000; i++) {
            int g = (int) Math.min(own.length - 1, Math.abs(random.nextGaussian() * 15));
            String row = random.nextGaussian() * 1e3 + "," + random.nextGaussian() + "," + random.nextInt(4) + ",g" + g
                    + "\n";
            all.append(row);
            own[g].append(row);
        }
        String file = file("all.csv", all.toString());
        String losses = "mse,mae,rmse,r2,median_ae";
        for (List<String> weights : List.of(List.<String>of(), List.of("--weight-col", "w"))) {
            JsonNode groups = json(weights, file, "-l", losses, "--by", "g", "--threads", "3")
                    .get("groups");
            JsonNode alone = json(weights, file, "-l", losses, "--by", "g", "--threads", "1")
                    .get("groups");
            assertEquals(alone, groups);
            assertEquals(own.length, groups.size());
            for (int g = 0; g < 45; g += 7) {
                JsonNode single = json(weights, file("g.csv", own[g].toString()), "-l", losses);
                JsonNode group = groups.get("g" + g);
                for (String name : (losses + ",n").split(",")) {
                    assertEquals(single.get(name), group.get(name), name + " of g" + g);
                }
            }
        }
    }

    private static JsonNode json(List<String> more, String file, String... options) throws IOException {
        List<String> args = new java.util.ArrayList<>(List.of("eval", "--json", file));
        args.addAll(List.of(options));
        args.addAll(more);
        return new ObjectMapper().readTree(out(args.toArray(new String[0])));
    }

    @Test
    void groupsAreToldOfEachFileAndOfAllTogether() throws IOException {
        String a = file("a.csv", "y_true,y_pred,g\n0,1,x\n0,2,y\n");
        String b = file("b.csv", "y_true,y_pred,g\n0,3,z\n0,4,x\n");
        assertEquals(
                "file,g,n,mae\n" + a + ",x,1,1.0\n" + a + ",y,1,2.0\n" + a + ",(all),2,1.5\n" + b + ",x,1,4.0\n" + b
                        + ",z,1,3.0\n" + b + ",(all),2,3.5\n(all),x,2,2.5\n(all),y,1,2.0\n(all),z,1,3.0\n"
                        + "(all),(all),4,2.5\n",
                out("eval", "-l", "mae", a, b, "--by", "g", "-f", "csv"));
        JsonNode json = new ObjectMapper().readTree(out("eval", "-l", "mae", a, b, "--by", "g", "--json"));
        assertEquals(2.5, json.get("groups").get("x").get("mae").asDouble());
        assertEquals(
                4, json.get("files").get(b).get("groups").get("x").get("mae").asDouble());
    }

    @Test
    void everyGroupHasTheIntervalThatAFileOfItsOwnWouldHave() throws IOException {
        String head = "y_true,y_pred,w,c,g\n";
        Random random = new Random(11);
        StringBuilder[] own = {new StringBuilder(head), new StringBuilder(head), new StringBuilder(head)};
        StringBuilder all = new StringBuilder(head);
        for (int i = 0; i < 90; i++) {
            int g = random.nextInt(own.length);
            double t = random.nextGaussian();
            String row = t + "," + (t + random.nextGaussian()) + "," + (1 + random.nextInt(3)) + ",c"
                    + random.nextInt(9) + ",g" + g + "\n";
            all.append(row);
            own[g].append(row);
        }
        String file = file("all.csv", all.toString());
        for (List<String> way : List.of(
                List.of("--ci", "95"),
                List.of("--ci", "90", "--weight-col", "w"),
                List.of("--ci", "95", "--cluster", "c"),
                List.of("--ci", "95", "--ci-method", "percentile", "--resamples", "300"),
                List.of("--ci", "99", "--ci-method", "bca", "--resamples", "300", "--weight-col", "w"))) {
            JsonNode groups = json(way, file, "-l", "mse,rmse,r2", "--by", "g").get("groups");
            assertEquals(own.length, groups.size());
            for (int g = 0; g < own.length; g++) {
                JsonNode single = json(way, file("g.csv", own[g].toString()), "-l", "mse,rmse,r2");
                assertEquals(3, single.get("ci").size());
                assertTrue(single.get("ci").get("r2").get("low").isNumber());
                for (String name : List.of("mse", "r2", "se", "ci")) {
                    assertEquals(single.get(name), groups.get("g" + g).get(name), name + " of g" + g + " " + way);
                }
            }
        }
    }

    @Test
    void aGroupTooSmallForAnIntervalHasNoneAndThatIsSaidInOneLine() throws IOException {
        String file = file("a.csv", "y_true,y_pred,g\n0,1,x\n0,2,y\n0,3,z\n0,5,z\n0,4,z\n0,5,z\n");
        Said call = Said.by("eval", "-l", "mae", file, "--by", "g", "--ci", "95", "-f", "csv");
        assertEquals(0, call.status(), call.err());
        assertTrue(
                call.out().startsWith("g,n,mae,mae_ci_low,mae_ci_high\nx,1,1.0,,\ny,1,2.0,,\nz,4,4.25,2.7"),
                call.out());
        assertEquals(
                "lossctl: warning: no good interval of mae in 2 groups, first 'x': mae has no interval: 1 sample, and it"
                        + " takes two\n",
                call.err());
    }

    @Test
    void binsAreOfEqualWidthAndTheLastHoldsTheGreatest() throws IOException {
        String file = file("a.csv", "y_true,y_pred\n0,1\n4.9,5\n5,5\n10,14\n2.5,2\n");
        assertEquals(
                """
                y_true         n  max_error
                [0.0, 2.5)     1        1.0
                [2.5, 5.0)     2        0.5
                [5.0, 7.5)     1        0.0
                [7.5, 10.0]    1        4.0
                (all)          5        4.0
                """.replaceAll("  +", " "),
                out("eval", "-l", "max_error", file, "--bins", "y_true:4").replaceAll("  +", " "));
    }

    @Test
    void aTableOfLossesTakesOneValueEach() throws IOException {
        String file = file("a.csv", "y_true,y_pred\n0,1\n1,3\n");
        Said call = Said.by("eval", "-l", "mse", file, "--reduction", "none");
        assertEquals(2, call.status());
        assertEquals("", call.out());
        assertTrue(call.err().contains("mse FILE --per-sample"), call.err());
        assertEquals("5.0\n", out("eval", "-l", "mse", file, "--reduction", "sum", "-f", "value"));
    }

    @Test
    void whatIsMissingIsInNoBinAndSkippedAsElsewhere() throws IOException {
        String file = file("m.csv", "y_true,y_pred,x,w\n1,2,0.5,1\n1,3,,1\n1,2,2.5,1\n1,4,NA,1\n2,2,nan,-1\n");
        Said refused = Said.by("eval", "-l", "mse", file, "--bins", "x:2");
        assertEquals(3, refused.status());
        assertEquals(
                file + ":3: column 'x': no number to sort into bins: ''        hint: --missing skip\n", refused.err());
        String[] call = {"eval", "-l", "mse", file, "--bins", "x:2", "--missing", "skip", "-f", "csv"};
        assertEquals(
                file + ":6: column 'x': no number to sort into bins: 'nan'        hint: --nonfinite skip\n",
                Said.by(call).err());
        String[] both = {
            "eval", "-l", "mse", file, "--bins", "x:2", "--missing", "skip", "--nonfinite", "skip", "-f", "csv"
        };
        Said said = Said.by(both);
        assertEquals("x,n,skipped,mse\n\"[0.5, 1.5)\",1,,1.0\n\"[1.5, 2.5]\",1,,1.0\n(all),2,3,1.0\n", said.out());
        assertEquals("lossctl: 3 rows skipped, 2 counted\n", said.err());
        String[] weighted = {
            "eval",
            "-l",
            "mse",
            file,
            "--bins",
            "x:2",
            "--missing",
            "skip",
            "--nonfinite",
            "propagate",
            "--weight-col",
            "w"
        };
        assertTrue(Said.by(weighted).err().startsWith(file + ":6:"), "the place is that of the file");
    }

    @Test
    void binsOfWhatIsNoNumberAreRefusedWithThePlace() throws IOException {
        String file = file("a.csv", "y_true,y_pred,x\n0,1,2\n1,2,two\n");
        Said call = Said.by("eval", "-l", "mse", file, "--bins", "x:2");
        assertEquals(3, call.status());
        assertEquals(file + ":3: column 'x': no number to sort into bins: 'two'\n", call.err());
        assertEquals("", call.out());
    }

    @Test
    void smallGroupsAreLeftOutAndSaidSoButCountInTheTotal() throws IOException {
        String file = file("a.csv", "y_true,y_pred,g\n0,1,x\n0,2,y\n0,3,y\n");
        Said call = Said.by("eval", "-l", "mae", file, "--by", "g", "--min-n", "2", "-f", "csv");
        assertEquals("g,n,mae\ny,2,2.5\n(all),3,2.0\n", call.out());
        assertTrue(call.err().contains("1 group of fewer than 2 samples left out"), call.err());
    }

    @Test
    void aGroupThatLeavesALossWithoutAValueHasAnEmptyCellAndAWarning() throws IOException {
        String file = file("a.csv", "y_true,y_pred,g\n0,1,x\n0,2,y\n5,3,y\n");
        Said call = Said.by("eval", "-l", "r2", file, "--by", "g", "-f", "csv");
        assertEquals("x,1,", call.out().lines().skip(1).findFirst().orElse(""));
        assertTrue(call.err().contains("r2 has no value in group 'x'"), call.err());
        assertTrue(out("eval", "-l", "r2", file, "--by", "g", "--json").contains("\"x\":{\"r2\":null,"));
        assertEquals(
                3, Said.by("eval", "-l", "r2", file, "--by", "g", "--strict").status());
    }

    @Test
    void whatCannotBeGroupedIsRefused() throws IOException {
        assertEquals(3, Said.by("eval", "-l", "mse", PREDS, "--by", "regon").status());
        assertEquals(
                2,
                Said.by("eval", "-l", "mse", "-t", "1", "-p", "2", "--by", "g").status());
        assertEquals(2, Said.by("eval", "-l", "mse", PREDS, "--min-n", "2").status());
        assertEquals(2, Said.by("mse", PREDS, "--by", "region", "--gradient").status());
        for (String bins : List.of("y_true", "y_true:0", "y_true:2.5", ":3")) {
            assertEquals(2, Said.by("eval", "-l", "mse", PREDS, "--bins", bins).status(), bins);
        }
    }

    @Test
    void columnsOfTheDataGiveWayToThoseOfTheResult() throws IOException {
        String file = Files.writeString(folder.resolve("names.csv"), "n,mse,y_true,y_pred\na,x,1,2\nb,y,2,2\n")
                .toString();
        assertEquals(
                "{\"n_2\":\"a\",\"mse_2\":\"x\",\"n\":1,\"mse\":1.0}",
                Said.by("eval", "-l", "mse", file, "--by", "n,mse", "-f", "jsonl")
                        .out()
                        .lines()
                        .findFirst()
                        .orElseThrow());
        assertTrue(Said.by("eval", "-l", "mse", file, file, "--by", "n", "-f", "csv")
                .out()
                .startsWith("file,n_2,n,mse\n"));
    }
}
