package lossctl.read;

import java.util.concurrent.atomic.AtomicLong;

/** How far a long reading has come: counted by many threads, once for each large read, and looked at by another. */
public final class Meter {
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong items = new AtomicLong();

    /** Counts bytes that were read, before they are unpacked. */
    void read(long count) {
        bytes.addAndGet(count);
    }

    /** Counts a file that was opened, or a request that was answered. */
    public void item() {
        items.incrementAndGet();
    }

    /** The bytes so far. */
    public long bytes() {
        return bytes.get();
    }

    /** The files, or the requests, so far. */
    public long items() {
        return items.get();
    }
}
