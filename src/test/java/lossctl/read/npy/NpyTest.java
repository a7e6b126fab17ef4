package lossctl.read.npy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lossctl.data.Columns;
import lossctl.data.Dataset;
import lossctl.data.Limits;
import lossctl.data.Policy;
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
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays and archives made by hand, byte by byte. */
class NpyTest {
    private static final Columns NO_TRUTH =
            new Columns(null, null, null, null, List.of(), List.of(), List.of(), null, false, true);

    @TempDir
    Path folder;

    /** A file of version 1 with this header and these bytes of numbers. */
    private static byte[] npy(String header, byte[] numbers) {
        byte[] text = (header + "\n").getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer file = ByteBuffer.allocate(10 + text.length + numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        file.putShort((short) text.length).put(text).put(numbers);
        return file.array();
    }

    private static byte[] doubles(String shape, double... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double number : numbers) {
            bytes.putDouble(number);
        }
        return npy("{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }", bytes.array());
    }

    @ParameterizedTest
    @CsvSource({"'(3, 0)', '(3, 0)'", "'(3, 0)', '(3,)'", "'(3,)', '(3, 0)'", "'(3, 0, 2)', '(3, 0, 2)'"})
    void rowsWithoutValuesAreRefusedAsEmpty(String truth, String prediction) throws IOException {
        Path truths = Files.write(folder.resolve("t.npy"), filled(truth));
        Path predictions = Files.write(folder.resolve("p.npy"), filled(prediction));
        ReadOptions options = options(Format.AUTO, Columns.defaults(), Policy.STRICT, 64);
        Dataset pair = Sources.pair(truths.toString(), predictions.toString(), null, options);
        Refusal refusal = assertThrows(Refusal.class, pair::open);
        assertEquals(Refusal.Code.EMPTY, refusal.code());
        assertEquals("'array' has rows without values", refusal.getMessage());
        assertEquals((truth.equals("(3,)") ? predictions : truths).toString(), refusal.file());
    }

    private static byte[] filled(String shape) {
        return shape.equals("(3,)") ? doubles(shape, 1, 2, 3) : doubles(shape);
    }

    private static ReadOptions options(Format format, Columns columns, Policy policy, int chunk) {
        return new ReadOptions(format, columns, true, (char) 0, (char) 0, policy, Limits.DEFAULT, false, chunk);
    }

    private static Dataset array(byte[] bytes, Policy policy) {
        return Dumps.of(
                Format.NPY, new TextBytes("a.npy", bytes, true), options(Format.NPY, NO_TRUTH, policy, 1 << 19));
    }

    private static Refusal refused(byte[] bytes) {
        return assertThrows(Refusal.class, () -> Rows.values(array(bytes, Policy.STRICT)));
    }

