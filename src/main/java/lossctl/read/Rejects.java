package lossctl.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lossctl.data.Refusal;

/**
 * Takes rows that cannot be read, so that the others can go on. Kept in memory where they are to be told: as large as
 * they are. For any number of threads.
 */
public final class Rejects {
    /**
     * A row that cannot be read.
     *
     * @param file where it stands
     * @param line its first line, from 1
     * @param offset its first byte, from 0, unpacked if it was packed
     * @param column the column of the first value that is refused; null where it is the row
     * @param reason why
     * @param text all of it
     */
    public record Row(String file, long line, long offset, String column, String reason, String text) {}

    private final boolean keeps;
    private final Map<String, TreeMap<Long, Row>> files = new HashMap<>();

    /** {@code keeps} says whether the rows are to be told. */
    public Rejects(boolean keeps) {
        this.keeps = keeps;
    }

    /** Whether a reason is one for which a row may be passed over: not a limit, nor a failed read. */
    public static boolean takes(Refusal reason) {
        return reason.code().exit() == Refusal.Code.NOT_A_NUMBER.exit();
    }

    /** Whether rows are to be told to {@link #add}. */
    public boolean keeps() {
        return keeps;
    }

    /** Adds a row; one that was there before, in an earlier reading of the same file, is the same row. */
    public synchronized void add(String file, long line, long offset, String column, String reason, String text) {
        files.computeIfAbsent(file, name -> new TreeMap<>())
                .put(offset, new Row(file, line, offset, column, reason, text));
    }

    /** The files that have such rows, by name. */
    public synchronized List<String> files() {
        List<String> names = new ArrayList<>(files.keySet());
        names.sort(null);
        return names;
    }

    /** The rows of one file, in its order. */
    public synchronized List<Row> of(String file) {
        return new ArrayList<>(files.getOrDefault(file, new TreeMap<>()).values());
    }
}
