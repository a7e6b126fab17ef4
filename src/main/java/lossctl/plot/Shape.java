package lossctl.plot;

/** What a writer draws, in the units of a {@link Drawing}: y grows downwards. */
sealed interface Shape {

    /** The colour. */
    Tone tone();

    /** A line through points. */
    record Path(Tone tone, double width, Dash dash, double[] x, double[] y) implements Shape {}

    /** A filled area; {@code opacity} from 0 to 1. */
    record Area(Tone tone, double opacity, double[] x, double[] y) implements Shape {}

    /** A filled rectangle. */
    record Box(Tone tone, double opacity, double x, double y, double width, double height) implements Shape {}

    /** A disc, or a ring filled with paper. */
    record Spot(Tone tone, boolean open, double x, double y, double radius) implements Shape {}

    /** A text in one line; {@code y} is the middle of its height, {@code width} what it was measured to take. */
    record Label(Tone tone, boolean bold, double size, Anchor anchor, double x, double y, double width, String text)
            implements Shape {

        /** Its left end. */
        double left() {
            return switch (anchor) {
                case START -> x;
                case MIDDLE -> x - width / 2;
                case END -> x - width;
            };
        }

        /** Whether it touches another text. */
        boolean meets(Label other) {
            return left() < other.left() + other.width
                    && other.left() < left() + width
                    && Math.abs(y - other.y) < (size + other.size) / 2;
        }
    }

    /** Which point of a text stands at its x. */
    enum Anchor {
        /** The left end. */
        START,
        /** The middle. */
        MIDDLE,
        /** The right end. */
        END
    }
}
