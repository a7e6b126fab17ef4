package lossctl.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lossctl.Claim;
import lossctl.catalog.Catalog;
import lossctl.catalog.Chosen;
import lossctl.loss.Loss;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("loss")
class TextCurveTest {
    @Test
    void theAbsoluteErrorIsAWedge() {
        List<String> lines = TextCurve.of(Catalog.find("mae"));
        assertEquals("3 |**" + " ".repeat(57) + "**", lines.get(0), "2.9 is nearer to the top than to the next line");
        String bottom = lines.get(14);
        assertTrue(bottom.startsWith("0 |"), bottom);
        int first = bottom.indexOf('*') - 3;
        int last = bottom.lastIndexOf('*') - 3;
        assertEquals(60, first + last, "the tip is in the middle: " + bottom);
        assertEquals("  +" + "-".repeat(61), lines.get(15));
        assertEquals("   -3" + " ".repeat(28) + "0" + " ".repeat(29) + "3", lines.get(16));
        assertEquals("   prediction; * truth 0", lines.get(17));
    }

    @Test
    void everyCurveOfOnePredictionOrProbabilityIsDrawn() {
        for (Spec spec : Chosen.specs()) {
            List<String> lines = TextCurve.of(spec);
            Loss loss = spec.create(spec.defaults());
            boolean probabilities = loss.prediction().isProbability() && loss instanceof RowLoss;
            if (Family.of(loss) == Family.POINTWISE || probabilities) {
                Claim.that(
                        lines.size() == 18,
                        spec.name() + " has no curve on its page: name truths at which it is finite,"
                                + " .plot(low, high, truths)");
            }
            for (String line : lines) {
                Claim.that(line.length() <= 100, spec.name() + " has a long line in its curve: " + line);
                Claim.that(line.equals(line.stripTrailing()), spec.name() + " has spaces at the end: " + line);
            }
        }
    }

    @Test
    void anInfiniteValueIsLeftOut() {
        List<String> lines = TextCurve.of(Catalog.find("bce"));
        assertTrue(lines.get(0).startsWith("4.09 | "), "the first column, -ln 0, is empty: " + lines.get(0));
    }
}
