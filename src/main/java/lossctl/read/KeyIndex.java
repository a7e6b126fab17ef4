package lossctl.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lossctl.data.Block;
import lossctl.data.Refusal;

/** All rows of a table in memory, by their keys. */
final class KeyIndex {
    private final String name;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Integer> rows = new ArrayList<>();

    /**
     * Reads all rows.
     *
     * @throws Refusal where a key occurs twice
     */
    KeyIndex(RowCursor source) {
        name = source.name();
        long twice = 0;
        String first = null;
        while (source.next()) {
            Integer before = numbers.putIfAbsent(source.key(), rows.size());
            if (before != null) {
                first = twice++ == 0 ? first(source.key(), source.block(), source.row()) : first;
            }
            blocks.add(source.block());
            rows.add(source.row());
        }
        if (twice > 0) {
            throw twice(twice, first, name);
        }
    }

    /** The refusal of keys that occur more than once. */
    static Refusal twice(long count, String first, String name) {
        return new Refusal(
                        Refusal.Code.KEY,
                        count == 1 ? "a key is there twice: " + first : count + " keys are there again, first " + first)
                .in(name);
    }

    /** A key and its place, for messages. */
    static String first(String key, Block block, int row) {
        return "'" + key + "' (" + block.places().describe(row) + ")";
    }

    /** The number of the row with this key, or -1. */
    int find(String key) {
        return numbers.getOrDefault(key, -1);
    }

    /** How many rows there are. */
    int size() {
        return rows.size();
    }

    /** The block of a row. */
    Block block(int number) {
        return blocks.get(number);
    }

    /** The index of a row in its block. */
    int row(int number) {
        return rows.get(number);
    }

    /** The key and place of a row, for messages. */
    String first(int number) {
        return first(block(number).texts(0)[row(number)], block(number), row(number));
    }

    /** The name of the table. */
    String name() {
        return name;
    }
}
