package lossctl.catalog;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import lossctl.loss.BadParameter;
import lossctl.loss.UndefinedLoss;
import org.junit.jupiter.api.Test;

/** What a loss refuses, by its own message: samples without a value, and parameters that do not go together. */
class RefusalsTest {
    /** Loss, parameters, truth, prediction, inputs, and what the message says. */
    static final String TABLE = "refused.csv";

    private static final int ENOUGH = 20;
    private static final int MESSAGE = 5;

    @Test
    void aRefusalSaysWhatIsMissing() throws IOException {
        List<TablePoint> refusals = TablePoint.read(TABLE);
        for (TablePoint point : refusals) {
            RuntimeException refusal =
                    assertThrows(RuntimeException.class, () -> point.at().value(), point.line());
            assertTrue(refusal instanceof UndefinedLoss || refusal instanceof BadParameter, refusal::toString);
            assertTrue(refusal.getMessage().contains(point.fields()[MESSAGE]), refusal::getMessage);
        }
        assertTrue(refusals.size() >= ENOUGH, refusals.size() + " refusals");
    }
}
