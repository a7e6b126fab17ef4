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
     * be made at run time, in a native image, all losses share one loop.
     */
    static PointwiseLoop of(Class<? extends PointwiseLoss> loss) {
        return Own.LOOPS.get(loss);
    }

    /** The loop that is copied. It is loaded from its class file once more for each loss, under a hidden name. */
    final class Own implements PointwiseLoop {
        private static final ClassValue<PointwiseLoop> LOOPS = new ClassValue<>() {
            @Override
            protected PointwiseLoop computeValue(Class<?> loss) {
                return copy();
            }
        };

        private static byte[] file;

        private static synchronized PointwiseLoop copy() {
            try {
                if (file == null) {
                    file = read();
                }
                if (file.length == 0) {
                    return new Own();
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
