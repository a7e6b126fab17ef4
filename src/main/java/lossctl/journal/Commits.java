package lossctl.journal;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;

/**
 * Syncs a file soon after it was written to, and once for all that was written meanwhile: ten thousand lines do not wait
 * for the disk one by one, and none waits long. One thread of its own.
 */
final class Commits {
    /** How long the disk is left alone between two syncs, at least. */
    private static final long PAUSE_MILLIS = 100;

    private final FileChannel channel;
    /** Held while the disk is at work, for it tells a failure once only: nobody is to ask it meanwhile. */
    private final Object disk = new Object();

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

    /** Syncs the rest, and rests; throws what any sync met with. */
    void finish() throws IOException {
        synchronized (this) {
            over = true;
            notifyAll();
        }
        synchronized (disk) {
            channel.force(true);
        }
        synchronized (this) {
            if (failure != null) {
                throw failure;
            }
        }
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
        synchronized (disk) {
            try {
                channel.force(false);
            } catch (ClosedChannelException e) {
                // It was synced before it was closed.
            } catch (IOException e) {
                synchronized (this) {
                    failure = e;
                }
            }
        }
    }
}
