package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The further arrays of an archive as keys, groups and bins. */
class ArraysTest {
    @TempDir
    Path folder;

    private String file;

    @BeforeEach
    void write() throws IOException {
        Path path = folder.resolve("a.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            add(zip, "y_true", 1, 0, 2, 3);
            add(zip, "y_pred", 2, 3, 2, 2);
            add(zip, "id", 10, 20, 30, 40);
            add(zip, "fold", 1, 1, 2, 2);
        }
        file = path.toString();
    }

    private static void add(ZipOutputStream zip, String name, long... numbers) throws IOException {
        String header = "{'descr': '<i8', 'fortran_order': False, 'shape': (" + numbers.length + ",), }\n";
        ByteBuffer bytes =
                ByteBuffer.allocate(10 + header.length() + 8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) header.length());
        bytes.put(header.getBytes(StandardCharsets.US_ASCII));
        for (long number : numbers) {
            bytes.putLong(number);
        }
        zip.putNextEntry(new ZipEntry(name + ".npy"));
        zip.write(bytes.array());
    }

    private static String out(String... args) {
        Said said = Said.by(args);
        assertEquals("", said.err());
        return said.out();
    }

    @Test
    void anArrayNamesTheGroups() {
        assertEquals("fold,n,mse\n1,2,5.0\n2,2,0.5\n(all),4,2.75\n", out("mse", file, "--by", "fold", "-f", "csv"));
    }

    @Test
    void anArrayIsCutIntoBins() {
        assertEquals(
                "y_true,n,mse\n\"[0.0, 1.5)\",2,5.0\n\"[1.5, 3.0]\",2,0.5\n(all),4,2.75\n",
                out("eval", "-l", "mse", file, "--bins", "y_true:2", "-f", "csv"));
    }

    @Test
    void anArrayIsTheKeyOfAnotherFile() throws IOException {
        Path csv = Files.writeString(folder.resolve("t.csv"), "id,y_true,region\n40,1,eu\n30,0,eu\n20,2,us\n10,3,us\n");
        String[] joined = {
            "mse", "--true-file", csv.toString(), "--pred-file", file, "--key", "id", "--by", "region", "-f", "csv"
        };
        assertEquals("region,n,mse\neu,2,2.5\nus,2,1.0\n(all),4,1.75\n", out(joined));
    }

    @Test
    void anArrayIsCarriedIntoRows() {
        assertEquals(
                "id,y_true,y_pred,loss,fold\n20,0.0,3.0,9.0,1\n",
                out("mse", file, "--per-sample", "--id-col", "id", "--keep", "fold", "-f", "csv")
                        .replaceAll("(?m)^(10|30|40),.*\n", ""));
    }

    @Test
    void anArrayOfObjectsIsToBecomeOneOfTexts() throws IOException {
        Path path = folder.resolve("o.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            add(zip, "y_true", 1);
            add(zip, "y_pred", 2);
            zip.putNextEntry(new ZipEntry("who.npy"));
            zip.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 57, 0});
            zip.write("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }\n".getBytes(StandardCharsets.US_ASCII));
        }
        assertEquals(
                path + ": an array of Python objects is not read        hint: numbers or texts: a.astype(str)",
                Said.by("mse", path.toString(), "--by", "who").err().strip());
    }
}
