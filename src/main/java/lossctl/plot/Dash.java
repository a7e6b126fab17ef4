package lossctl.plot;

/** How a line is broken up, so that it can be told from others without colour. */
public enum Dash {
    /** Not at all. */
    SOLID,
    /** In long pieces. */
    DASHED,
    /** In dots. */
    DOTTED,
    /** In long pieces and dots by turns. */
    MIXED;

    /** The dash of series {@code i} from 0. */
    public static Dash series(int i) {
        return values()[i % values().length];
    }

    /** Lengths drawn and left out by turns; empty for a solid line. */
    double[] lengths() {
        return switch (this) {
            case SOLID -> new double[0];
            case DASHED -> new double[] {7, 4};
            case DOTTED -> new double[] {2, 3};
            case MIXED -> new double[] {8, 3, 2, 3};
        };
    }
}
