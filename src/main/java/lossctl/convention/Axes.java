package lossctl.convention;

import java.util.Arrays;
import lossctl.num.Tensor;

/** Some axes of an array taken together as its last, and put back. */
final class Axes {
    private final int[] axes;
    private int[] moved;

    /** {@code given} is one axis or a list of them, in any order; null for all. Negative ones count from the end. */
    Axes(Tensor given, int rank) {
        this(given, rank, false);
    }

    /** The same; {@code ordered} says whether values lie in the order in which axes are given, not in the array's. */
    Axes(Tensor given, int rank, boolean ordered) {
        axes = new int[given == null ? rank : given.size()];
        for (int i = 0; i < axes.length; i++) {
            int axis = given == null ? i : (int) given.values()[i];
            if (axis >= rank || axis < -rank) {
                throw new Refused("axis " + axis + " is none of " + rank);
            }
            axes[i] = axis < 0 ? axis + rank : axis;
        }
        if (!ordered) {
            Arrays.sort(axes);
        }
    }

    /** The array with these axes as one, behind all others. */
    Tensor last(Tensor array) {
        Tensor result = array;
        int together = 1;
        for (int i = 0; i < axes.length; i++) {
            result = result.withLast(axes[i] - before(i));
            together *= result.length(-1);
        }
        moved = result.shape();
        int[] shape = Arrays.copyOf(moved, moved.length - axes.length + 1);
        shape[shape.length - 1] = together;
        return result.reshaped(shape);
    }

    /** How many of the axes that were moved before one stood before it. */
    private int before(int i) {
        int before = 0;
        for (int j = 0; j < i; j++) {
            before += axes[j] < axes[i] ? 1 : 0;
        }
        return before;
    }

    /** The inverse of {@link #last}. */
    Tensor back(Tensor array) {
        Tensor result = array.reshaped(moved);
        for (int i = axes.length - 1; i >= 0; i--) {
            result = result.withLastAt(axes[i] - before(i));
        }
        return result;
    }
}
