package lossctl.read;

import lossctl.data.Dataset;

/** Data sets over the bytes of a test. */
public final class Dumps {
    private Dumps() {}

    /** Bytes in a format, as a dump. */
    public static Dataset of(Format format, Bytes bytes, ReadOptions options) {
        return new Dump(
                bytes,
                new ReadOptions(
                        format,
                        options.columns(),
                        options.header(),
                        options.delimiter(),
                        options.comment(),
                        options.policy(),
                        options.limits(),
                        options.unchecked(),
                        options.chunk()));
    }
}
