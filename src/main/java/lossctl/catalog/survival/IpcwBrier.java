package lossctl.catalog.survival;

import java.util.Arrays;
import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.GroupLoss;
import lossctl.loss.Input;
import lossctl.loss.Params;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.Trait;
import lossctl.loss.UndefinedLoss;
import lossctl.num.ExactSum;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/**
 * The Brier score of probabilities to survive a time, where who was lost from sight before it is made up for by those
 * who were not.
 *
 * @param at the time
 */
public record IpcwBrier(double at) implements GroupLoss {
    public static final Spec SPEC = Spec.of("ipcw_brier", new IpcwBrier(1))
            .summary("Brier score of survival at a time, weighed by the inverse probability of censoring")
            .aliases("survival_brier", "graf_brier", "ipcw_brier_score")
            .formula(
                    "mean of p^2 / G(truth-) where an event came up to the time, (1 - p)^2 / G(time) where truth > time,"
                            + " 0 where lost before; G the Kaplan-Meier estimate of not being lost")
            .slope("2 p / G(truth-) or 2 (p - 1) / G(time), over the number of samples")
            .param("at", 1, Interval.NON_NEGATIVE, "the time to survive")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("The truth is the time of the event, or of the last sight where event is 0; predictions are the"
                    + " probabilities that no event comes up to the time.")
            .note("Of events and losses at the same time the events come first.")
            .example(Example.rows(new double[][] {{1}, {2}, {3}, {4}}, new double[][] {{0.5}, {0.5}, {0.5}, {0.5}})
                    .input("event", new double[] {1}, new double[] {0}, new double[] {1}, new double[] {1})
                    .with("at", 3.0)
                    .gives(0.25, 0.25, 0, 0.375, -0.375))
            .source("Graf et al. 1999, doi:10.1002/(SICI)1097-0258(19990915/30)18:17/18<2529::AID-SIM274>3.0.CO;2-5;"
                    + " example by hand")
            .build();

    @Override
    public IpcwBrier with(Params params) {
        return new IpcwBrier(params.number("at"));
    }

    @Override
    public Domain truth() {
        return Domain.number(Interval.NON_NEGATIVE);
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.UNIT);
    }

    @Override
    public List<Input> inputs() {
        return List.of(
                new Input("event", Domain.flag(), Input.Width.ONE, "1 where the event came, 0 where it was not seen"));
    }

    @Override
    public double value(Samples samples) {
        Twofold[] factors = factors(samples);
        ExactSum sum = new ExactSum();
        for (int i = 0; i < samples.count(); i++) {
            Twofold off = off(samples, i);
            Twofold cost = off.times(off).times(factors[i]);
            sum.add(cost.high());
            sum.add(cost.low());
        }
        return sum.over(all(samples));
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        Twofold[] factors = factors(samples);
        double all = all(samples).value();
        for (int i = 0; i < samples.count(); i++) {
            gradients[0][i] = off(samples, i)
                    .times(factors[i])
                    .scaled(1)
                    .over(Twofold.of(all))
                    .value();
        }
        Arrays.fill(gradients[1], 0);
    }

    private Twofold off(Samples samples, int i) {
        return Twofold.sum(samples.prediction()[i], samples.truth()[i] > at ? -1 : 0);
    }

    private static ExactSum all(Samples samples) {
        ExactSum all = new ExactSum();
        for (int i = 0; i < samples.count(); i++) {
            all.add(samples.weight(i));
        }
        return all;
    }

    /**
     * For each sample its weight over the probability that it was not lost from sight before it told; 0 where it does not
     * count.
     */
    private Twofold[] factors(Samples samples) {
        if (samples.outputs() != 1) {
            throw new UndefinedLoss("ipcw_brier takes one prediction a sample, its probability to survive");
        }
        double[] times = samples.truth();
        Integer[] order = new Integer[samples.count()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, (i, j) -> Double.compare(times[i], times[j]));
        Twofold[] kept = kept(samples, order);
        Twofold[] factors = new Twofold[order.length];
        Twofold rate = Twofold.of(1);
        Twofold rateAt = rate;
        for (int from = 0, to; from < order.length; from = to) {
            for (to = from; to < order.length && times[order[to]] == times[order[from]]; to++) {
                int i = order[to];
                boolean counts = samples.vectors()[1][i] == 1 && times[i] <= at;
                factors[i] = counts ? factor(samples.weight(i), rate) : Twofold.of(0);
            }
            rate = rate.times(kept[from]);
            rateAt = times[order[from]] <= at ? rate : rateAt;
        }
        for (int i = 0; i < order.length; i++) {
            factors[i] = times[i] > at ? factor(samples.weight(i), rateAt) : factors[i];
        }
        return factors;
    }

    private static Twofold factor(double weight, Twofold rate) {
        return weight > 0 ? Twofold.of(weight).over(rate) : Twofold.of(0);
    }

    /** At the first place of each time, the share of those at risk of being lost then that are not. */
    private static Twofold[] kept(Samples samples, Integer[] order) {
        double[] times = samples.truth();
        Twofold[] kept = new Twofold[order.length];
        Twofold after = Twofold.of(0);
        // from the last time to the first, where nothing has to be taken away
        for (int to = order.length, from; to > 0; to = from) {
            Twofold hit = Twofold.of(0);
            Twofold lost = Twofold.of(0);
            for (from = to; from > 0 && times[order[from - 1]] == times[order[to - 1]]; from--) {
                int i = order[from - 1];
                if (samples.vectors()[1][i] == 1) {
                    hit = hit.plus(samples.weight(i));
                } else {
                    lost = lost.plus(samples.weight(i));
                }
            }
            kept[from] = lost.high() > 0 ? after.over(after.plus(lost)) : Twofold.of(1);
            after = after.plus(hit).plus(lost);
        }
        return kept;
    }

    @Override
    public Steps steps(Samples samples) {
        Twofold[] factors = factors(samples);
        double[] off = new double[factors.length];
        double[] inverse = new double[factors.length];
        for (int i = 0; i < off.length; i++) {
            off[i] = off(samples, i).value();
            inverse[i] = factors[i].high() == 0
                    ? 0
                    : factors[i].over(Twofold.of(samples.weight(i))).value();
        }
        return new Steps()
                .with("off", off)
                .with("inverse_G", inverse)
                .weighing(samples.weights())
                .giving("mean of inverse_G[i] off[i]^2");
    }
}
