package lossctl.stat;

import java.util.SplittableRandom;

/** Random numbers by counter: resample {@code i} draws the same ones whichever thread comes to it, and whenever. */
final class Seeds {
    private Seeds() {}

    /** The generator of one resample; its algorithm is part of Java's specification. */
    static SplittableRandom of(long seed, int resample) {
        return new SplittableRandom(new SplittableRandom(seed).nextLong() + resample);
    }
}
