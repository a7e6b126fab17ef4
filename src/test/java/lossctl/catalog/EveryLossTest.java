package lossctl.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossctl.Claim;
import lossctl.eval.Reduction;
import lossctl.loss.Example;
import lossctl.loss.GroupLoss;
import lossctl.loss.Loss;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Selection;
import lossctl.loss.Spec;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Trait;
import lossctl.loss.UndefinedLoss;
import lossctl.vectors.Answer;
import lossctl.vectors.MemoryData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every loss: one that is new on the list is tested by being there. */
@Tag("loss")
@Execution(ExecutionMode.CONCURRENT)
class EveryLossTest {
    static List<String> names() {
        return Chosen.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theWorkedExamplesComeOutAsTheirSourcesSay(String name) {
        Spec spec = Catalog.find(name);
        for (Example example : spec.examples()) {
            Answer answer = Answer.of(Selection.of(spec, Places.params(spec, example)), data(example), Reduction.MEAN);
            String where = name + ", example " + (1 + spec.examples().indexOf(example)) + ", " + told(example);
            assertClose(where + " is", example.value(), answer.value(), Math.abs(example.value()));
            double greatest = 0;
            for (double slope : example.gradient()) {
                greatest = Math.max(greatest, Math.abs(slope));
            }
            for (int i = 0; i < example.gradient().size(); i++) {
                String slope = where + " has, as entry " + i + " of the gradient of its mean,";
                assertClose(slope, example.gradient().get(i), answer.gradient()[i], greatest);
            }
        }
    }

    private static String told(Example example) {
        return "truth " + Arrays.deepToString(example.truth()) + ", prediction "
                + Arrays.deepToString(example.prediction())
                + (example.params().isEmpty() ? "" : ", " + example.params());
    }

    private static void assertClose(String where, double expected, double got, double scale) {
        boolean close = expected == got || Math.abs(expected - got) <= Math.max(4e-16 * scale, Double.MIN_VALUE);
        Claim.that(close, () -> where + " " + got + ", but the source says " + expected);
    }

    private static MemoryData data(Example example) {
        List<double[]> vectors = new ArrayList<>();
        for (double[][] input : example.inputs().values()) {
            vectors.add(flat(input));
        }
        return new MemoryData(
                example.prediction().length,
                flat(example.truth()),
                flat(example.prediction()),
                List.copyOf(example.inputs().keySet()),
                vectors,
                null);
    }

    private static double[] flat(double[][] rows) {
        double[] flat = new double[rows.length * rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * rows[0].length, rows[0].length);
        }
        return flat;
    }

