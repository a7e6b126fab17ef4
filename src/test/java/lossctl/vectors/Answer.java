package lossctl.vectors;

import java.util.Arrays;
import lossctl.data.Layout;
import lossctl.data.Omissions;
import lossctl.eval.Detail;
import lossctl.eval.Evaluation;
import lossctl.eval.Evaluator;
import lossctl.eval.PerSample;
import lossctl.eval.Reduction;
import lossctl.eval.SampleRows;
import lossctl.eval.SampleSink;
import lossctl.loss.GroupLoss;
import lossctl.loss.Selection;
import lossctl.loss.SummaryLoss;

/** What the evaluation says of some samples; arrays are null where a loss has none. */
public record Answer(double value, double[] perSample, double[] gradient) {
    public static Answer of(Selection selection, MemoryData data, Reduction reduction) {
        Evaluation evaluation = Evaluation.of(selection).with(reduction);
        double value = reduction == Reduction.NONE
                ? Double.NaN
                : new Evaluator(evaluation).evaluate(data).scores().get(0).value();
        boolean whole = selection.loss() instanceof SummaryLoss || selection.loss() instanceof GroupLoss;
        boolean metric = selection.spec().isMetric();
        if (whole && metric) {
            return new Answer(value, null, null);
        }
        Last last = new Last();
        new PerSample(evaluation, new Detail(!metric, false, false), Omissions.NONE).evaluate(data, last);
        if (reduction == Reduction.NONE && last.loss.length == 1) {
            value = last.loss[0];
        }
        return new Answer(value, whole ? null : last.loss, metric ? null : last.gradient);
    }

    private static final class Last implements SampleSink {
        private int width;
        private double[] loss;
        private double[] gradient;

        @Override
        public void start(Layout layout, int each) {
            width = layout.predictionWidth();
        }

        @Override
        public void accept(SampleRows rows) {
            loss = rows.loss() == null ? null : Arrays.copyOf(rows.loss(), rows.rows());
            gradient = rows.gradient() == null ? null : Arrays.copyOf(rows.gradient(), rows.rows() * width);
        }
    }
}
