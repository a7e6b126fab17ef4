package lossctl.plot;

/** Numbers of an axis to places on the paper. */
record Scale(double low, double high, double from, double to) {

    /** Where {@code x} stands; outside of the axis it goes on in the same way. */
    double at(double x) {
        // In halves, for the ends may be further apart than any double.
        return from + (to - from) * ((x / 2 - low / 2) / (high / 2 - low / 2));
    }

    /** Where {@code x} stands, or the nearer end. */
    double within(double x) {
        return at(Math.max(low, Math.min(high, x)));
    }

    boolean contains(double x) {
        return x >= low && x <= high;
    }
}
