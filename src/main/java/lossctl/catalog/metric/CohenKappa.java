package lossctl.catalog.metric;

import java.util.Arrays;
import java.util.List;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Dyadic;
import lossctl.num.ExactSum;

/**
 * How much more often true and predicted classes agree than by chance.
 *
 * @param weighting what it costs to be wrong by some classes
 */
public record CohenKappa(String weighting) implements Classification {
    public static final Spec SPEC = Spec.of("cohen_kappa", new CohenKappa("none"))
            .summary("agreement of true and predicted classes beyond that by chance")
            .aliases("cohen_kappa_score", "cohens_kappa", "kappa")
            .alias("quadratic_weighted_kappa", "weighting", "quadratic")
            .formula(
                    "1 - (sum over samples of d(truth, class)) / (sum of t[a] p[b] d(a, b) / s), s samples, t[a] truths"
                            + " of class a, p[b] predictions of class b;  d(a, b) = 1 if a != b, |a - b| (linear), (a - b)^2"
                            + " (quadratic), 0 if a = b")
            .choice("weighting", List.of("none", "linear", "quadratic"), "what it costs to be wrong by some classes")
            .score()
            .note("1 where all agree, 0 where they agree as by chance, below 0 where less.")
            .note("Where one class alone is true and predicted there is nothing to agree on: refused.")
            .note("Of equal predictions the first counts; a single prediction is the class itself.")
            .example(Example.rows(
                            new double[][] {{2}, {0}, {2}, {2}, {0}, {1}},
                            new double[][] {{0}, {0}, {2}, {2}, {0}, {2}})
                    .gives(0.42857142857142855))
            .example(Example.rows(
                            new double[][] {{2}, {0}, {2}, {2}, {0}, {1}},
                            new double[][] {{0}, {0}, {2}, {2}, {0}, {2}})
                    .with("weighting", "quadratic")
                    .gives(0.5454545454545454))
            .example(Example.rows(
                            new double[][] {{2}, {0}, {2}, {2}, {0}, {1}},
                            new double[][] {{0}, {0}, {2}, {2}, {0}, {2}})
                    .with("weighting", "linear")
                    .gives(0.5))
            .source("Cohen 1960, doi:10.1177/001316446002000104; Cohen 1968, doi:10.1037/h0026256; examples: by hand")
            .build();

    @Override
    public CohenKappa with(Params params) {
        return new CohenKappa(params.choice("weighting"));
    }

    @Override
    public double value(Samples samples) {
        Confusion confusion = new Confusion(samples);
        Dyadic chance = chance(confusion);
        if (chance.signum() == 0) {
            throw new UndefinedLoss("one class alone is true and predicted: there is nothing to agree on");
        }
        return chance.minus(apart(samples).times(confusion.all().truths())).over(chance);
    }

    /** What the predictions cost. */
    private Dyadic apart(Samples samples) {
        ExactSum apart = new ExactSum();
        for (int i = 0; i < samples.count(); i++) {
            // an ignored sample weighs NaN
            if (!Double.isNaN(samples.weight(i))) {
                apart.addProduct(
                        samples.weight(i), distance((int) samples.truth()[i], Confusion.predicted(samples, i)));
            }
        }
        return apart.dyadic();
    }

    @Override
    public Steps steps(Samples samples) {
        Confusion confusion = new Confusion(samples);
        return new Steps()
                .with("apart", apart(samples).value())
                .with("chance", chance(confusion).over(confusion.all().truths()))
                .giving("1 - apart / chance");
    }

    /** What guesses of as many samples of each class would cost, times the weight of all samples. */
    private Dyadic chance(Confusion confusion) {
        int[] labels = confusion.labels();
        Dyadic[] predictions = new Dyadic[labels.length];
        Arrays.setAll(predictions, b -> confusion.of(labels[b]).predictions());
        Dyadic chance = Dyadic.of(0);
        for (int a : labels) {
            Dyadic cost = Dyadic.of(0);
            for (int b = 0; b < labels.length; b++) {
                cost = cost.plus(predictions[b].times(Dyadic.of(distance(a, labels[b]))));
            }
            chance = chance.plus(cost.times(confusion.of(a).truths()));
        }
        return chance;
    }

    private double distance(int a, int b) {
        double e = (double) a - b;
        return switch (weighting) {
            case "linear" -> Math.abs(e);
            case "quadratic" -> e * e;
            default -> a == b ? 0 : 1;
        };
    }
}
