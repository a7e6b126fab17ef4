package lossctl.catalog.forecast;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.loss.UndefinedLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Interval;

/** The continuous ranked probability score of an ensemble: the absolute error, for forecasts of several members. */
public record Crps(boolean fair) implements RowLoss {
    public static final Spec SPEC = Spec.of("crps", new Crps(false))
            .summary("continuous ranked probability score of an ensemble")
            .aliases("crps_ensemble", "continuous_ranked_probability_score")
            .formula(
                    "mean over j of |x[j] - truth| - sum over j of (sum over i of |x[i] - x[j]|) / (2 k^2);"
                            + "  with fair: mean over j of |x[j] - truth| - sum over j of (sum over i of |x[i] - x[j]|) / (2 k (k - 1))")
            .slope("sign(x[j] - truth) / k - (sum over i of sign(x[j] - x[i])) / k^2;"
                    + "  with fair: sign(x[j] - truth) / k - (sum over i of sign(x[j] - x[i])) / (k (k - 1))")
            .flag("fair", "do not count that a small ensemble is a sample: divide by k (k - 1)")
            .traits(Trait.SYMMETRIC, Trait.LIPSCHITZ, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("The integral of the squared distance of the distribution functions: a sum of positive parts.")
            .note("One member: the absolute error. A fair score wants two.")
            .note("Slopes are 0 where a member meets the truth or another member.")
            .example(Example.row(new double[] {0}, 1, 3).gives(1.5, 0.75, 0.25))
            .example(Example.row(new double[] {0}, 1, 3).with("fair", true).gives(1, 1, 0))
            .source("Gneiting and Raftery 2007, doi:10.1198/016214506000001437; fair: Ferro 2014,"
                    + " doi:10.1002/qj.2270; TorchMetrics; examples by hand")
            .build();

    private static final double FAR = 0x1p-100;

    @Override
    public Crps with(Params params) {
        return new Crps(params.flag("fair"));
    }

    @Override
    public Domain truth() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public double value(double[] truth, double[] members) {
        double m = members.length;
        if (fair && m < 2) {
            throw new UndefinedLoss("a fair crps wants at least two members");
        }
        double value = value(truth[0], members, 1);
        // differences, or their multiples, may be past the range of doubles where their mean is not
        return value <= Double.MAX_VALUE ? value : value(truth[0], members, FAR) / FAR;
    }

    private double value(double truth, double[] members, double unit) {
        double m = members.length;
        double[] x = members.clone();
        for (int i = 0; i < x.length; i++) {
            x[i] *= unit;
        }
        Arrays.sort(x);
        double t = truth * unit;
        CompensatedSum sum = new CompensatedSum();
        sum.add(Math.max(0, x[0] - t));
        sum.add(Math.max(0, t - x[x.length - 1]));
        for (int i = 1; i < x.length; i++) {
            double below = Math.max(0, Math.min(x[i], t) - x[i - 1]);
            double above = Math.max(0, x[i] - Math.max(x[i - 1], t));
            sum.add(below * pairs(i) / pairs(m));
            sum.add(above * pairs(m - i) / pairs(m));
        }
        return sum.value();
    }

    /** The pairs that {@code count} members make: with themselves too, unless the score is fair. */
    private double pairs(double count) {
        return count * (fair ? count - 1 : count);
    }

    @Override
    public void gradient(double[] truth, double[] members, double[] gradient) {
        double m = members.length;
        for (int i = 0; i < members.length; i++) {
            int rank = 0;
            for (double other : members) {
                rank += (int) Math.signum(members[i] - other);
            }
            double side = Math.signum(members[i] - truth[0]);
            gradient[i] = (side * (pairs(m) / m) - rank) / pairs(m);
        }
    }

    @Override
    public void hessian(double[] truth, double[] members, double[] diagonal) {
        Arrays.fill(diagonal, 0);
    }
}
