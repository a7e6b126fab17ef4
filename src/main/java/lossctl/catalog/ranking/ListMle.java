package lossctl.catalog.ranking;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.RowLoss;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.Trait;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** The negative log-likelihood of the true order of a list, documents drawn one after the other. */
public record ListMle() implements RowLoss {
    public static final Spec SPEC = Spec.of("list_mle", new ListMle())
            .summary("negative log-likelihood of the true order of a list")
            .aliases("list_mle_loss", "plackett_luce")
            .formula(
                    "sum over places i of ln(sum over places j >= i of e^x[j]) - x[i], places in the order of the truths")
            .slope("sum over places i up to that of j of e^x[j] / (sum over places n >= i of e^x[n]), minus 1")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("A row is a list; the greatest truth comes first, of equal ones the first.")
            .example(Example.row(new double[] {2, 1, 0}, 0, 0, 0).gives(1.791759469228055))
            .example(Example.row(new double[] {0, 1}, 0, 0).gives(0.6931471805599453, 0.5, -0.5))
            .source("Xia et al. 2008, doi:10.1145/1390156.1390306; examples: ln 6, ln 2")
            .build();

    @Override
    public Domain truth() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public int leastOutputs() {
        return 2;
    }

    @Override
    public double value(double[] truth, double[] p) {
        double[] x = ordered(truth, p);
        CompensatedSum sum = new CompensatedSum();
        for (double cost : costs(x)) {
            sum.add(cost);
        }
        return sum.value();
    }

    /** What each place costs: the logarithm of the sum over those left, over its own. */
    private static double[] costs(double[] x) {
        double[] costs = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double[] rest = Arrays.copyOfRange(x, i, x.length);
            costs[i] = Elementary.logSumExpMinus(rest, rest.length, 0);
        }
        return costs;
    }

    @Override
    public Steps steps(Samples samples) {
        double[] x = ordered(samples.truth(), samples.prediction());
        double[] sums = new double[x.length];
        for (int i = x.length - 1; i >= 0; i--) {
            sums[i] = Elementary.exp(x[i]) + (i + 1 < x.length ? sums[i + 1] : 0);
        }
        return new Steps().with("x", x).with("sums", sums).giving("sum of (ln(sums[i]) - x[i])");
    }

    @Override
    public void gradient(double[] truth, double[] p, double[] gradient) {
        int[] order = Order.descending(truth);
        double[] x = ordered(truth, p);
        Twofold[] slopes = new Twofold[x.length];
        Arrays.fill(slopes, Twofold.of(0));
        for (int i = 0; i < x.length; i++) {
            int best = i;
            for (int j = i; j < x.length; j++) {
                best = x[j] > x[best] ? j : best;
            }
            Twofold[] powers = new Twofold[x.length];
            Twofold others = Twofold.of(0);
            for (int j = i; j < x.length; j++) {
                Twofold lead = Twofold.sum(x[j], -x[best]);
                powers[j] = Elementary.sharpExp(lead.high(), lead.low());
                others = j == i ? others : others.plus(powers[j]);
            }
            Twofold all = powers[i].plus(others);
            for (int j = i + 1; j < x.length; j++) {
                slopes[j] = slopes[j].plus(powers[j].over(all));
            }
            slopes[i] = slopes[i].minus(others.over(all));
        }
        for (int i = 0; i < x.length; i++) {
            gradient[order[i]] = slopes[i].value();
        }
    }

    @Override
    public void hessian(double[] truth, double[] p, double[] diagonal) {
        int[] order = Order.descending(truth);
        double[] x = ordered(truth, p);
        Arrays.fill(diagonal, 0);
        for (int i = 0; i < x.length; i++) {
            Shares shares = new Shares(Arrays.copyOfRange(x, i, x.length));
            for (int j = i; j < x.length; j++) {
                diagonal[order[j]] += shares.share(j - i) * shares.lack(j - i);
            }
        }
    }

    private static double[] ordered(double[] truth, double[] scores) {
        int[] order = Order.descending(truth);
        double[] ordered = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            ordered[i] = scores[order[i]];
        }
        return ordered;
    }
}
