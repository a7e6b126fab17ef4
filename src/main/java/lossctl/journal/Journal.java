package lossctl.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lossctl.data.Dataset;
import lossctl.data.Refusal;
import lossctl.eval.Ledger;

/**
 * A file that keeps the state of every finished dump on a line of its own, so that an interrupted run goes on where it
 * was. Each line is {@linkplain SealedLine sealed}, written with one call and synced within a tenth of a second; the
 * first says what the states were made with. Locked while it is open, and nothing else is ever left on the disk.
 */
public final class Journal implements Ledger, AutoCloseable {
    static final int FORMAT = 2;
    private static final String KIND = "journal";
    private static final String BEGINNING = "{\"lossctl\":\"" + KIND + "\",";

    private final String name;
    private final FileChannel channel;
    private final Settings settings;
    private final Consumer<String> remarks;
    private final Map<String, Place> places = new HashMap<>();
    private final Commits commits;
    private long end;

    /** Where the line of a dump stands. */
    private record Place(long position, int length, long number) {}

    private Journal(String name, FileChannel channel, Settings settings, Consumer<String> remarks) throws IOException {
        this.name = name;
        this.channel = channel;
        this.settings = settings;
        this.remarks = remarks;
        begin();
        commits = new Commits(channel);
    }

    /**
     * Opens a journal, or begins one.
     *
     * @param remarks takes a line about each oddity: a line that was cut, a dump that has changed
     * @throws Refusal where it cannot be opened, is in use, is no journal, is damaged or has other settings
     */
    public static Journal open(String name, Settings settings, Consumer<String> remarks) {
        FileChannel channel = null;
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new Refusal(Refusal.Code.IO, "is a folder, and a journal is a file")
                        .hint("name a file in it, which is made where there is none")
                        .in(name);
            }
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw new Refusal(Refusal.Code.IO, "a journal is a file, and this is none").in(name);
            }
            channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            lock(channel, name);
            return new Journal(name, channel, settings, remarks);
        } catch (IOException e) {
            close(channel);
            throw Disk.refusal(e, name);
        } catch (InvalidPathException e) {
            throw new Refusal(Refusal.Code.IO, "no file can have this name").in(name);
        } catch (RuntimeException e) {
            close(channel);
            throw e;
        }
    }

    /**
     * The SHA-256 of a file.
     *
     * @throws Refusal where it cannot be read
     */
    public static String digest(String file) {
        try {
            Identity identity = Identity.of(Path.of(file));
            if (identity == null) {
                throw new Refusal(Refusal.Code.USAGE, "no regular file: nobody would notice that it changed").in(file);
            }
            return identity.hashed(Path.of(file)).sha256();
        } catch (IOException e) {
            throw Disk.refusal(e, file);
        }
    }

    private static void lock(FileChannel channel, String name) throws IOException {
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // The same process has it: as good as another one.
        }
        if (lock == null) {
            throw new Refusal(Refusal.Code.IO, "another run is writing this journal: wait for it, or name another file")
                    .in(name);
        }
    }

    private static void close(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // There is another reason, and it is told.
        }
    }

    private void begin() throws IOException {
        long size = channel.size();
        if (size > 0 && !isOurs()) {
            throw new Refusal(Refusal.Code.MALFORMED, "not a journal of lossctl; it was left as it is").in(name);
        }
        end = new JournalLines(channel, name).read(this::take);
        if (end == 0 && size > 0 && !isCutBeginning(size)) {
            throw new Refusal(
                            Refusal.Code.MALFORMED,
                            "the journal's first line is damaged, and nobody knows its settings")
                    .in(name)
                    .hint("delete the journal to start anew");
        }
        if (end < size) {
            remarks.accept(name + ": the last " + (size - end) + " bytes are no whole line: dropped");
            channel.truncate(end);
        }
        if (end == 0) {
            append(SealedLine.of(json -> {
                json.name("lossctl").text(KIND).name("format").count(FORMAT);
                settings.write(json);
            }));
            channel.force(true);
            Disk.syncFolderOf(Path.of(name));
        }
    }

    /** Whether it begins as journals do, as far as it goes. */
    private boolean isOurs() throws IOException {
        byte[] first = read(0, (int) Math.min(channel.size(), BEGINNING.length()));
        return BEGINNING.startsWith(new String(first, StandardCharsets.ISO_8859_1));
    }

    /** Whether it has no line with an end: then nothing was kept in it yet. */
    private boolean isCutBeginning(long size) throws IOException {
        byte[] all = read(0, (int) Math.min(size, 1 << 20));
        for (byte b : all) {
            if (b == '\n') {
                return false;
            }
        }
        return size <= 1 << 20;
    }

    private void take(byte[] bytes, int from, int to, long position, long number) {
        try {
            Members members = Members.of(bytes, from, to);
            if (number == 1) {
                check(members);
            } else {
                places.put(members.text("file"), new Place(position, to - from, number));
            }
        } catch (IllegalArgumentException e) {
            throw strange(number);
        }
    }

    private void check(Members members) {
        if (!KIND.equals(members.text("lossctl"))) {
            throw strange(1);
        }
        if (members.count("format") != FORMAT) {
            throw new Refusal(Refusal.Code.MALFORMED, "a journal of another format, by another version of lossctl")
                    .in(name);
        }
        String difference = Settings.of(members).difference(settings);
        if (difference != null) {
            throw new Refusal(Refusal.Code.USAGE, "this journal does not go with this call: " + difference)
                    .in(name)
                    .hint("call as then, or name another journal");
        }
    }

    private Refusal strange(long number) {
        return new Refusal(Refusal.Code.MALFORMED, "this line of the journal is not one that lossctl has written")
                .in(name)
                .at(number, 0);
    }

    @Override
    public Page open(Dataset data) {
        Path path = Path.of(data.name());
        try {
            Identity now = Identity.of(path);
            if (now == null) {
                throw new Refusal(Refusal.Code.USAGE, "a journal keeps the results of files, and this is none")
                        .in(data.name());
            }
            Place place = places.get(data.name());
            if (place != null) {
                Members line = line(place);
                if (Identity.of(line).isOf(path, now)) {
                    return new KeptPage(data.name(), now, line.state(), line.texts("warnings"));
                }
                remarks.accept(data.name() + " has changed since " + name + " kept its result: computed again");
            }
            return new KeptPage(data.name(), now, null, List.of());
        } catch (IOException e) {
            throw Disk.refusal(e, data.name());
        }
    }

    private Members line(Place place) throws IOException {
        byte[] bytes = read(place.position, place.length);
        try {
            if (SealedLine.isWhole(bytes, 0, bytes.length)) {
                return Members.of(bytes, 0, bytes.length);
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw strange(place.number);
    }

    private byte[] read(long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
            // Reads on until all is there, or the file ends.
        }
        return bytes.array();
    }

    private synchronized void append(byte[] line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line);
        while (bytes.hasRemaining()) {
            channel.write(bytes, end + bytes.position());
        }
        end += line.length;
    }

    /** Syncs what was kept, and lets the file go. */
    @Override
    public void close() {
        try {
            commits.finish();
        } catch (IOException e) {
            throw Disk.refusal(e, name);
        } finally {
            close(channel);
        }
    }

    /** What is known of one dump. */
    private final class KeptPage implements Page {
        private final String file;
        private final Identity before;
        private final byte[] state;
        private final List<String> warnings;

        KeptPage(String file, Identity before, byte[] state, List<String> warnings) {
            this.file = file;
            this.before = before;
            this.state = state;
            this.warnings = warnings;
        }

        @Override
        public byte[] state() {
            return state;
        }

        @Override
        public List<String> warnings() {
            return new ArrayList<>(warnings);
        }

        @Override
        public void keep(byte[] made, List<String> remarksOfSource) {
            try {
                Identity identity = before.hashed(Path.of(file));
                if (!before.looksLike(Identity.of(Path.of(file)))) {
                    throw new Refusal(Refusal.Code.IO, "changed while it was read").in(file);
                }
                append(SealedLine.of(json -> {
                    json.name("file").text(file);
                    identity.write(json);
                    json.name("warnings").array();
                    for (String warning : remarksOfSource) {
                        json.text(warning);
                    }
                    json.endArray();
                    json.name("state").text(Base64.getEncoder().encodeToString(made));
                }));
                commits.written();
            } catch (IOException e) {
                throw Disk.refusal(e, name);
            }
        }
    }
}
