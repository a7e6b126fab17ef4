package lossctl.write;

import static lossctl.write.Answers.huber;
import static lossctl.write.Answers.result;
import static lossctl.write.Answers.score;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Refusal;
import lossctl.eval.Result;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private static String write(Result result, Style style) {
        return Written.by(out -> Results.write(result, style, out));
    }

    private static String evaluation(OutputFormat format, Result total, Result... files) {
        return Written.by(out -> Results.writeEvaluation(List.of(files), total, Style.of(format), out));
    }

    @Test
    void oneLossInEveryFormat() {
        Result result = result("preds.csv", 4, 0, score("mse", 0.375, 4));
        String json = """
                {"loss":"mse","value":0.375,"n":4,"skipped":0,"reduction":"mean","signature":"mse|signature"}
                """;
        String[][] cases = {
            {"value", "0.375\n"},
            {"json", json},
            {"jsonl", json},
            {"table", "loss  value  n\nmse   0.375  4\n"},
            {"csv", "loss,value,n\nmse,0.375,4\n"},
            {"tsv", "loss\tvalue\tn\nmse\t0.375\t4\n"},
            {"md", "| loss | value | n |\n| --- | ---: | ---: |\n| mse | 0.375 | 4 |\n"},
        };
        for (String[] pair : cases) {
            assertEquals(pair[1], write(result, Style.of(OutputFormat.of(pair[0]))));
        }
    }

    @Test
    void whatWasSkippedIsTold() {
        Result result = result("", 4, 2, score("mse", 0.375, 3));
        assertEquals("loss,value,n,skipped\nmse,0.375,3,2\n", write(result, Style.of(OutputFormat.CSV)));
        assertTrue(write(result, Style.of(OutputFormat.JSON)).contains("\"n\":3,\"skipped\":2,"));
    }

    @Test
    void precisionAndFloat32() {
        Result third = result("", 3, 0, score("mse", 1 / 3.0, 3));
        assertEquals("0.3333333333333333\n", write(third, Style.of(OutputFormat.VALUE)));
        assertEquals("0.333\n", write(third, new Style(OutputFormat.VALUE, 3, false, false)));
        assertEquals("0.33333334\n", write(third, new Style(OutputFormat.VALUE, 0, true, false)));
        assertEquals("0.33\n", write(third, new Style(OutputFormat.VALUE, 2, true, false)));
        assertEquals(
                "loss     value  n\nmse   0.333333  3\n", write(third, new Style(OutputFormat.TABLE, 0, true, false)));
        assertEquals(
                "loss          value  n\nmse   0.33333333333  3\n",
                write(third, new Style(OutputFormat.TABLE, 11, false, false)));
    }

    @Test
    void whatIsNotFiniteIsAWord() {
        for (double x : new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN}) {
            Result result = result("", 1, 0, score("bce", x, 1));
            String word = Double.toString(x);
            assertEquals(word + "\n", write(result, Style.of(OutputFormat.VALUE)));
            assertTrue(write(result, Style.of(OutputFormat.JSON)).contains("\"value\":\"" + word + "\","));
            assertEquals("loss,value,n\nbce," + word + ",1\n", write(result, Style.of(OutputFormat.CSV)));
        }
    }

    @Test
    void anEvaluationOfOneFileHasNoFileColumn() {
        Result one = result(
                "a.csv", 4, 0, score("mse", 0.375, 4), score("mae", 0.5, 4), score("rmse", 0.6123724356957945, 4));
        String[][] cases = {
            {"table", "n    mse  mae      rmse\n4  0.375  0.5  0.612372\n"},
            {"csv", "n,mse,mae,rmse\n4,0.375,0.5,0.6123724356957945\n"},
            {"value", "0.375\n0.5\n0.6123724356957945\n"},
            {"jsonl", "{\"n\":4,\"mse\":0.375,\"mae\":0.5,\"rmse\":0.6123724356957945}\n"},
            {
                "json",
                "{\"mse\":0.375,\"mae\":0.5,\"rmse\":0.6123724356957945,\"n\":4,\"signatures\":{\"mse\":\"mse|signature\","
                        + "\"mae\":\"mae|signature\",\"rmse\":\"rmse|signature\"}}\n"
            },
        };
        for (String[] pair : cases) {
            assertEquals(pair[1], evaluation(OutputFormat.of(pair[0]), one, one), pair[0]);
        }
    }

    @Test
    void severalFilesHaveARowEachAndOneForAll() {
        Result a = result("a.csv", 3, 0, score("mse", 0.25, 3));
        Result b = result("dumps/b.csv", 1, 2, score("mse", 1, 1));
        Result all = result("", 4, 2, score("mse", 0.4375, 4));
        String[][] cases = {
            {"table", """
                file         n  skipped     mse
                a.csv        3        0    0.25
                dumps/b.csv  1        2     1.0
                (all)        4        2  0.4375
                """},
            {"md", """
                | file | n | skipped | mse |
                | --- | ---: | ---: | ---: |
                | a.csv | 3 | 0 | 0.25 |
                | dumps/b.csv | 1 | 2 | 1.0 |
                | (all) | 4 | 2 | 0.4375 |
                """},
            {"csv", "file,n,skipped,mse\na.csv,3,0,0.25\ndumps/b.csv,1,2,1.0\n(all),4,2,0.4375\n"},
            {"tsv", "file\tn\tskipped\tmse\na.csv\t3\t0\t0.25\ndumps/b.csv\t1\t2\t1.0\n(all)\t4\t2\t0.4375\n"},
            {"value", "0.25\n1.0\n0.4375\n"},
            {"jsonl", """
                {"file":"a.csv","n":3,"skipped":0,"mse":0.25}
                {"file":"dumps/b.csv","n":1,"skipped":2,"mse":1.0}
                {"file":"(all)","n":4,"skipped":2,"mse":0.4375}
                """},
            {
                "json",
                "{\"mse\":0.4375,\"n\":4,\"skipped\":2,\"files\":{\"a.csv\":{\"mse\":0.25,\"n\":3},"
                        + "\"dumps/b.csv\":{\"mse\":1.0,\"n\":1,\"skipped\":2}},\"signatures\":{\"mse\":\"mse|signature\"}}\n"
            },
        };
        for (String[] pair : cases) {
            assertEquals(pair[1], evaluation(OutputFormat.of(pair[0]), all, a, b), pair[0]);
        }
    }

    @Test
    void aFileThatWasGivenTwiceIsTwoMembers() {
        Result a = result("a.csv", 3, 0, score("mse", 0.25, 3));
        Result all = result("", 6, 0, score("mse", 0.25, 6));
        assertTrue(evaluation(OutputFormat.JSON, all, a, a)
                .contains("\"files\":{\"a.csv\":{\"mse\":0.25,\"n\":3},\"a.csv (2)\":{\"mse\":0.25,\"n\":3}}"));
    }

    @Test
    void theSameLossTwiceIsToldApartByItsParameters() {
        Result one = result(
                "", 2, 0, score("mse", 5, 2), huber(1, 1.5, 2), huber(2, 2.25, 2), huber(0.5, 1, 2), huber(2, 2.25, 2));
        assertEquals(
                "n,mse,huber,huber:delta=2,huber:delta=0.5\n2,5.0,1.5,2.25,1.0\n",
                evaluation(OutputFormat.CSV, one, one));
        Result between = result("", 2, 0, score("mse", 5, 2), score("mse", 5, 2), score("mae", 2, 2));
        assertEquals("n,mse,mae\n2,5.0,2.0\n", evaluation(OutputFormat.CSV, between, between));
        Result alone = result("", 2, 0, huber(2, 2.25, 2));
        assertEquals("n,huber\n2,2.25\n", evaluation(OutputFormat.CSV, alone, alone));
    }

    @Test
    void aFailureAtAnyWriteReachesTheCaller() {
        Result result = result("a.csv", 4, 0, score("mse", 0.375, 4));
        for (OutputFormat format : OutputFormat.values()) {
            List<Integer> refused = new ArrayList<>();
            for (int k = 0; k < 3; k++) {
                CheckedOut out = CheckedOut.to(new FailingStream(k, "No space left on device"), "<stdout>");
                assertThrows(Refusal.class, () -> {
                    Results.write(result, Style.of(format), out);
                    out.finish();
                });
                refused.add(k);
            }
            assertEquals(List.of(0, 1, 2), refused);
        }
    }

    @Test
    void everyWordNamesItsFormat() {
        for (OutputFormat format : OutputFormat.values()) {
            assertEquals(format, OutputFormat.of(format.word()));
        }
        assertEquals(null, OutputFormat.of("xml"));
        assertEquals(null, OutputFormat.of("CSV"));
    }
}
