package lossctl.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.loss.Spec;
import org.junit.jupiter.api.Test;

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
    void everyCurveOfOnePredictionIsDrawn() {
        for (Spec spec : Catalog.all()) {
            List<String> lines = TextCurve.of(spec);
            if (Family.of(spec.create(spec.defaults())) == Family.POINTWISE) {
                assertEquals(18, lines.size(), spec.name());
            }
            for (String line : lines) {
                assertTrue(line.length() <= 100, line);
                assertTrue(line.equals(line.stripTrailing()), line);
            }
        }
    }

    @Test
    void anInfiniteValueIsLeftOut() {
        List<String> lines = TextCurve.of(Catalog.find("bce"));
        assertTrue(lines.get(0).startsWith("4.09 | "), "the first column, -ln 0, is empty: " + lines.get(0));
    }
}
