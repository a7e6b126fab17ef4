package lossctl.eval;

import java.util.List;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Refusal;
import lossctl.num.DecimalReader;

/**
 * From the least to the greatest number of a column.
 *
 * @param low the least
 * @param high the greatest
 */
public record Range(double low, double high) {

    /**
     * The ranges of columns over some datasets, which are read for it.
     *
     * @param columns columns that the datasets carry along as texts; those that hold other than numbers get no range
     * @return a range a column, from infinity to minus infinity where there is nothing
     */
    public static Range[] of(List<Dataset> datasets, List<String> columns) {
        double[] low = new double[columns.size()];
        double[] high = new double[columns.size()];
        java.util.Arrays.fill(low, Double.POSITIVE_INFINITY);
        java.util.Arrays.fill(high, Double.NEGATIVE_INFINITY);
        for (Dataset data : datasets) {
            try (BlockSource source = data.open()) {
                int[] places = GroupBy.texts(columns).places(source.layout());
                Block block = new Block(source.layout());
                while (source.next(block)) {
                    for (int i = 0; i < places.length; i++) {
                        String[] texts = block.texts(places[i]);
                        for (int r = 0; r < block.rows(); r++) {
                            double x = DecimalReader.read(texts[r]);
                            low[i] = x < low[i] ? x : low[i];
                            high[i] = x > high[i] ? x : high[i];
                        }
                    }
                }
            } catch (Refusal refusal) {
                throw refusal.inUnlessNamed(data.name());
            }
        }
        Range[] ranges = new Range[columns.size()];
        for (int i = 0; i < ranges.length; i++) {
            ranges[i] = new Range(low[i], high[i]);
        }
        return ranges;
    }
}
