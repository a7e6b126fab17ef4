package lossctl.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream whose reads are counted. */
final class MeteredStream extends FilterInputStream {
    private final Meter meter;

    MeteredStream(InputStream in, Meter meter) {
        super(in);
        this.meter = meter;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        int n = in.read(to, from, length);
        meter.read(Math.max(0, n));
        return n;
    }
}
