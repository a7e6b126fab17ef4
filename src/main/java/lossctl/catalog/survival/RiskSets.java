package lossctl.catalog.survival;

import java.util.Arrays;
import lossctl.loss.Samples;
import lossctl.loss.UndefinedLoss;
import lossctl.num.ExactSum;
import lossctl.num.Twofold;

/**
 * Who is at risk when: the samples from the last time to the first, and at each time with events the logarithms of the
 * sums of hazards that an event there is set against.
 */
final class RiskSets {
    private final Samples samples;
    private final Integer[] order;
    private final double[] scores;
    /** By place in the order: the logarithm of the sum over this time's events of weight over hazards at risk. */
    private final Twofold[] rates;
    /** The same of what Efron's turns leave out of this time's own events. */
    private final Twofold[] turns;
    /** The same of a lone event: what it lacks of all hazards at risk, in parts of them; NaN elsewhere. */
    private final double[] lacks;

    private final ExactSum loss = new ExactSum();
    private final ExactSum events = new ExactSum();

    RiskSets(Samples samples, boolean efron) {
        if (samples.outputs() != 1) {
            throw new UndefinedLoss("cox takes one prediction a sample, the logarithm of its hazard");
        }
        this.samples = samples;
        scores = samples.prediction();
        order = new Integer[samples.count()];
        rates = new Twofold[order.length];
        turns = new Twofold[order.length];
        lacks = new double[order.length];
        Arrays.fill(lacks, Double.NaN);
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, (i, j) -> Double.compare(samples.truth()[j], samples.truth()[i]));
        LogSum risk = new LogSum();
        for (int from = 0, to; from < order.length; from = to) {
            LogSum tied = new LogSum();
            int count = 0;
            ExactSum weight = new ExactSum();
            for (to = from; to < order.length && time(to) == time(from); to++) {
                int i = order[to];
                risk.add(Twofold.of(scores[i]), samples.weight(i));
                if (isEvent(i)) {
                    tied.add(Twofold.of(scores[i]), samples.weight(i));
                    weight.add(samples.weight(i));
                    loss.addProduct(-samples.weight(i), scores[i]);
                    count++;
                }
            }
            events.merge(weight);
            for (int place = from; place < to && count == 1; place++) {
                int i = order[place];
                lacks[place] = isEvent(i) ? risk.lack(scores[i], samples.weight(i)) : Double.NaN;
            }
            settle(from, to, risk, tied, weight.value(), efron ? count : Math.min(count, 1));
        }
        if (events.signum() <= 0) {
            throw new UndefinedLoss("no event: there is no risk to compare");
        }
    }

    private double time(int place) {
        return samples.truth()[order[place]];
    }

    private boolean isEvent(int i) {
        return samples.vectors()[1][i] != 0 && samples.weight(i) > 0;
    }

    private void settle(int from, int to, LogSum risk, LogSum tied, double weight, int steps) {
        LogSum rate = new LogSum();
        LogSum turn = new LogSum();
        for (int step = 0; step < steps; step++) {
            double share = (double) step / steps;
            // apart, so that the score of a lone greatest hazard cancels exactly
            Twofold rest = risk.rest(tied, share);
            loss.addProduct(weight / steps, risk.top());
            loss.addProduct(weight / steps, rest.high());
            loss.addProduct(weight / steps, rest.low());
            Twofold log = rest.plus(risk.top()).negated();
            rate.add(log, weight / steps);
            turn.add(log, weight / steps * share);
        }
        Arrays.fill(rates, from, to, rate.log());
        Arrays.fill(turns, from, to, turn.log());
    }

    double value() {
        return loss.over(events);
    }

    void gradient(double[] gradient) {
        LogSum passed = new LogSum();
        double all = events.value();
        for (int to = order.length, from; to > 0; to = from) {
            Twofold before = passed.log();
            passed.add(rates[to - 1], 1);
            for (from = to; from > 0 && time(from - 1) == time(to - 1); from--) {
                int i = order[from - 1];
                // of a lone event both terms are next to 1 where its hazard is far above the others
                double lack = lacks[from - 1];
                double slope = lack == lack
                        ? LogSum.exp(before.plus(scores[i])).plus(-lack).value()
                        : LogSum.exp(passed.log().plus(scores[i]))
                                .minus(hit(from - 1, i))
                                .value();
                gradient[i] = samples.weight(i) * slope / all;
            }
        }
    }

    private Twofold hit(int place, int i) {
        return isEvent(i) ? LogSum.exp(turns[place].plus(scores[i])).plus(1) : Twofold.of(0);
    }
}
