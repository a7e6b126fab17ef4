package lossctl.catalog.embedding;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/**
 * Similarities within groups against those between groups, each paced by how far it is from its optimum.
 *
 * @param gamma the scale of similarities
 * @param margin how far off their optimum similarities may be
 */
public record Circle(double gamma, double margin) implements BatchMean {
    public static final Spec SPEC = Spec.of("circle", new Circle(80, 0.4))
            .summary("circle loss of embeddings with group labels")
            .aliases("circle_loss")
            .formula("per sample ln(1 + sum over positives of e^(-gamma a (s - 1 + m)) x sum over negatives of"
                    + " e^(gamma b (s - m))), s the dot product of two embeddings, m = margin,"
                    + " a = max(0, 1 + m - s), b = max(0, s + m)")
            .slope("through every dot product of the batch, its pace a or b included")
            .param("gamma", 80, Interval.POSITIVE, "the scale of similarities")
            .param("margin", 0.4, Interval.UNIT, "how far off their optimum similarities may be")
            .traits(Trait.NON_NEGATIVE)
            .note("Embeddings are taken as given: they should have length 1.")
            .note("Positives are the other samples of the same group, negatives all samples of other groups; a sample"
                    + " without the one or the other costs 0.")
            .example(Example.rows(new double[][] {{0}, {0}, {1}}, new double[][] {{1, 0}, {0, 1}, {0, 1}})
                    .with("gamma", 1.0)
                    .with("margin", 0.5)
                    .gives(0.8918300873876197))
            .source("Sun et al. 2020, doi:10.1109/CVPR42600.2020.00643; example: mpmath")
            .build();

    private static final double FAR = 1e70;

    @Override
    public Circle with(Params params) {
        return new Circle(params.number("gamma"), params.number("margin"));
    }

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
            Twofold exponent = new Pairs(samples, i).exponent();
            Twofold rest = Elementary.sharpLog1p(Powers.power(exponent.high() > 0 ? exponent.negated() : exponent));
            losses[i] = (exponent.high() > 0 ? exponent.plus(rest) : rest).value();
            if (isFar(samples.prediction()) || !Double.isFinite(losses[i])) {
                losses[i] = new ExactCircle(samples, gamma, margin).value(i);
            }
        }
        return losses;
    }

    @Override
    public Steps steps(Samples samples) {
        double[] positives = new double[samples.count()];
        double[] negatives = new double[positives.length];
        for (int i = 0; i < positives.length; i++) {
            Pairs pairs = new Pairs(samples, i);
            positives[i] = pairs.positives.value();
            negatives[i] = pairs.negatives.value();
        }
        return new Steps()
                .with("positives", positives)
                .with("negatives", negatives)
                .weighing(samples.weights())
                .giving("mean of ln(1 + positives[i] negatives[i])");
    }

    /** Whether dot products, or their squares, may leave the range of doubles or have lost digits. */
    private static boolean isFar(double[] embeddings) {
        double greatest = 0;
        for (double each : embeddings) {
            greatest = Math.max(greatest, Math.abs(each));
        }
        return greatest > FAR || greatest < 1 / FAR;
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        BatchMean.super.gradient(samples, gradients);
        if (isFar(samples.prediction()) || !Arrays.stream(gradients[0]).allMatch(Double::isFinite)) {
            gradients[0] = ExactCircle.gradient(samples, gamma, margin);
        }
    }

    @Override
    public void addGradient(Samples samples, int i, Twofold factor, Twofold[] gradient) {
        Pairs pairs = new Pairs(samples, i);
        Twofold pace = factor.times(sigmoid(pairs.exponent()));
        if (pace.high() == 0) {
            return;
        }
        for (int j = 0; j < samples.count(); j++) {
            if (j != i) {
                boolean same = samples.truth()[j] == samples.truth()[i];
                Twofold share = (same ? pairs.positives : pairs.negatives).share(pairs.terms[j]);
                Twofold slope = slope(same, pairs.similarities[j]);
                Dot.addSlope(samples, i, j, pace.times(share).times(slope), gradient);
            }
        }
    }

    private static Twofold sigmoid(Twofold x) {
        Twofold odds = Powers.power(x.high() < 0 ? x : x.negated());
        return (x.high() < 0 ? odds : Twofold.of(1)).over(odds.plus(1));
    }

    /** In two doubles: its exponential magnifies what one loses. */
    private Twofold term(boolean same, Twofold s) {
        Twofold up = Twofold.sum(margin, same ? 1 : 0);
        Twofold down = Twofold.sum(margin, same ? -1 : 0);
        Twofold pace = same ? up.minus(s) : up.plus(s);
        Twofold lack = same ? down.plus(s).negated() : s.minus(down);
        return pace.high() > 0 ? pace.times(lack).times(gamma) : Twofold.of(0);
    }

    private Twofold slope(boolean same, Twofold s) {
        boolean counts = same ? s.high() < 1 + margin : s.high() > -margin;
        return counts ? (same ? s.plus(-1) : s).times(2 * gamma) : Twofold.of(0);
    }

    /** One sample's similarities with all others. */
    private final class Pairs {
        private final Twofold[] similarities;
        private final Twofold[] terms;
        private final Powers positives;
        private final Powers negatives;

        Pairs(Samples samples, int i) {
            int count = samples.count();
            similarities = new Twofold[count];
            terms = new Twofold[count];
            boolean[] same = new boolean[count];
            boolean[] other = new boolean[count];
            for (int j = 0; j < count; j++) {
                boolean together = samples.truth()[j] == samples.truth()[i];
                same[j] = together && j != i;
                other[j] = !together;
                similarities[j] = j == i ? Twofold.of(0) : Dot.exact(samples, i, j);
                terms[j] = term(together, similarities[j]);
            }
            positives = new Powers(terms, same, 1);
            negatives = new Powers(terms, other, 1);
        }

        Twofold exponent() {
            Twofold none = Twofold.of(0);
            return positives.isEmpty() || negatives.isEmpty()
                    ? Twofold.of(Double.NEGATIVE_INFINITY)
                    : positives.logLess(none).plus(negatives.logLess(none));
        }
    }
}
