package lossctl.eval;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import lossctl.loss.PointwiseLoss;

/** The loop over the samples of a block for losses of one truth and one prediction. */
interface PointwiseLoop {

    /** Writes the losses of the first {@code count} pairs, by their plain formula. */
    void values(PointwiseLoss loss, double[] truth, double[] prediction, double[] out, int count);

    /**
     * The loop that belongs to a class of losses alone. A compiler that has met several losses in one loop calls each
     * for every sample; in a loop that has met but one it writes the loss itself, ten times as fast. Where classes cannot
     * be made at run time, in a native image, all further losses share the first one.
     */
    static PointwiseLoop of(Class<? extends PointwiseLoss> loss) {
        return Own.LOOPS.get(loss);
    }

    /** From now on only copies are given out. */
    static void leaveReady() {
        Own.takeReady(Own.READY.length);
    }

    /** The loop of the second loss that asks, in the class archive as that of the first: to make a copy takes 7 ms. */
    final class Second implements PointwiseLoop {
        @Override
        public void values(PointwiseLoss loss, double[] truth, double[] prediction, double[] out, int count) {
            for (int i = 0; i < count; i++) {
                out[i] = loss.plainValue(truth[i], prediction[i]);
            }
        }
    }

    /**
     * The loop of the first loss that asks, and the one that is copied: it is loaded from its class file once more for
     * each further loss, under a hidden name.
     */
    final class Own implements PointwiseLoop {
        private static final ClassValue<PointwiseLoop> LOOPS = new ClassValue<>() {
            @Override
            protected PointwiseLoop computeValue(Class<?> loss) {
                int ready = takeReady(1);
                return ready < READY.length ? READY[ready] : copy();
            }
        };

        private static final PointwiseLoop[] READY = {new Own(), new Second()};
        private static int taken;
        private static byte[] file;

        private static synchronized int takeReady(int count) {
            int before = taken;
            taken = Math.min(taken + count, READY.length);
            return before;
        }

        private static synchronized PointwiseLoop copy() {
            try {
                if (file == null) {
                    file = read();
                }
                if (file.length == 0) {
                    return READY[0];
                }
                return (PointwiseLoop) MethodHandles.lookup()
                        .defineHiddenClass(file, false)
                        .lookupClass()
                        .getDeclaredConstructor()
                        .newInstance();
            } catch (IOException | ReflectiveOperationException e) {
                throw new IllegalStateException("no copy of " + Own.class + " can be made", e);
            }
        }

        private static byte[] read() throws IOException {
            try (InputStream in = PointwiseLoop.class.getResourceAsStream("PointwiseLoop$Own.class")) {
                return in == null ? new byte[0] : in.readAllBytes();
            }
        }

        @Override
        public void values(PointwiseLoss loss, double[] truth, double[] prediction, double[] out, int count) {
            for (int i = 0; i < count; i++) {
                out[i] = loss.plainValue(truth[i], prediction[i]);
            }
        }
    }
}
