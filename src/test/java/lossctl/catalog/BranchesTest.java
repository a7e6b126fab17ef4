package lossctl.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lossctl.Claim;
import lossctl.loss.Domain;
import lossctl.loss.Loss;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;
import lossctl.num.Interval;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every branch of a loss of one truth and one prediction: each piece between kinks and ends of the domain is asked for
 * value, slope and curvature, next to either of its ends and in between, and so are each kink and both sides of each seam,
 * where one case of a formula meets the next without a kink: the second derivative jumps.
 */
@Tag("loss")
class BranchesTest {
    private static final int TRUTHS = 40;
    /** How often each branch is to be met at least. */
    private static final int ENOUGH = 4;
    /** Below it differences are of whole steps of the smallest numbers. */
    private static final double TINY = 1e-300;

    /** How far a seam is looked for where the domain has no end, and in how many steps. */
    private static final double REACH = 5.37;

    private static final int CELLS = 17;

    static List<String> names() {
        return Chosen.names();
    }

    /** What a branch was held against. */
    private static final class Branch {
        private int values;
        private int slopes;
        private int curvatures;
        private int without;
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyPieceAndEveryKinkIsHeldAgainstDifferences(String name) {
        Spec spec = Catalog.find(name);
        Loss loss = spec.create(spec.defaults());
        if (spec.isMetric() || !(loss instanceof PointwiseLoss pointwise)) {
            return;
        }
        Map<String, Branch> branches = new TreeMap<>();
        Chance chance = new Chance(31);
        int most = 0;
        for (int i = 0; i < TRUTHS; i++) {
            Probe probe = new Probe(loss, chance);
            double[] kinks = inside(pointwise, probe.kinks());
            most = Math.max(most, kinks.length);
            double[] edges = new double[kinks.length + 2];
            edges[0] = pointwise.prediction().interval().low();
            System.arraycopy(kinks, 0, edges, 1, kinks.length);
            edges[edges.length - 1] = pointwise.prediction().interval().high();
            for (int piece = 0; piece + 1 < edges.length; piece++) {
                String branch = "piece " + (piece + 1) + " of " + (kinks.length + 1);
                Branch met = branches.computeIfAbsent(branch, key -> new Branch());
                for (double p : places(edges[piece], edges[piece + 1])) {
                    compare(probe.at(p), met, name + " " + branch);
                }
                for (double seam : seams(probe, edges[piece], edges[piece + 1])) {
                    for (double side : new double[] {-0.6, -0.01, 0.01, 0.6}) {
                        double p = seam + side * Math.min(1, Math.min(seam - edges[piece], edges[piece + 1] - seam));
                        String where = side < 0 ? "left of a seam" : "right of a seam";
                        compare(
                                probe.at(p),
                                branches.computeIfAbsent(where, key -> new Branch()),
                                name + " " + where + " at " + seam);
                    }
                }
            }
            for (int k = 0; k < kinks.length; k++) {
                String branch = "kink " + (k + 1) + " of " + kinks.length;
                Branch met = branches.computeIfAbsent(branch, key -> new Branch());
                between(pointwise, probe.at(kinks[k]), kinks[k], name + " " + branch);
                met.values++;
                met.slopes++;
                met.without++;
            }
        }
        if (pointwise.prediction().kind() == Domain.Kind.FLAG) {
            return;
        }
        for (int piece = 1; piece <= most + 1; piece++) {
            Claim.that(branches.containsKey("piece " + piece + " of " + (most + 1)), name + " lacks a piece");
        }
        branches.forEach((branch, met) -> {
            Claim.that(met.values >= ENOUGH, () -> name + " " + branch + ": only " + met.values + " values");
            Claim.that(
                    met.slopes >= ENOUGH,
                    () -> name + " " + branch + ": only " + met.slopes + " slopes that differences tell sharply");
            Claim.that(
                    met.curvatures + met.without >= ENOUGH,
                    () -> name + " " + branch + ": few curvatures that differences tell sharply");
        });
    }

