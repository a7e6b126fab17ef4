package lossctl.write;

/**
 * Text from files, made safe to show: whatever a terminal obeys, or what hides or turns around the text beside it, is
 * shown as an escape.
 */
public final class SafeText {
    /** What the user sees of a text that was refused, at most. */
    public static final int LONGEST = 40;

    /**
     * First and last of the code points beside C0, DEL and C1 that are never shown as they are: those that are ignored
     * in display by default, the controls of direction, and the separators of lines and paragraphs (Unicode 16,
     * DerivedCoreProperties and PropList). Variation selectors may stay: they only choose the look of an emoji.
     */
    // spotless:off
    private static final int[] HIDDEN = {
        0x00AD, 0x00AD, 0x034F, 0x034F, 0x061C, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F,
        0x200B, 0x200F, 0x2028, 0x202E, 0x2060, 0x206F, 0x3164, 0x3164, 0xD800, 0xDFFF, 0xFEFF, 0xFEFF,
        0xFFA0, 0xFFA0, 0xFFF0, 0xFFFB, 0xFFFE, 0xFFFF, 0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE0FFF,
    };
    // spotless:on

    private SafeText() {}

    /** Whether a code point is shown as an escape; an unpaired surrogate is. */
    static boolean isUnsafe(int codePoint) {
        if (codePoint < 0xAD) {
            return codePoint < 0x20 || codePoint >= 0x7F && codePoint < 0xA0;
        }
        for (int i = 0; i < HIDDEN.length && codePoint >= HIDDEN[i]; i += 2) {
            if (codePoint <= HIDDEN[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** The text with escapes such as {@code \n}, {@code \x1b}, {@code \u202e}; itself where there is nothing to hide. */
    public static String visible(String text) {
        return visible(text, "");
    }

    /** The same, but for some ASCII characters that stay as they are. */
    static String visible(String text, String but) {
        StringBuilder shown = null;
        for (int i = 0, next; i < text.length(); i = next) {
            int c = text.codePointAt(i);
            next = i + Character.charCount(c);
            boolean escaped = isUnsafe(c) && but.indexOf(c) < 0;
            if (escaped && shown == null) {
                shown = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (escaped) {
                escape(c, shown);
            } else if (shown != null) {
                shown.appendCodePoint(c);
            }
        }
        return shown == null ? text : shown.toString();
    }

    private static void escape(int c, StringBuilder out) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
                out.append('\\').append(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
                for (int shift = 4 * digits - 4; shift >= 0; shift -= 4) {
                    out.append(Character.forDigit(c >> shift & 0xF, 16));
                }
            }
        }
    }

    /** At most {@value #LONGEST} characters of a text, the last an ellipsis where it was longer; made visible. */
    public static String cut(String text) {
        return visible(shortened(text, LONGEST));
    }

    /** At most so many characters of a text, the last an ellipsis where it was longer; no pair is torn. */
    static String shortened(String text, int longest) {
        if (text.length() <= longest || text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "\u2026";
    }
}
