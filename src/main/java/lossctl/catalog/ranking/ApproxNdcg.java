package lossctl.catalog.ranking;

import java.util.Arrays;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.Trait;
import lossctl.loss.UndefinedLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/**
 * One minus the discounted gain of a list, places told by sigmoids of differences.
 *
 * @param temperature how soft places are
 */
public record ApproxNdcg(double temperature) implements GradedList {
    public static final Spec SPEC = Spec.of("approx_ndcg", new ApproxNdcg(0.1))
            .summary("one minus a smooth form of the normalized discounted gain of a list")
            .aliases("approx_ndcg_loss")
            .formula("1 - sum of (2^t[i] - 1) / log2(1 + r[i]) / best, r[i] = 1 + sum over j != i of"
                    + " 1/(1 + e^((x[i] - x[j]) / temperature)), best the sum with true places")
            .slope("sum of (2^t[i] - 1) / (ln 2 (1 + r[i]) log2(1 + r[i])^2) dr[i] / best")
            .param("temperature", 0.1, Interval.POSITIVE, "how soft places are")
            .traits(Trait.SMOOTH, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("A row is a list; one without relevant documents is refused.")
            .example(Example.row(new double[] {0, 1}, 0, 0).gives(0.24352920263396995))
            .source("Qin, Liu and Li 2010, doi:10.1007/s10791-009-9124-x; example: 1 - 1/log2(2.5)")
            .build();

    @Override
    public ApproxNdcg with(Params params) {
        return new ApproxNdcg(params.number("temperature"));
    }

    @Override
    public double value(double[] truth, double[] p) {
        double top = top(truth);
        int[] order = order(truth, p);
        Twofold sum = Twofold.of(0);
        for (int i = 0; i < order.length; i++) {
            // what is lost by not standing at the true place; one less what is left would cancel, as losses and gains
            // do
            Twofold place = Twofold.of(2 + i);
            Twofold excess = excess(p, order, i);
            Twofold lost = Twofold.logRatio(place.plus(excess), place, excess);
            Twofold log = place.log();
            sum = sum.plus(lost.times(gain(truth[order[i]], top)).over(log.times(log.plus(lost))));
        }
        return Math.max(0, sum.over(best(truth, top)).value());
    }

    @Override
    public Steps steps(Samples samples) {
        double[] truth = samples.truth();
        double[] gains = new double[truth.length];
        double[] ranks = new double[truth.length];
        for (int i = 0; i < gains.length; i++) {
            gains[i] = gain(truth[i], top(truth));
            ranks[i] = next(samples.prediction(), i).plus(-1).value();
        }
        return new Steps()
                .with("gains", gains)
                .with("ranks", ranks)
                .with("best", LN_2 * best(truth, top(truth)).value())
                .giving("1 - sum of (gains[i] / log2(1 + ranks[i])) / best");
    }

    /** True places; equal truths in the order of their scores, so that what they lose to each other does not cancel. */
    private static int[] order(double[] truth, double[] p) {
        int[] order = Order.descending(truth);
        for (int i = 1; i < order.length; i++) {
            int document = order[i];
            int at = i;
            for (; at > 0 && truth[order[at - 1]] == truth[document] && p[order[at - 1]] < p[document]; at--) {
                order[at] = order[at - 1];
            }
            order[at] = document;
        }
        return order;
    }

    /** How much further down than the {@code i}-th the document stands whose true place that is. */
    private Twofold excess(double[] p, int[] order, int i) {
        Twofold excess = Twofold.of(0);
        for (int j = 0; j < order.length; j++) {
            if (j != i) {
                Twofold lead = lead(p[order[j]], p[order[i]]);
                Twofold share = share(j < i ? lead.negated() : lead);
                excess = j < i ? excess.minus(share) : excess.plus(share);
            }
        }
        return excess;
    }

    /** 1 / (1 + e^-x). */
    private static Twofold share(Twofold x) {
        Twofold odds = x.high() > 0 ? Elementary.sharpExp(-x.high(), -x.low()) : Elementary.sharpExp(x.high(), x.low());
        return (x.high() > 0 ? Twofold.of(1) : odds).over(odds.plus(1));
    }

    @Override
    public void gradient(double[] truth, double[] p, double[] gradient) {
        double top = top(truth);
        Twofold best = best(truth, top);
        Twofold[] slopes = new Twofold[p.length];
        Arrays.fill(slopes, Twofold.of(0));
        for (int i = 0; i < p.length; i++) {
            double gain = gain(truth[i], top);
            if (gain == 0) {
                continue;
            }
            Twofold next = next(p, i);
            Twofold log = next.log();
            Twofold pace = Twofold.of(gain).over(next.times(log).times(log).times(best));
            for (int j = 0; j < p.length; j++) {
                if (i != j) {
                    // what two documents gain of each other may cancel
                    Twofold lead = lead(p[j], p[i]);
                    Twofold slope = share(lead).times(share(lead.negated())).times(pace);
                    slopes[j] = slopes[j].plus(slope);
                    slopes[i] = slopes[i].minus(slope);
                }
            }
        }
        for (int j = 0; j < p.length; j++) {
            // last, for a share of next to nothing over a temperature of next to nothing would be none or all
            gradient[j] = slopes[j].over(Twofold.of(temperature)).value();
        }
    }

    /** The place behind that of a document. */
    private Twofold next(double[] p, int i) {
        Twofold next = Twofold.of(2);
        for (int j = 0; j < p.length; j++) {
            next = i == j ? next : next.plus(share(lead(p[j], p[i])));
        }
        return next;
    }

    private Twofold lead(double first, double second) {
        return Twofold.sum(first, -second).over(Twofold.of(temperature));
    }

    @Override
    public void hessian(double[] truth, double[] p, double[] diagonal) {
        double top = top(truth);
        double best = best(truth, top).value();
        double[] slopes = new double[p.length];
        double[] bends = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            double next = next(p, i).value();
            double log = Elementary.log(next);
            slopes[i] = gain(truth[i], top) / (next * log * log) / best;
            bends[i] = slopes[i] * (1 + 2 / log) / next;
        }
        for (int k = 0; k < p.length; k++) {
            CompensatedSum sum = new CompensatedSum();
            CompensatedSum pace = new CompensatedSum();
            CompensatedSum turn = new CompensatedSum();
            for (int i = 0; i < p.length; i++) {
                double e = (p[k] - p[i]) / temperature;
                double slope = i == k ? 0 : Elementary.sigmoid(e) * Elementary.sigmoid(-e);
                double bend = -slope * Elementary.tanh(e / 2);
                sum.add(slopes[i] * bend);
                sum.add(-bends[i] * slope * slope);
                pace.add(slope);
                turn.add(-bend);
            }
            sum.add(slopes[k] * turn.value());
            sum.add(-bends[k] * pace.value() * pace.value());
            diagonal[k] = sum.value() / temperature / temperature;
        }
    }

    private static final double LN_2 = 0.6931471805599453;

    /** Gains are told by powers of two of this less: their quotients alone matter, and they must not overflow. */
    private static double top(double[] truth) {
        double top = 0;
        for (double t : truth) {
            top = Math.max(top, t);
        }
        return top > 500 ? top : 0;
    }

    private static double gain(double t, double top) {
        if (top == 0 && t == Math.rint(t)) {
            return Math.scalb(1.0, (int) t) - 1;
        }
        return top == 0 ? Elementary.expm1(t * LN_2) : Elementary.exp((t - top) * LN_2) - Elementary.exp(-top * LN_2);
    }

    /** The best sum, over ln 2, which the sum of what is lost is not multiplied by either. */
    private static Twofold best(double[] truth, double top) {
        int[] order = Order.descending(truth);
        Twofold best = Twofold.of(0);
        for (int i = 0; i < order.length; i++) {
            best = best.plus(Twofold.of(gain(truth[order[i]], top))
                    .over(Twofold.of(2 + i).log()));
        }
        if (best.high() == 0) {
            throw new UndefinedLoss("the list has no relevant document");
        }
        return best;
    }
}
