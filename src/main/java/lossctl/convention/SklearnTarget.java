package lossctl.convention;

import java.util.Arrays;
import java.util.Locale;
import lossctl.num.Tensor;

/** What scikit-learn takes an array of targets for. Source: sklearn/utils/multiclass.py, type_of_target. */
enum SklearnTarget {
    /** One or two labels, one a sample. */
    BINARY,
    /** Three labels or more, one a sample. */
    MULTICLASS,
    /** Numbers, one a sample. */
    CONTINUOUS,
    /** Rows of at most two whole numbers. */
    MULTILABEL_INDICATOR,
    /** Rows of three whole numbers or more. */
    MULTICLASS_MULTIOUTPUT,
    /** Rows of numbers. */
    CONTINUOUS_MULTIOUTPUT,
    /** More axes than two. */
    UNKNOWN;

    static SklearnTarget of(Tensor y) {
        if (y.rank() > 2) {
            return UNKNOWN;
        }
        boolean rows = y.rank() == 2 && y.length(1) > 1;
        for (double value : y.values()) {
            if (value != Math.rint(value)) {
                return rows ? CONTINUOUS_MULTIOUTPUT : CONTINUOUS;
            }
        }
        boolean two = SklearnLabels.of(y).count() < 3;
        return rows ? two ? MULTILABEL_INDICATOR : MULTICLASS_MULTIOUTPUT : two ? BINARY : MULTICLASS;
    }

    /** Whether it is labels, one a sample. */
    boolean isLabels() {
        return this == BINARY || this == MULTICLASS;
    }

    /**
     * Holds truths and predictions against each other: labels of both, or label sets of both, of as many samples.
     *
     * @param sets whether label sets will do
     * @throws Refused where they are not
     */
    static void check(Tensor truth, Tensor prediction, boolean sets) {
        SklearnTarget first = of(truth);
        SklearnTarget second = of(prediction);
        if (first != second && !(first.isLabels() && second.isLabels())) {
            throw new Refused("Classification metrics can't handle a mix of " + first + " and " + second + " targets");
        }
        if (!first.isLabels() && !(sets && first == MULTILABEL_INDICATOR)) {
            throw new Refused(first + " is not supported");
        }
        boolean rows = first == MULTILABEL_INDICATOR;
        if (rows ? !Arrays.equals(truth.shape(), prediction.shape()) : truth.size() != prediction.size()) {
            throw new Refused("Found input variables with inconsistent numbers of samples: y_true has the shape "
                    + Arrays.toString(truth.shape()) + ", y_pred " + Arrays.toString(prediction.shape()));
        }
    }

    /** scikit-learn's word for it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
