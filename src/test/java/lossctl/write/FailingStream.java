package lossctl.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Keeps what is written, and fails from one call on: writes, then flush, then close are counted from 0. */
final class FailingStream extends OutputStream {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final int failAt;
    private final String reason;
    private int calls;
    private int callsAfterFailure;

    FailingStream(int failAt, String reason) {
        this.failAt = failAt;
        this.reason = reason;
    }

    private void count() throws IOException {
        if (calls > failAt) {
            callsAfterFailure++;
        }
        if (calls++ >= failAt) {
            throw new IOException(reason);
        }
    }

    @Override
    public void write(int b) throws IOException {
        count();
        taken.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        count();
        taken.write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
        count();
    }

    @Override
    public void close() throws IOException {
        count();
    }

    byte[] taken() {
        return taken.toByteArray();
    }

    int callsAfterFailure() {
        return callsAfterFailure;
    }
}
