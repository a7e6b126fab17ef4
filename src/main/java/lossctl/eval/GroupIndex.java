package lossctl.eval;

import java.util.Arrays;

/** Numbers keys from 0 in the order of their coming: a hash table without an object an entry. */
final class GroupIndex {
    private static final int FIRST = 16;

    private Object[] keys = new Object[FIRST];
    /** The number of a key plus one where its hash points, or behind; 0 where there is none. */
    private int[] table = new int[2 * FIRST];

    private int size;

    /** The number of a key, which is added where it is new. */
    int of(Object key) {
        int mask = table.length - 1;
        int at = spread(key) & mask;
        for (int found = table[at]; found != 0; found = table[at]) {
            Object other = keys[found - 1];
            if (other == key || other.equals(key)) {
                return found - 1;
            }
            at = at + 1 & mask;
        }
        return add(key, at);
    }

    private int add(Object key, int at) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            table = new int[2 * keys.length];
            for (int i = 0; i < size; i++) {
                table[free(keys[i])] = i + 1;
            }
            at = free(key);
        }
        keys[size] = key;
        table[at] = ++size;
        return size - 1;
    }

    private int free(Object key) {
        int at = spread(key) & table.length - 1;
        while (table[at] != 0) {
            at = at + 1 & table.length - 1;
        }
        return at;
    }

    private static int spread(Object key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return hash ^ hash >>> 16;
    }

    /** The key with this number. */
    Object key(int number) {
        return keys[number];
    }

    int size() {
        return size;
    }
}
