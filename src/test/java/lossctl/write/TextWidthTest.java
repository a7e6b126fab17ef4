package lossctl.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextWidthTest {
    /** By Unicode's EastAsianWidth.txt: W and F are two columns; marks are none. */
    @Test
    void wideCharactersTakeTwoColumnsAndMarksNone() {
        assertEquals(0, TextWidth.of(""));
        assertEquals(5, TextWidth.of("(all)"));
        assertEquals(6, TextWidth.of("日本語"));
        assertEquals(4, TextWidth.of("한국"));
        assertEquals(2, TextWidth.of("ｱｲ"));
        assertEquals(2, TextWidth.of("Ａ"));
        assertEquals(2, TextWidth.of("😀"));
        assertEquals(2, TextWidth.of("𠀀"));
        assertEquals(1, TextWidth.of("e\u0301"));
        assertEquals(1, TextWidth.of("a\u20dd"));
        assertEquals(4, TextWidth.of("αβγδ"));
        assertEquals(1, TextWidth.of("…"));
        assertEquals(1, TextWidth.of("\u303f"));
    }

    @Test
    void theEdgesOfTheRangesAreWhereUnicodeHasThem() {
        int[][] cases = {
            {0x10FF, 1},
            {0x1100, 2},
            {0x2319, 1},
            {0x231A, 2},
            {0x231B, 2},
            {0x231C, 1},
            {0x2E7F, 1},
            {0x303E, 2},
            {0x3040, 1},
            {0x3041, 2},
            {0xA4CF, 2},
            {0xA4D0, 1},
            {0xD7A3, 2},
            {0xD7A4, 1},
            {0xFF60, 2},
            {0xFF61, 1},
            {0x1F1FF, 1},
            {0x1F200, 2},
            {0x1F321, 1},
            {0x1F64F, 2},
            {0x1F650, 1},
            {0x20000, 2},
            {0x3FFFD, 2},
            {0x3FFFE, 1},
        };
        for (int[] pair : cases) {
            assertEquals(pair[1], TextWidth.of(Character.toString(pair[0])), Integer.toHexString(pair[0]));
        }
    }
}
