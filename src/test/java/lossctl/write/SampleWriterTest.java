package lossctl.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lossctl.data.Layout;
import lossctl.data.Refusal;
import lossctl.eval.Detail;
import lossctl.eval.SampleRows;
import org.junit.jupiter.api.Test;

class SampleWriterTest {
    private static final Detail GRADIENT_AND_SHARE = new Detail(true, false, true);

    private static Layout layout(int truths, int predictions, String... texts) {
        return new Layout(truths, predictions, List.of(), new int[0], false, List.of(texts), List.of(), List.of());
    }

    /** Two samples, with what may lie behind the rows in the arrays. */
    private static final SampleRows TWO = SampleRowsOf.gradient(
            2,
            new String[0][],
            new double[] {1, 0, 99},
            new double[] {2, 3, 99},
            new double[] {1, 9, 99},
            new double[] {1, 3, 99},
            null,
            new double[] {0.1, 0.9, 99});

    private static String two(OutputFormat format, boolean labels) {
        return Written.by(out -> {
            SampleWriter writer = new SampleWriter("mse", false, labels, GRADIENT_AND_SHARE, Style.of(format), out);
            writer.start(layout(1, 1), 1);
            writer.accept(TWO);
            writer.finish(Answers.result("", 2, 0, Answers.score("mse", 5, 2)));
        });
    }

    @Test
    void theExampleOfTheInterfaceInEveryFormat() {
        String rows = """
                {"y_true":1.0,"y_pred":2.0,"loss":1.0,"gradient":1.0,"share":0.1}
                {"y_true":0.0,"y_pred":3.0,"loss":9.0,"gradient":3.0,"share":0.9}
                """;
        String[][] cases = {
            {"csv", "y_true,y_pred,loss,gradient,share\n1.0,2.0,1.0,1.0,0.1\n0.0,3.0,9.0,3.0,0.9\n"},
            {"tsv", "y_true\ty_pred\tloss\tgradient\tshare\n1.0\t2.0\t1.0\t1.0\t0.1\n0.0\t3.0\t9.0\t3.0\t0.9\n"},
            {"value", "1.0,1.0,0.1\n9.0,3.0,0.9\n"},
            {"jsonl", rows},
            {
                "json",
                "{\"loss\":\"mse\",\"samples\":[" + rows.strip().replace("}\n{", "},{")
                        + "],\"value\":5.0,\"n\":2,\"skipped\":0,\"reduction\":\"mean\",\"signature\":\"mse|signature\"}\n"
            },
            {"table", """
                y_true  y_pred  loss  gradient  share
                   1.0     2.0   1.0       1.0    0.1
                   0.0     3.0   9.0       3.0    0.9
                """},
            {"md", """
                | y_true | y_pred | loss | gradient | share |
                | ---: | ---: | ---: | ---: | ---: |
                | 1.0 | 2.0 | 1.0 | 1.0 | 0.1 |
                | 0.0 | 3.0 | 9.0 | 3.0 | 0.9 |
                """},
        };
        for (String[] pair : cases) {
            assertEquals(pair[1], two(OutputFormat.of(pair[0]), false), pair[0]);
        }
    }

    /** Ids, classes, rows of predictions, both derivatives, a share that does not exist, and columns carried along. */
    private static String wide(Style style) {
        Detail all = new Detail(true, true, true);
        return Written.by(out -> {
            SampleWriter writer = new SampleWriter("sparse_cce", true, true, all, style, out);
            writer.start(layout(1, 2, "id", "loss", "note"), 1);
            writer.accept(SampleRowsOf.gradient(
                    2,
                    new String[][] {{"-a", "=b"}, {"0.5", ""}, {"x,y", "日本"}},
                    new double[] {1, -100},
                    new double[] {0.25, 0.75, 0, 1},
                    new double[] {1 / 3.0, Double.POSITIVE_INFINITY},
                    new double[] {0, -4 / 3.0, Double.NaN, Double.NEGATIVE_INFINITY},
                    new double[] {0, 16 / 9.0, 1, 2},
                    new double[] {Double.NaN, 0.5}));
            writer.finish(Answers.result("", 2, 1, Answers.score("sparse_cce", 0.5, 2)));
        });
    }

    @Test
    void csvHasAColumnForEachValue() {
        assertEquals("""
                id,y_true,y_pred_0,y_pred_1,loss,gradient_0,gradient_1,hessian_0,hessian_1,share,loss_2,note
                '-a,1,0.25,0.75,0.3333333333333333,0.0,-1.3333333333333333,0.0,1.7777777777777777,,0.5,"x,y"
                '=b,-100,0.0,1.0,Infinity,NaN,-Infinity,1.0,2.0,0.5,,日本
                """, wide(Style.of(OutputFormat.CSV)));
    }

    @Test
    void jsonHasArrays() {
        assertEquals(
                "{\"id\":\"-a\",\"y_true\":1,\"y_pred\":[0.25,0.75],\"loss\":0.33333334,\"gradient\":[0.0,-1.3333334],"
                        + "\"hessian\":[0.0,1.7777778],\"share\":null,\"loss_2\":\"0.5\",\"note\":\"x,y\"}\n"
                        + "{\"id\":\"=b\",\"y_true\":-100,\"y_pred\":[0.0,1.0],\"loss\":\"Infinity\","
                        + "\"gradient\":[\"NaN\",\"-Infinity\"],\"hessian\":[1.0,2.0],\"share\":0.5,\"loss_2\":\"\","
                        + "\"note\":\"日本\"}\n",
                wide(new Style(OutputFormat.JSONL, 0, true, false)));
    }

