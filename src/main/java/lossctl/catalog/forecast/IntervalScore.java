package lossctl.catalog.forecast;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.loss.UndefinedLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Interval;

/** The Winkler score of a central interval: its width, and a fine for each truth outside. */
public record IntervalScore(double alpha) implements RowLoss {
    public static final Spec SPEC = Spec.of("interval_score", new IntervalScore(0.05))
            .summary("width of a prediction interval, and a fine for truths outside")
            .aliases("winkler", "winkler_score", "mean_interval_score", "winkler_loss")
            .formula("l = p[0], u = p[1];  u - l + 2/alpha max(l - truth, 0) + 2/alpha max(truth - u, 0)")
            .slope("(2/alpha if truth < l, else 0) - 1 if j = 0, else 1 - (2/alpha if truth > u, else 0)")
            .param("alpha", 0.05, new Interval(0, true, 1, true), "share of truths that the interval is to miss")
            .traits(Trait.CONVEX, Trait.LIPSCHITZ, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("Two predictions a sample, the lower end first; four or more are several intervals: their mean.")
            .note("At the ends themselves there is no fine, and the slope is that of the inside.")
            .note("Crossed ends count as they are: the width is then negative, the fines outweigh it.")
            .example(Example.row(new double[] {5}, 2, 4).with("alpha", 0.5).gives(6, -1, -3))
            .example(Example.row(new double[] {3}, 2, 4).gives(2, -1, 1))
            .plot(0, 5, 3)
            .source("Winkler 1972, doi:10.1080/01621459.1972.10481224; Gneiting and Raftery 2007,"
                    + " doi:10.1198/016214506000001437; examples by hand")
            .build();

    @Override
    public IntervalScore with(Params params) {
        return new IntervalScore(params.number("alpha"));
    }

    @Override
    public Domain truth() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public double value(double[] truth, double[] ends) {
        if (ends.length % 2 != 0) {
            throw new UndefinedLoss("interval_score takes two predictions a sample, the lower end and the upper");
        }
        double score = score(truth[0], ends);
        // eighths of all numbers have an eighth of the score
        return Double.isFinite(score)
                ? score
                : 8 * score(truth[0] / 8, Arrays.stream(ends).map(x -> x / 8).toArray());
    }

    private double score(double t, double[] ends) {
        // what is below or above first: ends far apart and the wrong way round would count as -Infinity
        return 4
                * CompensatedSum.mean(2 * ends.length, i -> switch (i % 4) {
                    case 0 -> 2 * Math.max(0, ends[i / 4 * 2] - t) / alpha;
                    case 1 -> 2 * Math.max(0, t - ends[i / 4 * 2 + 1]) / alpha;
                    case 2 -> ends[i / 4 * 2 + 1];
                    default -> -ends[i / 4 * 2];
                });
    }

    @Override
    public void gradient(double[] truth, double[] ends, double[] gradient) {
        int intervals = ends.length / 2;
        for (int i = 0; i + 1 < ends.length; i += 2) {
            gradient[i] = (truth[0] < ends[i] ? 2 / alpha - 1 : -1) / intervals;
            gradient[i + 1] = (truth[0] > ends[i + 1] ? 1 - 2 / alpha : 1) / intervals;
        }
    }

    @Override
    public void hessian(double[] truth, double[] ends, double[] diagonal) {
        Arrays.fill(diagonal, 0);
    }
}
