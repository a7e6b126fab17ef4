package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** optax, torchmetrics and the boosting libraries through batch, by numbers that they publish or that are told by hand. */
class OtherFrameworksTest {
    private static String answer(String request) {
        return Said.read("{\"id\":1," + request + "}\n", "batch", "-").out();
    }

    private static void holds(double expected, double tolerance, String as, String loss, String rest) {
        String out = answer("\"as\":\"" + as + "\",\"loss\":\"" + loss + "\"," + rest);
        int from = out.indexOf("\"value\":");
        assertTrue(from > 0, out);
        String value = out.substring(from + 8, out.indexOf(",\"", from)).replace("\"", "");
        assertEquals(expected, Double.parseDouble(value), tolerance, as + " " + loss + ": " + out);
    }

    private static String pair(String truth, String prediction) {
        return "\"y_true\":" + truth + ",\"y_pred\":" + prediction;
    }

    /** Source: xgboost/tests/cpp/metric/test_elementwise_metric.h and test_multiclass_metric.h. */
    @Test
    void xgboostsMetricsGiveTheNumbersOfItsOwnTests() {
        String four = pair("[0,0,1,1]", "[0.1,0.9,0.1,0.9]");
        holds(0.5, 1e-3, "xgboost", "error", four);
        holds(0.55, 1e-3, "xgboost", "error", four + ",\"sample_weight\":[1,2,9,8]");
        holds(0.5, 1e-10, "xgboost", "poisson-nloglik", pair("[0,1]", "[0,1]"));
        holds(0.6263, 1e-3, "xgboost", "poisson-nloglik", pair("[0,0,1,1]", "[0.5,1e-17,1,0.9]"));
        holds(1.1019, 1e-3, "xgboost", "poisson-nloglik", four);
        String even = "[[0.1,0.1,0.1],[0.1,0.1,0.1],[0.1,0.1,0.1]]";
        holds(0.666, 1e-3, "xgboost", "merror", pair("[0,1,2]", even));
        holds(2.302, 1e-3, "xgboost", "mlogloss", pair("[0,1,2]", even));
    }

