package lossctl.catalog.embedding;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.GroupLoss;
import lossctl.loss.Params;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.Trait;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/**
 * Every pair of the same group against the others of a batch, by the softmax of their cosines.
 *
 * @param temperature what cosines are divided by
 */
public record Ntxent(double temperature) implements GroupLoss {
    public static final Spec SPEC = Spec.of("ntxent", new Ntxent(0.07))
            .summary("normalized temperature-scaled cross-entropy of embeddings with group labels")
            .aliases("nt_xent_loss", "info_nce", "infonce_loss")
            .formula(
                    "mean over pairs i, j of a group of -ln(e^s[i,j] / (e^s[i,j] + sum over k of other groups of e^s[i,k])),"
                            + " s = cosine / temperature")
            .slope("through every cosine of the batch")
            .param("temperature", 0.07, Interval.POSITIVE, "what cosines are divided by")
            .traits(Trait.SMOOTH, Trait.NON_NEGATIVE)
            .note("Pairs count in both orders; other members of the group are no negatives of a pair.")
            .note("With weights, a pair weighs as its first sample does.")
            .note("No group of two, or a vector of zeros: refused.")
            .example(Example.rows(new double[][] {{0}, {0}, {1}}, new double[][] {{2, 0}, {3, 0}, {5, 0}})
                    .gives(0.6931471805599453))
            .source("Chen et al. 2020, arXiv:2002.05709; example: ln 2")
            .build();

    @Override
    public Ntxent with(Params params) {
        return new Ntxent(params.number("temperature"));
    }

    @Override
    public Domain truth() {
        return Domain.group();
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    private static double[] row(Samples samples, int i) {
        int width = samples.outputs();
        return Arrays.copyOfRange(samples.prediction(), i * width, (i + 1) * width);
    }

    private static Angle angle(Samples samples, int i, int j) {
        return new Angle(row(samples, i), "embedding", row(samples, j), "other embedding");
    }

    private static Twofold[] cosines(Samples samples, int i) {
        Twofold[] cosines = new Twofold[samples.count()];
        Arrays.setAll(
                cosines, j -> j == i ? Twofold.of(0) : angle(samples, i, j).sharpCosine());
        return cosines;
    }

    private static boolean isPair(Samples samples, int i, int j) {
        return i != j && !isNegative(samples, i, j);
    }

    private static boolean isNegative(Samples samples, int i, int k) {
        return samples.truth()[k] != samples.truth()[i];
    }

    /** The pair and those of the first with all of other groups. */
    private Powers powers(Samples samples, int i, int j, Twofold[] cosines) {
        boolean[] counts = new boolean[cosines.length];
        for (int k = 0; k < counts.length; k++) {
            counts[k] = k == j || isNegative(samples, i, k);
        }
        return new Powers(cosines, counts, temperature);
    }

    private static Twofold pairs(Samples samples) {
        Twofold weight = Twofold.of(0);
        for (int i = 0; i < samples.count(); i++) {
            for (int j = 0; j < samples.count(); j++) {
                weight = isPair(samples, i, j) ? weight.plus(samples.weight(i)) : weight;
            }
        }
        if (weight.high() == 0) {
            throw new UndefinedLoss("no group has two samples: there is no pair");
        }
        return weight;
    }

    @Override
    public double value(Samples samples) {
        Twofold weight = pairs(samples);
        Twofold sum = Twofold.of(0);
        for (int i = 0; i < samples.count(); i++) {
            Twofold[] cosines = cosines(samples, i);
            for (int j = 0; j < samples.count(); j++) {
                if (isPair(samples, i, j)) {
                    Twofold cost = powers(samples, i, j, cosines).logLess(cosines[j]);
                    sum = sum.plus(cost.times(samples.weight(i)));
                }
            }
        }
        return sum.over(weight).value();
    }

    @Override
    public Steps steps(Samples samples) {
        DoubleStream.Builder own = DoubleStream.builder();
        DoubleStream.Builder others = DoubleStream.builder();
        DoubleStream.Builder weights = DoubleStream.builder();
        for (int i = 0; i < samples.count(); i++) {
            Twofold[] s = cosines(samples, i);
            Arrays.setAll(s, k -> s[k].over(Twofold.of(temperature)));
            double sum = 0;
            for (int k = 0; k < s.length; k++) {
                sum += isNegative(samples, i, k) ? Elementary.exp(s[k].value()) : 0;
            }
            for (int j = 0; j < s.length; j++) {
                if (isPair(samples, i, j)) {
                    own.add(Elementary.exp(s[j].value()));
                    others.add(sum);
                    weights.add(samples.weight(i));
                }
            }
        }
        return new Steps()
                .with("pairs", own.build().toArray())
                .with("others", others.build().toArray())
                .weighing(samples.weights() == null ? null : weights.build().toArray())
                .giving("mean of ln(1 + others[i] / pairs[i])");
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        Twofold weight = pairs(samples);
        int width = samples.outputs();
        Twofold[] gradient = new Twofold[gradients[0].length];
        Arrays.fill(gradient, Twofold.of(0));
        for (int i = 0; i < samples.count(); i++) {
            Twofold[] slopes = slopes(samples, i);
            for (int j = 0; j < samples.count(); j++) {
                if (slopes[j].high() != 0) {
                    Twofold factor = slopes[j].times(samples.weight(i)).over(weight);
                    angle(samples, i, j).addSlope(factor, gradient, i * width);
                    angle(samples, j, i).addSlope(factor, gradient, j * width);
                }
            }
        }
        // last what may be far from 1: the temperature, and the sizes of embeddings
        int exponent = Math.getExponent(temperature);
        Twofold near = Twofold.of(Math.scalb(temperature, -exponent));
        for (int i = 0; i < samples.count(); i++) {
            int lift = Angle.exponent(row(samples, i)) + exponent;
            for (int d = i * width; d < (i + 1) * width; d++) {
                gradients[0][d] = Math.scalb(gradient[d].over(near).value(), -lift);
            }
        }
    }

    /** The derivative of one sample's pairs by its similarities. */
    private Twofold[] slopes(Samples samples, int i) {
        Twofold[] cosines = cosines(samples, i);
        Twofold[] slopes = new Twofold[cosines.length];
        Arrays.fill(slopes, Twofold.of(0));
        for (int j = 0; j < slopes.length; j++) {
            if (isPair(samples, i, j)) {
                Powers powers = powers(samples, i, j, cosines);
                for (int k = 0; k < slopes.length; k++) {
                    if (isNegative(samples, i, k)) {
                        Twofold share = powers.share(cosines[k]);
                        slopes[k] = slopes[k].plus(share);
                        slopes[j] = slopes[j].minus(share);
                    }
                }
            }
        }
        return slopes;
    }
}
