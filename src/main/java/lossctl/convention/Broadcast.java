package lossctl.convention;

import java.util.Arrays;
import lossctl.num.Tensor;

/** Shapes that go together although they differ. */
final class Broadcast {
    private Broadcast() {}

    /**
     * The shape that both are repeated to, axes matched from the last.
     *
     * @throws Refused where they do not go together
     */
    static int[] common(String what, int[] a, int[] b) {
        int[] common = new int[Math.max(a.length, b.length)];
        for (int i = 1; i <= common.length; i++) {
            int left = i > a.length ? 1 : a[a.length - i];
            int right = i > b.length ? 1 : b[b.length - i];
            if (left != right && left != 1 && right != 1) {
                throw new Refused(what + " of shape " + Arrays.toString(b) + " does not go together with the shape "
                        + Arrays.toString(a));
            }
            common[common.length - i] = left == 1 ? right : left;
        }
        return common;
    }

    /**
     * Both with the same rank, where one has a last axis of length 1 more than the other: a list gets that axis, an array
     * loses it. Source: keras/src/losses/loss.py, squeeze_or_expand_to_same_rank.
     */
    static Tensor[] aligned(Tensor a, Tensor b) {
        if (a.rank() == b.rank() + 1 && a.length(-1) == 1) {
            return b.rank() == 1 ? new Tensor[] {a, expanded(b)} : new Tensor[] {squeezed(a), b};
        }
        if (b.rank() == a.rank() + 1 && b.length(-1) == 1) {
            return a.rank() == 1 ? new Tensor[] {expanded(a), b} : new Tensor[] {a, squeezed(b)};
        }
        return new Tensor[] {a, b};
    }

    private static Tensor expanded(Tensor list) {
        return list.reshaped(list.length(0), 1);
    }

    static Tensor squeezed(Tensor array) {
        return array.reshaped(Arrays.copyOf(array.shape(), array.rank() - 1));
    }
}
