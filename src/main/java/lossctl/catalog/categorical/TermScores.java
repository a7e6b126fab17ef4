package lossctl.catalog.categorical;

import lossctl.loss.Domain;
import lossctl.loss.RowLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** {@link Terms} of a row of raw scores, whose softmax are the probabilities. */
record TermScores(Terms terms) implements RowLoss {
    /** What is less than this beside its terms is a rounding of them. */
    private static final double NOTHING = 0x1p-60;

    @Override
    public Domain truth() {
        return Domain.probabilities();
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public double value(double[] truth, double[] x) {
        Softmax softmax = terms.isSteep() ? Softmax.sharp(x) : new Softmax(x);
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < x.length; j++) {
            double factor = terms.factor(truth, j);
            int lift = softmax.lift(j);
            if (factor != 0 && lift > 0 && terms.tail() != 0) {
                sum.add(Math.scalb(factor * terms.tail() * softmax.liftedRest(j), -lift));
            } else if (factor != 0) {
                sum.addProduct(factor, terms.cost(softmax.exactRest(j), softmax.cost(j)));
            }
        }
        return Double.isFinite(sum.value()) ? sum.value() : far(truth, softmax);
    }

    /** The same in quarters, where a negative logarithm is past the range of doubles: terms are linear in it. */
    private double far(double[] truth, Softmax softmax) {
        CompensatedSum quarters = new CompensatedSum();
        for (int j = 0; j < truth.length; j++) {
            double factor = terms.factor(truth, j);
            double cost = terms.cost(softmax.exactRest(j), softmax.cost(j));
            boolean past = !(cost <= Double.MAX_VALUE);
            quarters.add(factor == 0 ? 0 : factor * ((past ? terms.cost(softmax.exactRest(j), 0) : cost) / 4));
            quarters.add(past && factor != 0 ? factor * softmax.quarterCost(j) * terms.pace() : 0);
        }
        return 4 * quarters.value();
    }

    @Override
    public void gradient(double[] truth, double[] x, double[] gradient) {
        Softmax softmax = Softmax.sharp(x);
        // the others of each are summed from both sides, so that what is small beside it keeps its digits
        Twofold[] slopes = new Twofold[x.length];
        Twofold[] behind = new Twofold[x.length];
        Twofold sum = Twofold.of(0);
        for (int j = x.length - 1; j >= 0; j--) {
            slopes[j] = slope(softmax, terms.factor(truth, j), j);
            behind[j] = sum;
            sum = sum.plus(slopes[j]);
        }
        Twofold before = Twofold.of(0);
        for (int j = 0; j < x.length; j++) {
            Twofold pull = softmax.sharpShare(j).times(before.plus(behind[j]));
            gradient[j] = slopes[j]
                    .times(softmax.exactRest(j))
                    .plusOrNothing(pull.negated(), NOTHING)
                    .value();
            before = before.plus(slopes[j]);
        }
    }

    private Twofold slope(Softmax softmax, double factor, int j) {
        return factor == 0
                ? Twofold.of(0)
                : terms.slope(softmax.sharpShare(j), softmax.exactRest(j), softmax.sharpCost(j))
                        .times(factor);
    }

    @Override
    public void hessian(double[] truth, double[] x, double[] diagonal) {
        Softmax softmax = Softmax.sharp(x);
        double slopes = 0;
        double[] bends = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            double factor = terms.factor(truth, j);
            double share = softmax.share(j);
            double rest = softmax.rest(j);
            slopes += slope(softmax, factor, j).value();
            // times the squares of what is less than any normal number it is nothing
            boolean counts = factor != 0 && rest >= Double.MIN_NORMAL;
            bends[j] = counts ? factor * terms.bend(share, rest, softmax.cost(j)) : 0;
        }
        for (int j = 0; j < x.length; j++) {
            double others = 0;
            for (int i = 0; i < x.length; i++) {
                others += i == j ? 0 : bends[i];
            }
            double share = softmax.share(j);
            double rest = softmax.rest(j);
            diagonal[j] = bends[j] * rest * rest + others * share * share - share * rest * slopes;
        }
    }
}
