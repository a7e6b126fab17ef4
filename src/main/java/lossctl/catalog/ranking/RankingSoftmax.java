package lossctl.catalog.ranking;

import lossctl.catalog.categorical.Softmax;
import lossctl.loss.Example;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
import lossctl.num.Twofold;

/** The cross-entropy of the softmax of a list of scores against relevances. */
public record RankingSoftmax() implements GradedList {
    public static final Spec SPEC = Spec.of("ranking_softmax", new RankingSoftmax())
            .summary("listwise softmax cross-entropy of scores against relevances")
            .aliases("ranking_softmax_loss", "listwise_softmax", "query_softmax")
            .formula("q = softmax(x);  -sum over documents of t[j] ln q[j]")
            .slope("q[j] sum of t - t[j]")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.NON_NEGATIVE)
            .note("A row is a list; relevances need not sum to 1.")
            .example(Example.row(new double[] {0, 2}, 5, 5).gives(1.3862943611198906, 1, -1))
            .source("Cao et al. 2007, doi:10.1145/1273496.1273513; example: 2 ln 2")
            .build();

    @Override
    public double value(double[] truth, double[] p) {
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < p.length; j++) {
            sum.addProduct(truth[j], truth[j] == 0 ? 0 : Elementary.logSumExpMinus(p, p.length, j));
        }
        return sum.value() <= Double.MAX_VALUE ? sum.value() : far(truth, new Softmax(p));
    }

    /** The same where a cost is past the range of doubles, which its share need not be. */
    private static double far(double[] truth, Softmax softmax) {
        CompensatedSum quarters = new CompensatedSum();
        for (int j = 0; j < truth.length; j++) {
            quarters.addProduct(truth[j], softmax.quarterCost(j));
        }
        return 4 * quarters.value();
    }

    @Override
    public void gradient(double[] truth, double[] p, double[] gradient) {
        Softmax softmax = new Softmax(p);
        Twofold[] before = new Twofold[p.length];
        Twofold sum = Twofold.of(0);
        for (int j = 0; j < p.length; j++) {
            before[j] = sum;
            sum = sum.plus(truth[j]);
        }
        // relevances before and behind j are summed apart: those of the others may be next to nothing beside its own
        Twofold behind = Twofold.of(0);
        for (int j = p.length - 1; j >= 0; j--) {
            gradient[j] = softmax.pull(j, before[j].plus(behind), Twofold.of(truth[j]));
            behind = behind.plus(truth[j]);
        }
    }

    @Override
    public void hessian(double[] truth, double[] p, double[] diagonal) {
        Shares shares = new Shares(p);
        double all = all(truth);
        for (int j = 0; j < p.length; j++) {
            diagonal[j] = all * shares.share(j) * shares.lack(j);
        }
    }

    private static double all(double[] truth) {
        CompensatedSum all = new CompensatedSum();
        for (double t : truth) {
            all.add(t);
        }
        return all.value();
    }
}