    @ParameterizedTest
    @CsvSource({"huber, -1, 1", "smooth_l1, -1, 1", "smoothed_hinge, 0, 1", "modified_huber, -1, 1", "sparsemax, -1, 1"
    })
    void seamsAreFoundWhereTheSecondDerivativeJumps(String name, double first, double second) {
        Spec spec = Catalog.find(name);
        PointwiseLoss loss = (PointwiseLoss) spec.create(spec.defaults());
        Probe probe = new Probe(
                loss, new double[][] {{loss.truth().kind() == Domain.Kind.SIGN ? 1 : 0}}, new double[][] {{0.5}});
        double from = Double.NEGATIVE_INFINITY;
        for (double kink : probe.kinks()) {
            from = Math.max(from, kink);
        }
        double[] found = seams(probe, from, Double.POSITIVE_INFINITY);
        assertArrayEquals(new double[] {first, second}, found, 1e-6, () -> name + ": " + Arrays.toString(found));
    }

    /** The places between two others at which the second derivative jumps, in order. */
    private static double[] seams(Probe probe, double from, double to) {
        double low = Double.isInfinite(from) ? Math.min(probe.truth(), to) - REACH : from;
        double high = Double.isInfinite(to) ? Math.max(probe.truth(), from) + REACH : to;
        double[] seams = new double[CELLS];
        int found = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            double start = low + cell * (high - low) / CELLS;
            double jump = Jump.of(p -> probe.at(p).hessian()[0], start, start + (high - low) / CELLS, 0);
            if (!Double.isNaN(jump) && jump > from && jump < to) {
                seams[found++] = jump;
            }
        }
        return Arrays.copyOf(seams, found);
    }

    private static double[] inside(PointwiseLoss loss, double[] kinks) {
        Interval interval = loss.prediction().interval();
        return Arrays.stream(kinks)
                .filter(kink -> kink > interval.low() && kink < interval.high())
                .sorted()
                .distinct()
                .toArray();
    }

    /** Next to both ends of a piece, and within. */
    private static double[] places(double low, double high) {
        if (Double.isInfinite(low) && Double.isInfinite(high)) {
            return new double[] {-3.1, -0.7, 0.4, 2.3};
        }
        if (Double.isInfinite(low)) {
            return new double[] {high - 2.7, high - 0.6, high - 0.01};
        }
        if (Double.isInfinite(high)) {
            return new double[] {low + 0.01, low + 0.6, low + 2.7};
        }
        double width = high - low;
        return new double[] {low + 0.01 * width, low + 0.45 * width, high - 0.01 * width};
    }

    private static void compare(Probe probe, Branch met, String where) {
        double value = probe.value();
        Claim.that(Double.isFinite(value), () -> where + " is " + value + ": " + probe);
        met.values++;
        double x = probe.get(0);
        double room = probe.room(0);
        double slope = probe.gradient()[0];
        Difference wanted = Difference.of(p -> probe.at(p).value(), x, room);
        if (wanted.error() <= 1e-6 * (1 + Math.abs(wanted.slope()))) {
            assertEquals(
                    wanted.slope(),
                    slope,
                    TINY + 1e-8 * Math.abs(slope) + 10 * wanted.error(),
                    () -> where + ", gradient: " + probe);
            met.slopes++;
        }
        double curvature = probe.hessian()[0];
        if (Double.isNaN(curvature)) {
            met.without++;
            return;
        }
        Difference bend = Difference.of(p -> probe.at(p).gradient()[0], x, room);
        if (bend.error() <= 1e-6 * (1 + Math.abs(bend.slope()))) {
            assertEquals(
                    bend.slope(),
                    curvature,
                    TINY + 1e-8 * Math.abs(curvature) + 10 * bend.error(),
                    () -> where + ", hessian: " + probe);
            met.curvatures++;
        }
    }

    /** At a kink the slope is between those of its sides, and the value where the loss does not jump too. */
    private static void between(PointwiseLoss loss, Probe probe, double kink, String where) {
        double step = 1e-7 * (1 + Math.abs(kink));
        double left = probe.at(kink - step).gradient()[0];
        double right = probe.at(kink + step).gradient()[0];
        double slope = probe.gradient()[0];
        double slack = 1e-5 * (1 + Math.abs(left) + Math.abs(right));
        Claim.that(Double.isFinite(probe.value()), () -> where + " is " + probe.value() + ": " + probe);
        Claim.that(
                slope >= Math.min(left, right) - slack && slope <= Math.max(left, right) + slack,
                () -> where + " of " + loss + ": " + slope + " between " + left + " and " + right);
    }
}
