package lossctl.eval;

import lossctl.data.Block;
import lossctl.data.Layout;
import lossctl.data.Places;
import lossctl.data.Refusal;
import lossctl.loss.Domain;
import lossctl.loss.Loss;
import lossctl.loss.RowLoss;
import lossctl.loss.Selection;
import lossctl.loss.TupleLoss;
import lossctl.num.DecimalWriter;
import lossctl.num.StateReader;
import lossctl.num.StateWriter;

/**
 * Brings the truths of a block into the form that one loss reads: signs for 0 and 1, one-hot rows for a class index, a
 * class index for one-hot rows. One thread's; scratch arrays are reused.
 */
final class Truths {
    private enum Form {
        AS_IT_IS,
        SIGNS,
        ONE_HOT,
        INDEX_OF_ONE_HOT
    }

    private static final long ONE = Double.doubleToRawLongBits(1);

    private final Domain domain;
    private final Form form;
    private final int given;
    private final int classes;
    private final int width;
    private double[] scratch = {};
    private boolean sawZero;
    private boolean sawMinusOne;

    Truths(Selection selection, Layout layout) {
        Loss loss = selection.loss();
        domain = loss.truth();
        given = layout.truthWidth();
        classes = layout.predictionWidth();
        width = width(loss, classes, given);
        form = form(selection.spec().name());
    }

    /** How many truths a sample has, as the loss reads it. */
    private static int width(Loss loss, int outputs, int given) {
        return switch (loss.truth().kind()) {
            case NONE -> 0;
            case LABEL, GROUP -> 1;
            case ROW -> outputs;
            case LABELS, VECTOR -> given;
            case NUMBER, FLAG, SIGN -> loss instanceof RowLoss || loss instanceof TupleLoss ? 1 : outputs;
        };
    }

    private Form form(String name) {
        if (width == 0) {
            return Form.AS_IT_IS;
        }
        if (given == width) {
            return domain.kind() == Domain.Kind.SIGN ? Form.SIGNS : Form.AS_IT_IS;
        }
        if (given == 1) {
            return Form.ONE_HOT;
        }
        if (domain.kind() == Domain.Kind.LABEL && given == classes) {
            return Form.INDEX_OF_ONE_HOT;
        }
        String plural = given == 1 ? " value" : " values";
        throw new Refusal(
                Refusal.Code.SHAPE,
                name + " wants " + width + (width == 1 ? " truth" : " truths") + " a sample for " + classes
                        + " prediction" + (classes == 1 ? "" : "s") + ", but the truth has " + given + plural);
    }

    int width() {
        return width;
    }

    /** Whether both kinds of signs were seen here: 0 and -1. */
    boolean mixesSigns(Truths other) {
        return (sawZero || other.sawZero) && (sawMinusOne || other.sawMinusOne);
    }

    /** Adds which kinds of signs another has seen. */
    void merge(Truths other) {
        sawZero |= other.sawZero;
        sawMinusOne |= other.sawMinusOne;
    }

    /** The block's truths, {@link #width} a row; the block's own array where nothing changes. */
    double[] of(Block block) {
        if (form == Form.AS_IT_IS || form == Form.SIGNS && areSigns(block)) {
            return block.truth();
        }
        int rows = block.rows();
        if (scratch.length < rows * width) {
            scratch = new double[rows * width];
        }
        switch (form) {
            case SIGNS -> signs(block);
            case ONE_HOT -> oneHot(block);
            default -> indices(block);
        }
        return scratch;
    }

    /** Whether all are -1 or +1 and so were all before, as where they were written for such losses. */
    private boolean areSigns(Block block) {
        double[] truth = block.truth();
        long odd = 0;
        long minus = 0;
        for (int i = 0; i < block.rows() * width; i++) {
            long bits = Double.doubleToRawLongBits(truth[i]);
            odd |= bits ^ ONE;
            minus |= bits;
        }
        boolean signs = (odd & Long.MAX_VALUE) == 0 && !sawZero;
        sawMinusOne |= signs && minus < 0;
        return signs;
    }

    private void signs(Block block) {
        double[] truth = block.truth();
        long odd = 0;
        long zero = 0;
        long minus = 0;
        for (int i = 0; i < block.rows() * width; i++) {
            long bits = Double.doubleToRawLongBits(truth[i]);
            long size = bits & Long.MAX_VALUE;
            // the highest bit is set where 0 < size < 1, or size > 1; where size is not 1; where it is -1
            odd |= size - ONE & -size | ONE - size;
            zero |= size - ONE;
            minus |= bits & ~(size - ONE);
            scratch[i] = Double.longBitsToDouble(ONE | (bits | size - ONE) & Long.MIN_VALUE);
        }
        if (odd < 0 || (sawZero || zero < 0) && (sawMinusOne || minus < 0)) {
            refuseSigns(block);
        }
        sawZero |= zero < 0;
        sawMinusOne |= minus < 0;
    }

    /** Finds the first truth that is no sign, or of the other kind than those before. */
    private void refuseSigns(Block block) {
        double[] truth = block.truth();
        for (int i = 0; i < block.rows() * width; i++) {
            double sign = truth[i];
            sawZero |= sign == 0;
            sawMinusOne |= sign == -1;
            if (sign != 1 && sign != 0 && sign != -1) {
                throw refuse(block, i / width, i % width, sign, "is neither -1 nor +1 (nor 0 or 1)");
            }
            if (sawZero && sawMinusOne) {
                throw refuse(block, i / width, i % width, sign, "mixes the labels 0/1 with -1/+1: use one kind");
            }
        }
    }

    private void oneHot(Block block) {
        java.util.Arrays.fill(scratch, 0, block.rows() * width, 0);
        boolean signs = domain.kind() == Domain.Kind.SIGN;
        if (signs) {
            java.util.Arrays.fill(scratch, 0, block.rows() * width, -1);
        }
        for (int row = 0; row < block.rows(); row++) {
            double label = block.truth()[row];
            if (!(label >= 0 && label < width && label == Math.rint(label))) {
                throw refuse(
                        block, row, 0, label, "is no class index 0.." + (width - 1) + " for " + width + " predictions");
            }
            scratch[row * width + (int) label] = 1;
        }
    }

    private void indices(Block block) {
        double[] truth = block.truth();
        for (int row = 0; row < block.rows(); row++) {
            int label = -1;
            for (int i = 0; i < given; i++) {
                double flag = truth[row * given + i];
                if (flag != 0 && (flag != 1 || label >= 0)) {
                    throw refuse(block, row, i, flag, "makes the row no one-hot truth: one 1, the others 0");
                }
                label = flag == 1 ? i : label;
            }
            if (label < 0) {
                throw refuse(block, row, 0, 0, "makes the row no one-hot truth: it has no 1");
            }
            scratch[row] = label;
        }
    }

    private static Refusal refuse(Block block, int row, int index, double value, String why) {
        String text = DecimalWriter.text(value);
        String name = block.places().name(row, Places.Role.TRUTH, index);
        return block.places()
                .mark(
                        new Refusal(Refusal.Code.OUT_OF_DOMAIN, name + " is " + text + ", which " + why).value(text),
                        row,
                        Places.Role.TRUTH,
                        index);
    }

    void save(StateWriter out) {
        out.flag(sawZero);
        out.flag(sawMinusOne);
    }

    void load(StateReader in) {
        sawZero |= in.flag();
        sawMinusOne |= in.flag();
    }
}
