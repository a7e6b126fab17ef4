package lossctl.read.json;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import lossctl.data.Refusal;

/**
 * What is wrong with values of an array, of which few may be needed: there may be one at nearly every place, so that what
 * they have in common is kept once, and a refusal is made of it where one is told.
 */
final class Faults {
    /** What a refusal says, wherever it is. */
    private record Kind(Refusal.Code code, String message, String value, String hint) {
        private Kind(Refusal refusal) {
            this(refusal.code(), refusal.getMessage(), refusal.value(), refusal.hint());
        }
    }

    private final Map<Kind, Kind> known = new HashMap<>();
    private int[] indices = new int[16];
    private Kind[] kinds = new Kind[16];
    /** Line and column of each. */
    private long[] places = new long[16];

    private int count;

    /** Adds what is wrong with the value of an index, greater than those before. */
    void add(int index, Refusal refusal) {
        if (count == indices.length) {
            indices = Arrays.copyOf(indices, 2 * count);
            kinds = Arrays.copyOf(kinds, 2 * count);
            places = Arrays.copyOf(places, 2 * count);
        }
        Kind kind = new Kind(refusal);
        Kind same = known.putIfAbsent(kind, kind);
        indices[count] = index;
        kinds[count] = same == null ? kind : same;
        places[count++] = refusal.line() << 32 | refusal.position();
    }

    /** What is wrong with the value of an index, or null. */
    Refusal of(int index) {
        int found = Arrays.binarySearch(indices, 0, count, index);
        return found < 0 ? null : refusal(found);
    }

    /** The first, or null. */
    Refusal first() {
        return count == 0 ? null : refusal(0);
    }

    private Refusal refusal(int i) {
        Kind kind = kinds[i];
        return new Refusal(kind.code, kind.message)
                .value(kind.value)
                .hint(kind.hint)
                .at(places[i] >>> 32, (int) places[i]);
    }

    /** Forgets those of an index from {@code from} on. */
    void forget(int from) {
        while (count > 0 && indices[count - 1] >= from) {
            count--;
        }
    }
}
