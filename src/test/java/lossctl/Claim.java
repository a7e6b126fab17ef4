package lossctl;

import java.util.function.Supplier;
import org.opentest4j.AssertionFailedError;

/** Claims that fail in a sentence, without what JUnit would say behind it: {@code expected: <true> but was: <false>}. */
public final class Claim {
    private Claim() {}

    /** Fails in this sentence unless so it is. */
    public static void that(boolean so, String sentence) {
        that(so, () -> sentence);
    }

    /** Fails in this sentence unless so it is. */
    public static void that(boolean so, Supplier<String> sentence) {
        if (!so) {
            throw new AssertionFailedError(sentence.get());
        }
    }
}
