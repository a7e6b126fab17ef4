package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.GroupMetric;
import lossctl.loss.Samples;
import lossctl.num.ExactSum;
import lossctl.num.Interval;

/**
 * Scores of one class as CatBoost makes them of the classes that were told; what is divided by nothing has a number there.
 * Source: catboost/libs/metrics/caching_metric.cpp and balanced_accuracy.cpp.
 *
 * @param measure what is made of the counts
 * @param beta how many times as much recall counts as precision, for {@link Measure#F}
 * @param positive the class
 */
record CatboostScore(Measure measure, double beta, int positive) implements GroupMetric {
    /** What is made of the counts. */
    enum Measure {
        PRECISION,
        RECALL,
        F,
        BALANCED
    }

    @Override
    public double value(Samples samples) {
        ExactSum hits = new ExactSum();
        ExactSum rejections = new ExactSum();
        ExactSum truths = new ExactSum();
        ExactSum others = new ExactSum();
        ExactSum predictions = new ExactSum();
        for (int i = 0; i < samples.count(); i++) {
            double weight = samples.weight(i);
            boolean is = samples.truth()[i] == positive;
            boolean told = samples.prediction()[i] == positive;
            (is ? truths : others).add(weight);
            if (told) {
                predictions.add(weight);
            }
            if (is == told) {
                (is ? hits : rejections).add(weight);
            }
        }
        return switch (measure) {
            case PRECISION -> share(hits.value(), predictions.value(), 0);
            case RECALL -> share(hits.value(), truths.value(), 1);
            case F -> f(share(hits.value(), predictions.value(), 1), share(hits.value(), truths.value(), 1));
            case BALANCED -> balanced(hits.value(), truths.value(), rejections.value(), others.value());
        };
    }

    private static double share(double part, double all, double otherwise) {
        return all == 0 ? otherwise : part / all;
    }

    private double f(double precision, double recall) {
        double square = beta * beta;
        return precision + recall == 0 ? 0 : (1 + square) * precision * recall / (square * precision + recall);
    }

    private static double balanced(double hits, double truths, double rejections, double others) {
        boolean perfect = hits == truths && rejections == others;
        return perfect ? 1 : (share(hits, truths, 0) + share(rejections, others, 0)) / 2;
    }

    @Override
    public Domain truth() {
        return Domain.label();
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.NON_NEGATIVE);
    }
}
