package lossctl.read;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;

/** A file whose reads are counted; those through its channel are told by who makes them, see {@link Head#tell}. */
final class MeteredFile extends FileInputStream {
    private final Meter meter;

    MeteredFile(File file, Meter meter) throws FileNotFoundException {
        super(file);
        this.meter = meter;
        meter.item();
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        int n = super.read(to, from, length);
        tell(n);
        return n;
    }

    void tell(int n) {
        meter.read(Math.max(0, n));
    }
}
