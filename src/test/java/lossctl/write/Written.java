package lossctl.write;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Text that something writes to an output. */
final class Written {
    private Written() {}

    static String by(Consumer<CheckedOut> writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CheckedOut out = CheckedOut.to(bytes, "<test>");
        writer.accept(out);
        out.finish();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
