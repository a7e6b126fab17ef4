package lossctl.catalog.regression;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.GroupLoss;
import lossctl.loss.Params;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.ExactSum;
import lossctl.num.Interval;
import lossctl.num.Twofold;
import lossctl.num.Unbounded;

/** The distance between all predictions and all truths in the {@code p}-norm. */
public record Minkowski(double p) implements GroupLoss {
    public static final Spec SPEC = Spec.of("minkowski", new Minkowski(2))
            .summary("distance of predictions and truths in the p-norm")
            .aliases("minkowski_distance")
            .formula("(sum of |prediction - truth|^p)^(1/p)")
            .slope("sign(prediction - truth) (|prediction - truth| / minkowski)^(p - 1)")
            .param("p", 2, Interval.atLeast(1), "the norm: 1 Manhattan, 2 Euclid")
            .traits(Trait.CONVEX, Trait.SYMMETRIC, Trait.LIPSCHITZ, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("One root over all samples and outputs, of a sum and not of a mean; lp takes no root.")
            .note("The gradient of a perfect fit is 0. The greatest error is taken out first: nothing overflows.")
            .example(Example.rows(new double[][] {{0}, {0}}, new double[][] {{3}, {-4}})
                    .gives(5, 0.6, -0.8))
            .example(Example.rows(new double[][] {{1}, {2}}, new double[][] {{4}, {-2}})
                    .with("p", 1.0)
                    .gives(7, 1, -1))
            .source("TorchMetrics, MinkowskiDistance; examples by hand")
            .build();

    @Override
    public Minkowski with(Params params) {
        return new Minkowski(params.number("p"));
    }

    /** Sizes from which on and up to which residuals are taken in a unit of their own. */
    private static final double GREAT = 0x1p960;

    private static final double SMALL = 0x1p-900;

    @Override
    public Domain truth() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public double value(Samples samples) {
        double unit = unit(samples);
        return distance(samples, unit).value() / unit;
    }

    /**
     * What residuals are multiplied by, a power of two: their sum may be past the range of doubles, and what a quotient
     * leaves below it.
     */
    private static double unit(Samples samples) {
        double greatest = 0;
        for (int i = 0; i < samples.truth().length; i++) {
            if (samples.weight(i / samples.outputs()) > 0) {
                greatest = Math.max(greatest, Math.abs(samples.prediction()[i] - samples.truth()[i]));
            }
        }
        return greatest > GREAT ? 0x1p-60 : greatest < SMALL ? 0x1p200 : 1;
    }

    /**
     * In units, and in two doubles: the slope's power magnifies what one loses. Beside a sample that weighs nothing those
     * that do might seem to be nothing.
     */
    private Twofold distance(Samples samples, double unit) {
        Twofold greatest = Twofold.of(0);
        for (int i = 0; i < samples.truth().length; i++) {
            if (samples.weight(i / samples.outputs()) > 0) {
                Twofold size = size(samples, i, unit);
                greatest = size.high() > greatest.high() ? size : greatest;
            }
        }
        if (greatest.high() == 0) {
            return greatest;
        }
        ExactSum sum = new ExactSum();
        for (int i = 0; i < samples.truth().length; i++) {
            double weight = samples.weight(i / samples.outputs());
            if (weight > 0) {
                sum.addProduct(weight, power(size(samples, i, unit), greatest, p));
            }
        }
        Twofold root = sum.twofold().log().over(Twofold.of(p));
        return Elementary.sharpExp(root.high(), root.low()).times(greatest);
    }

    private static Twofold size(Samples samples, int i, double unit) {
        Twofold e = Twofold.sum(samples.prediction()[i] * unit, -samples.truth()[i] * unit);
        return e.high() < 0 ? e.negated() : e;
    }

    /** (size/distance)^exponent. */
    private static double power(Twofold size, Twofold distance, double exponent) {
        Twofold ratio = size.over(distance);
        double power = Elementary.pow(ratio.high(), exponent);
        return ratio.high() < Double.MIN_NORMAL ? power : power + power * (exponent * (ratio.low() / ratio.high()));
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        double unit = unit(samples);
        Twofold distance = distance(samples, unit);
        if (Double.isInfinite(distance.high())) {
            farGradient(samples, gradients, unit);
            return;
        }
        for (int i = 0; i < samples.truth().length; i++) {
            double sign = sign(samples, i);
            double size = sign == 0 ? 0 : power(size(samples, i, unit), distance, p - 1);
            gradients[0][i] = samples.weight(i / samples.outputs()) * sign * size;
        }
    }

    /** That of a residual; 0 of one that weighs nothing. */
    private static double sign(Samples samples, int i) {
        boolean weighs = samples.weight(i / samples.outputs()) > 0;
        return weighs ? Math.signum(samples.prediction()[i] - samples.truth()[i]) : 0;
    }

    /** The same with weights so great that the distance is past the range of doubles: by lighter ones. */
    private void farGradient(Samples samples, double[][] gradients, double unit) {
        double greatest = 0;
        for (int i = 0; i < samples.count(); i++) {
            greatest = Math.max(greatest, samples.weight(i));
        }
        int powers = Math.getExponent(greatest);
        double[] weights = new double[samples.count()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.scalb(samples.weight(i), -powers);
        }
        Samples light = new Samples(
                samples.count(), samples.truth(), samples.truthWidth(), samples.vectors(), samples.widths(), weights);
        Twofold distance = distance(light, unit);
        Unbounded heavy = Unbounded.exp(Twofold.of(2).log().times(powers).over(Twofold.of(p)));
        for (int i = 0; i < samples.truth().length; i++) {
            double sign = sign(samples, i);
            double size = sign == 0 ? 0 : power(size(samples, i, unit), distance, p - 1);
            gradients[0][i] = Unbounded.of(samples.weight(i / samples.outputs()))
                    .scaled(-powers)
                    .times(heavy)
                    .times(sign * size)
                    .value();
        }
    }
}
