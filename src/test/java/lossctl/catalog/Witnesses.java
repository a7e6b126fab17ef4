package lossctl.catalog;

import lossctl.loss.Loss;
import lossctl.loss.Trait;

/** Counter-examples that chance does not come across, made by hand. */
final class Witnesses {
    private Witnesses() {}

    /** Whether there is one, and it does contradict the trait. */
    static boolean contradict(String name, Trait trait, Loss loss) {
        return switch (name + " " + trait) {
            case "circle SMOOTH" -> detached(loss);
            case "generalized_dice LIPSCHITZ" -> rare(loss);
            default -> false;
        };
    }

    /**
     * The weight max(0, s + 0.4) of a negative ends at s = -0.4, where its factor s - 0.4 is not 0. The similarity of the
     * first and the third passes there, beside a positive of so little similarity that the loss is not 0.
     */
    private static boolean detached(Loss loss) {
        Probe probe = new Probe(loss, new double[][] {{0}, {0}, {1}}, new double[][] {{1, 0}, {0.5, 0}, {-0.5, 0}});
        return ProbeTraits.jumps(probe, new double[] {1, 0, 0.5, 0, -0.3, 0});
    }

    /**
     * A class of size s and one of its root, the rare one missed and the other found: both weigh 1/s together, and the
     * slope by the missed one is about 1 / (2 sqrt(s)).
     */
    private static boolean rare(Loss loss) {
        boolean steep = true;
        for (double size = 1e-4; size > 1e-40; size /= 100) {
            Probe probe = new Probe(loss, new double[][] {{size, Math.sqrt(size)}}, new double[][] {{0, 1}});
            steep &= ProbeTraits.steepness(probe) > 0.4 / Math.sqrt(size);
        }
        return steep;
    }
}
