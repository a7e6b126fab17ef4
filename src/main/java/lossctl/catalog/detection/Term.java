package lossctl.catalog.detection;

import lossctl.num.Twofold;

/** A term of a loss of boxes, with its derivatives by corners on the axes that it was computed on. */
record Term(Dual dual, Axes axes) {
    /** What is less than this beside one of the terms is a rounding of it. */
    private static final double NOTHING = 0x1p-90;

    /** The derivative of a sum of terms by a corner, of the first order or the second. */
    static double derivative(Term[] terms, int corner, int order) {
        // in the unit of the greatest: terms may be past the range of doubles where their sum is not
        int top = Integer.MIN_VALUE;
        for (Term term : terms) {
            double size = term.derivative(corner, order).high();
            top = size == 0 ? top : Math.max(top, Math.getExponent(size) - order * term.axes.unit(corner));
        }
        Twofold sum = Twofold.of(0);
        for (Term term : terms) {
            Twofold derivative = term.derivative(corner, order);
            int unit = order * term.axes.unit(corner);
            sum = derivative.high() == 0 ? sum : sum.plusOrNothing(derivative.scaled(-unit - top), NOTHING);
        }
        return Math.scalb(sum.value(), sum.high() == 0 ? 0 : top);
    }

    private Twofold derivative(int corner, int order) {
        return (order == 1 ? dual.rates() : dual.turns())[corner];
    }
}
