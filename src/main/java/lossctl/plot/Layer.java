package lossctl.plot;

/**
 * What is drawn in a chart, in the units of its axes; later layers lie on earlier ones. A layer with a name has an entry
 * in the legend; two of the same name, tone and dash share it. Arrays are the layer's own from then on.
 */
public sealed interface Layer {

    /** What the legend calls it; empty where it needs no entry. */
    String name();

    /** Its colour. */
    Tone tone();

    /** A word for the kind of layer, in the data behind a picture. */
    String kind();

    /** A line through points; it is broken where a coordinate is NaN or infinite, and so are jumps shown. */
    record Line(String name, Tone tone, Dash dash, double[] x, double[] y) implements Layer {
        @Override
        public String kind() {
            return "line";
        }
    }

    /** The area between two lines over the same {@code x}: an interval that moves. */
    record Band(String name, Tone tone, double[] x, double[] low, double[] high) implements Layer {
        @Override
        public String kind() {
            return "band";
        }
    }

    /** Rectangles from {@code left} to {@code right} and {@code bottom} to {@code top}: bins, or bars of either way. */
    record Bars(String name, Tone tone, double[] left, double[] right, double[] bottom, double[] top) implements Layer {
        @Override
        public String kind() {
            return "bars";
        }
    }

    /** Single points. */
    record Points(String name, Tone tone, Mark mark, double[] x, double[] y) implements Layer {
        @Override
        public String kind() {
            return mark == Mark.RING ? "rings" : mark == Mark.TICK ? "ticks" : "points";
        }
    }

    /** How a point is marked. */
    enum Mark {
        /** A small disc. */
        DOT,
        /** An open circle: a kink, an end that does not belong to a curve. */
        RING,
        /** A short stroke at the foot of the chart, whatever its {@code y}: where samples lie. */
        TICK
    }

    /** Intervals at {@code at}, from {@code low} to {@code high}: upright ones over x, or lying ones beside y. */
    record Whiskers(String name, Tone tone, boolean upright, double[] at, double[] low, double[] high)
            implements Layer {
        @Override
        public String kind() {
            return "intervals";
        }
    }

    /** A line from edge to edge: upright at an x, or lying at a y. */
    record Rule(String name, Tone tone, Dash dash, boolean upright, double at) implements Layer {
        @Override
        public String kind() {
            return "rule";
        }
    }

    /**
     * A table of coloured cells, {@code shares[row][column]} from 0 (paper) to 1 (full); the middle of the first is at 0
     * on both axes. A text is left out where it does not fit into its cell.
     */
    record Cells(String name, Tone tone, double[][] shares, String[][] texts) implements Layer {
        @Override
        public String kind() {
            return "cells";
        }
    }

    /**
     * Coloured cells between the edges of {@code across} and {@code up}, both ascending: {@code shares[row][column]} from 0
     * (not drawn) to 1 (full), the lowest row first; {@code values} are the numbers that these shares show.
     */
    record Raster(String name, Tone tone, double[] across, double[] up, double[][] shares, double[][] values)
            implements Layer {
        @Override
        public String kind() {
            return "cells";
        }
    }

    /** A text beside a point; it is left out where there is no room that another text does not take. */
    record Note(Tone tone, double x, double y, String text) implements Layer {
        @Override
        public String name() {
            return "";
        }

        @Override
        public String kind() {
            return "note";
        }
    }
}
