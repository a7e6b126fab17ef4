package lossctl.cli;

import java.util.Arrays;
import java.util.List;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.derive.LossCurve;
import lossctl.loss.Selection;

/** Where the samples of a dump lie on the axis of a curve, one mark for all that could not be told apart. */
final class SampleMarks {
    private static final int PLACES = 500;
    private static final int ROWS = 4096;

    /** What says how the dump is read. */
    static final List<Option> READING = List.of(
            Options.INPUT,
            Options.TRUE_COL,
            Options.PRED_COL,
            Options.LABELS,
            Options.NO_HEADER,
            Options.DELIMITER,
            Options.COMMENT,
            Options.MISSING,
            Options.MISSING_VALUES,
            Options.NON_FINITE);

    private SampleMarks() {}

    /** The places of the samples within the range, in order; none where no dump is named. Memory does not grow. */
    static double[] of(Arguments arguments, Console console, List<Selection> losses, LossCurve curve, double[] range) {
        if (!arguments.has(CurveCommand.DATA)) {
            for (Option option : READING) {
                if (arguments.has(option)) {
                    throw new UsageError(option.name() + " is about samples: give --data FILE");
                }
            }
            return new double[0];
        }
        Dataset data = new DataOptions(arguments, losses).of(arguments.get(CurveCommand.DATA), console);
        double[] least = new double[PLACES + 1];
        Arrays.fill(least, Double.NaN);
        double width = range[1] / 2 - range[0] / 2;
        try (BlockSource source = data.open()) {
            int wide = source.layout().predictionWidth();
            int truths = source.layout().truthWidth();
            Block block = new Block(source.layout());
            block.clear(ROWS);
            double[] at = new double[wide];
            while (source.next(block)) {
                for (int i = 0; i < block.rows(); i++) {
                    int n = curve.places(block.truth(), i * truths, truths, block.prediction(), i * wide, wide, at);
                    for (int j = 0; j < n; j++) {
                        double share = (at[j] / 2 - range[0] / 2) / width;
                        if (share >= 0 && share <= 1) {
                            int place = (int) Math.rint(share * PLACES);
                            least[place] = at[j] >= least[place] ? least[place] : at[j];
                        }
                    }
                }
            }
        }
        int n = 0;
        double[] marks = new double[least.length];
        for (double mark : least) {
            if (!Double.isNaN(mark)) {
                marks[n++] = mark;
            }
        }
        return Arrays.copyOf(marks, n);
    }
}
