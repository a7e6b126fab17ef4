package lossctl.catalog.divergence;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
import lossctl.num.Twofold;

/** The negative logarithm of the overlap of two distributions. */
public record Bhattacharyya() implements RowLoss {
    public static final Spec SPEC = Spec.of("bhattacharyya", new Bhattacharyya())
            .summary("Bhattacharyya distance of truth and prediction")
            .aliases("bhattacharyya_distance")
            .formula("-ln sum over j of sqrt(t[j] p[j])")
            .slope("-sqrt(t[j] / p[j]) / (2 sum of sqrt(t[i] p[i]))")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE, Trait.PROPER)
            .note("Rows without overlap cost Infinity.")
            .example(Example.row(new double[] {1, 0}, 0.25, 0.75).gives(0.6931471805599453, -2, 0))
            .example(Example.row(new double[] {0.5, 0.5}, 0.5, 0.5).gives(0, -0.5, -0.5))
            .plot(0, 1)
            .source("Bhattacharyya 1943, Bulletin of the Calcutta Mathematical Society 35:99-109; examples: ln 2, 0")
            .build();

    /** How little is lacking where the lack itself is summed up: more digits of it than of one less the overlap. */
    private static final double NEAR = 1e-9;

    @Override
    public Domain truth() {
        return Domain.probabilities();
    }

    @Override
    public Domain prediction() {
        return Domain.probabilities();
    }

    @Override
    public double value(double[] truth, double[] p) {
        // the overlap is the mean of both sums less half the squared distance of the roots
        CompensatedSum lack = new CompensatedSum();
        lack.add(1);
        for (int j = 0; j < p.length; j++) {
            // where one of them is 0 there is no overlap, exactly
            if (truth[j] != 0 && p[j] != 0) {
                double difference = Roots.difference(truth[j], p[j]);
                lack.add(-truth[j] / 2);
                lack.add(-p[j] / 2);
                lack.addProduct(difference / 2, difference);
            }
        }
        if (lack.value() < NEAR) {
            return 0 - Elementary.log1p(-lack.value());
        }
        Twofold overlap = overlap(truth, p);
        return 0
                - (overlap.high() > 0.5 ? Elementary.log1p(overlap.plus(-1).value()) : Elementary.log(overlap.value()));
    }

    @Override
    public void gradient(double[] truth, double[] p, double[] gradient) {
        double overlap = overlap(truth, p).value();
        for (int j = 0; j < p.length; j++) {
            gradient[j] = truth[j] == 0 ? 0 : -root(truth[j], p[j]) / (2 * overlap);
        }
    }

    @Override
    public void hessian(double[] truth, double[] p, double[] diagonal) {
        double overlap = overlap(truth, p).value();
        for (int j = 0; j < p.length; j++) {
            double ratio = truth[j] == 0 ? 0 : root(truth[j], p[j]) / overlap;
            diagonal[j] = ratio == 0 ? 0 : ratio / 4 * (1 / p[j] + ratio);
        }
    }

    /** The root of a quotient, which itself may be below the range of doubles. */
    private static double root(double t, double p) {
        double ratio = t / p;
        return ratio < Double.MIN_NORMAL ? Math.sqrt(t) / Math.sqrt(p) : Math.sqrt(ratio);
    }

    private static Twofold overlap(double[] truth, double[] p) {
        Twofold sum = Twofold.of(0);
        for (int j = 0; j < p.length; j++) {
            boolean none = truth[j] == 0 || p[j] == 0;
            sum = none
                    ? sum
                    : sum.plus(
                            Twofold.of(truth[j]).root().times(Twofold.of(p[j]).root()));
        }
        return sum;
    }
}
