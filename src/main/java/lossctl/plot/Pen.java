package lossctl.plot;

import java.awt.geom.Path2D;
import java.text.Normalizer;

/**
 * Letters as strokes, drawn for this program: a machine without a screen may have no fonts, and Java then cannot write
 * at all. Each fills the width that {@link Glyphs} gives it. ASCII is known; where no {@link MachineFont} helps, accents are
 * left out, and a character that is not known is a box.
 */
final class Pen {
    /**
     * From the blank to the tilde: strokes with blanks between, each of points with x from 0 to 8 and y from 0 to f (4 is
     * the baseline, b the height of an x, e that of a capital); ~ marks a stroke whose inner points only pull it.
     */
    // spotless:off
    private static final String[] STROKES = {
        "", "4e47 4544", "3e3b 5e5b", "3e24 7e64 1b8b 0777", "~7c7e4e1e19497974441416 4f43",
        "8e04 ~2e0e0a4a4e2e ~684844848868", "~842b2e4e6e6a0904447488", "4e4b", "~6f3c3562", "~2f5c5522",
        "4e48 1c7a 1a7c", "4c44 1878", "4532", "1878", "4544", "8f02", "~4e1e19144474797e4e", "1b4e44 1474",
        "~1b1e4e7e7a48 481474", "~1c1e4e7e7949 ~497974441416", "545e0787", "7e1e19 ~194b7b74441416",
        "~6e1e17 ~4a1a1444747a4a", "1e7e34", "~4e1e1949797e4e ~49090444848949", "~4e1e1848787e4e ~7b7424",
        "4544 4b4a", "4b4a 4532", "7c1874", "1a7a 1676", "1c7814", "~1c1e4e7e7a4947 4544",
        "~6b2b27676b ~676787888e4e0e044474", "044e84 1878", "040e ~0e4e7e794909 ~094989844404", "~8c8e4e0e0904448486",
        "040e ~0e4e8e89844404", "8e0e0484 0969", "8e0e04 0969", "~8c8e4e0e0904448489 8959", "0e04 8e84 0989", "4e44",
        "~6e6664240406", "0e04 8e08 2a84", "0e0484", "040e498e84", "040e848e", "~4e0e09044484898e4e",
        "040e ~0e5e8e885808", "~4e0e09044484898e4e 5783", "040e ~0e5e8e885808 4884", "~8c8e4e0e09498984440406",
        "0e8e 4e44", "~0e08044484888e", "0e448e", "0e244b648e", "0e84 048e", "0e498e 4944", "0e8e0484", "6f3f3262",
        "0f82", "2f5f5222", "1a4e7a", "0282", "3e5c", "~4b0b0444747b4b 7b74", "1e14 ~4b1b1444848b4b",
        "~8a8b4b0b04448485", "~4b0b0444747b4b 7e74", "0888 ~888b4b0b04448485", "~7e4e3e3b 3b34 1b6b",
        "~4b0b0444747b4b ~7b73714111", "1e14 ~181b4b7b7874", "4b44 4e4d", "~4b4121 4e4d", "1e14 7b17 3974", "4e44",
        "0b04 ~080b2b4b4844 ~484b6b8b8884", "1b14 ~181b4b7b7874", "~4b0b0444848b4b", "1b11 ~4b1b1444848b4b",
        "~4b0b0444747b4b 7b71", "2b24 ~282b5b7b", "~7a7b4b1b18487874441415", "~3e36344464 1b6b",
        "~1b17144474777b 7b74", "1b447b", "0b2449648b", "1b74 147b", "1b44 7b21", "1b7b1474", "~6f3f3a18 ~18363262",
        "4f41", "~2f5f5a78 ~78565222", "~183b5679",
    };
    // spotless:on

    private static final String BOX = "14747e1e14";
    private static final String ELLIPSIS = "1514 4544 7574";
    private static final double UNIT = 0.073;
    private static final int BASELINE = 4;
    private static final double SIDE = 0.12;
    private static final double BELOW = 0.35;

    private Pen() {}

    /** Whether every character of a text is known as it is. */
    static boolean knows(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~' || c == '\u2026');
    }

    /** What a text stands on, by the middle of its height. */
    static double baseline(double y, double size) {
        return y + BELOW * size;
    }

    /** The strokes of a text that begins at {@code x}, with the middle of its height at {@code y}. */
    static Path2D.Double write(String text, double x, double y, double size, boolean bold) {
        Path2D.Double path = new Path2D.Double();
        double at = x;
        double baseline = baseline(y, size);
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            double width = Glyphs.width(Character.toString(c), size, bold);
            String strokes = strokes(c);
            for (int from = 0; from < strokes.length(); ) {
                int end = strokes.indexOf(' ', from);
                end = end < 0 ? strokes.length() : end;
                stroke(strokes.substring(from, end), at, baseline, width, size, path);
                from = end + 1;
            }
            at += width;
        }
        return path;
    }

    private static String strokes(int c) {
        int plain = c;
        if (c > '~') {
            plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                    .codePointAt(0);
        }
        if (c == '\u2026') {
            return ELLIPSIS;
        }
        return plain >= ' ' && plain <= '~' ? STROKES[plain - ' '] : BOX;
    }

    private static void stroke(String code, double left, double baseline, double width, double size, Path2D path) {
        boolean smooth = code.charAt(0) == '~';
        int first = smooth ? 1 : 0;
        int n = (code.length() - first) / 2;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double across = Character.digit(code.charAt(first + 2 * i), 16) / 8.0;
            x[i] = left + width * (SIDE + (1 - 2 * SIDE) * across);
            y[i] = baseline - UNIT * size * (Character.digit(code.charAt(first + 2 * i + 1), 16) - BASELINE);
        }
        path.moveTo(x[0], y[0]);
        for (int i = 1; i < n; i++) {
            if (!smooth) {
                path.lineTo(x[i], y[i]);
            } else if (i < n - 2) {
                path.quadTo(x[i], y[i], (x[i] + x[i + 1]) / 2, (y[i] + y[i + 1]) / 2);
            } else if (i == n - 2) {
                path.quadTo(x[i], y[i], x[n - 1], y[n - 1]);
            }
        }
    }
}
