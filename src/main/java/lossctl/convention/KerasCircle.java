package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.GroupLoss;
import lossctl.loss.Samples;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
import lossctl.num.ExactSum;
import lossctl.num.Interval;

/**
 * Circle loss as Keras computes it: distances below 0 are 0, a sample whose loss is 0 does not count, and softplus is the
 * identity above 20. Source: keras/src/losses/losses.py.
 *
 * @param selfIsNoPair whether a sample is no positive of itself
 * @param mean whether losses are averaged, else summed
 * @param byWeight whether a mean divides by the weights of the samples that count, else by their number
 * @param keys what samples are held against; null where these are the samples themselves
 */
record KerasCircle(double gamma, double margin, boolean selfIsNoPair, boolean mean, boolean byWeight, Keys keys)
        implements GroupLoss {
    /** Labels and embeddings of reference, row by row. */
    record Keys(double[] labels, double[] embeddings) {}

    private static final double SOFTPLUS_IS_LINEAR = 20;

    @Override
    public Domain truth() {
        return Domain.group();
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public double[] perSample(Samples samples) {
        double[] losses = new double[samples.count()];
        for (int i = 0; i < losses.length; i++) {
            double x = new Pairs(samples, i).exponent();
            losses[i] = x > SOFTPLUS_IS_LINEAR ? x : Elementary.softplus(x);
        }
        return losses;
    }

    @Override
    public double value(Samples samples) {
        double[] losses = perSample(samples);
        ExactSum sum = new ExactSum();
        for (int i = 0; i < losses.length; i++) {
            sum.addProduct(samples.weight(i), losses[i]);
        }
        double divisor = divisor(samples, losses);
        return divisor == 0 ? 0 : sum.value() / divisor;
    }

    private double divisor(Samples samples, double[] losses) {
        if (!mean) {
            return 1;
        }
        ExactSum sum = new ExactSum();
        for (int i = 0; i < losses.length; i++) {
            if (losses[i] > 0) {
                sum.add(byWeight ? samples.weight(i) : 1);
            }
        }
        return sum.value();
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        Arrays.fill(gradients[0], 0);
        double divisor = divisor(samples, perSample(samples));
        for (int i = 0; i < samples.count() && divisor != 0; i++) {
            Pairs pairs = new Pairs(samples, i);
            double x = pairs.exponent();
            double pace = samples.weight(i) / divisor * (x > SOFTPLUS_IS_LINEAR ? 1 : Elementary.sigmoid(x));
            if (pace > 0) {
                pairs.addSlopes(pace, gradients[0]);
            }
        }
    }

    /** One sample beside all others. */
    private final class Pairs {
        private final Samples samples;
        private final int row;
        private final Keys others;
        private final double[] distances;
        private final double[] terms;
        private final boolean[] together;
        private final double near;
        private final double far;

        Pairs(Samples samples, int row) {
            this.samples = samples;
            this.row = row;
            others = keys == null ? new Keys(samples.truth(), samples.prediction()) : keys;
            int count = others.labels().length;
            distances = new double[count];
            terms = new double[count];
            together = new boolean[count];
            double[] same = new double[count];
            double[] other = new double[count];
            int positive = 0;
            int negative = 0;
            for (int j = 0; j < count; j++) {
                together[j] = others.labels()[j] == samples.truth()[row];
                distances[j] = 1 - similarity(j);
                double d = Math.max(distances[j], 0);
                terms[j] = together[j]
                        ? -gamma * (margin + d) * (margin - d)
                        : gamma * Math.max(1 + margin - d, 0) * (1 - margin - d);
                if (!isPair(j)) {
                    continue;
                }
                if (together[j]) {
                    same[positive++] = terms[j];
                } else {
                    other[negative++] = terms[j];
                }
            }
            near = Elementary.logSumExp(same, 0, positive);
            far = Elementary.logSumExp(other, 0, negative);
        }

        private boolean isPair(int j) {
            return j != row || !selfIsNoPair || !together[j];
        }

        private double similarity(int j) {
            int width = samples.outputs();
            CompensatedSum sum = new CompensatedSum();
            for (int k = 0; k < width; k++) {
                sum.addProduct(samples.prediction()[row * width + k], others.embeddings()[j * width + k]);
            }
            return sum.value();
        }

        double exponent() {
            return near + far;
        }

        void addSlopes(double pace, double[] gradient) {
            int width = samples.outputs();
            for (int j = 0; j < terms.length; j++) {
                double d = distances[j];
                if (!isPair(j) || d < 0) {
                    continue;
                }
                double share = Elementary.exp(terms[j] - (together[j] ? near : far));
                double slope = together[j] ? 2 * gamma * d : d < 1 + margin ? -2 * gamma * (1 - d) : 0;
                // where the distance is just 0, half of the slope counts
                double factor = -pace * share * slope * (d == 0 ? 0.5 : 1);
                for (int k = 0; k < width; k++) {
                    gradient[row * width + k] += factor * others.embeddings()[j * width + k];
                    if (keys == null) {
                        gradient[j * width + k] += factor * samples.prediction()[row * width + k];
                    }
                }
            }
        }
    }
}
