package lossctl.catalog.survival;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.GroupLoss;
import lossctl.loss.Input;
import lossctl.loss.Params;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/**
 * The negative partial log-likelihood of Cox's proportional hazards: of those still at risk at each event, the one it hit
 * should have had the highest score.
 */
public record Cox(boolean efron) implements GroupLoss {
    public static final Spec SPEC = Spec.of("cox", new Cox(false))
            .summary("negative partial log-likelihood of proportional hazards")
            .aliases("cox_ph", "cox_nloglik", "survival_cox", "cox_partial_likelihood")
            .formula(
                    "mean over events i of ln(sum over j with truth[j] >= truth[i] of e^prediction[j]) - prediction[i]")
            .slope("by prediction[j]: (e^prediction[j] sum over events i up to truth[j] of 1 / (sum at risk at i)"
                    + " - event[j]) / events")
            .choice(
                    "ties",
                    List.of("breslow", "efron"),
                    "events at the same time: each against all of them, or in turn")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.LIPSCHITZ)
            .note(
                    "The truth is the time of the event, or of the last sight where event is 0; predictions are log hazards.")
            .note("One prediction a sample. Without any event it is refused.")
            .note("Weights multiply the hazards and the events, and the mean is over the weight of the events;"
                    + " efron takes the mean weight of events at the same time.")
            .example(Example.rows(new double[][] {{1}, {2}, {3}}, new double[][] {{0}, {0}, {0}})
                    .input("event", new double[] {1}, new double[] {0}, new double[] {1})
                    .gives(0.5493061443340549, -0.3333333333333333, 0.16666666666666666, 0.16666666666666666))
            .example(Example.rows(new double[][] {{1}, {1}, {2}}, new double[][] {{0}, {0}, {0}})
                    .input("event", new double[] {1}, new double[] {1}, new double[] {0})
                    .with("ties", "efron")
                    .gives(0.8958797346140275))
            .source("Cox 1972, doi:10.1111/j.2517-6161.1972.tb00899.x; Breslow 1974, doi:10.2307/2529620;"
                    + " Efron 1977, doi:10.1080/01621459.1977.10480613; examples by hand")
            .build();

    @Override
    public Cox with(Params params) {
        return new Cox(params.choice("ties").equals("efron"));
    }

    @Override
    public Domain truth() {
        return Domain.number(Interval.NON_NEGATIVE);
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public List<Input> inputs() {
        return List.of(
                new Input("event", Domain.flag(), Input.Width.ONE, "1 where the event came, 0 where it was not seen"));
    }

    @Override
    public double value(Samples samples) {
        return new RiskSets(samples, efron, false).value();
    }

    @Override
    public Steps steps(Samples samples) {
        double[] times = samples.truth();
        double[] event = samples.vectors()[1];
        int[] events = IntStream.range(0, samples.count())
                .filter(i -> event[i] != 0 && samples.weight(i) > 0)
                .toArray();
        double[] risks = new double[events.length];
        double[] shares = new double[events.length];
        for (int at = 0; at < events.length; at++) {
            int i = events[at];
            IntPredicate tied = e -> times[e] == times[i];
            int[] alike = Arrays.stream(events).filter(tied).toArray();
            double turn = Arrays.stream(alike).filter(e -> e < i).count() / (double) alike.length;
            risks[at] = hazards(samples, IntStream.range(0, samples.count()).filter(j -> times[j] >= times[i]))
                    - (efron ? turn * hazards(samples, Arrays.stream(alike)) : 0);
            shares[at] = Arrays.stream(efron ? alike : new int[] {i})
                    .mapToDouble(samples::weight)
                    .average()
                    .orElse(0);
        }
        Steps steps = new Steps()
                .with("risks", risks)
                .with(
                        "scores",
                        Arrays.stream(events)
                                .mapToDouble(i -> samples.prediction()[i])
                                .toArray());
        return samples.weights() == null
                ? steps.giving("mean of (ln(risks[i]) - scores[i])")
                : steps.with(
                                "weights",
                                Arrays.stream(events)
                                        .mapToDouble(samples::weight)
                                        .toArray())
                        .with("shares", shares)
                        .giving("(sum of shares[i] ln(risks[i]) - sum of weights[i] scores[i]) / sum of weights[i]");
    }

    private static double hazards(Samples samples, IntStream which) {
        return which.mapToDouble(j -> samples.weight(j) * Elementary.exp(samples.prediction()[j]))
                .sum();
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        new RiskSets(samples, efron, false).gradient(gradients[0]);
        Arrays.fill(gradients[1], 0);
    }

    @Override
    public boolean hasHessian() {
        return true;
    }

    @Override
    public void hessian(Samples samples, double[] diagonal) {
        new RiskSets(samples, efron, true).hessian(diagonal);
    }
}
