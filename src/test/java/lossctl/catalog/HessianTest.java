package lossctl.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lossctl.Claim;
import lossctl.loss.GroupLoss;
import lossctl.loss.Loss;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.SummaryLoss;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which losses tell the diagonal of their Hessian; {@link EveryLossTest} holds it against differences of the slope. */
@Tag("loss")
class HessianTest {
    /** Pointwise and without: its slope has four powers of two parameters, of a probability that a margin cuts. */
    private static final Set<String> WITHOUT = Set.of("asymmetric");

    @Test
    void everyPointwiseLossAndEveryLossOfClassesTellsIt() {
        List<String> without = new ArrayList<>();
        for (Spec spec : Chosen.specs()) {
            Loss first = spec.create(spec.defaults());
            boolean asked = first instanceof PointwiseLoss
                    || Catalog.task(spec.name()).equals("categorical")
                    || Set.of("bpr", "ranking_softmax", "multilabel_soft_margin", "coral", "corn")
                            .contains(spec.name());
            boolean whole = first instanceof SummaryLoss || first instanceof GroupLoss;
            if (spec.isMetric() || !asked || whole || WITHOUT.contains(spec.name())) {
                continue;
            }
            Places.settings(spec).forEach((setting, loss) -> {
                if (Places.of(loss).stream().noneMatch(HessianTest::tells)) {
                    without.add(setting);
                }
            });
        }
        Claim.that(
                without.isEmpty(),
                () -> "without a second derivative, curvature or hessian, though losses of their kind tell it: "
                        + without);
    }

    private static boolean tells(Probe probe) {
        for (double entry : probe.hessian()) {
            if (!Double.isNaN(entry)) {
                return true;
            }
        }
        return false;
    }
}
