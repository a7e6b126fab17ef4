package lossctl.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.file.FileSystemException;
import lossctl.data.Refusal;

/** Tells a reader that has gone from a disk that is full. */
final class WriteFailure {
    private WriteFailure() {}

    /** The exception for a failed write to {@code name}. */
    static RuntimeException of(IOException e, String name) {
        return isBrokenPipe(e) ? new BrokenPipe() : refusal(e, name);
    }

    /** The refusal for whatever went wrong with the file {@code name}. */
    static Refusal refusal(IOException e, String name) {
        return new Refusal(Refusal.Code.IO, "cannot write " + name + ": " + reason(e)).elsewhere();
    }

    private static String reason(IOException e) {
        if (e instanceof java.nio.file.AccessDeniedException) {
            return "Permission denied";
        }
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    private static boolean isBrokenPipe(IOException e) {
        String message = e.getMessage();
        return message != null && (isBrokenPipe(message, null) || isBrokenPipe(message, localBrokenPipe()));
    }

    /** Whether a message is that of a broken pipe, which {@code local} is too; null where that is not known. */
    static boolean isBrokenPipe(String message, String local) {
        return message.contains("Broken pipe") || message.contains("Connection reset") || message.equals(local);
    }

    /**
     * What the system calls a broken pipe in the user's language, which is all that Java lets us know of the error:
     * found by breaking one.
     */
    private static String localBrokenPipe() {
        try {
            Pipe pipe = Pipe.open();
            try (Pipe.SinkChannel sink = pipe.sink()) {
                pipe.source().close();
                sink.write(ByteBuffer.wrap(new byte[1]));
            }
            return null;
        } catch (IOException e) {
            return e.getMessage();
        }
    }
}
