package lossctl.num;

import java.util.Arrays;

/**
 * Numbers in a rectangular array of any rank, the last axis running fastest. A scalar has rank 0 and one value.
 *
 * @param values all values; not copied, and not to be changed
 * @param shape the length of every axis
 */
public record Tensor(double[] values, int... shape) {

    /** Checks that there are as many values as the shape says. */
    public Tensor {
        if (values.length != size(shape)) {
            throw new IllegalArgumentException(values.length + " values in the shape " + Arrays.toString(shape));
        }
    }

    /** One number. */
    public static Tensor scalar(double value) {
        return new Tensor(new double[] {value});
    }

    /** A list of numbers. */
    public static Tensor list(double... values) {
        return new Tensor(values, values.length);
    }

    /** How many axes. */
    public int rank() {
        return shape.length;
    }

    /** How many values. */
    public int size() {
        return values.length;
    }

    /** The length of an axis; a negative one counts from the end. */
    public int length(int axis) {
        return shape[axis < 0 ? axis + shape.length : axis];
    }

    /** The same values in another shape of the same size. */
    public Tensor reshaped(int... other) {
        return new Tensor(values, other);
    }

    /** One entry of the first axis, which stays an axis of length 1. */
    public Tensor entry(int i) {
        int[] one = shape.clone();
        one[0] = 1;
        int size = size(one);
        return new Tensor(Arrays.copyOfRange(values, i * size, (i + 1) * size), one);
    }

    /** The shape without one axis; a negative one counts from the end. */
    public int[] shapeWithout(int axis) {
        int skipped = axis < 0 ? axis + shape.length : axis;
        int[] rest = new int[shape.length - 1];
        for (int i = 0, at = 0; i < shape.length; i++) {
            if (i != skipped) {
                rest[at++] = shape[i];
            }
        }
        return rest;
    }

    /** The same array with one axis moved behind all others. */
    public Tensor withLast(int axis) {
        int moved = axis < 0 ? axis + shape.length : axis;
        if (moved == shape.length - 1) {
            return this;
        }
        int length = shape[moved];
        int inner = 1;
        for (int i = moved + 1; i < shape.length; i++) {
            inner *= shape[i];
        }
        int[] result = Arrays.copyOf(shapeWithout(moved), shape.length);
        result[shape.length - 1] = length;
        double[] out = new double[values.length];
        for (int at = 0, i = 0; i < values.length; i += length * inner) {
            for (int k = 0; k < inner; k++) {
                for (int j = 0; j < length; j++) {
                    out[at++] = values[i + j * inner + k];
                }
            }
        }
        return new Tensor(out, result);
    }

    /** The inverse of {@link #withLast}: the last axis is put back to where it was. */
    public Tensor withLastAt(int axis) {
        int target = axis < 0 ? axis + shape.length : axis;
        if (target == shape.length - 1) {
            return this;
        }
        int length = shape[shape.length - 1];
        int inner = 1;
        for (int i = target; i < shape.length - 1; i++) {
            inner *= shape[i];
        }
        int[] result = new int[shape.length];
        for (int i = 0, at = 0; i < result.length; i++) {
            result[i] = i == target ? length : shape[at++];
        }
        double[] out = new double[values.length];
        for (int at = 0, i = 0; i < values.length; i += length * inner) {
            for (int k = 0; k < inner; k++) {
                for (int j = 0; j < length; j++) {
                    out[i + j * inner + k] = values[at++];
                }
            }
        }
        return new Tensor(out, result);
    }

    /**
     * The array repeated to a larger shape, as NumPy broadcasts: axes are matched from the last, and an axis of length 1
     * or none is repeated.
     *
     * @return null where the shapes do not go together
     */
    public Tensor broadcast(int... target) {
        int missing = target.length - shape.length;
        if (missing < 0) {
            return null;
        }
        int[] stride = new int[target.length];
        int step = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            if (shape[i] != 1 && shape[i] != target[i + missing]) {
                return null;
            }
            stride[i + missing] = shape[i] == 1 ? 0 : step;
            step *= shape[i];
        }
        double[] out = new double[size(target)];
        int[] index = new int[target.length];
        for (int at = 0; at < out.length; at++) {
            int from = 0;
            for (int i = 0; i < index.length; i++) {
                from += index[i] * stride[i];
            }
            out[at] = values[from];
            for (int i = index.length - 1; i >= 0 && ++index[i] == target[i]; i--) {
                index[i] = 0;
            }
        }
        return new Tensor(out, target);
    }

    /** The sums over what {@link #broadcast} has repeated: the inverse step for derivatives. */
    public Tensor summedTo(int... target) {
        if (Arrays.equals(shape, target)) {
            return this;
        }
        double[] places = new double[size(target)];
        ExactSum[] sums = new ExactSum[places.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
            sums[i] = new ExactSum();
        }
        double[] from = new Tensor(places, target).broadcast(shape).values();
        for (int i = 0; i < values.length; i++) {
            sums[(int) from[i]].add(values[i]);
        }
        for (int i = 0; i < places.length; i++) {
            places[i] = sums[i].value();
        }
        return new Tensor(places, target);
    }

    /** How many values a shape holds. */
    public static int size(int... shape) {
        int size = 1;
        for (int length : shape) {
            size = Math.multiplyExact(size, length);
        }
        return size;
    }
}
