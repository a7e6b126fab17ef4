package lossctl.catalog;

/** Holds losses to tables of many digits: values to two units of the last place, derivatives to ten, and tells what is beyond. */
final class Digits {
    private static final double VALUE = 2;
    private static final double SLOPE = 10;

    /** What two doubles leave of terms that cancel. */
    private static final double NOTHING = 1e-30;

    private final double bend;
    private final StringBuilder beyond = new StringBuilder();
    private int slopes;

    Digits() {
        this(SLOPE);
    }

    /** {@code bend} is how far second derivatives may be off. */
    Digits(double bend) {
        this.bend = bend;
    }

    /** Holds value, slopes and second derivatives to what a point has of them. */
    void hold(TablePoint point) {
        hold(VALUE, point.at().value(), point.fields()[5], point);
        if (!point.fields()[6].isEmpty()) {
            hold(SLOPE, point.fields()[6], point.at().gradient(), point);
        }
        if (point.fields().length > 7 && !point.fields()[7].isEmpty()) {
            hold(bend, point.fields()[7], point.at().hessian(), point);
        }
    }

    private void hold(double bar, String all, double[] got, TablePoint point) {
        String[] wanted = all.split(" ");
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].equals("nan")) {
                check(!Double.isNaN(got[i]), got[i], "a number", point);
            } else {
                slopes++;
                hold(bar, got[i], wanted[i], point);
            }
        }
    }

    private void hold(double bar, double got, String wanted, TablePoint point) {
        if (wanted.startsWith("~")) {
            check(TablePoint.fits(got, wanted.substring(1)), got, wanted, point);
            return;
        }
        double ulps = TablePoint.ulps(got, wanted, bar == VALUE ? 0 : NOTHING);
        check(ulps <= bar, got, wanted + " by " + ulps + " ulp", point);
    }

    private void check(boolean holds, double got, String wanted, TablePoint point) {
        if (!holds) {
            beyond.append("\ngot ")
                    .append(got)
                    .append(", not ")
                    .append(wanted)
                    .append(": ")
                    .append(point.line());
        }
    }

    /** How many derivatives were held. */
    int slopes() {
        return slopes;
    }

    /** What was beyond, a line each; empty where nothing was. */
    String beyond() {
        return beyond.toString();
    }
}
