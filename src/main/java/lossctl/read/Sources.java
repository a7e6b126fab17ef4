package lossctl.read;

import java.io.InputStream;
import lossctl.data.Dataset;

/** Stub. */
public final class Sources {
    public static Dataset file(String p, ReadOptions o) {
        throw new IllegalStateException();
    }

    public static Dataset stream(String n, InputStream in, ReadOptions o) {
        throw new IllegalStateException();
    }

    public static Dataset pair(String a, String b, String k, ReadOptions o) {
        throw new IllegalStateException();
    }

    public static Dataset join(String a, String b, String k, ReadOptions o) {
        throw new IllegalStateException();
    }
}
