package lossctl.plot;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class MachineFontTest {
    @Test
    void aPngHasAccentsAndLettersBeyondAsciiWhereTheMachineHasAFont() {
        Assumptions.assumeTrue(
                MachineFont.outline("\u00fc\u0416", 0, 0, 10, false) != null, "no font here shows these letters");
        assertFalse(Arrays.equals(png("\u00e9"), png("\u00e8")), "accents are left out");
        assertFalse(Arrays.equals(png("\u0416"), png("\u0414")), "boxes");
        assertNull(MachineFont.outline("\u0378", 0, 0, 10, false), "a letter that nobody has");
    }

    private static byte[] png(String text) {
        return PngPicture.of(PictureTest.every(text), 520, 260);
    }
}
