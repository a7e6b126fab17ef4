package lossctl.convention;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import lossctl.loss.Samples;
import lossctl.num.Elementary;
import lossctl.num.Tensor;

/**
 * Who is still at risk, as boosting frameworks go through it: once, in the order of the times.
 *
 * @param order the samples by their times
 * @param sums of the hazards from each place of the order on, over the greatest of them
 * @param top the greatest score
 */
record AtRisk(int[] order, double[] sums, double top) {
    static AtRisk of(Samples samples) {
        double[] scores = samples.prediction();
        Integer[] order = new Integer[samples.count()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> samples.truth()[i]));
        double top = Arrays.stream(scores).max().orElse(0);
        double[] sums = new double[order.length + 1];
        for (int k = order.length - 1; k >= 0; k--) {
            sums[k] = sums[k + 1] + Elementary.exp(scores[order[k]] - top);
        }
        return new AtRisk(Arrays.stream(order).mapToInt(i -> i).toArray(), sums, top);
    }

    /** A time below 0 is one at which nothing had happened yet, unless events are told. */
    static Call signed(Call call) {
        if (call.truth() == null || call.inputs().containsKey("event")) {
            return call;
        }
        double[] times = call.truth().values().clone();
        double[] events = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            events[i] = times[i] > 0 ? 1 : 0;
            times[i] = Math.abs(times[i]);
        }
        int[] shape = call.truth().shape();
        return new Call(
                call.loss(),
                call.params(),
                new Tensor(times, shape),
                call.prediction(),
                Map.of("event", new Tensor(events, shape)),
                call.weight(),
                call.reduction(),
                call.texts(),
                call.float32());
    }

    /** The samples, each as heavy as the others. */
    static Samples unweighed(Samples samples) {
        return new Samples(
                samples.count(), samples.truth(), samples.truthWidth(), samples.vectors(), samples.widths(), null);
    }

    /** How many there are. */
    int count() {
        return order.length;
    }

    /** A hazard over the greatest. */
    double hazard(double score) {
        return Elementary.exp(score - top);
    }
}
