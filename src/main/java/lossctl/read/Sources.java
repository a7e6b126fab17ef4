package lossctl.read;

import java.io.InputStream;
import lossctl.data.Dataset;

/** Datasets of files and streams, whatever their format. */
public final class Sources {
    private Sources() {}

    /** The bytes of a file; its path as the user wrote it is its name. */
    public static Bytes bytes(String path) {
        return new FileBytes(path, null);
    }

    /** The same, counted by a meter as they are read; null for none. */
    public static Bytes bytes(String path, Meter meter) {
        return new FileBytes(path, meter);
    }

    /** The bytes of a stream that is open already, such as standard input; they can be read once. */
    public static Bytes bytes(String name, InputStream in) {
        return new StreamBytes(name, in);
    }

    /** A stream that counts what is read from it. */
    public static InputStream counted(InputStream in, Meter meter) {
        return meter == null ? in : new MeteredStream(in, meter);
    }

    /** The rows of one file. */
    public static Dataset file(String path, ReadOptions options) {
        return new Dump(bytes(path, options.meter()), options);
    }

    /** The rows of a stream that is open already; they can be read once. */
    public static Dataset stream(String name, InputStream in, ReadOptions options) {
        return new Dump(bytes(name, counted(in, options.meter())), options);
    }

    /**
     * The truths of one file and the predictions of another. Weights, ids, texts and further inputs are taken from
     * whichever has them, the first if both do.
     *
     * @param truth the file of truths; null where the losses take none
     * @param key the column that joins their rows, each with exactly one of the other file; null for row by row
     */
    public static Dataset pair(String truth, String prediction, String key, ReadOptions options) {
        return pair(
                truth == null ? null : bytes(truth, options.meter()), bytes(prediction, options.meter()), key, options);
    }

    /** The same of files or streams. */
    public static Dataset pair(Bytes truth, Bytes prediction, String key, ReadOptions options) {
        return truth == null ? new Dump(prediction, options) : new TwoTables(truth, prediction, key, true, options);
    }

    /** The rows of a dump with columns of another file, whose row with the same key is added to each. */
    public static Dataset join(Bytes dump, String other, String key, ReadOptions options) {
        return new TwoTables(dump, bytes(other, options.meter()), key, false, options);
    }
}
