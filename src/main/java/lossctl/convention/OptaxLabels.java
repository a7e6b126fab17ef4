package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.ClassLoss;
import lossctl.loss.Domain;
import lossctl.loss.RowLoss;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/**
 * A loss of class indices as optax computes it: for an index that is no class as well, and with kinks that all equal
 * scores share. Source: optax/losses/_classification.py.
 *
 * @param loss the catalogue's
 * @param kind how optax reads indices and scores
 */
record OptaxLabels(ClassLoss loss, Kind kind) implements RowLoss {
    /** How optax reads indices and scores. */
    enum Kind {
        /** A negative index counts from the last class; any other that is none has no score, which is NaN. */
        LOOKED_UP,
        /** A negative index counts from the last class; any other that is none is the nearest class. */
        NEAREST,
        /** The greatest of all scores, 1 added to those of other classes, less the true one; an index may have none. */
        MARGIN,
        /** The greatest of all scores less the true one; an index may have none. */
        GREATEST
    }

    private boolean isMaximum() {
        return kind == Kind.MARGIN || kind == Kind.GREATEST;
    }

    /** The class, or one below 0 or past the last where there is none. */
    private int label(double[] truth, int classes) {
        int label = (int) truth[0];
        if (isMaximum()) {
            return label;
        }
        int counted = label < 0 ? label + classes : label;
        return kind == Kind.NEAREST ? Math.max(0, Math.min(classes - 1, counted)) : counted;
    }

    private static boolean isClass(int label, double[] scores) {
        return label >= 0 && label < scores.length;
    }

    private double[] raised(int label, double[] scores) {
        double[] raised = scores.clone();
        for (int j = 0; kind == Kind.MARGIN && j < raised.length; j++) {
            raised[j] += j == label ? 0 : 1;
        }
        return raised;
    }

    private static double greatest(double[] scores) {
        return Arrays.stream(scores).max().orElse(Double.NaN);
    }

    /** The true score as the sum of all, each times 0 or 1. */
    private static double own(int label, double[] scores) {
        double own = 0;
        for (int j = 0; j < scores.length; j++) {
            own += scores[j] * (j == label ? 1 : 0);
        }
        return own;
    }

    @Override
    public double value(double[] truth, double[] scores) {
        int label = label(truth, scores.length);
        if (isMaximum()) {
            return greatest(raised(label, scores)) - own(label, scores);
        }
        if (!isClass(label, scores) || kind == Kind.LOOKED_UP && scores[label] == Double.POSITIVE_INFINITY) {
            return Double.NaN;
        }
        return loss.value(label, scores);
    }

    @Override
    public void gradient(double[] truth, double[] scores, double[] gradient) {
        int label = label(truth, scores.length);
        if (isMaximum()) {
            share(raised(label, scores), gradient);
            if (isClass(label, scores)) {
                gradient[label] -= 1;
            }
        } else if (kind == Kind.LOOKED_UP && greatest(scores) == Double.POSITIVE_INFINITY) {
            for (int j = 0; j < scores.length; j++) {
                gradient[j] = (scores[j] == Double.POSITIVE_INFINITY ? Double.NaN : 0) - (j == label ? 1 : 0);
            }
        } else if (isClass(label, scores)) {
            loss.gradient(label, scores, gradient);
        } else {
            Elementary.softmax(scores, gradient);
        }
    }

    /** The derivative of the greatest score, which equal ones share. */
    private static void share(double[] scores, double[] gradient) {
        double greatest = greatest(scores);
        int equal = 0;
        for (double score : scores) {
            equal += score == greatest ? 1 : 0;
        }
        for (int j = 0; j < scores.length; j++) {
            gradient[j] = scores[j] == greatest ? 1.0 / equal : 0;
        }
    }

    @Override
    public void hessian(double[] truth, double[] scores, double[] diagonal) {
        int label = label(truth, scores.length);
        loss.hessian(Math.max(0, Math.min(scores.length - 1, label)), scores, diagonal);
    }

    @Override
    public Domain truth() {
        return Domain.number(Interval.REAL).wholes();
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }
}
