package lossctl.plot;

/**
 * What colour means in a picture. Each writer has its own way to show it: SVG knows a light and a dark page, a terminal
 * its sixteen colours. The first nine after the paper are for series, in this order.
 */
public enum Tone {
    /** Text and axes. */
    INK("#1b1f24", "#e6e9ed", 0),
    /** Text that stands back. */
    MUTED("#57606a", "#a0a8b2", 0),
    /** Grid lines. */
    FAINT("#dfe3e8", "#363c44", 0),
    /** What all is drawn on. */
    PAPER("#ffffff", "#14171b", 0),
    /** The value of a loss. */
    BLUE("#1f77b4", "#4c9fd8", 34),
    /** The gradient of a loss. */
    ORANGE("#ff7f0e", "#ff7f0e", 33),
    /** The third series. */
    GREEN("#2a8c2a", "#5cc45c", 32),
    /** The fourth series, and what is bad. */
    RED("#d62728", "#ff6b6b", 31),
    /** The fifth series. */
    PURPLE("#8557b3", "#b794e0", 35),
    /** The sixth series. */
    TEAL("#0e8492", "#35c3d3", 36),
    /** The seventh series. */
    BROWN("#8c564b", "#c99a8f", 91),
    /** The eighth series. */
    PINK("#c44f9b", "#e98cc7", 95);

    private static final Tone[] SERIES = {BLUE, ORANGE, GREEN, RED, PURPLE, TEAL, BROWN, PINK};

    private final String light;
    private final String dark;
    private final int terminal;

    Tone(String light, String dark, int terminal) {
        this.light = light;
        this.dark = dark;
        this.terminal = terminal;
    }

    /** The tone of series {@code i} from 0; after the eighth they come again. */
    public static Tone series(int i) {
        return SERIES[i % SERIES.length];
    }

    /** On a light page, {@code #rrggbb}. */
    String light() {
        return light;
    }

    /** On a dark page, {@code #rrggbb}. */
    String dark() {
        return dark;
    }

    /** The terminal's code of the colour; 0 for its own. */
    int terminal() {
        return terminal;
    }

    /** The place among the tones of series, from 0; -1 for the others. */
    int order() {
        return ordinal() - BLUE.ordinal() < 0 ? -1 : ordinal() - BLUE.ordinal();
    }

    /** In lower case, for class names. */
    String word() {
        return switch (this) {
            case INK -> "ink";
            case MUTED -> "muted";
            case FAINT -> "faint";
            case PAPER -> "paper";
            case BLUE -> "blue";
            case ORANGE -> "orange";
            case GREEN -> "green";
            case RED -> "red";
            case PURPLE -> "purple";
            case TEAL -> "teal";
            case BROWN -> "brown";
            case PINK -> "pink";
        };
    }
}
