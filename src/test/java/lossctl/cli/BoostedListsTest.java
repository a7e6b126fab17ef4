package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists, areas, hazards and several outputs as the boosting libraries see them. */
class BoostedListsTest {
    private static String answer(String as, String loss, String rest) {
        return Said.read("{\"id\":1,\"as\":\"" + as + "\",\"loss\":\"" + loss + "\"," + rest + "}\n", "batch", "-")
                .out();
    }

    private static double value(String as, String loss, String rest) {
        String out = answer(as, loss, rest);
        int from = out.indexOf("\"value\":");
        assertTrue(from > 0, out);
        return Double.parseDouble(
                out.substring(from + 8, out.indexOf(",\"", from)).replace("\"", ""));
    }

    private static String pair(String truth, String prediction) {
        return "\"y_true\":" + truth + ",\"y_pred\":" + prediction;
    }

    /** Source: xgboost/tests/cpp/metric/test_rank_metric.cc and test_auc.cc. */
    @Test
    void xgboostsRankMetricsGiveTheNumbersOfItsOwnTests() {
        String four = pair("[[0,0,1,1]]", "[[0.1,0.9,0.1,0.9]]");
        assertEquals(0.6509, value("xgboost", "ndcg", four), 1e-3);
        assertEquals(0.3868, value("xgboost", "ndcg", four + ",\"params\":{\"topn\":2}"), 1e-3);
        assertEquals(0.5, value("xgboost", "map", four), 1e-3);
        assertEquals(0.25, value("xgboost", "map", four + ",\"params\":{\"topn\":2}"), 1e-3);
        assertEquals(1, value("xgboost", "map", pair("[[0,0]]", "[[1,2]]")), 0);
        assertEquals(0.5, value("xgboost", "aucpr", pair("[0,0,1,1]", "[0.1,0.9,0.1,0.9]")), 1e-3);
        assertEquals(
                0.2908445,
                value("xgboost", "aucpr", pair("[0,0,0,0,0,1,0,0,1,1]", "[0.4,0.2,0.9,0.1,0.2,0.4,0.1,0.1,0.2,0.1]")),
                1e-6);
        assertEquals(
                0.2769199,
                value(
                        "xgboost",
                        "aucpr",
                        pair(
                                "[0,1,0,1,0,0,0,0,0,0,0,0,0,1,1,1,1,0,1,1]",
                                "[0.87,0.31,0.40,0.42,0.25,0.66,0.95,0.09,0.10,0.97,0.76,0.69,0.15,0.20,0.30,0.14,"
                                        + "0.07,0.58,0.61,0.08]")),
                1e-6);
        assertEquals(Double.NaN, value("xgboost", "auc", pair("[0,0]", "[1,1]")));
        assertEquals(Double.NaN, value("xgboost", "aucpr", pair("[0,0]", "[1,1]")));
    }

    /** By hand from xgboost/src/metric/rank_metric.cc: hazards 2, 1 and 1/2, the second censored. */
    @Test
    void xgboostsCoxMetricTakesHazards() {
        assertEquals(Math.log(3.5 / 2) / 2, value("xgboost", "cox-nloglik", pair("[1,-2,3]", "[2,1,0.5]")), 1e-15);
    }

    /** By hand from LightGBM/src/metric: places beyond the relevant documents do not count. */
    @Test
    void lightgbmDividesByAsManyAsThereArePlaces() {
        String list = pair("[[1,1,1]]", "[[3,2,1]]") + ",\"params\":{\"eval_at\":2}";
        assertEquals(1, value("lightgbm", "map", list), 0);
        assertEquals(2 / 3.0, value("xgboost", "map", list.replace("eval_at", "topn")), 1e-15);
    }

    /** By hand from catboost/libs/metrics/metric.cpp. */
    @Test
    void catboostsLossesOfRowsFollowItsSource() {
        String rows = pair("[[1,2],[3,4]]", "[[2,2],[3,2]]");
        assertEquals(Math.sqrt(5 / 2.0), value("catboost", "MultiRMSE", rows), 1e-15);
        assertEquals(
                Math.sqrt(4 / 2.0),
                value("catboost", "MultiRMSEWithMissingValues", rows.replace("[1,", "[\"nan\",")),
                1e-15);
        assertEquals(Math.sqrt((0.25 + 0.25 + 1 + 1) / 4), value("catboost", "QueryRMSE", rows), 1e-15);
        assertEquals(
                (Math.log(2) + 2 * Math.log(1 + Math.exp(-1))) / 3,
                value("catboost", "QuerySoftMax", pair("[[0,1],[2,0]]", "[[2,2],[3,2]]")),
                1e-15);
        assertEquals(
                (2 * 0.9189385332046 + 0.5 + 1) / 2,
                value("catboost", "RMSEWithUncertainty", pair("[1,2]", "[[2,0],[2,1]]")),
                1e-15);
        assertEquals(Math.log(2), value("catboost", "MultiClassOneVsAll", pair("[0]", "[[0,0]]")), 1e-15);
        assertEquals(Math.log(2), value("catboost", "MultiLogloss", pair("[[1,1]]", "[[0,0]]")), 1e-15);
        assertEquals(0.5, value("catboost", "ZeroOneLoss", pair("[0,1]", "[[2,0],[2,1]]")), 0);
        assertEquals(0.5, value("catboost", "HammingLoss", pair("[0,1]", "[2,1]")), 0);
        assertEquals(
                -Math.log(1 + Math.exp(-1) + Math.exp(-1.5)),
                value("catboost", "Cox", pair("[1,-2,3]", "[2,1,0.5]")),
                1e-15);
        assertEquals((2 - 1e-6) / 2, value("catboost", "MAE", pair("[1,2]", "[3,2.0000001]")), 1e-15);
        assertEquals(1, value("catboost", "R2", pair("[1,1]", "[2,3]")), 0);
    }

