package lossctl.catalog;

import java.util.function.ToDoubleFunction;
import lossctl.Claim;

/** Holds derivatives against extrapolated differences, and itself to having seen enough of them sharply. */
final class Comparison {
    /** What is left of a slope where terms of the size of 1 cancel. */
    private static final double NOTHING = 1e-30;

    private final String what;
    private final double bar;
    private int sharp;
    private int blunt;

    Comparison(String what, double bar) {
        this.what = what;
        this.bar = bar;
    }

    /** Compares the derivative of a function of the probe by its variable {@code i}. */
    void add(Probe probe, int i, double got, ToDoubleFunction<Probe> function) {
        double x = probe.get(i);
        Difference difference = Difference.of(
                at -> {
                    probe.set(i, at);
                    return function.applyAsDouble(probe);
                },
                x,
                probe.room(i));
        probe.set(i, x);
        double wanted = difference.slope();
        double doubt = 10 * difference.error();
        if (!(doubt <= Double.MAX_VALUE)) {
            blunt++;
            return;
        }
        if (Math.abs(wanted) < NOTHING && Math.abs(got) < NOTHING) {
            return;
        }
        if (doubt <= bar * Math.abs(wanted) || wanted == 0) {
            sharp++;
        } else {
            blunt++;
        }
        Claim.that(
                Math.abs(got - wanted) <= bar * Math.abs(wanted) + doubt,
                () -> what + " " + i + " is " + got + ", not " + wanted + " +- " + doubt + ": " + probe);
    }

    void conclude() {
        Claim.that(sharp >= blunt, () -> what + ": only " + sharp + " sharp comparisons, " + blunt + " blunt ones");
    }
}