    @ParameterizedTest
    @MethodSource("names")
    void theGradientIsTheLimitOfDifferences(String name) {
        Spec spec = Catalog.find(name);
        Places.settings(spec).forEach((setting, loss) -> {
            if (!spec.isMetric()) {
                Comparison comparison = new Comparison(setting + " gradient", 1e-9);
                for (Probe probe : Places.of(loss)) {
                    double[] gradient = probe.gradient();
                    for (int i = 0; i < probe.size(); i++) {
                        comparison.add(probe, i, gradient[i], Probe::value);
                    }
                }
                comparison.conclude();
                // a box lies in one of six ways to the other on each axis; of a time four things may be known
                int pieces = Catalog.task(name).equals("detection") ? 36 : name.equals("aft") ? 4 : 1;
                Claim.that(
                        comparison.pieces() >= pieces,
                        () -> setting + " was compared on " + comparison.pieces() + " of " + pieces + " pieces");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void theHessianIsTheLimitOfDifferencesOfTheGradient(String name) {
        Spec spec = Catalog.find(name);
        Places.settings(spec).forEach((setting, loss) -> {
            if (HessianTest.isAsked(spec, loss)) {
                Comparison comparison = new Comparison(setting + " hessian", 1e-8);
                for (Probe probe : Places.of(loss)) {
                    double[] diagonal = probe.hessian();
                    for (int i = 0; i < probe.predictions(); i++) {
                        int entry = i;
                        comparison.add(probe, i, diagonal[i], at -> at.gradient()[entry]);
                    }
                }
                comparison.conclude();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void insideItsDomainALossIsANumberAndSoIsItsGradient(String name) {
        Spec spec = Catalog.find(name);
        Places.settings(spec).forEach((setting, loss) -> {
            for (Probe probe : Places.of(loss)) {
                Claim.that(Double.isFinite(probe.value()), () -> setting + " is " + probe.value() + ": " + probe);
                for (double slope : probe.gradient()) {
                    Claim.that(
                            spec.isMetric() ? Double.isNaN(slope) : Double.isFinite(slope),
                            () -> setting + " has a slope of " + slope + ": " + probe);
                }
            }
        });
    }

    /** Infinite is right where the true value is: {@code bce} of a certainty that is wrong. */
    @ParameterizedTest
    @MethodSource("names")
    void atExtremesALossIsNeverNaNAndWhereItIsFiniteNeitherIsItsGradient(String name) {
        Spec spec = Catalog.find(name);
        Places.settings(spec).forEach((setting, loss) -> {
            for (Probe probe : Places.extremes(loss)) {
                double value;
                try {
                    value = probe.value();
                } catch (UndefinedLoss e) {
                    continue;
                }
                Claim.that(!Double.isNaN(value), () -> setting + " is NaN: " + probe);
                for (double slope : Double.isInfinite(value) || spec.isMetric() ? new double[0] : probe.gradient()) {
                    Claim.that(!Double.isNaN(slope), () -> setting + " gradient is NaN: " + probe);
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachTraitHoldsOnTenThousandSamplesAndWhatIsNoTraitHasACounterExample(String name) {
        Spec spec = Catalog.find(name);
        if (spec.isMetric()) {
            Claim.that(spec.traits().isEmpty(), name + " is a metric and has traits: nobody descends along it");
        }
        if (spec.isMetric() || !(spec.create(spec.defaults()) instanceof PointwiseLoss loss)) {
            return;
        }
        for (Trait trait : Trait.values()) {
            Traits traits = new Traits(loss);
            String found = Traits.applies(trait, loss) ? traits.counterExample(trait) : "no probability";
            if (spec.traits().contains(trait)) {
                Claim.that(found == null, () -> name + " is not " + trait + ": " + found);
                Claim.that(
                        traits.isThrough(),
                        () -> name + " was asked for " + trait + " at fewer than ten thousand"
                                + " samples of which it says something");
            } else {
                Claim.that(found != null, () -> unsaid(name, trait));
            }
        }
    }

    private static String unsaid(String name, Trait trait) {
        return name + " is " + trait + " on ten thousand samples and does not say so: .traits(Trait." + trait
                + "), or a counter-example that chance does not find in Witnesses";
    }

    @ParameterizedTest
    @MethodSource("names")
    void soItIsForLossesOfRowsTuplesAndWholeDataSets(String name) {
        Spec spec = Catalog.find(name);
        Loss loss = spec.create(spec.defaults());
        if (spec.isMetric() || loss instanceof PointwiseLoss) {
            return;
        }
        for (Trait trait : Trait.values()) {
            ProbeTraits traits = new ProbeTraits(loss);
            boolean declared = spec.traits().contains(trait);
            if (!traits.applies(trait)) {
                Claim.that(!declared, () -> name + " cannot be " + trait + ", which has no meaning for it");
                continue;
            }
            if (!declared && Witnesses.contradict(name, trait, loss)) {
                continue;
            }
            // whole data sets are six samples each, and on a line the slope is asked at ten places or more
            boolean whole = loss instanceof SummaryLoss || loss instanceof GroupLoss;
            boolean line = trait == Trait.SMOOTH;
            int samples = 10_000 / ((whole ? 6 : 1) * (line ? 10 : 1));
            String found = traits.counterExample(trait, samples);
            if (declared) {
                Claim.that(found == null, () -> name + " is not " + trait + ": " + found);
                Claim.that(
                        traits.looked() >= samples,
                        () -> name + " was asked for " + trait + " at " + traits.looked() + " of " + samples
                                + (line ? " lines of ten places or more" : " places at which it has a value")
                                + (whole ? ", each place a data set of six samples" : ""));
            } else {
                Claim.that(found != null, () -> unsaid(name, trait));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void atAKinkTheSlopeLiesBetweenThoseOfItsSides(String name) {
        Spec spec = Catalog.find(name);
        Places.settings(spec).forEach((setting, loss) -> {
            if (!spec.isMetric() && loss instanceof PointwiseLoss pointwise) {
                Chance chance = new Chance(13);
                for (int i = 0; i < 100; i++) {
                    double t = chance.truth(loss.truth(), 2);
                    for (double kink : pointwise.kinks(t)) {
                        double left = pointwise.slope(t, kink - 1e-9 * (1 + Math.abs(kink)));
                        double right = pointwise.slope(t, kink + 1e-9 * (1 + Math.abs(kink)));
                        double slope = pointwise.slope(t, kink);
                        double slack = 1e-6 * (1 + Math.abs(left) + Math.abs(right));
                        Claim.that(
                                slope >= Math.min(left, right) - slack && slope <= Math.max(left, right) + slack,
                                () -> setting + " at its kink " + kink + ": " + slope);
                    }
                }
            }
        });
    }
}