    /** The derivatives by differences of the value. */
    @Test
    void gradientsAreThoseOfTheValue() {
        String[][] losses = {
            {"xgboost", "cox-nloglik", "\"y_true\":[1,-2,3,3]", "[%s,1,0.5,0.7]"},
            {"catboost", "Cox", "\"y_true\":[1,-2,3,3]", "[1,%s,0.5,0.7]"},
            {"catboost", "MultiRMSE", "\"y_true\":[[1,2],[3,4]]", "[[%s,2],[3,1]]"},
            {"catboost", "QueryRMSE", "\"y_true\":[[1,2],[3,4]]", "[[%s,2],[3,1]]"},
            {"catboost", "QuerySoftMax", "\"y_true\":[[1,2],[3,0]]", "[[%s,2],[3,1]]"},
            {"catboost", "RMSEWithUncertainty", "\"y_true\":[1,2]", "[[1.5,%s],[3,1]]"},
            {"catboost", "MultiClassOneVsAll", "\"y_true\":[1,0]", "[[1.5,%s],[3,1]]"},
            {"lightgbm", "cross_entropy_lambda", "\"sample_weight\":[2,1],\"y_true\":[0.3,1]", "[%s,1]"},
            {"lightgbm", "kullback_leibler", "\"y_true\":[0.3,1]", "[%s,1]"},
            {
                "torchmetrics",
                "jensen_shannon_divergence",
                "\"params\":{\"log_prob\":true},\"y_true\":[[-1,-2]]",
                "[[%s,-1]]"
            },
            {"torchmetrics", "mean_squared_log_error", "\"y_true\":[3,2]", "[%s,1]"},
        };
        double h = 1e-5;
        double at = 0.7;
        for (String[] each : losses) {
            double[] values = new double[2];
            for (int i = 0; i < 2; i++) {
                values[i] = value(
                        each[0],
                        each[1],
                        each[2] + ",\"y_pred\":" + String.format(each[3], String.valueOf(at + (2 * i - 1) * h)));
            }
            String out = answer(
                    each[0],
                    each[1],
                    each[2] + ",\"want\":[\"gradient\"],\"y_pred\":" + String.format(each[3], String.valueOf(at)));
            String[] numbers = out.substring(out.indexOf("\"gradient\":") + 11, out.indexOf(",\"n\""))
                    .replaceAll("[\\[\\]]", "")
                    .split(",");
            int place = each[3].substring(0, each[3].indexOf('%')).split(",", -1).length - 1;
            double slope = Double.parseDouble(numbers[place]);
            assertEquals((values[1] - values[0]) / (2 * h), slope, 1e-7 * (1 + Math.abs(slope)), each[1]);
        }
    }

    @Test
    void anArrayThatAFrameworkIsNotKnownToTakeIsRefused() {
        assertTrue(answer("optax", "sigmoid_focal_loss", pair("[[1,0]]", "[[1,2]]") + ",\"inputs\":{\"where\":[[1,1]]}")
                .contains("sigmoid_focal_loss has no input 'where' that is known here"));
    }

    /** Numbers as those that batch gives for the same arrays, whose frameworks gave them. */
    @Test
    void theCommandLineKnowsTheSameConventions() {
        String[][] commands = {
            {"0.06845434445044118", "dice", "1,0;0,1;0,1", "2,-1;0,1;-1,3", "optax"},
            {"0.05408288201921752", "tversky", "1,0;0,1;0,1", "2,-1;0,1;-1,3", "optax", "--alpha", "0.3"},
            {"-0.34992710611188255", "nrmse", "-1,-2,-4", "-1,-3,-3", "torchmetrics"},
            {"0.21428571428571427", "rse", "1,2,4", "1,2,3", "torchmetrics"},
            {"1", "precision", "1,0,1", "0.7,0.4,1", "torchmetrics"},
            {"0.5", "accuracy", "0,1,1,1", "0.2,0.8;0.3,0.7;0.6,0.4;0.1,0.9", "torchmetrics"},
            {"0.5", "binary_accuracy", "1,0", "0.6,0.7", "torchmetrics"},
            {"0.5885616707300861", "hinge", "1,0,1", "2,-1,0.5", "torchmetrics"},
        };
        for (String[] each : commands) {
            List<String> words =
                    new ArrayList<>(List.of(each[1], "--true=" + each[2], "--pred=" + each[3], "--as", each[4]));
            words.addAll(List.of(each).subList(5, each.length));
            Said said = Said.by(words.toArray(new String[0]));
            assertEquals(0, said.status(), said.err());
            assertEquals(
                    Double.parseDouble(each[0]), Double.parseDouble(said.out().trim()), 1e-14, each[1]);
        }
    }
}
