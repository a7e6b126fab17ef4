package lossctl.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import lossctl.data.Refusal;
import lossctl.write.CheckedOut;

/**
 * The exact state of an evaluation as a small file: one {@linkplain SealedLine sealed} line of JSON, so that it goes
 * wherever text goes, and anyone sees what it is of. The state itself is in base64: an exact sum is wider than any
 * number of JSON.
 */
public final class Partial {
    private static final String KIND = "partial";
    private static final String BEGINNING = "{\"lossctl\":\"" + KIND + "\",";
    private static final long MOST = 1L << 30;

    private final String name;
    private final Settings settings;
    private final String digest;
    private final byte[] state;

    private Partial(String name, Settings settings, String digest, byte[] state) {
        this.name = name;
        this.settings = settings;
        this.digest = digest;
        this.state = state;
    }

    /**
     * Writes a state.
     *
     * @param samples how many samples it is of, for those who look
     */
    public static void write(Settings settings, long samples, byte[] state, CheckedOut out) {
        byte[] line = SealedLine.of(json -> {
            json.name("lossctl").text(KIND).name("format").count(Journal.FORMAT);
            settings.write(json);
            json.name("n").count(samples);
            json.name("state").text(Base64.getEncoder().encodeToString(state));
        });
        out.write(line, 0, line.length);
    }

    /**
     * Reads a state.
     *
     * @throws Refusal where there is no such file, or it is no partial, or none that is whole
     */
    public static Partial read(String name) {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new Refusal(Refusal.Code.MALFORMED, "not a partial but a folder")
                        .hint("name the partials in it, or --glob '*.partial'")
                        .in(name);
            }
            if (Files.size(path) > MOST) {
                throw strange(name);
            }
            return of(name, Files.readAllBytes(path));
        } catch (IOException e) {
            throw Disk.refusal(e, name);
        } catch (InvalidPathException e) {
            throw new Refusal(Refusal.Code.IO, "no file can have this name").in(name);
        }
    }

    private static Partial of(String name, byte[] bytes) {
        byte[] beginning = BEGINNING.getBytes(StandardCharsets.US_ASCII);
        int same = Arrays.mismatch(beginning, bytes);
        if (same >= 0 && same < Math.min(beginning.length, bytes.length) || bytes.length == 0) {
            throw strange(name);
        }
        int end = bytes.length - 1;
        if (bytes[end] != '\n' || !SealedLine.isWhole(bytes, 0, end)) {
            throw new Refusal(Refusal.Code.MALFORMED, "this partial is cut off or damaged: make it again").in(name);
        }
        try {
            Members members = Members.of(bytes, 0, end);
            if (members.count("format") != Journal.FORMAT) {
                throw new Refusal(Refusal.Code.MALFORMED, "a partial of another format, by another version of lossctl")
                        .in(name);
            }
            return new Partial(name, Settings.of(members), Identity.sha256(bytes), members.state());
        } catch (IllegalArgumentException e) {
            throw strange(name);
        }
    }

    private static Refusal strange(String name) {
        return new Refusal(Refusal.Code.MALFORMED, "not a partial: lossctl partial -l mse FILE -o x.partial makes one")
                .in(name);
    }

    /** The file. */
    public String name() {
        return name;
    }

    /** What it was made with. */
    public Settings settings() {
        return settings;
    }

    /** The state of the evaluation. */
    public byte[] state() {
        return state;
    }

    /** The SHA-256 of the file: that of another only where they are the same to the last byte. */
    public String digest() {
        return digest;
    }

    /**
     * Makes sure that another may be merged with this one.
     *
     * @throws Refusal where it was made with other settings
     */
    public void checkGoesWith(Partial other) {
        String difference = other.settings.difference(settings);
        if (difference != null) {
            throw new Refusal(Refusal.Code.USAGE, "does not go with " + name + ": " + difference).in(other.name);
        }
    }
}
