package lossctl.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import lossctl.catalog.Catalog;
import lossctl.data.Refusal;
import lossctl.loss.Params;
import lossctl.loss.Selection;
import lossctl.loss.Spec;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    private static final int ROWS = 20_000;

    private static Selection loss(String name) {
        return Selection.of(Catalog.find(name));
    }

    private static double value(String name, Rows rows) {
        return value(Evaluation.of(loss(name)), rows);
    }

    private static double value(Evaluation evaluation, Rows rows) {
        return new Evaluator(evaluation).evaluate(rows).scores().get(0).value();
    }

    private static double[] wild(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = (random.nextDouble() - 0.5) * StrictMath.pow(10, random.nextInt(40) - 20);
        }
        return values;
    }

    @Test
    void theWeightedMeanIsTheCorrectlyRoundedQuotientOfExactSums() {
        double[] truth = wild(ROWS, 1);
        double[] prediction = wild(ROWS, 2);
        double[] weights = new double[ROWS];
        BigDecimal losses = BigDecimal.ZERO;
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < ROWS; i++) {
            weights[i] = i % 7 / 3.0;
            BigDecimal loss = new BigDecimal(Math.abs(prediction[i] - truth[i]));
            losses = losses.add(loss.multiply(new BigDecimal(weights[i])));
            total = total.add(new BigDecimal(weights[i]));
        }
        Rows rows = new Rows(Rows.column(truth), Rows.column(prediction), weights, 977);
        double expected = losses.divide(total, new MathContext(60)).doubleValue();
        assertEquals(expected, value("mae", rows));
    }

    /** ln(1 + e^2)/2 of 99,999 residuals of 1 and of one of 3.4e308, which no double is: by mpmath. */
    @Test
    void aResidualPastTheRangeOfDoublesIsFoundAmongManyOthersToo() {
        double[] truth = new double[100_000];
        double[] prediction = new double[truth.length];
        Arrays.fill(prediction, 1);
        truth[70_000] = -1.7e308;
        prediction[70_000] = 1.7e308;
        assertEquals(0.35367432438480774, value("cauchy", Rows.of(truth, prediction)), 1e-16);
    }

    @Test
    void theSameBitsForAnyNumberOfThreadsBlockSizeAndOrder() {
        double[] truth = wild(ROWS, 3);
        double[] prediction = wild(ROWS, 4);
        for (String name : List.of("mse", "mae", "rmse", "huber")) {
            double expected = value(name, Rows.of(truth, prediction));
            for (int threads : new int[] {1, 2, 3, 8}) {
                for (int block : new int[] {1, 7, 1000, ROWS}) {
                    Rows rows = new Rows(Rows.column(truth), Rows.column(prediction), null, block);
                    Evaluation evaluation = new Evaluation(List.of(loss(name)), Reduction.MEAN, false, false, threads);
                    assertEquals(expected, value(evaluation, rows), name + " " + threads + " " + block);
                }
            }
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < ROWS; i++) {
                order.add(i);
            }
            Collections.shuffle(order, new Random(5));
            double[] shuffledTruth = order.stream().mapToDouble(i -> truth[i]).toArray();
            double[] shuffledPrediction =
                    order.stream().mapToDouble(i -> prediction[i]).toArray();
            assertEquals(expected, value(name, Rows.of(shuffledTruth, shuffledPrediction)), name);
        }
    }

    @Test
    void ofSeveralRefusalsInSeveralThreadsTheFirstInTheSourceIsTold() {
        double[] truth = new double[ROWS];
        double[] prediction = new double[ROWS];
        Arrays.fill(prediction, 0.5);
        prediction[ROWS / 2] = 1.5;
        prediction[ROWS - 1] = -1;
        Rows rows = new Rows(Rows.column(truth), Rows.column(prediction), null, 10);
        Evaluation evaluation = new Evaluation(List.of(loss("bce")), Reduction.MEAN, false, false, 4);
        for (int round = 0; round < 20; round++) {
            Refusal refusal = assertThrows(Refusal.class, () -> value(evaluation, rows));
            assertEquals(
                    "prediction 10001 is 1.5, outside [0, 1] (raw scores? use --from-logits)", refusal.getMessage());
        }
    }

    @Test
    void aClassIndexCountsAsOneHotForLossesOfNumbers() {
        Rows index = new Rows(new double[][] {{1}, {0}}, new double[][] {{0.2, 0.8}, {0.5, 0.5}}, null, 2);
        Rows oneHot = new Rows(new double[][] {{0, 1}, {1, 0}}, new double[][] {{0.2, 0.8}, {0.5, 0.5}}, null, 2);
        assertEquals((0.04 + 0.25) / 2, value("mse", oneHot), 1e-16);
        assertEquals(value("mse", oneHot), value("mse", index));
        assertEquals(value("sparse_cce", index), value("sparse_cce", oneHot));
    }

    @Test
    void labelsOfZeroAndOneAreSignsButNotMixedWithThem() {
        double[] scores = {0.5, 2, -1};
        double expected = (0.5 + 0 + 0) / 3;
        assertEquals(expected, value("hinge", Rows.of(new double[] {1, 1, -1}, scores)));
        assertEquals(expected, value("hinge", Rows.of(new double[] {1, 1, 0}, scores)));
        Refusal refusal = assertThrows(Refusal.class, () -> value("hinge", Rows.of(new double[] {-1, 1, 0}, scores)));
        assertTrue(refusal.getMessage().contains("mixes"), refusal.getMessage());
    }

    @Test
    void samplesOfTheIgnoredClassDoNotCount() {
        Spec spec = Catalog.find("sparse_cce");
        Params params = spec.defaults().with("ignore_index", -100);
        Rows rows = new Rows(new double[][] {{1}, {-100}}, new double[][] {{0.5, 0.5}, {0.1, 0.9}}, null, 2);
        Result result = new Evaluator(Evaluation.of(Selection.of(spec, params))).evaluate(rows);
        assertEquals(StrictMath.log(2), result.scores().get(0).value());
        assertEquals(1, result.scores().get(0).n());
        assertEquals(2, result.n());
    }

    @Test
    void theMeanOfNothingIsRefusedAndItsSumIsZero() {
        Rows none = Rows.of(new double[0], new double[0]);
        assertEquals(
                Refusal.Code.EMPTY,
                assertThrows(Refusal.class, () -> value("mse", none)).code());
        assertEquals(0.0, value(Evaluation.of(loss("mse")).with(Reduction.SUM), none));
    }

    @Test
    void weightsThatSumToZeroOrAreNegativeAreRefused() {
        double[][] column = {{1}, {2}};
        assertEquals(
                Refusal.Code.BAD_WEIGHT,
                assertThrows(Refusal.class, () -> value("mse", new Rows(column, column, new double[] {0, 0}, 2)))
                        .code());
        assertEquals(
                Refusal.Code.BAD_WEIGHT,
                assertThrows(Refusal.class, () -> value("mse", new Rows(column, column, new double[] {1, -1}, 2)))
                        .code());
    }

    @Test
    void anInfiniteLossIsNamedWithItsFirstPlace() {
        Rows rows = Rows.of(new double[] {1, 1, 1}, new double[] {0.5, 0, 0});
        Result result = new Evaluator(Evaluation.of(loss("bce"))).evaluate(rows);
        assertEquals(Double.POSITIVE_INFINITY, result.scores().get(0).value());
        assertEquals(List.of("the loss is Infinity at row 2"), result.warnings());
    }

    @Test
    void aSumThatOverflowsOnItsWayAndEndsFiniteIsFinite() {
        Rows rows = Rows.of(
                new double[] {0, 0, 0, 0}, new double[] {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, 3});
        assertEquals(Double.MAX_VALUE / 4, value("mean_error", rows), Double.MAX_VALUE * 1e-15);
    }

    @Test
    void tenLossesInOnePassAreWhatEachIsAlone() {
        double[] truth = new double[5 * ROWS];
        double[] prediction = wild(5 * ROWS, 21);
        SplittableRandom random = new SplittableRandom(22);
        for (int i = 0; i < truth.length; i++) {
            truth[i] = random.nextInt(2);
        }
        Rows rows = new Rows(Rows.column(truth), Rows.column(prediction), null, 3000);
        List<Selection> losses = new ArrayList<>();
        for (String name : "mse mae rmse huber smooth_l1 quantile hinge squared_hinge mean_error r2".split(" ")) {
            losses.add(loss(name));
        }
        Evaluation together = new Evaluation(losses, Reduction.MEAN, false, false, 2);
        List<Score> scores = new Evaluator(together).evaluate(rows).scores();
        for (int i = 0; i < losses.size(); i++) {
            // in blocks of one sample no loop over samples is ever long
            Rows alone = new Rows(Rows.column(truth), Rows.column(prediction), null, 1);
            assertEquals(
                    value(Evaluation.of(losses.get(i)), alone), scores.get(i).value());
        }
        BigDecimal hinges = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (int i = 0; i < truth.length; i++) {
            hinges = hinges.add(new BigDecimal(Math.max(0, 1 - (2 * truth[i] - 1) * prediction[i])));
            squares = squares.add(new BigDecimal(prediction[i] - truth[i]).pow(2));
        }
        BigDecimal n = new BigDecimal(truth.length);
        assertEquals(
                hinges.divide(n, new MathContext(60)).doubleValue(),
                scores.get(6).value());
        MathContext sixty = new MathContext(60);
        assertEquals(
                squares.divide(n, sixty).sqrt(sixty).doubleValue(),
                scores.get(2).value());
    }

    @Test
    void theFirstInfiniteLossIsToldAlsoLateInManySamples() {
        double[] truth = new double[5 * ROWS];
        double[] prediction = new double[5 * ROWS];
        prediction[70_001] = 1e200;
        prediction[70_002] = -1e200;
        Rows rows = new Rows(Rows.column(truth), Rows.column(prediction), null, 3000);
        Result result = new Evaluator(Evaluation.of(loss("mse"))).evaluate(rows);
        assertEquals(List.of("the loss is Infinity at row 70002"), result.warnings());
    }

    @Test
    void labelsOfBothKindsAreRefusedWhereTheSecondKindBegins() {
        double[][] bad = {
            {1, 0, 1, 0, -1}, {1, -1, -1, 0}, {1, -1, 0.5}, {0, 1, 2}, {1, Double.MIN_VALUE}, {1, Double.NaN}
        };
        int[] row = {5, 4, 3, 3, 2, 2};
        for (int i = 0; i < bad.length; i++) {
            Rows rows = Rows.of(bad[i], new double[bad[i].length]);
            Refusal refusal = assertThrows(Refusal.class, () -> value("hinge", rows));
            assertTrue(refusal.getMessage().startsWith("truth " + row[i] + " "), refusal.getMessage());
        }
        assertEquals(2, value("hinge", Rows.of(new double[] {1, -0.0, 0}, new double[] {-1, 1, 1})));
    }
}
