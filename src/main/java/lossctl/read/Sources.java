package lossctl.read;

import java.io.InputStream;
import lossctl.data.Dataset;
import lossctl.data.Refusal;

/** Datasets of files and streams, whatever their format. */
public final class Sources {
    private Sources() {}

    /** The bytes of a file; its path as the user wrote it is its name. */
    public static Bytes bytes(String path) {
        return new FileBytes(path);
    }

    /** The bytes of a stream that is open already, such as standard input; they can be read once. */
    public static Bytes bytes(String name, InputStream in) {
        return new StreamBytes(name, in);
    }

    /** The rows of one file. */
    public static Dataset file(String path, ReadOptions options) {
        return new Dump(bytes(path), options);
    }

    /** The rows of a stream that is open already; they can be read once. */
    public static Dataset stream(String name, InputStream in, ReadOptions options) {
        return new Dump(bytes(name, in), options);
    }

    /** The truths of one file and the predictions of another, row by row or joined by a key. */
    public static Dataset pair(String truth, String prediction, String key, ReadOptions options) {
        throw new Refusal(Refusal.Code.USAGE, "two files are not read yet");
    }

    /** The rows of one file with columns of another, joined by a key. */
    public static Dataset join(String path, String other, String key, ReadOptions options) {
        throw new Refusal(Refusal.Code.USAGE, "two files are not read yet");
    }
}