    /** Source: xgboost/tests/cpp/objective/test_regression_obj.cc; XGBoost sums where the mean over 4 events is ours. */
    @Test
    void aTimeBelow0IsCensoredToXgboostsCox() {
        String out = answer("\"as\":\"xgboost\",\"loss\":\"survival:cox\",\"want\":[\"gradient\"],"
                + pair("[0,-2,-2,2,3,5,-10,100]", "[0,0.1,0.9,1,0,0.1,0.9,1]"));
        String list = out.substring(out.indexOf("\"gradient\":[") + 12, out.indexOf(']'));
        double[] expected = {0, 0, 0, -0.799, -0.788, -0.590, 0.910, 1.006};
        String[] found = list.split(",");
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], 4 * Double.parseDouble(found[i]), 2e-3, out);
        }
    }

    /** By hand from the formulas in xgboost/src/metric and objective. */
    @Test
    void xgboostKeepsMeansAndLikelihoodsAboveItsFloors() {
        holds(2 / (double) 1e-6f + Math.log(1e-6f), 1e-6, "xgboost", "gamma-nloglik", pair("[2]", "[0]"));
        holds(0, 1e-12, "xgboost", "gamma-deviance", pair("[0]", "[0]"));
        holds(2 * (Math.log(2) + 0.5 - 1), 1e-5, "xgboost", "gamma-deviance", pair("[1]", "[2]"));
        holds(4 / 0.5 + 2, 1e-12, "xgboost", "tweedie-nloglik", pair("[4]", "[1]") + ",\"params\":{\"rho\":1.5}");
        holds(Math.exp(0.5) / 0.5, 1e-12, "xgboost", "reg:tweedie", pair("[0]", "[1]"));
        holds(1 + 2 * Math.exp(-1), 1e-12, "xgboost", "reg:gamma", pair("[2]", "[1]"));
        holds(0.5 * Math.log(2) * Math.log(2), 1e-12, "xgboost", "reg:squaredlogerror", pair("[0]", "[1]"));
        holds(
                0.25 * 4 / 2,
                1e-12,
                "xgboost",
                "reg:expectileerror",
                pair("[0]", "[2]") + ",\"params\":{\"expectile_alpha\":0.75}");
        String exact = ",\"inputs\":{\"upper\":[1]}";
        holds(Math.log(2 * Math.PI) / 2, 1e-12, "xgboost", "survival:aft", pair("[1]", "[0]") + exact);
        holds(-Math.log(1e-12), 1e-12, "xgboost", "aft-nloglik", pair("[1]", "[60]") + exact);
    }

    /** By hand from LightGBM/src/metric: gamma_deviance is a sum, a tie is an error, floors are floats. */
    @Test
    void lightgbmsMetricsFollowItsSource() {
        holds(2 + Math.log(0.5), 1e-12, "lightgbm", "gamma", pair("[1]", "[0.5]"));
        holds(2 * (0.5 + 2 - 2), 1e-8, "lightgbm", "gamma_deviance", pair("[1,2]", "[2,1]"));
        holds(1e-5 / 0.5, 1e-9, "lightgbm", "tweedie", pair("[0]", "[0]"));
        holds(-Math.log(1e-12), 1e-12, "lightgbm", "cross_entropy", pair("[1]", "[0]"));
        holds(-Math.log(1e-15f), 1e-12, "lightgbm", "binary_logloss", pair("[1]", "[0]"));
        holds(0.5, 1e-12, "lightgbm", "binary_error", pair("[1,0]", "[0.5,0.5]"));
        holds(1, 1e-12, "lightgbm", "multi_error", pair("[0]", "[[0.5,0.5]]"));
        holds(
                0,
                1e-12,
                "lightgbm",
                "multi_error",
                pair("[0]", "[[0.5,0.5]]") + ",\"params\":{\"multi_error_top_k\":2}");
        holds(0, 1e-12, "xgboost", "merror", pair("[0]", "[[0.5,0.5]]"));
        holds(0.75, 1e-12, "lightgbm", "r2", pair("[0,2]", "[0.5,1.5]"));
    }

    /** Source: catboost/libs/metrics/ut/tweedie_ut.cpp and smape_ut.cpp; the others by hand from metric.cpp. */
    @Test
    void catboostsMetricsGiveTheNumbersOfItsOwnTests() {
        holds(
                10.38992204811516,
                1e-12,
                "catboost",
                "Tweedie",
                pair("[3,4,5,1]", "[1,2,3,4]") + ",\"params\":{\"variance_power\":1.5}");
        holds(
                118.24,
                1e-2,
                "catboost",
                "SMAPE",
                pair("[1.2,2,-0.3,-1.5,-1.5,0.3,0,0.3,-0.15,0.3,0]", "[1,2.3,0.1,-2,-1,0,-0.2,-0.3,0.15,-0.2,0]"));
        holds(0.25, 1e-12, "catboost", "BrierScore", pair("[1,0]", "[0,0]"));
        holds(1, 1e-12, "catboost", "HingeLoss", pair("[1,0]", "[0,0]"));
        holds(
                0.25 * 0.25 * Math.log(2),
                1e-12,
                "catboost",
                "Focal",
                pair("[1]", "[0]") + ",\"params\":{\"focal_alpha\":0.25,\"focal_gamma\":2}");
        holds(
                0.25 * -Math.log(1e-13),
                1e-9,
                "catboost",
                "Focal",
                pair("[1]", "[-700]") + ",\"params\":{\"focal_alpha\":0.25,\"focal_gamma\":2}");
        holds(Math.log(Math.cosh(1)), 1e-12, "catboost", "LogCosh", pair("[0]", "[1]"));
    }

    /** Source: optax/losses/_regression_test.py and _ranking_test.py; the triplet of degree 1 and ctc by hand. */
    @Test
    void optaxGivesTheNumbersOfItsOwnTests() {
        String truths = "[[0,1.2,0.2],[1,-0.3,0]]";
        String predictions = "[[10,1,-2],[1,4,0.2]]";
        double mean = (0.9358251989 + 1.0464068465) / 2;
        holds(mean, 1e-8, "optax", "cosine_distance", pair(truths, predictions));
        holds(1 - mean, 1e-8, "optax", "cosine_similarity", pair(truths, predictions));
        holds(Double.NaN, 0, "optax", "cosine_similarity", pair("[[0,0]]", "[[1,0]]"));
        holds(0, 0, "optax", "cosine_similarity", pair("[[0,0]]", "[[1,0]]") + ",\"params\":{\"epsilon\":1e-6}");
        double all = Math.log(1 + Math.exp(3) + Math.exp(1) + Math.exp(2));
        holds(2 * all - 3, 1e-12, "optax", "ranking_softmax_loss", pair("[[0,0,1,1]]", "[[0,3,1,2]]"));
        holds(
                3,
                1e-12,
                "optax",
                "triplet_margin_loss",
                "\"y_pred\":[[0,0]],\"inputs\":{\"positive\":[[-1,-1]],\"negative\":[[0,0]]},"
                        + "\"params\":{\"norm_degree\":1}");
        holds(
                Math.log(27 / 6.0),
                1e-12,
                "optax",
                "ctc_loss",
                pair("[[1,2]]", "[[[0,0,0],[0,0,0],[0,0,0]]]")
                        + ",\"inputs\":{\"logit_paddings\":[[0,0,0]],\"label_paddings\":[[0,1]]}");
        holds(
                Math.log(2),
                1e-12,
                "optax",
                "kl_divergence_with_log_targets",
                pair("[[0,-800]]", "[[-0.6931471805599453,-0.6931471805599453]]"));
        assertTrue(answer("\"as\":\"optax\",\"loss\":\"ctc_loss\"," + pair("[[1]]", "[[[0,0]]]"))
                .contains("wants the input logit_paddings of shape (1, 1)"));
    }

    /** Source: the examples in the documentation of torchmetrics/functional/regression. */
    @Test
    void torchmetricsGivesTheNumbersOfItsDocumentation() {
        String rows = pair("[[1,2,3,4],[1,2,3,4]]", "[[1,2,3,4],[-1,-2,-3,-4]]");
        assertTrue(answer("\"as\":\"torchmetrics\",\"loss\":\"cosine_similarity\",\"reduction\":\"none\"," + rows)
                .contains("\"value\":[1.0,-1.0]"));
        holds(2, 1e-12, "torchmetrics", "cosine_similarity", pair("[[1,2],[3,4]]", "[[2,4],[3,4]]"));
        holds(
                1,
                1e-12,
                "torchmetrics",
                "cosine_similarity",
                pair("[[1,2],[3,4]]", "[[2,4],[3,4]]") + ",\"reduction\":\"mean\"");
        String distributions = pair("[[0.36,0.48,0.16]]", "[[1,1,1]]");
        holds(0.0853, 5e-5, "torchmetrics", "kl_divergence", distributions);
        holds(0.0225, 5e-5, "torchmetrics", "jensen_shannon_divergence", distributions);
        holds(1 / 1.17e-6, 1e-6, "torchmetrics", "weighted_mean_absolute_percentage_error", pair("[0]", "[1]"));
        holds(1.25, 1e-12, "torchmetrics", "continuous_ranked_probability_score", pair("[0]", "[[1,2]]"));
        holds(2, 1e-12, "torchmetrics", "perplexity", pair("[0,1]", "[[0,0],[3,3]]"));
        String out = Said.by("cosine", "--true", "3,4;1,0", "--pred", "3,4;1,0", "--as", "torchmetrics")
                .out();
        assertEquals(2, Double.parseDouble(out.trim()), "the sum is its default on the command line too");
    }

    /** The derivative of what is altered is that of the altered value, by differences. */
    @Test
    void gradientsOfWhatIsAlteredAreThoseOfTheAlteredValue() {
        String[][] losses = {
            {"catboost", "Focal", "[1]", ",\"params\":{\"focal_alpha\":0.3,\"focal_gamma\":1.7}"},
            {"catboost", "Focal", "[0]", ",\"params\":{\"focal_alpha\":0.3,\"focal_gamma\":1.7}"},
            {"catboost", "BrierScore", "[1]", ""},
            {"catboost", "HingeLoss", "[0]", ""},
            {"xgboost", "gamma-deviance", "[0.3]", ""},
            {"xgboost", "reg:squaredlogerror", "[2]", ""},
            {"lightgbm", "tweedie", "[2]", ""},
            {"catboost", "SMAPE", "[2]", ""},
        };
        double h = 1e-5;
        for (String[] each : losses) {
            String before = "\"as\":\"" + each[0] + "\",\"loss\":\"" + each[1] + "\",\"want\":[\"value\",\"gradient\"]";
            double[] value = new double[3];
            double slope = 0;
            for (int i = 0; i < 3; i++) {
                String out = answer(before + each[3] + "," + pair(each[2], "[" + (0.7 + (i - 1) * h) + "]"));
                value[i] = Double.parseDouble(out.substring(out.indexOf("\"value\":") + 8, out.indexOf(",\"gradient")));
                int from = out.indexOf("\"gradient\":[") + 12;
                slope = i == 1 ? Double.parseDouble(out.substring(from, out.indexOf(']', from))) : slope;
            }
            assertEquals((value[2] - value[0]) / (2 * h), slope, 1e-6 * (1 + Math.abs(slope)), each[1]);
        }
    }
}
