package lossctl.catalog;

import java.util.List;
import lossctl.Claim;
import lossctl.loss.Loss;
import lossctl.loss.Spec;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Interval;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ties, zeros and ends of domains, where losses of every family have their kinks: the slope fits those of both sides. */
@Tag("loss")
@Execution(ExecutionMode.CONCURRENT)
class CornersTest {
    private static final double STEP = 1e-6;
    /** Where the slope changes faster than this between the steps beside a place, the place tells nothing. */
    private static final double STEEP = 1e3;

    private static final int ENOUGH = 10;

    static List<String> names() {
        return Chosen.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSlopeAtACornerLiesBetweenThoseOfItsSides(String name) {
        Spec spec = Catalog.find(name);
        if (spec.isMetric()) {
            return;
        }
        Places.settings(spec).forEach((setting, loss) -> {
            int held = 0;
            for (Probe probe : Places.corners(loss)) {
                held += hold(setting, loss, probe);
            }
            int least = held;
            Claim.that(held >= ENOUGH, () -> setting + ": only " + least + " slopes between two others");
        });
    }

    /** The values at two steps to either side; NaN where the loss is undefined. */
    private static double[] values(Probe probe, int i, double step) {
        double x = probe.get(i);
        double[] values = new double[5];
        for (int k = -2; k <= 2; k++) {
            probe.set(i, x + k * step);
            try {
                values[k + 2] = probe.value();
            } catch (UndefinedLoss e) {
                values[k + 2] = Double.NaN;
            }
        }
        probe.set(i, x);
        return values;
    }

    private static int hold(String setting, Loss loss, Probe probe) {
        int held = 0;
        double[] gradient = probe.gradient();
        for (int i = 0; i < probe.size(); i++) {
            double slope = gradient[i];
            Claim.that(!Double.isNaN(slope), () -> setting + " gradient is NaN: " + probe);
            Interval interval = probe.interval(i);
            double x = probe.get(i);
            double step = STEP * (1 + Math.abs(x));
            if (!interval.contains(x - 2 * step) || !interval.contains(x + 2 * step)) {
                continue;
            }
            double[] values = values(probe, i, step);
            double left = (values[2] - values[1]) / step;
            double right = (values[3] - values[2]) / step;
            double bend =
                    Math.abs(left - (values[1] - values[0]) / step) + Math.abs(right - (values[4] - values[3]) / step);
            double size = 1 + Math.abs(left) + Math.abs(right);
            if (!(bend < 1e-2 * size) || size > STEEP) {
                continue;
            }
            held++;
            double slack = 2 * bend + 1e-7 * size + 1e-9 / STEP * Math.abs(values[2]);
            int entry = i;
            Claim.that(
                    slope >= Math.min(left, right) - slack && slope <= Math.max(left, right) + slack,
                    () -> setting + " by " + entry + " is " + slope + ", not between " + left + " and " + right + ": "
                            + probe);
        }
        return held;
    }
}
