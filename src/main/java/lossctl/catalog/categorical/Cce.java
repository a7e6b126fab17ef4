package lossctl.catalog.categorical;

import lossctl.loss.Adjustment;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Loss;
import lossctl.loss.Params;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** The cross-entropy of a row of class probabilities against a row of true ones. */
public record Cce(double smoothing) implements RowLoss {
    public static final Spec SPEC = Spec.of("cce", new Cce(0))
            .summary("categorical cross-entropy")
            .aliases("categorical_crossentropy", "mlogloss")
            .alias("cross_entropy", "from_logits", true)
            .alias("cross_entropy_loss", "from_logits", true)
            .alias("softmax_cross_entropy", "from_logits", true)
            .alias("softmax_ce", "from_logits", true)
            .alias("safe_softmax_cross_entropy", "from_logits", true)
            .formula("- sum over classes of t[j] ln p[j];  from logits p = softmax(x);"
                    + "  t = (1 - s) truth + s/k with s = label_smoothing")
            .slope("-t[j] / p[j];  from logits p[j] sum(t) - t[j]")
            .flag("from_logits", "predictions are raw scores, not probabilities")
            .param("label_smoothing", 0, Interval.UNIT, "share of the truth that is spread over all classes")
            .accepts(Adjustment.CLIP, Adjustment.NORMALIZE)
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.NON_NEGATIVE, Trait.PROPER)
            .note("0 ln 0 = 0; a true class of probability 0 costs Infinity.")
            .note("The truth of a row may be the index of its class.")
            .example(Example.rows(
                            new double[][] {{0, 1, 0}, {1, 0, 0}},
                            new double[][] {{0.15, 0.75, 0.1}, {0.75, 0.15, 0.1}})
                    .gives(0.2876820724517809))
            .example(Example.row(new double[] {0, 0, 1}, 1, 2, 3)
                    .with("from_logits", true)
                    .gives(0.4076059644443803, 0.09003057317038046, 0.24472847105479764, -0.3347590442251781))
            .example(Example.row(new double[] {0, 0, 1}, 1, 2, 3)
                    .with("from_logits", true)
                    .with("label_smoothing", 0.1)
                    .gives(0.5076059644443803))
            .plot(0, 1)
            .source("Good 1952, doi:10.1111/j.2517-6161.1952.tb00104.x;"
                    + " label smoothing: Szegedy et al. 2016, doi:10.1109/CVPR.2016.308; examples: mpmath")
            .build();

    @Override
    public Loss with(Params params) {
        double smoothing = params.number("label_smoothing");
        return params.flag("from_logits") ? new Scores(smoothing) : new Cce(smoothing);
    }

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
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < p.length; j++) {
            double t = smooth(truth, j, smoothing);
            if (t != 0) {
                sum.addProduct(-t, Elementary.log(p[j]));
            }
        }
        return 0 + sum.value();
    }

    @Override
    public void gradient(double[] truth, double[] p, double[] gradient) {
        for (int j = 0; j < p.length; j++) {
            double t = smooth(truth, j, smoothing);
            gradient[j] = t == 0 ? 0 : -t / p[j];
        }
    }

    @Override
    public void hessian(double[] truth, double[] p, double[] diagonal) {
        for (int j = 0; j < p.length; j++) {
            double t = smooth(truth, j, smoothing);
            diagonal[j] = t == 0 ? 0 : t / p[j] / p[j];
        }
    }

    static double smooth(double[] truth, int j, double smoothing) {
        if (smoothing == 0 || truth[j] == 0) {
            return smoothing == 0 ? truth[j] : smoothing / truth.length;
        }
        return smoothing > 0.5
                ? Math.fma(1 - smoothing, truth[j], smoothing / truth.length)
                : Math.fma(-smoothing, truth[j] - 1.0 / truth.length, truth[j]);
    }

    /** The same in two doubles. */
    private static Twofold exact(double[] truth, int j, double smoothing) {
        return smoothing == 0
                ? Twofold.of(truth[j])
                : Twofold.sum(1, -smoothing)
                        .times(truth[j])
                        .plus(Twofold.of(smoothing).over(Twofold.of(truth.length)));
    }

    /** The same of raw scores. */
    private record Scores(double smoothing) implements RowLoss {
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
            Softmax softmax = new Softmax(x);
            CompensatedSum sum = new CompensatedSum();
            for (int j = 0; j < x.length; j++) {
                double t = smooth(truth, j, smoothing);
                if (t != 0) {
                    sum.addProduct(t, softmax.cost(j));
                }
            }
            return sum.value() <= Double.MAX_VALUE ? sum.value() : far(truth, softmax);
        }

        /** The same where a cost is past the range of doubles, which its share need not be. */
        private double far(double[] truth, Softmax softmax) {
            CompensatedSum quarters = new CompensatedSum();
            for (int j = 0; j < truth.length; j++) {
                quarters.addProduct(smooth(truth, j, smoothing), softmax.quarterCost(j));
            }
            return 4 * quarters.value();
        }

        @Override
        public void gradient(double[] truth, double[] x, double[] gradient) {
            // truths before and behind j are summed apart, so that the others of a truth near 1 keep their digits
            double[] lost = new double[x.length];
            Twofold behind = Twofold.of(0);
            for (int j = x.length - 1; j >= 0; j--) {
                gradient[j] = behind.high();
                lost[j] = behind.low();
                behind = behind.plus(exact(truth, j, smoothing));
            }
            Softmax softmax = new Softmax(x);
            Twofold before = Twofold.of(0);
            for (int j = 0; j < x.length; j++) {
                Twofold t = exact(truth, j, smoothing);
                gradient[j] = softmax.pull(j, before.plus(new Twofold(gradient[j], lost[j])), t);
                before = before.plus(t);
            }
        }

        @Override
        public void hessian(double[] truth, double[] x, double[] diagonal) {
            Softmax softmax = new Softmax(x);
            double total = 0;
            for (int j = 0; j < x.length; j++) {
                total += smooth(truth, j, smoothing);
            }
            for (int j = 0; j < x.length; j++) {
                diagonal[j] = total * softmax.share(j) * softmax.rest(j);
            }
        }
    }
}
