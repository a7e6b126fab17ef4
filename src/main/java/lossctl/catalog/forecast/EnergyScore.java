package lossctl.catalog.forecast;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.RowLoss;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.Trait;
import lossctl.loss.UndefinedLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** The continuous ranked probability score of an ensemble of vectors: distances in place of absolute errors. */
public record EnergyScore(boolean fair) implements RowLoss {
    public static final Spec SPEC = Spec.of("energy_score", new EnergyScore(false))
            .summary("score of an ensemble of vectors by its distances")
            .aliases("energy_score_ensemble", "multivariate_crps")
            .formula("m members x[i], vectors as long as the truth;  mean of |x[i] - truth|"
                    + " - sum over i, j of |x[i] - x[j]| / (2 m^2);  fair: 2 m (m - 1)")
            .slope("(x[i] - truth) / |x[i] - truth| / m - sum over j of (x[i] - x[j]) / |x[i] - x[j]| / m^2")
            .flag("fair", "do not count that a small ensemble is a sample: divide by m (m - 1)")
            .traits(Trait.SYMMETRIC, Trait.LIPSCHITZ, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("The predictions are the members one after another, each as many numbers as the truth has.")
            .note("crps where the truth is one number. Slopes are 0 where a member meets the truth or another member.")
            .example(Example.row(new double[] {0, 0}, 3, 4, 3, 4).gives(5, 0.3, 0.4, 0.3, 0.4))
            .example(Example.row(new double[] {0, 0}, 3, 4).gives(5, 0.6, 0.8))
            .example(Example.row(new double[] {0, 0}, 3, 4, -3, -4).gives(2.5, 0.15, 0.2, -0.15, -0.2))
            .source("Gneiting and Raftery 2007, doi:10.1198/016214506000001437; examples by hand")
            .build();

    @Override
    public EnergyScore with(Params params) {
        return new EnergyScore(params.flag("fair"));
    }

    @Override
    public Domain truth() {
        return Domain.vector(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    private int members(double[] truth, double[] x) {
        int members = x.length / truth.length;
        if (members * truth.length != x.length) {
            throw new UndefinedLoss(x.length + " predictions are no members of " + truth.length + " numbers each");
        }
        if (fair && members < 2) {
            throw new UndefinedLoss("a fair energy score wants at least two members");
        }
        return members;
    }

    private double pairs(double members) {
        return members * (fair ? members - 1 : members);
    }

    /** Distances down to this, and up to one over it, have squares in the range of doubles. */
    private static final double LEAST = 1e-100;

    /** What is less than this beside a pull is a rounding of it. */
    private static final double NOTHING = 0x1p-90;

    /** The distance of {@code a[from...]} and {@code b[at...]}; in two doubles, since distances in a line cancel. */
    private static Twofold distance(double[] a, int from, double[] b, int at, int length) {
        Twofold squares = Twofold.of(0);
        double[] apart = new double[length];
        for (int k = 0; k < length; k++) {
            Twofold difference = Twofold.sum(a[from + k], -b[at + k]);
            squares = squares.plus(difference.times(difference));
            apart[k] = difference.high();
        }
        boolean plain = squares.high() > 1e-200 && squares.high() < 1e200;
        return plain ? squares.root() : Twofold.of(Elementary.norm2(apart));
    }

    /** Whether squares of differences are past the range of doubles, or nothing beside each other. */
    private static boolean isFar(double distance) {
        return distance != 0 && !(distance > LEAST && distance < 1 / LEAST);
    }

    private ExactEnergy exact(double[] truth, double[] x, int m) {
        return new ExactEnergy(truth, x, (long) pairs(m));
    }

    @Override
    public double value(double[] truth, double[] x) {
        int d = truth.length;
        int m = members(truth, x);
        Twofold away = Twofold.of(0);
        Twofold apart = Twofold.of(0);
        boolean far = false;
        for (int i = 0; i < m; i++) {
            Twofold own = distance(x, i * d, truth, 0, d);
            far |= isFar(own.high());
            away = away.plus(own);
            for (int j = 0; j < i; j++) {
                Twofold other = distance(x, i * d, x, j * d, d);
                far |= isFar(other.high());
                apart = apart.plus(other);
            }
        }
        if (far) {
            return Math.max(0, exact(truth, x, m).value());
        }
        Twofold mean = away.over(Twofold.of(m));
        return Math.max(
                0,
                m == 1
                        ? mean.value()
                        : mean.minus(apart.over(Twofold.of(pairs(m)))).value());
    }

    @Override
    public Steps steps(Samples samples) {
        double[] x = samples.prediction();
        int d = samples.truthWidth();
        int m = members(samples.truth(), x);
        double[] away = new double[m];
        DoubleStream.Builder apart = DoubleStream.builder();
        for (int i = 0; i < m; i++) {
            away[i] = distance(x, i * d, samples.truth(), 0, d).value();
            for (int j = 0; j < i; j++) {
                apart.add(distance(x, i * d, x, j * d, d).value());
            }
        }
        Steps steps = new Steps().with("away", away);
        return m == 1
                ? steps.giving("mean of away[i]")
                : steps.with("apart", apart.build().toArray())
                        .with("divisor", pairs(m))
                        .giving("mean of away[i] - sum of apart[i] / divisor");
    }

    @Override
    public void gradient(double[] truth, double[] x, double[] gradient) {
        int d = truth.length;
        int m = members(truth, x);
        // pulls of several members may cancel, as they do in a line
        for (int i = 0; i < m; i++) {
            Twofold[] own = zeros(d);
            boolean far = pull(x, i * d, truth, 0, own);
            Twofold[] others = zeros(d);
            for (int j = 0; j < m; j++) {
                far |= pull(x, i * d, x, j * d, others);
            }
            if (far) {
                exact(truth, x, m).gradient(gradient);
                return;
            }
            for (int k = 0; k < d; k++) {
                Twofold pulls = own[k].times(pairs(m) / m).plusOrNothing(others[k].negated(), NOTHING);
                gradient[i * d + k] = pulls.over(Twofold.of(pairs(m))).value();
            }
        }
    }

    private static Twofold[] zeros(int d) {
        Twofold[] zeros = new Twofold[d];
        Arrays.fill(zeros, Twofold.of(0));
        return zeros;
    }

    /** Adds what the distance of a member to something changes by; whether that is far. */
    private static boolean pull(double[] x, int from, double[] other, int at, Twofold[] pulls) {
        Twofold distance = distance(x, from, other, at, pulls.length);
        for (int k = 0; k < pulls.length && distance.high() > 0; k++) {
            pulls[k] = pulls[k].plus(Twofold.sum(x[from + k], -other[at + k]).over(distance));
        }
        return isFar(distance.high());
    }

    @Override
    public void hessian(double[] truth, double[] x, double[] diagonal) {
        int d = truth.length;
        int m = members(truth, x);
        for (int from = 0; from < x.length; from += d) {
            for (int k = 0; k < d; k++) {
                CompensatedSum sum = new CompensatedSum();
                sum.add(bend(x, from, truth, 0, d, k) / m);
                for (int at = 0; at < x.length; at += d) {
                    sum.add(at == from ? 0 : -bend(x, from, x, at, d, k) / pairs(m));
                }
                diagonal[from + k] = sum.value();
                if (Double.isNaN(sum.value())) {
                    exact(truth, x, m).hessian(diagonal);
                    return;
                }
            }
        }
    }

    /** The second derivative of a distance by the entry {@code k} of its first end; 0 for none, NaN for one that is far. */
    private static double bend(double[] a, int from, double[] b, int at, int d, int k) {
        double distance = distance(a, from, b, at, d).value();
        if (isFar(distance)) {
            return Double.NaN;
        }
        double others = 0;
        for (int i = 0; i < d && distance > 0; i++) {
            double size = i == k ? 0 : (a[from + i] - b[at + i]) / distance;
            others += size * size;
        }
        return others == 0 ? 0 : others / distance;
    }
}