    @Test
    void tablesHaveRoundedNumbersAndEmptyCells() {
        assertEquals("""
                id  y_true  y_pred_0  y_pred_1      loss  gradient_0  gradient_1  hessian_0  hessian_1  share  loss_2  note
                -a       1      0.25      0.75  0.333333         0.0    -1.33333        0.0    1.77778         0.5     x,y
                =b    -100       0.0       1.0  Infinity         NaN   -Infinity        1.0        2.0    0.5          日本
                """, wide(Style.of(OutputFormat.TABLE)));
        assertTrue(wide(new Style(OutputFormat.MD, 2, false, false))
                .contains("| -a | 1 | 0.25 | 0.75 | 0.33 | 0.0 | -1.3 | 0.0 | 1.8 |  | 0.5 | x,y |\n"));
    }

    @Test
    void precisionHoldsInCsvToo() {
        assertTrue(wide(new Style(OutputFormat.CSV, 2, false, false)).contains(",1,0.25,0.75,0.33,0.0,-1.3,0.0,1.8,,"));
        assertTrue(wide(new Style(OutputFormat.CSV, 0, true, false)).contains(",0.33333334,0.0,-1.3333334,"));
    }

    @Test
    void aKeptColumnGivesWayAndAClassThatIsNoneKeepsItsFraction() {
        String written = Written.by(out -> {
            SampleWriter writer = new SampleWriter("mse", false, true, Detail.LOSS, Style.of(OutputFormat.CSV), out);
            writer.start(layout(1, 2, "y_pred_1", "y_true"), 1);
            writer.accept(SampleRowsOf.gradient(
                    1,
                    new String[][] {{"a"}, {"b"}},
                    new double[] {0.5},
                    new double[] {1, 2},
                    new double[] {3},
                    null,
                    null,
                    null));
        });
        assertEquals("y_true,y_pred_0,y_pred_1,loss,y_pred_1_2,y_true_2\n0.5,1.0,2.0,3.0,a,b\n", written);
    }

    @Test
    void rawLeavesTextsAlone() {
        assertTrue(wide(new Style(OutputFormat.CSV, 0, false, true)).contains("\n=b,"));
    }

    @Test
    void predictedClassesAreWholeNumbersToo() {
        assertTrue(two(OutputFormat.CSV, true).endsWith("1,2,1.0,1.0,0.1\n0,3,9.0,3.0,0.9\n"));
        assertTrue(two(OutputFormat.TABLE, true).endsWith("     0       3   9.0       3.0    0.9\n"));
        assertTrue(two(OutputFormat.JSONL, true).startsWith("{\"y_true\":1,\"y_pred\":2,\"loss\":1.0"));
    }

    @Test
    void aLossWithoutValuesOfItsOwnHasItsGradientOnly() {
        for (OutputFormat format : new OutputFormat[] {OutputFormat.CSV, OutputFormat.VALUE}) {
            String written = Written.by(out -> {
                Detail gradient = new Detail(true, false, false);
                SampleWriter writer = new SampleWriter("rmse", false, false, gradient, Style.of(format), out);
                writer.start(layout(0, 2), 0);
                writer.accept(SampleRowsOf.gradient(
                        1, new String[0][], new double[0], new double[] {1, 2}, null, new double[] {3, 4}, null, null));
                writer.finish(Answers.result("", 1, 0, Answers.score("rmse", 1, 1)));
            });
            boolean bare = format == OutputFormat.VALUE;
            assertEquals(bare ? "3.0,4.0\n" : "y_pred_0,y_pred_1,gradient_0,gradient_1\n1.0,2.0,3.0,4.0\n", written);
        }
    }

    @Test
    void noRowsAreAHeadingOnly() {
        String[][] cases = {
            {"csv", "y_true,y_pred,loss\n"},
            {"value", ""},
            {"jsonl", ""},
            {"table", "y_true  y_pred  loss\n"},
            {
                "json",
                "{\"loss\":\"mse\",\"samples\":[],\"value\":0.0,\"n\":0,\"skipped\":0,\"reduction\":\"mean\","
                        + "\"signature\":\"mse|signature\"}\n"
            },
        };
        for (String[] pair : cases) {
            String written = Written.by(out -> {
                SampleWriter writer =
                        new SampleWriter("mse", false, false, Detail.LOSS, Style.of(OutputFormat.of(pair[0])), out);
                writer.start(layout(1, 1), 1);
                writer.finish(Answers.result("", 0, 0, Answers.score("mse", 0, 0)));
            });
            assertEquals(pair[1], written, pair[0]);
        }
    }

    /** An output that never ends stops at the first write that fails, whichever it is. */
    @Test
    void endlessOutputStopsWhereItsReaderStops() {
        for (OutputFormat format : OutputFormat.values()) {
            for (int k = 0; k < 6; k++) {
                for (String reason : new String[] {"Broken pipe", "No space left on device"}) {
                    CheckedOut out = CheckedOut.to(new FailingStream(k, reason), "<stdout>");
                    SampleWriter writer =
                            new SampleWriter("mse", false, false, GRADIENT_AND_SHARE, Style.of(format), out);
                    Class<? extends RuntimeException> expected =
                            reason.equals("Broken pipe") ? BrokenPipe.class : Refusal.class;
                    assertThrows(expected, () -> {
                        writer.start(layout(1, 1), 1);
                        for (int i = 0; i < 1_000_000; i++) {
                            writer.accept(TWO);
                        }
                    });
                }
            }
        }
    }

    @Test
    void whatBreaksOffInJsonIsNoWholeText() {
        String cut = Written.by(out -> {
            SampleWriter writer =
                    new SampleWriter("mse", false, false, GRADIENT_AND_SHARE, Style.of(OutputFormat.JSON), out);
            writer.start(layout(1, 1), 1);
            writer.accept(TWO);
        });
        assertTrue(cut.endsWith("\"share\":0.9}"), cut);
    }
}
