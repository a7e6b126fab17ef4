package lossctl.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import lossctl.data.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pieces of files, pipes and gzip, taken by several threads: all bytes, each once, in numbered pieces. */
@Timeout(60)
class FeedTest {
    private static final int[] LENGTHS = {0, 1, 999, 1000, 1001, 65_535, 65_536, 65_537, 200_000};

    @TempDir
    Path folder;

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        for (int i = 0; i < Math.min(4, length); i++) {
            bytes[i] = 'x'; // No magic bytes by chance.
        }
        return bytes;
    }

    /** What the threads took, put together in order. */
    private static byte[] pieces(Bytes source, int skip, int size, int threads) throws Exception {
        Map<Long, byte[]> pieces = Collections.synchronizedMap(new TreeMap<>());
        List<Long> last = Collections.synchronizedList(new ArrayList<>());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (Feed feed = Feed.of(Head.of(source), skip, size)) {
            Callable<Void> work = () -> {
                Chunk chunk = new Chunk();
                while (feed.take(chunk)) {
                    byte[] piece = Arrays.copyOfRange(chunk.bytes(), chunk.piece(), chunk.to());
                    assertEquals(null, pieces.put(chunk.ordinal(), piece));
                    if (chunk.isLast()) {
                        last.add(chunk.ordinal());
                    }
                }
                return null;
            };
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(work));
            }
            for (Future<Void> done : running) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals(List.of(pieces.size() - 1L), last);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces.values().forEach(all::writeBytes);
        return all.toByteArray();
    }

    @Test
    void everyByteComesOnceFromFilesPipesGzipAndZstd() throws Exception {
        for (int length : LENGTHS) {
            byte[] bytes = random(length);
            Path file = Files.write(folder.resolve("f" + length), bytes);
            Path packed = folder.resolve("f" + length + ".gz");
            try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
                out.write(bytes);
            }
            Path zstd = folder.resolve("f" + length + ".zst");
            try (ZstdOutputStream out = new ZstdOutputStream(Files.newOutputStream(zstd))) {
                out.write(bytes);
            }
            int skip = Math.min(length, 17);
            byte[] expected = Arrays.copyOfRange(bytes, skip, length);
            for (int threads : new int[] {1, 2, 5}) {
                for (int size : new int[] {1000, 65_536}) {
                    assertArrayEquals(expected, pieces(Sources.bytes(file.toString()), skip, size, threads));
                    assertArrayEquals(expected, pieces(Sources.bytes(packed.toString()), skip, size, threads));
                    assertArrayEquals(expected, pieces(Sources.bytes(zstd.toString()), skip, size, threads));
                    InputStream in = new ByteArrayInputStream(bytes);
                    assertArrayEquals(expected, pieces(Sources.bytes("<stdin>", in), skip, size, threads));
                }
            }
        }
    }

    @Test
    void aReadThatFailsIsToldOnceAndEndsTheFeed() throws Exception {
        for (int length : new int[] {0, 100, 70_000, 130_000}) {
            InputStream broken = new InputStream() {
                private int at;

                @Override
                public int read() throws IOException {
                    if (at++ == length) {
                        throw new IOException("no more");
                    }
                    return 'x';
                }

                @Override
                public int read(byte[] to, int from, int count) throws IOException {
                    to[from] = (byte) read();
                    return 1;
                }
            };
            Bytes source = Sources.bytes("<stdin>", broken);
            Refusal refusal = assertThrows(Refusal.class, () -> {
                Feed feed = Feed.of(Head.of(source), 0, 1000);
                Chunk chunk = new Chunk();
                try {
                    while (feed.take(chunk)) {
                        assertFalse(chunk.isLast());
                    }
                } catch (Refusal e) {
                    assertFalse(feed.take(chunk));
                    throw e;
                } finally {
                    feed.close();
                }
            });
            assertEquals("read failed: no more", refusal.getMessage());
            assertEquals(4, refusal.code().exit());
        }
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertEquals("no such file", refused(folder.resolve("none").toString()));
        assertEquals("is a folder", refused(folder.toString()));
    }

    private static String refused(String path) {
        Refusal refusal = assertThrows(Refusal.class, () -> Head.of(Sources.bytes(path)));
        assertEquals(path, refusal.file());
        assertEquals(4, refusal.code().exit());
        return refusal.getMessage();
    }

    @Test
    void closingEndsTheThreadThatReadsAhead() throws Exception {
        boolean[] closed = new boolean[1];
        byte[] header = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};
        byte[] block = {0, 2, 0, (byte) 0xfd, (byte) 0xff, 'x', 'x'}; // two bytes as they are, more to come
        InputStream endless = new InputStream() {
            private long at;

            @Override
            public int read() {
                long i = at++;
                return (i < header.length ? header[(int) i] : block[(int) ((i - header.length) % block.length)]) & 0xff;
            }

            @Override
            public void close() {
                synchronized (closed) {
                    closed[0] = true;
                    closed.notifyAll();
                }
            }
        };
        Feed feed = Feed.of(Head.of(Sources.bytes("<stdin>", endless)), 0, 1000);
        assertTrue(feed instanceof AheadFeed);
        assertTrue(feed.take(new Chunk()));
        feed.close();
        synchronized (closed) {
            for (int i = 0; i < 100 && !closed[0]; i++) {
                closed.wait(TimeUnit.SECONDS.toMillis(1) / 10);
            }
            assertTrue(closed[0]);
        }
    }
}
