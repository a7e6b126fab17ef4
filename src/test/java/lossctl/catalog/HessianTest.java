package lossctl.catalog;

import java.util.ArrayList;
import java.util.List;
import lossctl.Claim;
import lossctl.loss.Loss;
import lossctl.loss.Spec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every loss of the catalogue tells the diagonal of its Hessian, under all its settings and at all places;
 * {@link EveryLossTest} holds it against differences of the slope. Only losses of all samples may do without, which
 * {@link #isAsked} leaves out.
 */
@Tag("loss")
class HessianTest {
    /**
     * Whether a loss is to tell it. A metric has no derivatives. Of a loss of all samples together every entry depends on
     * all predictions: it says itself whether it has a way for it.
     */
    static boolean isAsked(Spec spec, Loss loss) {
        return !spec.isMetric() && loss.hasHessian();
    }

    @Test
    void everyLossOfOneSampleTellsItUnderEverySettingAndAtEveryPlace() {
        List<String> without = new ArrayList<>();
        int asked = 0;
        for (Spec spec : Chosen.specs()) {
            for (var each : Places.settings(spec).entrySet()) {
                if (isAsked(spec, each.getValue())) {
                    asked++;
                    Places.of(each.getValue()).stream()
                            .filter(probe -> !tells(probe))
                            .findFirst()
                            .ifPresent(probe -> without.add(each.getKey() + ": " + probe));
                }
            }
        }
        int count = asked;
        Claim.that(
                without.isEmpty(),
                () -> without.size() + " of " + count + " without a second derivative, curvature or hessian:\n"
                        + String.join("\n", without));
        Claim.that(!Chosen.isAll() || count > 200, () -> "only " + count + " losses and settings");
    }

    private static boolean tells(Probe probe) {
        for (double entry : probe.hessian()) {
            if (Double.isNaN(entry)) {
                return false;
            }
        }
        return true;
    }
}
