package lossctl.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Layout;
import lossctl.derive.Sample;

/** A dataset that remembers its first samples while it is read, by one thread. */
final class Observed implements Dataset {
    private final Dataset data;
    private final int limit;
    private final List<Sample> samples = new ArrayList<>();

    Observed(Dataset data, int limit) {
        this.data = data;
        this.limit = limit;
    }

    /** The first samples, without their losses. */
    List<Sample> samples() {
        return samples;
    }

    @Override
    public String name() {
        return data.name();
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public BlockSource open() {
        BlockSource source = data.open();
        return new BlockSource() {
            @Override
            public Layout layout() {
                return source.layout();
            }

            @Override
            public boolean next(Block block) {
                boolean more = source.next(block);
                for (int row = 0; more && row < block.rows() && samples.size() < limit; row++) {
                    samples.add(sample(block, row));
                }
                return more;
            }

            @Override
            public List<String> warnings() {
                return source.warnings();
            }

            @Override
            public void close() {
                source.close();
            }
        };
    }

    private static Sample sample(Block block, int row) {
        Layout layout = block.layout();
        double[][] inputs = new double[layout.inputs().size()][];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = row(block.vector(i + 1), layout.inputWidths()[i], row);
        }
        return new Sample(
                row(block.truth(), layout.truthWidth(), row),
                row(block.prediction(), layout.predictionWidth(), row),
                inputs,
                block.weights() == null ? 1 : block.weights()[row],
                Double.NaN);
    }

    private static double[] row(double[] values, int width, int row) {
        return Arrays.copyOfRange(values, row * width, (row + 1) * width);
    }
}
