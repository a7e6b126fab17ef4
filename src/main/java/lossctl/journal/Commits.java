package lossctl.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * Syncs a file soon after it was written to, and once for all that was written meanwhile: ten thousand lines do not wait
 * for the disk one by one, and none waits long. One thread of its own.
 */
final class Commits {
    /** How long the disk is left alone between two syncs, at least. */
    private static final long PAUSE_MILLIS = 100;

    private final FileChannel channel;
    private boolean dirty;
    private boolean over;
    private IOException failure;

    Commits(FileChannel channel) {
        this.channel = channel;
        Thread thread = new Thread(this::work, "lossctl-journal");
        thread.setDaemon(true);
        thread.start();
    }

    /** Says that something was written; throws what the last sync met with. */
    synchronized void written() throws IOException {
        if (failure != null) {
            throw failure;
        }
        dirty = true;
        notifyAll();
    }

    /** Syncs the rest, and rests. */
    void finish() throws IOException {
        synchronized (this) {
            over = true;
            notifyAll();
            if (failure != null) {
                throw failure;
            }
        }
        channel.force(true);
    }

    private void work() {
        try {
            while (awaitWritten()) {
                sync();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            // Nobody interrupts this thread; finish() syncs what is left.
        }
    }

    private synchronized boolean awaitWritten() throws InterruptedException {
        while (!dirty && !over) {
            wait();
        }
        dirty = false;
        return !over;
    }

    private void sync() {
        try {
            channel.force(false);
        } catch (IOException e) {
            synchronized (this) {
                // A channel that was closed meanwhile was synced before.
                failure = over ? failure : e;
            }
        }
    }
}
