package lossctl.catalog;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import lossctl.Claim;

/**
 * Holds derivatives against extrapolated differences, and itself to having seen enough of them sharply, in each case of the
 * formula that the places tell apart.
 */
final class Comparison {
    /** What is left of a slope where terms of the size of 1 cancel. */
    private static final double NOTHING = 1e-30;
    /** How many comparisons of a loss are to be sharp at least, and how many of each of its pieces. */
    private static final int ENOUGH = 50;

    private static final int PIECE = 8;

    private final String what;
    private final double bar;
    private final Map<String, Integer> pieces = new TreeMap<>();
    private int sharp;
    private int blunt;

    Comparison(String what, double bar) {
        this.what = what;
        this.bar = bar;
    }

    /** Compares the derivative of a function of the probe by its variable {@code i}, if that can be moved by itself. */
    void add(Probe probe, int i, double got, ToDoubleFunction<Probe> function) {
        double x = probe.get(i);
        double room = probe.room(i);
        pieces.merge(probe.piece(), 0, Integer::sum);
        if (room == 0) {
            return;
        }
        Difference difference = Difference.of(
                at -> {
                    probe.set(i, at);
                    return function.applyAsDouble(probe);
                },
                x,
                room,
                probe.terms());
        probe.set(i, x);
        double wanted = difference.slope();
        double doubt = 10 * difference.error();
        if (!(doubt <= Double.MAX_VALUE)) {
            blunt++;
            return;
        }
        boolean nothing = Math.abs(wanted) < NOTHING && Math.abs(got) < NOTHING;
        if (nothing || doubt <= bar * Math.abs(wanted) || wanted == 0) {
            sharp++;
            pieces.merge(probe.piece(), 1, Integer::sum);
        } else {
            blunt++;
        }
        Claim.that(
                nothing || Math.abs(got - wanted) <= bar * Math.abs(wanted) + doubt,
                () -> what + " " + i + " is " + got + ", not " + wanted + " +- " + doubt + ": " + probe);
    }

    void conclude() {
        Claim.that(sharp >= blunt, () -> what + ": only " + sharp + " sharp comparisons, " + blunt + " blunt ones");
        Claim.that(sharp >= ENOUGH, () -> what + ": only " + sharp + " sharp comparisons");
        pieces.forEach((piece, count) ->
                Claim.that(count >= PIECE, () -> what + ", " + piece + ": only " + count + " sharp comparisons"));
    }

    /** The pieces at which there were comparisons. */
    int pieces() {
        return pieces.size();
    }
}
