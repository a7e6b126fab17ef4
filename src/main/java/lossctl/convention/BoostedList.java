package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.RowMetric;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/**
 * How the documents of one list are ranked, as boosting libraries count: equal scores keep their order, and a list of
 * nothing scores 1. Source: xgboost/src/metric/rank_metric.cc; LightGBM/src/metric/rank_metric.hpp and map_metric.hpp.
 *
 * @param measure what is told of the ranks
 * @param places how many places count; 0 for all
 * @param all whether precisions are divided by all relevant documents, not by as many as there are places
 */
record BoostedList(Measure measure, int places, boolean all) implements RowMetric {
    /** What is told of the ranks. */
    enum Measure {
        /** The mean precision at the places of relevant documents. */
        PRECISION,
        /** The discounted gain {@code 2^t - 1}, over that of the best order. */
        GAIN
    }

    static BoostedList of(Args args, String name, Measure measure, boolean all) {
        int places = args.isSet(name) ? args.integer(name) : 0;
        if (args.isSet(name) && places <= 0) {
            throw new Refused("'" + name + "' is to be one number of places, from 1");
        }
        return new BoostedList(measure, places, all);
    }

    @Override
    public double value(double[] truth, double[] scores) {
        int count = places == 0 ? truth.length : Math.min(places, truth.length);
        Integer[] order = order(scores);
        if (measure == Measure.GAIN) {
            double best = gain(truth, order(truth), count);
            return best == 0 ? 1 : gain(truth, order, count) / best;
        }
        int relevant = 0;
        for (double t : truth) {
            relevant += t > 0.5 ? 1 : 0;
        }
        int found = 0;
        double sum = 0;
        for (int place = 1; place <= count; place++) {
            if (truth[order[place - 1]] > 0.5) {
                sum += (double) ++found / place;
            }
        }
        return relevant == 0 ? 1 : sum / (all ? relevant : Math.min(relevant, count));
    }

    private static Integer[] order(double[] scores) {
        Integer[] order = new Integer[scores.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, (i, j) -> Double.compare(scores[j], scores[i]));
        return order;
    }

    private static double gain(double[] truth, Integer[] order, int count) {
        double gain = 0;
        for (int i = 0; i < count; i++) {
            gain += (Elementary.pow(2, truth[order[i]]) - 1) * Elementary.log(2) / Elementary.log(i + 2.0);
        }
        return gain;
    }

    @Override
    public Domain truth() {
        return Domain.row(Interval.NON_NEGATIVE).wholes();
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }
}
