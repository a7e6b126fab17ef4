package lossctl.loss;

/**
 * How the losses of samples become one number, and under whose name: mathematics, or the habit of a framework.
 *
 * @param as the convention's name as signatures show it: {@code math}, {@code torch-2.13}
 * @param averaging what a mean divides by
 * @param divisor the number that {@link Averaging#GIVEN} divides by
 * @param weightless what becomes of samples of which none weighs anything
 */
public record Manner(String as, Averaging averaging, double divisor, Weightless weightless) {

    /** The manner of a framework that leaves samples of no weight to its loss, or has looked at the weights already. */
    public Manner(String as, Averaging averaging, double divisor) {
        this(as, averaging, divisor, Weightless.LEFT_TO_LOSS);
    }

    /** What a mean divides by. */
    public enum Averaging {
        /** The sum of the weights; without weights, the number of samples. */
        WEIGHTS,
        /** The number of samples that count, whatever they weigh. */
        COUNT,
        /** A number given with the data. */
        GIVEN
    }

    /** What samples come to of which none weighs anything. */
    public enum Weightless {
        /** They have no value, whatever the loss would make of them. */
        REFUSED,
        /** What the loss makes of them; a mean has no value. */
        LEFT_TO_LOSS,
        /** They are divided by 0. */
        NAN
    }

    /** Whether they have no value. */
    public boolean refusesWeightless() {
        return weightless == Weightless.REFUSED;
    }

    /** Whether a sample of weight 0 is no sample at all; a framework multiplies by 0, and an infinite loss makes NaN. */
    public boolean passesOverWeightless() {
        return this == MATH;
    }

    /** Mathematics: a weighted mean divides by the sum of the weights. */
    public static final Manner MATH = new Manner("math", Averaging.WEIGHTS, 0, Weightless.REFUSED);
}
