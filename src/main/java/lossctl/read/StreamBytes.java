package lossctl.read;

import java.io.InputStream;
import lossctl.data.Refusal;

/** A stream that is already open, to be read once. */
final class StreamBytes implements Bytes {
    private final String name;
    private InputStream in;

    StreamBytes(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public InputStream open() {
        if (in == null) {
            throw new Refusal(Refusal.Code.IO, "can be read only once").in(name);
        }
        InputStream once = in;
        in = null;
        return once;
    }

    @Override
    public long size() {
        return -1;
    }
}
