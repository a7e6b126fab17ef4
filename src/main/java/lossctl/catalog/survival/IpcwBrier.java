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
import lossctl.loss.Trait;
import lossctl.loss.UndefinedLoss;
import lossctl.num.ExactSum;
import lossctl.num.Interval;

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
        double[] seen = seen(samples);
        ExactSum sum = new ExactSum();
        ExactSum all = new ExactSum();
        for (int i = 0; i < samples.count(); i++) {
            double off = samples.prediction()[i] - (samples.truth()[i] > at ? 1 : 0);
            all.add(samples.weight(i));
            sum.add(seen[i] == 0 ? 0 : samples.weight(i) * (off * off / seen[i]));
        }
        return sum.over(all);
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        double[] seen = seen(samples);
        ExactSum all = new ExactSum();
        for (int i = 0; i < samples.count(); i++) {
            all.add(samples.weight(i));
        }
        for (int i = 0; i < samples.count(); i++) {
            double off = samples.prediction()[i] - (samples.truth()[i] > at ? 1 : 0);
            gradients[0][i] = seen[i] == 0 ? 0 : 2 * samples.weight(i) * off / seen[i] / all.value();
        }
        Arrays.fill(gradients[1], 0);
    }

    /** For each sample the probability that it was not lost from sight before it told; 0 where it does not count. */
    private double[] seen(Samples samples) {
        if (samples.outputs() != 1) {
            throw new UndefinedLoss("ipcw_brier takes one prediction a sample, its probability to survive");
        }
        double[] times = samples.truth();
        double[] events = samples.vectors()[1];
        Integer[] order = new Integer[samples.count()];
        double risk = 0;
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            risk += samples.weight(i);
        }
        Arrays.sort(order, (i, j) -> Double.compare(times[i], times[j]));
        double[] seen = new double[order.length];
        double rate = 1;
        double rateAt = 1;
        for (int from = 0, to; from < order.length; from = to) {
            double hit = 0;
            double lost = 0;
            for (to = from; to < order.length && times[order[to]] == times[order[from]]; to++) {
                int i = order[to];
                hit += events[i] * samples.weight(i);
                lost += (1 - events[i]) * samples.weight(i);
                seen[i] = samples.weight(i) > 0 && events[i] == 1 && times[i] <= at ? rate : 0;
            }
            rate *= lost == 0 ? 1 : Math.max(0, (risk - hit - lost) / (risk - hit));
            risk -= hit + lost;
            rateAt = times[order[from]] <= at ? rate : rateAt;
        }
        for (int i = 0; i < order.length; i++) {
            seen[i] = times[i] > at && samples.weight(i) > 0 ? rateAt : seen[i];
        }
        return seen;
    }
}
