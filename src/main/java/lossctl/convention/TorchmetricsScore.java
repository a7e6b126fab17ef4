package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.GroupMetric;
import lossctl.loss.Samples;

/**
 * Scores of torchmetrics that follow from how often each class was told right and wrong. Classes that are neither true nor
 * told do not count in a macro average, nor, of several greatest scores, what is not true. Source: torchmetrics 1.9, functional/classification/stat_scores.py.
 *
 * @param task what the labels are
 * @param measure what is made of the counts
 * @param average how classes become one number; {@code binary} for a yes or no
 * @param only the class whose number is told; -1 for the average
 * @param threshold above which a probability is a yes
 * @param places how many of the greatest scores count
 * @param beta how many times as much a missed truth costs as a false prediction, for {@link Measure#F}
 * @param otherwise the score of a class that has none
 * @param classes how many classes there are at least
 * @param ignored the class that does not count, for {@link Measure#JACCARD}; -1 where all do
 */
record TorchmetricsScore(
        TorchmetricsTask task,
        Measure measure,
        String average,
        int only,
        double threshold,
        int places,
        double beta,
        double otherwise,
        int classes,
        int ignored)
        implements GroupMetric {
    /** What is made of the counts. */
    enum Measure {
        ACCURACY,
        HAMMING,
        PRECISION,
        RECALL,
        F,
        JACCARD,
        CORRELATION
    }

    @Override
    public Domain truth() {
        return task.truth();
    }

    @Override
    public Domain prediction() {
        return task.prediction();
    }

    @Override
    public boolean isOverRows() {
        return task == TorchmetricsTask.MULTILABEL;
    }

    @Override
    public double value(Samples samples) {
        TorchmetricsCounts counts = TorchmetricsCounts.of(task, samples, classes, threshold, places);
        if (measure == Measure.CORRELATION) {
            return counts.correlation();
        }
        if (only >= 0) {
            return score(counts.of(only));
        }
        return switch (average) {
            case "binary" -> score(counts.of(0));
            case "micro" -> score(counts.without(ignored));
            case "macro", "weighted" -> averaged(counts);
            default -> throw new Refused("average is to be micro, macro, weighted or none, not " + average);
        };
    }

    private double averaged(TorchmetricsCounts counts) {
        double sum = 0;
        double all = 0;
        boolean told = places == 1 || measure == Measure.F || measure == Measure.HAMMING;
        for (int c = 0; c < counts.classes(); c++) {
            TorchmetricsCounts.Row row = counts.of(c);
            boolean occurs = c != ignored
                    && (task == TorchmetricsTask.MULTILABEL
                            || row.hits() + row.missed() + (told ? row.wrong() : 0) > 0);
            double weight = average.equals("weighted") ? row.hits() + row.missed() : occurs ? 1 : 0;
            sum += weight * score(row);
            all += weight;
        }
        return all == 0 ? measure == Measure.JACCARD ? Double.NaN : 0 : sum / all;
    }

    private double score(TorchmetricsCounts.Row row) {
        double hits = row.hits();
        boolean flags = task != TorchmetricsTask.MULTICLASS;
        return switch (measure) {
            case ACCURACY -> flags ? share(hits + row.rest(), row.wrong() + row.missed(), 0) : recall(row, 0);
            case HAMMING -> 1 - (flags ? share(hits + row.rest(), row.wrong() + row.missed(), 0) : recall(row, 0));
            case PRECISION -> share(hits, row.wrong(), otherwise);
            case RECALL -> recall(row, otherwise);
            case JACCARD -> share(hits, row.wrong() + row.missed(), otherwise);
            default -> {
                double square = beta * beta;
                yield share((1 + square) * hits, square * row.missed() + row.wrong(), otherwise);
            }
        };
    }

    private static double recall(TorchmetricsCounts.Row row, double otherwise) {
        return share(row.hits(), row.missed(), otherwise);
    }

    private static double share(double good, double bad, double otherwise) {
        return good + bad == 0 ? otherwise : good / (good + bad);
    }
}
