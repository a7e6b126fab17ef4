package lossctl.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import lossctl.convention.Refused;
import lossctl.data.Refusal;
import lossctl.loss.BadParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CriterionTest {
    private static final Batch PAIRS = Batch.of(new double[] {1, 0}, new double[] {2, 3});
    private static final double[][] P = {{0.15, 0.75, 0.1}, {0.75, 0.15, 0.1}};

    @Test
    void aLossIsFoundByAnyOfItsNamesAndTakesParameters() {
        assertEquals(5, Criterion.of("MeanSquaredError").value(PAIRS));
        assertEquals(2.25, Criterion.of("huber").with("delta", 2).value(PAIRS));
        assertEquals(10, Criterion.of("mse").summed().value(PAIRS));
        assertEquals(
                0.6931471805599453, Criterion.of("BCEWithLogits").value(Batch.of(new int[] {1}, new double[] {0})));
    }

    @Test
    void everySampleHasItsLossSlopeAndCurvature() {
        Criterion mse = Criterion.of("mse");
        assertArrayEquals(new double[] {1, 9}, mse.perSample(PAIRS));
        assertArrayEquals(new double[][] {{1}, {3}}, mse.gradient(PAIRS));
        assertArrayEquals(new double[][] {{1}, {1}}, mse.hessian(PAIRS));
        assertArrayEquals(new double[][] {{2}, {6}}, mse.summed().gradient(PAIRS));
    }

    @Test
    void weightsDivideTheMeanByTheirSum() {
        Batch weighted = PAIRS.weighted(new double[] {3, 1});
        assertEquals(3, Criterion.of("mse").value(weighted));
        assertArrayEquals(new double[][] {{1.5}, {1.5}}, Criterion.of("mse").gradient(weighted));
        assertArrayEquals(new double[] {1, 9}, Criterion.of("mse").perSample(weighted));
    }

    @Test
    void classesAreIndicesOrRows() {
        double expected = -Math.log(0.75);
        assertEquals(expected, Criterion.of("sparse_cce").value(Batch.of(new int[] {1, 0}, P)), 1e-15);
        double[][] oneHot = {{0, 1, 0}, {1, 0, 0}};
        assertEquals(expected, Criterion.of("cce").value(Batch.of(oneHot, P)), 1e-15);
        assertEquals(1, Criterion.of("accuracy").value(Batch.of(new int[] {1, 0}, P)));
    }

    @Test
    void aFurtherInputHasAGradientOfItsOwn() {
        Batch batch = PAIRS.with("var", new double[] {1, 9});
        Criterion nll = Criterion.of("gaussian_nll");
        assertEquals((0.5 + (Math.log(9) + 1) / 2) / 2, nll.value(batch), 1e-15);
        assertArrayEquals(new double[][] {{0.5}, {1.0 / 6}}, nll.gradient(batch));
        // (1/v - e^2/v^2)/2, over two samples
        assertArrayEquals(new double[][] {{0}, {0}}, nll.gradient(batch, "var"));
        assertEquals(
                "gaussian_nll needs the input 'var': the predicted variances",
                assertThrows(Refusal.class, () -> nll.value(PAIRS)).getMessage());
        assertEquals(
                "mse takes no input 'var'",
                assertThrows(Refusal.class, () -> Criterion.of("mse").value(batch))
                        .getMessage());
    }

    @Test
    void aStepIsValueAndGradientAtOnce() {
        double[][] scores = {{0, 0}, {0, 0}};
        double[][] gradient = new double[2][2];
        Criterion ce = Criterion.of("sparse_cce").with("from_logits", true);
        assertEquals(Math.log(2), ce.step(Batch.of(new int[] {0, 1}, scores), gradient), 1e-16);
        assertArrayEquals(new double[][] {{-0.25, 0.25}, {0.25, -0.25}}, gradient);
    }

    @Test
    void aStepIntoRowsOfAnotherShapeIsRefused() {
        Criterion ce = Criterion.of("sparse_cce").with("from_logits", true);
        Batch batch = Batch.of(new int[] {0, 1}, new double[][] {{0, 0, 0}, {0, 0, 0}});
        for (double[][] gradient : new double[][][] {new double[2][2], {{0, 0, 0}, {0, 0}}, new double[1][3]}) {
            assertThrows(Refusal.class, () -> ce.step(batch, gradient));
        }
    }

    @Test
    void aLossOfTheWholeHasAGradientButNoSamples() {
        Criterion rmse = Criterion.of("rmse");
        Batch batch = Batch.of(new double[] {0, 0}, new double[] {3, 3});
        assertEquals(3, rmse.value(batch));
        assertArrayEquals(new double[][] {{0.5}, {0.5}}, rmse.gradient(batch));
        assertThrows(Refusal.class, () -> rmse.perSample(batch));
        assertThrows(Refusal.class, () -> rmse.hessian(batch));
        assertThrows(Refusal.class, () -> Criterion.of("r2").gradient(batch));
    }

    // Of two events with like hazards the first is one of two at risk, a share of 1/2 that lacks 1/2; the last lacks
    // nothing.
    @Test
    void coxTellsItsHessianThoughItIsOfTheWhole() {
        Batch events = Batch.of(new double[] {1, 2}, new double[] {0, 0}).with("event", new double[] {1, 1});
        assertArrayEquals(new double[][] {{0.125}, {0.125}}, Criterion.of("cox").hessian(events));
    }

    @Test
    void aFrameworksMeaningGoesByItsName() {
        Batch sure = Batch.of(new int[] {1}, new double[] {0});
        assertEquals(100, Criterion.of("bce").as("torch").value(sure));
        assertEquals(16.11809565095832, Criterion.of("bce").as("keras").value(sure), 1e-14);
        assertEquals(Double.POSITIVE_INFINITY, Criterion.of("bce").value(sure));
        assertThrows(Refused.class, () -> Criterion.of("tukey").as("torch"));
    }

    @Test
    void whatCannotBeAnsweredIsRefusedWithItsPlace() {
        Criterion bce = Criterion.of("bce");
        Refusal refusal =
                assertThrows(Refusal.class, () -> bce.value(Batch.of(new int[] {1, 0}, new double[] {0.5, 1.2})));
        assertEquals(Refusal.Code.OUT_OF_DOMAIN, refusal.code());
        assertTrue(refusal.getMessage().startsWith("prediction[1] is 1.2, outside [0, 1]"), refusal.getMessage());
        assertEquals(
                "truth has 1 samples, the prediction 2",
                assertThrows(Refusal.class, () -> bce.value(Batch.of(new int[] {1}, new double[] {0.5, 0.5})))
                        .getMessage());
        assertEquals(
                "unknown loss 'hubert'. Did you mean: huber?",
                assertThrows(BadParameter.class, () -> Criterion.of("hubert")).getMessage());
        assertThrows(BadParameter.class, () -> Criterion.of("huber").with("delta", -1));
        assertThrows(BadParameter.class, () -> Criterion.of("mse").with("delta", 1));
        Batch nothing = Batch.of(new double[0], new double[0]);
        assertThrows(Refusal.class, () -> Criterion.of("mse").value(nothing));
        assertEquals(0, Criterion.of("mse").summed().value(nothing));
        assertEquals(0, Criterion.of("mse").perSample(nothing).length);
    }

    @Test
    void raggedRowsAreRefused() {
        Batch ragged = Batch.of(new int[] {0, 0}, new double[][] {{0.5, 0.5}, {1}});
        assertEquals(
                "prediction[1] has 1 values, the first has 2",
                assertThrows(Refusal.class, () -> Criterion.of("sparse_cce").value(ragged))
                        .getMessage());
    }

    @Test
    void talliesMergeToTheBitsOfTheWholeWhateverTheOrder() {
        SplittableRandom random = new SplittableRandom(5);
        double[] truth = random.doubles(1000, -1e3, 1e3).toArray();
        double[] prediction = random.doubles(1000, -1e9, 1e9).toArray();
        for (String name : new String[] {"mse", "rmse", "r2", "median_ae", "huber"}) {
            Criterion criterion = Criterion.of(name);
            double whole = criterion.value(Batch.of(truth, prediction));
            Tally all = criterion.tally();
            Tally late = criterion.tally();
            for (int from = 0; from < 1000; from += 125) {
                Tally to = from % 250 == 0 ? all : late;
                to.add(Batch.of(
                        java.util.Arrays.copyOfRange(truth, from, from + 125),
                        java.util.Arrays.copyOfRange(prediction, from, from + 125)));
            }
            late.merge(all);
            assertEquals(whole, late.value(), name);
            assertEquals(1000, late.size(), name);
            assertEquals(0, all.size(), name);
            assertThrows(Refusal.class, all::value, name);
        }
    }

    @Test
    void whatIsNotFiniteIsRefusedWithItsPlace() {
        Criterion mse = Criterion.of("mse");
        Criterion pair = Criterion.of("margin_ranking");
        double[] one = {1};
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            double[] bad = {value};
            refusesAsNotFinite("truth[0] is " + value, mse, Batch.of(bad, one));
            refusesAsNotFinite("prediction[0] is " + value, mse, Batch.of(one, bad));
            refusesAsNotFinite("weights[0] is " + value, mse, Batch.of(one, one).weighted(bad));
            refusesAsNotFinite("input2[0] is " + value, pair, Batch.of(one, one).with("input2", bad));
            double[][] rows = {{0, 0}, {0, value}};
            refusesAsNotFinite("prediction[1][1] is " + value, mse, Batch.of(new double[2][2], rows));
        }
    }

    private static void refusesAsNotFinite(String place, Criterion criterion, Batch batch) {
        Tally tally = criterion.tally();
        for (Executable call : new Executable[] {
            () -> criterion.value(batch),
            () -> criterion.perSample(batch),
            () -> criterion.gradient(batch),
            () -> criterion.hessian(batch),
            () -> tally.add(batch)
        }) {
            Refusal refusal = assertThrows(Refusal.class, call, place);
            assertEquals(place + ", not finite", refusal.getMessage());
            assertEquals(Refusal.Code.NOT_FINITE, refusal.code());
        }
        assertEquals(0, tally.size());
    }

    @Test
    void anUpperBoundMayBeInfinityForNone() {
        Criterion aft = Criterion.of("aft");
        Batch time = Batch.of(new double[] {1}, new double[] {0});
        assertEquals(Math.log(2), aft.value(time.with("upper", new double[] {Double.POSITIVE_INFINITY})), 1e-15);
        refusesAsNotFinite("upper[0] is NaN", aft, time.with("upper", new double[] {Double.NaN}));
        refusesAsNotFinite("upper[0] is -Infinity", aft, time.with("upper", new double[] {Double.NEGATIVE_INFINITY}));
    }

    @Test
    void talliesOfUnlikeCriteriaDoNotMerge() {
        Criterion huber = Criterion.of("huber");
        Criterion[] others = {
            Criterion.of("mse"), huber.with("delta", 2), huber.summed(), huber.as("torch"),
        };
        for (Criterion other : others) {
            Tally tally = huber.tally();
            Tally theirs = other.tally();
            tally.add(PAIRS);
            theirs.add(PAIRS);
            double before = theirs.value();
            Refusal refusal = assertThrows(Refusal.class, () -> tally.merge(theirs));
            assertEquals(Refusal.Code.USAGE, refusal.code());
            assertTrue(refusal.getMessage().startsWith("a tally of huber|delta:1.0|"), refusal.getMessage());
            assertEquals(1.5, tally.value());
            assertEquals(before, theirs.value());
        }
        Tally tally = huber.tally();
        Tally same = Criterion.of("huber_loss").with("delta", 1).tally();
        same.add(PAIRS);
        tally.merge(same);
        assertEquals(1.5, tally.value());
    }

    @Test
    void aTallyIsNotMergedWithItself() {
        Tally tally = Criterion.of("mse").tally();
        tally.add(PAIRS);
        assertEquals(
                "a tally cannot be merged with itself",
                assertThrows(Refusal.class, () -> tally.merge(tally)).getMessage());
        assertEquals(5, tally.value());
    }

    @Test
    void aTallyTakesOneKindOfSamples() {
        Tally tally = Criterion.of("mse").tally();
        tally.add(PAIRS);
        assertThrows(Refusal.class, () -> tally.add(PAIRS.weighted(new double[] {1, 1})));
        assertThrows(Refusal.class, () -> tally.add(Batch.of(new double[][] {{1, 2}}, new double[][] {{1, 2}})));
        assertEquals(5, tally.value());
    }

    @Test
    void anInputOfAnotherWidthIsRefused() {
        Criterion triplet = Criterion.of("triplet_margin");
        for (int width : new int[] {1, 3}) {
            Batch batch = Batch.of(new double[][] {{1, 0}})
                    .with("positive", new double[1][width])
                    .with("negative", new double[1][width]);
            String why = "triplet_margin wants 2 values of 'positive' a sample, as the prediction has, not " + width;
            for (Executable call : new Executable[] {
                () -> triplet.value(batch),
                () -> triplet.gradient(batch),
                () -> triplet.tally().add(batch)
            }) {
                Refusal refusal = assertThrows(Refusal.class, call);
                assertEquals(why, refusal.getMessage());
                assertEquals(Refusal.Code.SHAPE, refusal.code());
            }
        }
    }

    @Test
    void aNumberMayComeAsText() {
        Batch batch = Batch.of(new double[] {1, 0}, new double[] {2, 3});
        assertEquals(2.25, Criterion.of("huber").with("delta", "2").value(batch));
        BadParameter refused =
                assertThrows(BadParameter.class, () -> Criterion.of("huber").with("delta", "two"));
        assertEquals("--delta two: not a number", refused.getMessage());
    }

    /** PyTorch 2.13, autograd twice, has 0 for both. */
    @Test
    void whereTheHuberTurnsStraightItHasTheCurvatureOfTheStraightSide() {
        Batch batch = Batch.of(new double[] {0, 0, 0}, new double[] {1, -1, 0.5});
        double[][] expected = {{0}, {0}, {1}};
        assertArrayEquals(expected, Criterion.of("huber").summed().hessian(batch));
        assertArrayEquals(expected, Criterion.of("smooth_l1").summed().hessian(batch));
    }
}
