package lossctl.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SafeTextTest {
    @Test
    void whatATerminalObeysIsShownAsAnEscape() {
        String[][] cases = {
            {"\0", "\\x00"},
            {"\u0007", "\\x07"},
            {"\b", "\\x08"},
            {"\t", "\\t"},
            {"\n", "\\n"},
            {"\r", "\\r"},
            {"\u001b[31m", "\\x1b[31m"},
            {"\u001b]52;c;eA==\u0007", "\\x1b]52;c;eA==\\x07"},
            {"\u007f", "\\x7f"},
            {"\u0085", "\\x85"},
            {"\u009b31m", "\\x9b31m"},
            {"\u00ad", "\\xad"},
            {"\u061c", "\\u061c"},
            {"\u200b", "\\u200b"},
            {"\u200d", "\\u200d"},
            {"\u200f", "\\u200f"},
            {"\u2028", "\\u2028"},
            {"\u2029", "\\u2029"},
            {"a\u202eb", "a\\u202eb"},
            {"\u2066", "\\u2066"},
            {"\ufeff", "\\ufeff"},
            {"\ufffe", "\\ufffe"},
            {"\ud800", "\\ud800"},
            {"x\udc00y", "x\\udc00y"},
            {"\udb40\udc41", "\\U000e0041"},
        };
        for (String[] pair : cases) {
            assertEquals(pair[1], SafeText.visible(pair[0]));
        }
    }

    @Test
    void whatOnlyLooksUnusualStays() {
        for (String text : new String[] {
            "", "y_true", "a\\nb", "\u00a0", "caf\u00e9", "\u65e5\u672c", "\ud83d\ude00", "\u0e01\u0e33", "\u2026"
        }) {
            assertSame(text, SafeText.visible(text));
        }
    }

    /** Java's own idea of a control, a format character and a separator, which ours must cover. */
    @Test
    void everyControlAndFormatCharacterOfUnicodeIsUnsafeUnlessItHasAShape() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            int type = Character.getType(c);
            boolean format = type == Character.FORMAT && !hasShape(c);
            boolean obeyed = type == Character.CONTROL
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE;
            if (format || obeyed) {
                assertTrue(SafeText.isUnsafe(c), Integer.toHexString(c));
            }
            if (Character.isLetterOrDigit(c) && c < 0x3000 && c != 0x115F && c != 0x1160) {
                assertTrue(!SafeText.isUnsafe(c), Integer.toHexString(c));
            }
        }
    }

    /** Arabic and Kaithi number signs and Egyptian joiners are "format" characters that are drawn. */
    private static boolean hasShape(int c) {
        return c >= 0x600 && c <= 0x605
                || c == 0x6DD
                || c == 0x70F
                || c == 0x890
                || c == 0x891
                || c == 0x8E2
                || c == 0x110BD
                || c == 0x110CD
                || c >= 0x13430 && c <= 0x1343F;
    }

    @Test
    void aCutTextHasFortyCharactersAndTearsNoPair() {
        assertEquals("a".repeat(40), SafeText.cut("a".repeat(40)));
        assertEquals("a".repeat(39) + "\u2026", SafeText.cut("a".repeat(41)));
        String smile = "\ud83d\ude00";
        assertEquals(smile.repeat(40), SafeText.cut(smile.repeat(40)));
        assertEquals(smile.repeat(39) + "\u2026", SafeText.cut(smile.repeat(41)));
        assertEquals("\\x1b".repeat(39) + "\u2026", SafeText.cut("\u001b".repeat(100)));
    }
}
