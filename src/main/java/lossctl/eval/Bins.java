package lossctl.eval;

import lossctl.data.Block;
import lossctl.data.Policy;
import lossctl.data.Refusal;
import lossctl.num.DecimalReader;
import lossctl.num.DecimalWriter;

/** Bins of equal width over the range of a column: each but the last without its upper edge. */
public final class Bins {
    private Bins() {}

    /** {@code count} bins from {@code low} to {@code high}; a single one where these are the same. */
    public static double[] edges(double low, double high, int count) {
        if (low == high) {
            return new double[] {low, high};
        }
        double[] edges = new double[count + 1];
        for (int i = 0; i <= count; i++) {
            double edge = (low * (count - i) + high * i) / count;
            // Near the end of the range of doubles the products are past it.
            edges[i] = i == count ? high : edge - edge == 0 ? edge : low / count * (count - i) + high / count * i;
        }
        return edges;
    }

    /** The bin of a number in their range, from 0. */
    static int of(double x, double[] edges) {
        int low = 0;
        int high = edges.length - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (x >= edges[middle]) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** {@code [0.0, 2.5)}, the last {@code [7.5, 10.0]}. */
    static String name(int bin, double[] edges) {
        String upper = DecimalWriter.text(edges[bin + 1]) + (bin == edges.length - 2 ? "]" : ")");
        return "[" + DecimalWriter.text(edges[bin]) + ", " + upper;
    }

    /** The number that a text of a column is. */
    static double number(String text, String column, Block block, int row) {
        double x = DecimalReader.read(text);
        if (!(Math.abs(x) <= Double.MAX_VALUE)) {
            String what = "column '" + column + "': no number to sort into bins: '" + text + "'";
            boolean missing = Policy.STRICT.missingValues().contains(text);
            throw Kernel.placed(Refusal.Code.NOT_A_NUMBER, what, block, row)
                    .value(text)
                    .hint(missing ? "--missing skip" : Sortable.isNonFinite(text) ? "--nonfinite skip" : null);
        }
        return x;
    }
}
