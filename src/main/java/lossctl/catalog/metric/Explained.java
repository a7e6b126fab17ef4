package lossctl.catalog.metric;

import lossctl.loss.Domain;
import lossctl.loss.SummaryMetric;
import lossctl.loss.Sums;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Dyadic;
import lossctl.num.Interval;

/** What share of the truth's variance is explained: the mean over outputs, each from its own exact sums. */
interface Explained extends SummaryMetric {
    /** Sums of one output: w t, w p (where it is wanted), w t^2, w t p, w p^2; before those of the first that of weights. */
    int EACH = 5;

    /** Whether a constant residual is forgiven. */
    boolean forgivesBias();

    @Override
    default Domain truth() {
        return Domain.number(Interval.REAL);
    }

    @Override
    default Domain prediction() {
        return Domain.number(Interval.REAL);
    }

    @Override
    default int sums(int outputs) {
        return 1 + EACH * outputs;
    }

    @Override
    default void add(Sums sums, double[] truth, double[] prediction, double weight) {
        sums.at(0).add(weight);
        for (int i = 0; i < prediction.length; i++) {
            double t = truth[i];
            double p = prediction[i];
            int at = 1 + EACH * i;
            sums.at(at).addProduct(weight, t);
            if (forgivesBias()) {
                sums.at(at + 1).addProduct(weight, p);
            }
            sums.add(at + 2, weight, t, t);
            sums.add(at + 3, weight, t, p);
            sums.add(at + 4, weight, p, p);
        }
    }

    @Override
    default void addSingles(Sums sums, double[] truth, double[] prediction, int count) {
        sums.at(0).add(count);
        sums.at(1).add(truth, 0, count);
        if (forgivesBias()) {
            sums.at(2).add(prediction, 0, count);
        }
        sums.at(3).addProducts(truth, truth, 0, count);
        sums.at(4).addProducts(truth, prediction, 0, count);
        sums.at(5).addProducts(prediction, prediction, 0, count);
    }

    @Override
    default double value(Sums sums) {
        if (sums.outputs() == 1) {
            Dyadic spread = spread(sums, 0);
            Dyadic missed = missed(sums, 0, spread);
            return missed.signum() == 0 ? 1 : spread.minus(missed).over(spread);
        }
        QuotientSum total = new QuotientSum();
        for (int i = 0; i < sums.outputs(); i++) {
            Dyadic spread = spread(sums, i);
            Dyadic missed = missed(sums, i, spread);
            boolean met = missed.signum() == 0;
            total.add(met ? Dyadic.of(1) : spread.minus(missed), met ? Dyadic.of(1) : spread);
        }
        return total.over(Dyadic.of(sums.outputs()));
    }

    /** The mean over outputs of the share of the variance that is left, or of its root: 0 where nothing is missed. */
    default double unexplained(Sums sums, boolean root) {
        QuotientSum total = new QuotientSum();
        for (int i = 0; i < sums.outputs(); i++) {
            Dyadic spread = spread(sums, i);
            Dyadic missed = missed(sums, i, spread);
            Dyadic below = missed.signum() == 0 ? Dyadic.of(1) : spread;
            if (root) {
                total.addRoot(missed, below);
            } else {
                total.add(missed, below);
            }
        }
        return total.over(Dyadic.of(sums.outputs()));
    }

    /** The variance of an output's truth, times the square of the sum of weights. */
    static Dyadic spread(Sums sums, int output) {
        int at = 1 + EACH * output;
        Dyadic truths = sums.at(at).dyadic();
        return sums.at(0).dyadic().times(sums.at(at + 2).dyadic()).minus(truths.times(truths));
    }

    /** What is left of it, times the same: from products, whose sums lose nothing where residuals would be rounded. */
    default Dyadic missed(Sums sums, int output, Dyadic spread) {
        int at = 1 + EACH * output;
        Dyadic both = sums.at(at + 3).dyadic();
        Dyadic squares = sums.at(at + 2)
                .dyadic()
                .minus(both)
                .minus(both)
                .plus(sums.at(at + 4).dyadic());
        Dyadic missed = sums.at(0).dyadic().times(squares);
        if (forgivesBias()) {
            Dyadic bias = sums.at(at + 1).dyadic().minus(sums.at(at).dyadic());
            missed = missed.minus(bias.times(bias));
        }
        if (missed.signum() != 0 && spread.signum() == 0) {
            throw new UndefinedLoss("the truth is constant: there is no variance to explain");
        }
        return missed;
    }
}
