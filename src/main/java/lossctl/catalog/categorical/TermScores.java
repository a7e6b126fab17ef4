package lossctl.catalog.categorical;

import lossctl.loss.Domain;
import lossctl.loss.RowLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Interval;

/** {@link Terms} of a row of raw scores, whose softmax are the probabilities. */
record TermScores(Terms terms) implements RowLoss {
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
        return sum.value();
    }

    @Override
    public void gradient(double[] truth, double[] x, double[] gradient) {
        Softmax softmax = new Softmax(x);
        double[] slopes = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            double factor = terms.factor(truth, j);
            slopes[j] = factor == 0 ? 0 : factor * terms.slope(softmax.share(j), softmax.rest(j), softmax.cost(j));
        }
        for (int j = 0; j < x.length; j++) {
            double others = 0;
            for (int i = 0; i < x.length; i++) {
                others += i == j ? 0 : slopes[i];
            }
            gradient[j] = slopes[j] * softmax.rest(j) - softmax.share(j) * others;
        }
    }

    @Override
    public void hessian(double[] truth, double[] x, double[] diagonal) {
        Softmax softmax = new Softmax(x);
        double slopes = 0;
        double[] bends = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            double factor = terms.factor(truth, j);
            double share = softmax.share(j);
            slopes += factor == 0 ? 0 : factor * terms.slope(share, softmax.rest(j), softmax.cost(j));
            bends[j] = factor == 0 ? 0 : factor * terms.bend(share, softmax.rest(j), softmax.cost(j));
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
