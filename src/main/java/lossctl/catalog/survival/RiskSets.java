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
    /** The same of this time's own events, of which Efron's turns leave some out. */
    private final Twofold[] ownRates;
    /** As the two before, of weight over squared hazards; filled where second derivatives are wanted. */
    private final Twofold[] squares;

    private final Twofold[] ownSquares;
    /** The same of a lone event: what it lacks of all hazards at risk, in parts of them; NaN elsewhere. */
    private final double[] lacks;

    private final ExactSum loss = new ExactSum();
    private final ExactSum events = new ExactSum();

    /** {@code bends} says whether {@link #hessian} is wanted. */
    RiskSets(Samples samples, boolean efron, boolean bends) {
        if (samples.outputs() != 1) {
            throw new UndefinedLoss("cox takes one prediction a sample, the logarithm of its hazard");
        }
        this.samples = samples;
        scores = samples.prediction();
        order = new Integer[samples.count()];
        rates = new Twofold[order.length];
        ownRates = new Twofold[order.length];
        squares = new Twofold[bends ? order.length : 0];
        ownSquares = new Twofold[squares.length];
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
            for (int place = from; place < to; place++) {
                if (isEvent(order[place])) {
                    // each weight by itself: what their sum is rounded by would count beside a great score
                    loss.addProduct(samples.weight(order[place]), risk.top());
                }
            }
            for (int place = from; place < to && count == 1; place++) {
                int i = order[place];
                lacks[place] = isEvent(i) ? risk.lack(scores[i], samples.weight(i)) : Double.NaN;
            }
            settle(from, to, risk, tied, weight, efron ? count : Math.min(count, 1));
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

    private void settle(int from, int to, LogSum risk, LogSum tied, ExactSum weights, int steps) {
        LogSum rate = new LogSum();
        LogSum ownRate = new LogSum();
        LogSum square = new LogSum();
        LogSum ownSquare = new LogSum();
        Twofold weight = weights.twofold().over(Twofold.of(Math.max(1, steps)));
        Twofold logWeight = weight.equals(Twofold.of(1)) ? Twofold.of(0) : weight.log();
        for (int step = 0; step < steps; step++) {
            Twofold left = Twofold.of(steps - step).over(Twofold.of(steps));
            // apart, so that the score of a lone greatest hazard cancels exactly
            Twofold rest = risk.rest(tied, left.negated().plus(1));
            loss.addProduct(weight.high(), rest.high());
            loss.addProduct(weight.high(), rest.low());
            loss.addProduct(weight.low(), rest.high());
            Twofold log = rest.plus(risk.top()).negated();
            Twofold own = step == 0 ? log : log.plus(left.log());
            rate.add(log.plus(logWeight), 1);
            ownRate.add(own.plus(logWeight), 1);
            if (squares.length > 0) {
                square.add(log.scaled(1).plus(logWeight), 1);
                ownSquare.add(own.scaled(1).plus(logWeight), 1);
            }
        }
        Arrays.fill(rates, from, to, rate.log());
        Arrays.fill(ownRates, from, to, ownRate.log());
        if (squares.length > 0) {
            Arrays.fill(squares, from, to, square.log());
            Arrays.fill(ownSquares, from, to, ownSquare.log());
        }
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
                Twofold pull = isEvent(i)
                        ? LogSum.exp(before.plus(scores[i]))
                                .plus(lack == lack ? Twofold.of(-lack) : ownPull(from - 1, i))
                        : LogSum.exp(passed.log().plus(scores[i]));
                gradient[i] = samples.weight(i) * pull.value() / all;
            }
        }
    }

    /** What the time of an event alone does to its slope. */
    private Twofold ownPull(int place, int i) {
        return LogSum.exp(ownRates[place].plus(scores[i])).plus(-1);
    }

    /** The second derivative by each score: of every sum at risk the score's share, times what that lacks. */
    void hessian(double[] diagonal) {
        LogSum passed = new LogSum();
        LogSum passedSquares = new LogSum();
        double all = events.value();
        for (int to = order.length, from; to > 0; to = from) {
            Twofold before = passed.log();
            Twofold beforeSquares = passedSquares.log();
            passed.add(rates[to - 1], 1);
            passedSquares.add(squares[to - 1], 1);
            for (from = to; from > 0 && time(from - 1) == time(to - 1); from--) {
                int i = order[from - 1];
                Twofold bend = isEvent(i)
                        ? lacked(before, beforeSquares, i).plus(own(from - 1, i))
                        : lacked(passed.log(), passedSquares.log(), i);
                diagonal[i] = samples.weight(i) * Math.max(0, bend.value()) / all;
            }
        }
    }

    /** The same of the sums of the time of an event alone: the share of a lone one may be next to 1. */
    private double own(int place, int i) {
        double lack = lacks[place];
        return lack == lack
                ? LogSum.exp(ownRates[place].plus(scores[i])).value() * lack
                : lacked(ownRates[place], ownSquares[place], i).value();
    }

    /** The sum of a score's shares, less that of their squares. */
    private Twofold lacked(Twofold rate, Twofold square, int i) {
        Twofold twice = Twofold.of(scores[i]).scaled(1);
        return rate.plus(scores[i]).exp().minus(square.plus(twice).exp().times(samples.weight(i)));
    }
}
