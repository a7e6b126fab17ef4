package lossctl.catalog;

import java.util.Arrays;
import lossctl.loss.ClassLoss;
import lossctl.loss.RowLoss;
import lossctl.loss.Trait;
import lossctl.loss.UndefinedLoss;

/** One random truth and two random rows of predictions, at which a row loss is held to its traits. */
final class RowTraits {
    private final RowLoss loss;
    private final int k;
    private final double[] truth;
    private final double[] a;
    private final double[] b;

    RowTraits(RowLoss loss, Chance chance) {
        this.loss = loss;
        k = 2 + chance.below(3);
        truth = switch (loss.truth().kind()) {
            case ROW -> chance.row(loss.truth(), k);
            case LABELS, VECTOR -> chance.row(loss.truth(), 2);
            default -> new double[] {chance.truth(loss.truth(), k)};
        };
        a = chance.row(loss.prediction(), k);
        b = chance.row(loss.prediction(), k);
    }

    /** What contradicts the trait here, in words; null where nothing does. */
    String contradiction(Trait trait) {
        try {
            return held(trait) ? null : Arrays.toString(truth) + ", " + Arrays.toString(a) + ", " + Arrays.toString(b);
        } catch (UndefinedLoss e) {
            return null;
        }
    }

    private boolean held(Trait trait) {
        return switch (trait) {
            case CONVEX -> convex();
            case ZERO_AT_TRUTH -> zeroAtTruth();
            case NON_NEGATIVE -> loss.value(truth, a) >= 0;
            case PROPER -> proper();
            case SYMMETRIC, SMOOTH, LIPSCHITZ -> true;
        };
    }

    private boolean convex() {
        double[] middle = new double[k];
        for (int j = 0; j < k; j++) {
            middle[j] = (a[j] + b[j]) / 2;
        }
        double mean = (loss.value(truth, a) + loss.value(truth, b)) / 2;
        return loss.value(truth, middle) <= mean + 1e-9 * Math.abs(mean) + 1e-12;
    }

    private boolean zeroAtTruth() {
        return truth.length != k || Math.abs(loss.value(truth, truth)) < 1e-12;
    }

    /** Whether the forecast {@code a} costs less than {@code b} where {@code a} is true. */
    private boolean proper() {
        double distance = 0;
        double honest = 0;
        double other = 0;
        for (int j = 0; j < k; j++) {
            distance = Math.max(distance, Math.abs(a[j] - b[j]));
            double[] came = loss instanceof ClassLoss ? new double[] {j} : new double[k];
            if (!(loss instanceof ClassLoss)) {
                came[j] = 1;
            }
            honest += a[j] * loss.value(came, a);
            other += a[j] * loss.value(came, b);
        }
        return distance < 1e-3 || honest < other;
    }
}
