package lossctl.num;

/**
 * Sine and cosine of an angle in two doubles, by their series at an eighth of what is left of it beside quarter turns; of
 * one of very many turns to the digits of one double.
 */
final class Angle {
    private static final Twofold QUARTER = new Twofold(1.5707963267948966, 6.123233995736766e-17);
    private static final int HALVINGS = 3;
    private static final int TERMS = 22;
    /** From here on the digits of {@link #QUARTER} no longer tell where in its turn an angle is. */
    private static final double FAR = 0x1p20;

    private final int quarters;
    private Twofold sine;
    /** 1 less the cosine, which keeps its digits near 0. */
    private Twofold lack = Twofold.of(0);

    Angle(Twofold x) {
        if (Math.abs(x.high()) >= FAR) {
            // in the digits of a double, whose functions know as many digits of pi as it takes
            quarters = 0;
            double highSine = Elementary.sin(x.high());
            double highCosine = Elementary.cos(x.high());
            Angle low = new Angle(Twofold.of(x.low()));
            sine = low.cos().times(highSine).plus(low.sin().times(highCosine));
            lack = low.sin().times(highSine).minus(low.cos().times(highCosine)).plus(1);
            return;
        }
        long turns = Math.round(x.high() / QUARTER.high());
        quarters = (int) Math.floorMod(turns, 4L);
        Twofold rest = x.minus(QUARTER.times(turns)).scaled(-HALVINGS);
        Twofold square = rest.times(rest).negated();
        sine = rest;
        Twofold term = rest;
        for (int n = 2; n < TERMS; n += 2) {
            lack = lack.plus(term.times(rest).over(Twofold.of(n)));
            term = term.times(square).over(Twofold.of(n * (n + 1.0)));
            sine = sine.plus(term);
        }
        for (int i = 0; i < HALVINGS; i++) {
            Twofold next = sine.minus(sine.times(lack)).scaled(1);
            lack = sine.times(sine).scaled(1);
            sine = next;
        }
    }

    Twofold sin() {
        return quarter(quarters);
    }

    Twofold cos() {
        return quarter(quarters + 1);
    }

    private Twofold quarter(int turns) {
        Twofold side = turns % 2 == 0 ? sine : lack.negated().plus(1);
        return turns % 4 < 2 ? side : side.negated();
    }
}
