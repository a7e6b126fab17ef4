package lossctl.plot;

/** The area between the axes of a chart. */
record Frame(double left, double top, double right, double bottom) {
    boolean contains(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    double width() {
        return right - left;
    }
}