    private static byte[] zip(int method, Object... namesAndBytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                byte[] content = (byte[]) namesAndBytes[i + 1];
                ZipEntry entry = new ZipEntry((String) namesAndBytes[i]);
                CRC32 crc = new CRC32();
                crc.update(content);
                entry.setMethod(method);
                entry.setSize(content.length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1,)}",
                "{\"shape\":(1L,),\"descr\":\"<f8\",\"fortran_order\":True}",
                "{ 'descr' : '<f8' , 'fortran_order' : False , 'shape' : ( 1 , ) , }          ",
                "{'descr': '<f8', 'fortran_order': False, 'shape': ()}",
                "{'descr': '<f8', 'fortran_order': True, 'shape': (1, 1, 1)}",
            })
    void headersAreReadHoweverTheyAreSpaced(String header) {
        byte[] one = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(0.1)
                .array();
        assertEquals(List.of(0.1), Rows.values(array(npy(header, one), Policy.STRICT)).prediction);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1)} | the header is wrong at character 54: a tuple of one number ends with a comma",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (-1,)} | the header is wrong at character 52: a number that is not negative is wanted",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (01,)} | the header is wrong at character 52: a number begins with 0",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1 2)} | the header is wrong at character 54: ',' or ')' is wanted",
                "{'descr': '<f8', 'fortran_order': 0, 'shape': (1,)} | the header is wrong at character 35: a string, True, False or a tuple is wanted",
                "{'descr': '<f8', 'fortran_order': 'False', 'shape': (1,)} | the header's values are of the wrong kind",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1,)} + 1 | the header is wrong at character 57: nothing may follow the dictionary",
                "{'descr': '<f8', 'shape': (1,)} | the header has other keys than descr, fortran_order and shape",
                "{'descr': '<f8', 'descr': '<f8', 'fortran_order': False, 'shape': (1,)} | the header is wrong at character 32: 'descr' occurs twice",
                "{'descr': 'OO', 'fortran_order': False, 'shape': (1,)} | an array of Python objects is not read",
                "{'descr': '<U3', 'fortran_order': False, 'shape': (1,)} | an array of texts is not read",
                "{'descr': '<c8', 'fortran_order': False, 'shape': (1,)} | an array of complex numbers is not read",
                "{'descr': '<M8', 'fortran_order': False, 'shape': (1,)} | an array of type '<M8' is not read",
                "{'descr': '=f8', 'fortran_order': False, 'shape': (1,)} | an array of type '=f8' is not read",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2,)} | holds 8 bytes of numbers, but its header speaks of 16",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 70000)} | rows of 70000 values; the limit is 65536",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (4611686018427387904,)} | the shape is too large",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999999,)} | the shape is too large",
            })
    void otherHeadersAreRefused(String header, String message) {
        assertEquals(message, refused(npy(header, new byte[8])).getMessage());
        assertEquals("a.npy", refused(npy(header, new byte[8])).file());
    }

    /** NumPy itself has no more than 64. */
    @Test
    void moreThan64DimensionsAreRefused() {
        String most = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + "1,".repeat(64) + ")}";
        assertEquals(List.of(0.0), Rows.values(array(npy(most, new byte[8]), Policy.STRICT)).prediction);
        Refusal refusal = refused(npy(most.replace(")}", "1)}"), new byte[8]));
        assertEquals("the shape has 65 dimensions; the limit is 64", refusal.getMessage());
        assertEquals(5, refusal.code().exit());
    }

    @Test
    void whatIsNotFiniteIsHeldAgainstThePolicy() {
        byte[] file = doubles("(3, 2)", 1, 2, 3, Double.NaN, 5, 6);
        Refusal refusal = refused(file);
        assertEquals("row 2, value 2: not finite", refusal.getMessage());
        assertEquals("nan", refusal.value());
        Rows skipped = Rows.values(array(file, new Policy(false, List.of(), Policy.NonFinite.SKIP)));
        assertEquals(List.of(1.0, 2.0, 5.0, 6.0), skipped.prediction);
        assertEquals(1, skipped.skipped);
        Rows all = Rows.values(array(file, new Policy(false, List.of(), Policy.NonFinite.PROPAGATE)));
        assertEquals(6, all.prediction.size());
    }

    @Test
    void anArrayAloneNeedsAnother() {
        ReadOptions options = ReadOptions.of(Columns.defaults());
        TextBytes bytes = new TextBytes("a.npy", doubles("(1,)", 1), true);
        Refusal refusal = assertThrows(Refusal.class, () -> Rows.of(Dumps.of(Format.NPY, bytes, options)));
        assertEquals("one array holds no truths beside predictions", refusal.getMessage());
    }

    @Test
    void nothingMayFollowAnArrayWithoutRows() throws IOException {
        byte[] more = doubles("(0,)", 0);
        byte[] none = doubles("(0,)");
        Path truth = Files.write(folder.resolve("t.npy"), more);
        Path prediction = Files.write(folder.resolve("p.npy"), none);
        ReadOptions options = ReadOptions.of(Columns.defaults());
        Dataset files = Sources.pair(truth.toString(), prediction.toString(), null, options);
        Refusal refusal = assertThrows(Refusal.class, () -> Rows.values(files));
        assertEquals("holds 8 bytes of numbers, but its header speaks of 0", refusal.getMessage());
        for (boolean first : new boolean[] {true, false}) {
            TextBytes truths = new TextBytes("t.npy", first ? more : none, true);
            TextBytes predictions = new TextBytes("p.npy", first ? none : more, true);
            Dataset streams = Sources.pair(truths.piped(), predictions.piped(), null, options);
            refusal = assertThrows(Refusal.class, () -> Rows.values(streams));
            assertEquals("something follows its numbers", refusal.getMessage());
        }
    }

    @Test
    void twoArraysArePaired() throws IOException {
        Path truth = Files.write(folder.resolve("t.npy"), doubles("(3,)", 1, 0, 1));
        Path prediction = Files.write(folder.resolve("p.npy"), doubles("(3, 2)", 1, 2, 3, 4, 5, 6));
        Path short1 = Files.write(folder.resolve("s.npy"), doubles("(1, 2)", 1, Double.NaN));
        Path one = Files.write(folder.resolve("o.npy"), doubles("(1,)", 1));
        Path csv = Files.writeString(folder.resolve("p.csv"), "p0,p1\n1,2\n3,4\n5,6\n");
        ReadOptions options = ReadOptions.of(Columns.defaults());
        check(Rows.values(Sources.pair(truth.toString(), prediction.toString(), null, options)));
        check(Rows.values(Sources.pair(truth.toString(), csv.toString(), null, options)));
        Refusal refusal = assertThrows(
                Refusal.class,
                () -> Sources.pair(truth.toString(), short1.toString(), null, options)
                        .open());
        assertEquals(truth + " has 3 rows but " + short1 + " has 1 row", refusal.getMessage());
        refusal = assertThrows(
                Refusal.class, () -> Rows.values(Sources.pair(one.toString(), short1.toString(), null, options)));
        assertEquals(short1 + ": row 1, value 2: not finite", refusal.file() + ": " + refusal.getMessage());
    }

    @Test
    void uncheckedLooksOnlyAtTheProbabilityOfTheTrueClass() throws IOException {
        Columns classes = new Columns(null, null, null, null, List.of(), List.of(), List.of(), null, true, false);
        ReadOptions options = new ReadOptions(
                Format.AUTO, classes, true, (char) 0, (char) 0, Policy.STRICT, Limits.DEFAULT, true, 64);
        String truth =
                Files.write(folder.resolve("t.npy"), doubles("(3,)", 1, 0, 1)).toString();
        String good = Files.write(
                        folder.resolve("g.npy"), doubles("(3, 2)", Double.NaN, 2, 3, Double.POSITIVE_INFINITY, 5, 6))
                .toString();
        Rows rows = Rows.of(Sources.pair(truth, good, null, options));
        assertEquals(List.of(Double.NaN, 2.0, 3.0, Double.POSITIVE_INFINITY, 5.0, 6.0), rows.prediction);
        String bad = Files.write(folder.resolve("b.npy"), doubles("(3, 2)", 1, 2, 3, Double.NaN, 5, Double.NaN))
                .toString();
        Refusal refusal = assertThrows(Refusal.class, () -> Rows.of(Sources.pair(truth, bad, null, options)));
        assertEquals("row 3, value 2: not finite", refusal.getMessage());
    }

    @Test
    void anArchiveHoldsArraysByName() throws IOException {
        byte[] truth = doubles("(3,)", 1, 0, 1);
        byte[] prediction = doubles("(3, 2)", 1, 2, 3, 4, 5, 6);
        for (int method : new int[] {ZipEntry.STORED, ZipEntry.DEFLATED}) {
            byte[] zip = zip(
                    method,
                    "y_pred.npy",
                    prediction,
                    "notes.txt",
                    new byte[5],
                    "y_true.npy",
                    truth,
                    "junk.npy",
                    new byte[7]);
            Path file = Files.write(folder.resolve(method + ".npz"), zip);
            for (int chunk : new int[] {1, 1 << 19}) {
                ReadOptions options = options(Format.NPZ, Columns.defaults(), Policy.STRICT, chunk);
                check(Rows.values(Dumps.of(Format.AUTO, Sources.bytes(file.toString()), options)));
                check(Rows.values(Dumps.of(Format.NPZ, new TextBytes("a.npz", zip, true).piped(), options)));
            }
        }
    }

    private static void check(Rows rows) {
        assertEquals(List.of(1.0, 0.0, 1.0), rows.truth);
        assertEquals(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0), rows.prediction);
    }

    @Test
    void arraysOfAnArchiveMustBeOfOneLength() throws IOException {
        byte[] zip = zip(ZipEntry.STORED, "y_pred.npy", doubles("(1,)", 1), "y_true.npy", doubles("(2,)", 1, 2));
        TextBytes bytes = new TextBytes("a.npz", zip, true);
        ReadOptions options = ReadOptions.of(Columns.defaults());
        Refusal refusal = assertThrows(Refusal.class, () -> Rows.values(Dumps.of(Format.NPZ, bytes, options)));
        assertEquals("'y_true' has 2 rows but 'y_pred' has 1", refusal.getMessage());
        assertEquals("a.npz", refusal.file());
    }

    @Test
    void aBrokenArchiveIsRefused() throws IOException {
        byte[] zip = zip(ZipEntry.STORED, "y_pred.npy", doubles("(1,)", 1), "y_true.npy", doubles("(1,)", 2));
        ReadOptions options = ReadOptions.of(Columns.defaults());
        for (int cut = 0; cut < zip.length; cut++) {
            byte[] part = java.util.Arrays.copyOf(zip, cut);
            Path file = Files.write(folder.resolve("cut.npz"), part);
            Refusal refusal = assertThrows(
                    Refusal.class, () -> Rows.values(Dumps.of(Format.NPZ, Sources.bytes(file.toString()), options)));
            assertEquals(3, refusal.code().exit(), "cut at " + cut);
        }
        int number = new String(zip, StandardCharsets.ISO_8859_1).indexOf("}\n") + 8;
        zip[number] ^= 1;
        Path file = Files.write(folder.resolve("crc.npz"), zip);
        Refusal refusal = assertThrows(
                Refusal.class, () -> Rows.values(Dumps.of(Format.NPZ, Sources.bytes(file.toString()), options)));
        assertEquals("not a sound zip file: a check sum is wrong", refusal.getMessage());
        assertThrows(
                Refusal.class,
                () -> Rows.values(Dumps.of(Format.NPZ, new TextBytes("a.npz", zip, true).piped(), options)));
    }

    /** Groups, keys and bins are further arrays, of numbers or texts; one a row. */
    @Test
    void furtherArraysAreTexts() throws IOException {
        byte[] texts = new byte[24];
        ByteBuffer.wrap(texts)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt('e')
                .putInt('u')
                .putInt(0x1F600);
        byte[] large = ByteBuffer.allocate(24)
                .order(ByteOrder.BIG_ENDIAN)
                .putLong(-1)
                .putLong(9007199254740993L)
                .putLong(10)
                .array();
        String rest = ", 'fortran_order': False, 'shape': (3,), }";
        byte[] zip = zip(
                ZipEntry.DEFLATED,
                "y_true.npy",
                doubles("(3,)", 1, Double.NaN, 2),
                "y_pred.npy",
                doubles("(3,)", 3, 4, 5),
                "fold.npy",
                doubles("(3,)", 1, 2, 0.5),
                "region.npy",
                npy("{'descr': '<U2'" + rest, texts),
                "name.npy",
                npy("{'descr': '|S2'" + rest, "ab\u0000\u0000c\u0000".getBytes(StandardCharsets.ISO_8859_1)),
                "flag.npy",
                npy("{'descr': '|b1'" + rest, new byte[] {1, 0, 0}),
                "long.npy",
                npy("{'descr': '>i8'" + rest, large),
                "whole.npy",
                npy("{'descr': '>u8'" + rest, large),
                "byte.npy",
                npy("{'descr': '|i1'" + rest, new byte[] {-1, 0, 7}),
                "half.npy",
                npy("{'descr': '<f2'" + rest, new byte[] {0x66, 0x2E, 0, 0x3C, 0x55, 0x35}),
                "single.npy",
                npy("{'descr': '>f4'" + rest, new byte[] {0x3D, -52, -52, -51, 0x3F, -128, 0, 0, 0x3E, -86, -86, -85}),
                "wide.npy",
                doubles("(3, 2)", 1, 2, 3, 4, 5, 6));
        Path file = Files.write(folder.resolve("k.npz"), zip);
        Columns kept = Columns.defaults();
        for (String name :
                List.of("fold", "region", "name", "flag", "long", "whole", "byte", "half", "single", "y_pred")) {
            kept = kept.keeping(name);
        }
        for (Policy.NonFinite way : List.of(Policy.NonFinite.PROPAGATE, Policy.NonFinite.SKIP)) {
            ReadOptions options = options(Format.NPZ, kept, new Policy(false, List.of(), way), 1 << 19);
            Rows rows = Rows.values(Dumps.of(Format.NPZ, Sources.bytes(file.toString()), options));
            List<List<String>> wanted = List.of(
                    List.of("1", "2", "0.5"),
                    List.of("eu", "\uD83D\uDE00", ""),
                    List.of("ab", "", "c"),
                    List.of("True", "False", "False"),
                    List.of("-1", "9007199254740993", "10"),
                    List.of("18446744073709551615", "9007199254740993", "10"),
                    List.of("-1", "0", "7"),
                    List.of("0.1", "1", "0.3333"),
                    List.of("0.1", "1", "0.33333334"),
                    List.of("3", "4", "5"));
            boolean skips = way == Policy.NonFinite.SKIP;
            for (int i = 0; i < wanted.size(); i++) {
                List<String> all = wanted.get(i);
                assertEquals(skips ? List.of(all.get(0), all.get(2)) : all, rows.texts.get(i));
            }
        }
        ReadOptions wide = options(Format.NPZ, Columns.defaults().keeping("wide"), Policy.STRICT, 64);
        Refusal refusal = assertThrows(
                Refusal.class, () -> Rows.values(Dumps.of(Format.NPZ, Sources.bytes(file.toString()), wide)));
        assertEquals("'wide' has 2 values a row where one is wanted", refusal.getMessage());
    }
}
