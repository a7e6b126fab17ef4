package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that were opened are closed, whatever came of them: {@code /proc/self/fd} is as it was. */
@Timeout(240)
class DescriptorsTest {
    private static final byte[] DUMP = "y_true,y_pred\n1,2\n0,3\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    /** The files below a folder that this process has open. */
    private static List<String> open(Path below) throws IOException {
        Path all = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(all), "no /proc/self/fd: nothing tells what is open");
        List<String> open = new ArrayList<>();
        try (var files = Files.newDirectoryStream(all)) {
            for (Path file : files) {
                try {
                    Path target = Files.readSymbolicLink(file);
                    if (target.startsWith(below)) {
                        open.add(target.toString());
                    }
                } catch (IOException e) {
                    // Closed meanwhile.
                }
            }
        }
        return open;
    }

    /** Threads that read ahead close their files after the answer; they get a moment. */
    private void nothingIsOpen(String what) throws IOException {
        List<String> open = open(folder.toRealPath());
        for (int i = 0; i < 200 && !open.isEmpty(); i++) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            open = open(folder.toRealPath());
        }
        assertEquals(List.of(), open, what);
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] zstd(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZstdOutputStream out = new ZstdOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] npy(int numbers) {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + numbers + ",), }";
        String text = "\u0093NUMPY\1\0" + (char) 118 + "\0" + header + " ".repeat(117 - header.length()) + "\n";
        byte[] bytes = new byte[128 + 8 * numbers];
        System.arraycopy(text.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, 0, 128);
        return bytes;
    }

    private static byte[] npz(byte[] truth, byte[] prediction) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setMethod(ZipOutputStream.STORED);
            for (String name : new String[] {"y_true.npy", "y_pred.npy"}) {
                byte[] content = name.equals("y_true.npy") ? truth : prediction;
                CRC32 sum = new CRC32();
                sum.update(content);
                ZipEntry entry = new ZipEntry(name);
                entry.setSize(content.length);
                entry.setCrc(sum.getValue());
                out.putNextEntry(entry);
                out.write(content);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] cut(byte[] bytes) {
        return java.util.Arrays.copyOf(bytes, bytes.length - 3);
    }

    @Test
    void tenThousandSmallFilesAreAllClosed() throws IOException {
        for (int i = 0; i < 10_000; i++) {
            file("d" + i + ".csv", DUMP);
        }
        Said said = Said.by("eval", "-l", "mse", folder.toString(), "--glob", "*.csv", "--threads", "4", "--json");
        assertEquals(0, said.status(), said.err());
        assertTrue(said.out().contains("\"n\":20000"), said.out().substring(0, 200));
        nothingIsOpen("10,000 files");
        file("d9990.csv", cut(DUMP));
        assertEquals(
                3,
                Said.by("eval", "-l", "mse", folder.toString(), "--glob", "*.csv")
                        .status());
        nothingIsOpen("10,000 files, the last but a few of which is refused");
    }

    @Test
    void everyFormatIsClosedWhetherItIsReadOrRefused() throws IOException {
        byte[] line = "{\"y_true\":1,\"y_pred\":2}\n".getBytes(StandardCharsets.US_ASCII);
        byte[] long1 = new String(DUMP, StandardCharsets.US_ASCII)
                .concat("5,6\n".repeat(500_000))
                .getBytes();
        byte[] arrays = npz(npy(3), npy(3));
        List<Path> good = List.of(
                file("a.csv", DUMP),
                file("long.csv", long1),
                file("a.jsonl", line),
                file("a.json", ("[" + new String(line) + "]").getBytes()),
                file("a.npz", arrays),
                file("a.npz.gz", gzip(arrays)),
                file("a.csv.gz", gzip(DUMP)),
                file("long.csv.gz", gzip(long1)),
                file("a.csv.zst", zstd(DUMP)),
                file("long.jsonl.zst", zstd(new String(line).repeat(100_000).getBytes())));
        List<Path> bad = List.of(
                file("b.csv", cut(DUMP)),
                file("b2.csv", new byte[0]),
                file("b3.csv", "a,b\n1,2\n".getBytes()),
                file("b4.csv", new String(long1).concat("x,y\n").getBytes()),
                file("b.jsonl", cut(line)),
                file("b.json", cut(line)),
                file("b2.json", "[1,".getBytes()),
                file("b.npz", cut(arrays)),
                file("b2.npz", npz(npy(3), npy(2))),
                file("b3.npz", npz(npy(3), cut(npy(3)))),
                file("b.npy", cut(npy(3))),
                file("b.csv.gz", cut(gzip(DUMP))),
                file("b2.csv.gz", cut(gzip(long1))),
                file("b3.csv.gz", gzip(new String(long1).concat("x,y\n").getBytes())),
                file("b4.csv.gz", gzip(("x" + new String(long1)).getBytes())),
                file("b.csv.zst", cut(zstd(long1))),
                file("b2.csv.zst", zstd("a,b\n1,2\n".getBytes())));
        for (String threads : new String[] {"1", "3"}) {
            for (Path path : good) {
                assertEquals(
                        0, Said.by("mse", path.toString(), "--threads", threads).status(), path.toString());
                nothingIsOpen(path.toString());
                Said.by("mse", path.toString(), "--threads", threads, "--gradient");
                nothingIsOpen(path + " by sample");
            }
            for (Path path : bad) {
                int status =
                        Said.by("mse", path.toString(), "--threads", threads).status();
                assertTrue(status == 3 || status == 4, path + " ends with " + status);
                nothingIsOpen(path.toString());
            }
            Path truth = file("t.npy", npy(3));
            for (Path other : List.of(file("p.npy", npy(3)), file("q.npy", npy(2)), bad.get(2), folder.resolve("no"))) {
                Said.by("mse", "--true-file", truth.toString(), "--pred-file", other.toString(), "--threads", threads);
                nothingIsOpen("a pair with " + other);
            }
        }
    }
}
