package lossctl.catalog.categorical;

import lossctl.loss.Adjustment;
import lossctl.loss.ClassLoss;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Loss;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** The cross-entropy of a row of class probabilities when the truth is the index of a class. */
public record SparseCce(double smoothing) implements ClassLoss {
    public static final Spec SPEC = Spec.of("sparse_cce", new SparseCce(0))
            .summary("categorical cross-entropy of class indices")
            .aliases("sparse_categorical_crossentropy")
            .alias("softmax_cross_entropy_with_integer_labels", "from_logits", true)
            .alias("sparse_softmax_cross_entropy", "from_logits", true)
            .alias("half_multinomial_loss", "from_logits", true)
            .alias("multi_softmax", "from_logits", true)
            .alias("multi_softprob", "from_logits", true)
            .formula("-ln p[truth];  from logits p = softmax(x);"
                    + "  with s = label_smoothing: -(1 - s) ln p[truth] - s/k sum of ln p[j]")
            .slope("y = onehot(truth);"
                    + "  with label_smoothing: y = (1 - label_smoothing) onehot(truth) + label_smoothing / k;"
                    + "  -y / p;  from logits p - y")
            .flag("from_logits", "predictions are raw scores, not probabilities")
            .param("label_smoothing", 0, Interval.UNIT, "share of the truth that is spread over all classes")
            .accepts(Adjustment.CLIP, Adjustment.NORMALIZE, Adjustment.IGNORE_INDEX, Adjustment.CLASS_WEIGHTS)
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.NON_NEGATIVE, Trait.PROPER)
            .note("A true class of probability 0 costs Infinity.")
            .example(Example.rows(new double[][] {{1}, {0}}, new double[][] {{0.15, 0.75, 0.1}, {0.75, 0.15, 0.1}})
                    .gives(0.2876820724517809))
            .example(Example.row(new double[] {0}, 1000, 0)
                    .with("from_logits", true)
                    .gives(0))
            .plot(0, 1)
            .source("Good 1952, doi:10.1111/j.2517-6161.1952.tb00104.x")
            .build();

    @Override
    public Loss with(Params params) {
        double smoothing = params.number("label_smoothing");
        return params.flag("from_logits") ? new SparseScores(smoothing) : new SparseCce(smoothing);
    }

    @Override
    public Domain prediction() {
        return Domain.probabilities();
    }

    @Override
    public boolean seesTrueClassAlone() {
        return smoothing == 0;
    }

    @Override
    public double value(int label, double[] p) {
        if (smoothing == 0) {
            return 0 - Elementary.log(p[label]);
        }
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < p.length; j++) {
            double share = smoothing / p.length + (j == label ? 1 - smoothing : 0);
            sum.addProduct(-share, Elementary.log(p[j]));
        }
        return 0 + sum.value();
    }

    @Override
    public void gradient(int label, double[] p, double[] gradient) {
        double spread = smoothing / p.length;
        for (int j = 0; j < p.length; j++) {
            double t = j == label ? 1 - smoothing + spread : spread;
            gradient[j] = t == 0 ? 0 : -t / p[j];
        }
    }

    @Override
    public void hessian(int label, double[] p, double[] diagonal) {
        gradient(label, p, diagonal);
        for (int j = 0; j < p.length; j++) {
            diagonal[j] = diagonal[j] == 0 ? 0 : -diagonal[j] / p[j];
        }
    }

    /** The same of raw scores. */
    private record SparseScores(double smoothing) implements ClassLoss {
        @Override
        public Domain prediction() {
            return Domain.row(Interval.REAL);
        }

        @Override
        public double value(int label, double[] x) {
            if (smoothing == 0) {
                return Elementary.logSumExpMinus(x, x.length, label);
            }
            Softmax softmax = new Softmax(x);
            CompensatedSum sum = new CompensatedSum();
            for (int j = 0; j < x.length; j++) {
                double share = smoothing / x.length + (j == label ? 1 - smoothing : 0);
                sum.addProduct(share, softmax.cost(j));
            }
            return sum.value() <= Double.MAX_VALUE ? sum.value() : far(label, softmax, x.length);
        }

        /** The same where a cost is past the range of doubles, which its share need not be. */
        private double far(int label, Softmax softmax, int k) {
            CompensatedSum quarters = new CompensatedSum();
            for (int j = 0; j < k; j++) {
                double share = smoothing / k + (j == label ? 1 - smoothing : 0);
                quarters.addProduct(share, softmax.quarterCost(j));
            }
            return 4 * quarters.value();
        }

        @Override
        public void gradient(int label, double[] x, double[] gradient) {
            Softmax softmax = new Softmax(x);
            Twofold spread = Twofold.of(smoothing).over(Twofold.of(x.length));
            for (int j = 0; j < x.length; j++) {
                Twofold t = j == label ? Twofold.sum(1, -smoothing).plus(spread) : spread;
                Twofold others = Twofold.of(j == label ? smoothing : 1).minus(spread);
                gradient[j] = softmax.pull(j, others, t);
            }
        }

        @Override
        public void hessian(int label, double[] x, double[] diagonal) {
            Softmax softmax = new Softmax(x);
            for (int j = 0; j < x.length; j++) {
                diagonal[j] = softmax.share(j) * softmax.rest(j);
            }
        }
    }
}
