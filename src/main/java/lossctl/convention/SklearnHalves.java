package lossctl.convention;

import static lossctl.convention.SimpleRules.scores;

import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Manner;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Selection;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Tensor;

/** The losses that scikit-learn's linear models and gradient boosting minimise. Source: sklearn/_loss/_loss.pyx.tp. */
final class SklearnHalves {
    private SklearnHalves() {}

    static List<Rule> all() {
        return List.of(
                half("half_mse", "HalfSquaredError"),
                half("mae", "AbsoluteError")
                        .altered(loss -> new Falling((PointwiseLoss) loss))
                        .habit("falls where a prediction is met"),
                half("quantile", "PinballLoss").param("quantile", "tau", 0.5),
                half("huber", "HuberLoss")
                        .own("quantile", 0.9)
                        .param("delta", "delta", 0.5)
                        .habit("has a delta of 0.5 unless told"),
                logs("poisson", "HalfPoissonLoss"),
                logs("gamma_nll", "HalfGammaLoss"),
                tweedie(),
                half("tweedie_deviance", "HalfTweedieLossIdentity")
                        .param("power", "power", 1.5)
                        .altered(loss -> new Altered.Halved((PointwiseLoss) loss))
                        .habit("is half of it"),
                scores("bce", "HalfBinomialLoss").planned(SklearnHalves::plan),
                scores("sparse_cce", "HalfMultinomialLoss").own("n_classes", 3).planned(SklearnHalves::rows),
                half("exponential", "ExponentialLoss")
                        .made(args -> new SoftExponential())
                        .habit("takes truths from 0 to 1"));
    }

    private static Rule half(String ours, String name) {
        return Rule.of(ours, name).planned(SklearnHalves::plan);
    }

    private static Rule logs(String ours, String name) {
        return half(ours, name).where("log_input", true).param("log_input", "log_input", true);
    }

    private static Rule tweedie() {
        Rule rule = logs("tweedie_nll", "HalfTweedieLoss").param("power", "power", 1.5);
        return rule.made(args -> {
                    PointwiseLoss loss = (PointwiseLoss) rule.spec().create(rule.params(args));
                    return args.number("power") == 0 ? new Squared(loss) : loss;
                })
                .habit("adds t^2/2 at power 0");
    }

    private static Plan plan(Rule rule, Args args, Call call, Manner manner) {
        if (call.prediction().size() != call.truth().size()) {
            throw new Refused("y_true and raw_prediction differ in size");
        }
        return shaped(rule, args, call, manner);
    }

    private static Plan rows(Rule rule, Args args, Call call, Manner manner) {
        Tensor scores = call.prediction();
        if (scores.rank() != 2 || scores.length(1) != args.integer("n_classes")) {
            throw new Refused("raw_prediction is to have 'n_classes' = " + args.integer("n_classes") + " columns");
        }
        return shaped(rule, args, call, manner);
    }

    private static Plan shaped(Rule rule, Args args, Call call, Manner manner) {
        Shaped shaped = Sklearn.samples(call.prediction()).truth(call.truth().values(), 1);
        Sklearn.weigh(shaped, call, shaped.rows());
        return shaped.plan(new Selection(rule.spec(), rule.params(args), rule.loss(args), manner), Plan.Reduce.MEAN);
    }

    /** With the square of the truth, of which the loss at power 0 has no part. */
    private record Squared(PointwiseLoss loss) implements PointwiseLoss {
        @Override
        public double value(double t, double x) {
            return loss.value(t, x) + t * t / 2;
        }

        @Override
        public double slope(double t, double x) {
            return loss.slope(t, x);
        }

        @Override
        public double curvature(double t, double x) {
            return loss.curvature(t, x);
        }

        @Override
        public Domain truth() {
            return loss.truth();
        }
    }

    /** The absolute error, whose slope is that of the lower side where it is 0. */
    private record Falling(PointwiseLoss loss) implements PointwiseLoss {
        @Override
        public double value(double t, double p) {
            return loss.value(t, p);
        }

        @Override
        public double slope(double t, double p) {
            return p > t ? 1 : -1;
        }

        @Override
        public double curvature(double t, double p) {
            return loss.curvature(t, p);
        }

        @Override
        public Domain truth() {
            return loss.truth();
        }
    }

    /** The exponential loss of a class of which a share is the second: {@code y e^-x + (1 - y) e^x}. */
    private record SoftExponential() implements PointwiseLoss {
        @Override
        public double value(double t, double x) {
            return weighed(t, Elementary.exp(-x)) + weighed(1 - t, Elementary.exp(x));
        }

        @Override
        public double slope(double t, double x) {
            return weighed(1 - t, Elementary.exp(x)) - weighed(t, Elementary.exp(-x));
        }

        @Override
        public double curvature(double t, double x) {
            return value(t, x);
        }

        /** Nothing of what may be infinite is nothing. */
        private static double weighed(double share, double value) {
            return share == 0 ? 0 : share * value;
        }

        @Override
        public Domain truth() {
            return Domain.number(Interval.UNIT);
        }
    }
}
