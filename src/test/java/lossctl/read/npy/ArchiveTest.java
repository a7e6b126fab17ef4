package lossctl.read.npy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lossctl.data.Columns;
import lossctl.data.Refusal;
import lossctl.read.Dumps;
import lossctl.read.Format;
import lossctl.read.ReadOptions;
import lossctl.read.Rows;
import lossctl.read.Sources;
import lossctl.read.TextBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Archives as streams: the same verdicts as of files. The two piped ones were written by NumPy 2.4.6, {@code savez} and
 * {@code savez_compressed}, into a pipe, where lengths and check sums come behind what an entry holds. The others by
 * Python's {@code zipfile}: one with its limits lowered, so that all numbers take 64 bits, and one with a third array that
 * is packed by bzip2. What is refused is refused by NumPy too, unless a test tells otherwise.
 */
class ArchiveTest {
    @TempDir
    private Path folder;

    private static byte[] kept(String name) throws IOException {
        try (InputStream in = ArchiveTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static Rows streamed(byte[] zip) {
        ReadOptions options = ReadOptions.of(Columns.defaults());
        return Rows.values(Dumps.of(Format.AUTO, new TextBytes("a.npz", zip, true).piped(), options));
    }

    private Rows filed(byte[] zip) throws IOException {
        Path file = Files.write(folder.resolve("a.npz"), zip);
        ReadOptions options = ReadOptions.of(Columns.defaults());
        return Rows.values(Sources.file(file.toString(), options));
    }

    private static void check(Rows rows) {
        assertEquals(List.of(1.0, 0.0, 1.0), rows.truth);
        assertEquals(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0), rows.prediction);
    }

    @ParameterizedTest
    @ValueSource(strings = {"piped.npz", "piped_compressed.npz"})
    void whatNumpyWritesIntoAPipeIsReadFromOne(String name) throws IOException {
        check(streamed(kept(name)));
        check(filed(kept(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"piped.npz", "piped_compressed.npz"})
    void anArchiveCutAnywhereIsRefusedAsAStreamToo(String name) throws IOException {
        byte[] zip = kept(name);
        for (int cut = 4; cut < zip.length; cut++) {
            byte[] part = Arrays.copyOf(zip, cut);
            Refusal refusal = assertThrows(Refusal.class, () -> streamed(part), "cut at " + cut);
            assertEquals("not a sound zip file: it is cut off", refusal.getMessage());
            assertEquals(
                    refusal.getMessage(),
                    assertThrows(Refusal.class, () -> filed(part)).getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"piped_compressed.npz", "zip64.npz"})
    void noByteThatIsWrongMakesAnotherNumberOrAnotherVerdictForAPipe(String name) throws IOException {
        byte[] zip = kept(name);
        int right = 0;
        for (int at = 4; at < zip.length; at++) {
            for (int bit : new int[] {1, 0x80}) {
                byte[] wrong = zip.clone();
                wrong[at] ^= (byte) bit;
                String verdict = "read";
                try {
                    check(streamed(wrong));
                    right++;
                } catch (Refusal refusal) {
                    assertEquals("<stdin>", refusal.file());
                    verdict = refusal.getMessage();
                }
                try {
                    check(filed(wrong));
                    assertEquals("read", verdict, "byte " + at + " of a file");
                } catch (Refusal refusal) {
                    assertEquals(verdict, refusal.getMessage(), "byte " + at + " of a file");
                }
            }
        }
        // dates, versions and attributes mean nothing to a reader
        assertEquals(true, right > 100 && right < 800, right + " read all the same");
    }

    @Test
    void numbersOf64BitsAreReadBehindSomethingElseToo() throws IOException {
        byte[] zip = kept("zip64.npz");
        check(streamed(zip));
        check(filed(zip));
        byte[] behind = join("PK\u0003\u0004 more".getBytes(StandardCharsets.ISO_8859_1), zip);
        check(streamed(behind));
        check(filed(behind));
    }

    @Test
    void anArrayThatIsPackedOtherwiseIsInNobodysWayUnlessItIsWanted() throws IOException {
        check(streamed(kept("bzip2_beside.npz")));
        check(filed(kept("bzip2_beside.npz")));
    }

    /** NumPy takes an entry that is shorter than the directory says, as long as it needs no more of it. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void anEntryIsAsLongAsTheDirectorySays(int by) throws IOException {
        byte[] zip = kept("piped_compressed.npz");
        zip[central(zip) + 24] += (byte) by;
        for (Refusal refusal : refusals(zip)) {
            assertEquals(
                    "not a sound zip file: 'y_true.npy' is not as long as the directory says", refusal.getMessage());
        }
    }

    @Test
    void anEntryHasTheNameThatTheDirectorySays() throws IOException {
        byte[] zip = kept("piped.npz");
        zip[30] = 'x';
        for (Refusal refusal : refusals(zip)) {
            assertEquals("not a sound zip file: its directory is damaged", refusal.getMessage());
        }
    }

    /** NumPy reads the second, whatever its end says of a comment. */
    @Test
    void anArchiveIsNotReadInPlaceOfADamagedOneBehindIt() throws IOException {
        byte[] damaged = kept("zip64.npz");
        damaged[damaged.length - 1] = 1;
        for (Refusal refusal : refusals(join(kept("piped.npz"), damaged))) {
            assertEquals("not a sound zip file: it is cut off", refusal.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 0x80})
    void aPartOfSeveralIsNotTakenForAWhole(int bits) throws IOException {
        byte[] zip = kept("zip64.npz");
        zip[zip.length - (bits == 2 ? 26 : 23)] = (byte) bits; // of the 32 that count the parts
        for (Refusal refusal : refusals(zip)) {
            assertEquals("not a sound zip file: it is a part of several", refusal.getMessage());
        }
    }

    private List<Refusal> refusals(byte[] zip) {
        return List.of(assertThrows(Refusal.class, () -> streamed(zip)), assertThrows(Refusal.class, () -> filed(zip)));
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static int central(byte[] zip) {
        return new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
    }

    @Test
    void signsOfWhatIsNotUndoneAreTold() throws IOException {
        byte[] zip = kept("piped_compressed.npz");
        int central = central(zip);
        byte[] encrypted = zip.clone();
        encrypted[central + 8] |= 1;
        Refusal refusal = assertThrows(Refusal.class, () -> streamed(encrypted));
        assertEquals("not a sound zip file: it is encrypted", refusal.getMessage());
        byte[] packed = zip.clone();
        packed[central + 10] = 9;
        refusal = assertThrows(Refusal.class, () -> streamed(packed));
        assertEquals(
                "not a sound zip file: it is packed by method 9, and only 8 (deflate) is undone", refusal.getMessage());
    }

    @Test
    void somethingBeforeTheArchiveAndACommentBehindItArePassedOver() throws IOException {
        byte[] zip = kept("piped.npz");
        check(streamed(join(zip, zip)));
        check(filed(join(zip, zip)));
        byte[] comment = Arrays.copyOf(zip, zip.length + 2);
        comment[zip.length - 2] = 2;
        check(streamed(comment));
        check(filed(comment));
    }

    @Test
    void aCommentThatLooksLikeTheEndOfAnArchiveIsNone() throws IOException {
        byte[] zip = kept("piped.npz");
        byte[] comment = Arrays.copyOf(zip, zip.length + 34);
        comment[zip.length - 2] = 34;
        System.arraycopy(new byte[] {'P', 'K', 5, 6}, 0, comment, zip.length, 4);
        check(streamed(comment));
        check(filed(comment));
    }

    @Test
    void seventyThousandEntriesNeedADirectoryOf64Bits() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 70_000; i++) {
                zip.putNextEntry(new ZipEntry(i + ".txt"));
            }
            for (String name : List.of("y_true", "y_pred")) {
                zip.putNextEntry(new ZipEntry(name + ".npy"));
                zip.write(array("(1,)", 8));
            }
        }
        assertEquals(List.of(0.0), streamed(bytes.toByteArray()).prediction);
        assertEquals(List.of(0.0), filed(bytes.toByteArray()).prediction);
    }

    /** Zeros: the header of version 1, and so many bytes. */
    private static byte[] array(String shape, int length) {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }\n";
        ByteBuffer file = ByteBuffer.allocate(10 + header.length() + length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        file.putShort((short) header.length()).put(header.getBytes(StandardCharsets.ISO_8859_1));
        return file.array();
    }
}
