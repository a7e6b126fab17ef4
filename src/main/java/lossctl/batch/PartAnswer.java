package lossctl.batch;

import java.util.Arrays;
import java.util.List;
import lossctl.convention.Part;
import lossctl.convention.Plan;
import lossctl.data.Layout;
import lossctl.data.Omissions;
import lossctl.eval.Detail;
import lossctl.eval.Evaluation;
import lossctl.eval.Evaluator;
import lossctl.eval.PerSample;
import lossctl.eval.Reduction;
import lossctl.eval.Result;
import lossctl.eval.SampleRows;
import lossctl.eval.SampleSink;
import lossctl.eval.Score;
import lossctl.loss.GroupLoss;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.SummaryLoss;

/**
 * What the evaluation says of one part: its value, and its samples' losses and derivatives as far as they exist.
 *
 * @param value the reduced loss; NaN where samples stay unreduced
 * @param losses a loss a sample; null where the loss has none
 * @param gradients by the predictions and every input, sample by sample; null where the loss has none
 * @param hessian by the predictions; null where there is none in closed form
 * @param warnings remarks on the samples, a line each
 */
record PartAnswer(
        double value,
        double[] losses,
        double[][] gradients,
        double[] hessian,
        long n,
        String signature,
        List<String> warnings) {

    static PartAnswer of(Part part, Plan.Reduce reduce, boolean gradients, boolean hessian, boolean float32) {
        Loss loss = part.selection().loss();
        boolean summary = loss instanceof SummaryLoss;
        boolean whole = summary || loss instanceof GroupLoss;
        boolean metric = part.selection().spec().isMetric();
        Reduction reduction = whole ? Reduction.MEAN : Reduction.valueOf(reduce.name());
        Evaluation evaluation = new Evaluation(List.of(part.selection()), reduction, float32, false, 1);
        PartData data = new PartData(part);
        boolean wantsGradients = gradients && !metric;
        if (summary && !wantsGradients) {
            Result result = new Evaluator(evaluation).evaluate(data);
            Score score = result.scores().get(0);
            return new PartAnswer(score.value(), null, null, null, score.n(), score.signature(), result.warnings());
        }
        Last last = new Last(part, wantsGradients);
        Detail detail = new Detail(wantsGradients, hessian && !metric && loss.hasHessian(), false)
                .weighed(part.selection().manner() == Manner.MATH && reduction == Reduction.NONE);
        Result result = new PerSample(evaluation, detail, Omissions.NONE).evaluate(data, last);
        Score score = result.scores().get(0);
        return new PartAnswer(
                score.value(),
                last.losses,
                last.gradients,
                last.hessian,
                score.n(),
                score.signature(),
                result.warnings());
    }

    /** Keeps the one block of a part. */
    private static final class Last implements SampleSink {
        private final Part part;
        private double[] losses = {};
        private double[][] gradients;
        private double[] hessian;

        Last(Part part, boolean wantsGradients) {
            this.part = part;
            if (wantsGradients && part.rows() == 0) {
                gradients = new double[part.inputs().size() + 1][0];
            }
        }

        @Override
        public void start(Layout layout, int count) {
            losses = count > 0 ? losses : null;
        }

        @Override
        public boolean takesBareRows() {
            return true;
        }

        @Override
        public void accept(SampleRows rows) {
            int count = rows.rows();
            if (rows.loss() != null) {
                losses = Arrays.copyOf(rows.loss(), count);
            }
            if (rows.gradients() != null) {
                gradients = new double[rows.gradients().length][];
                for (int v = 0; v < gradients.length; v++) {
                    int width = v == 0 ? part.outputs() : part.widths()[v - 1];
                    gradients[v] = Arrays.copyOf(rows.gradients()[v], count * width);
                }
            }
            if (rows.hessian() != null) {
                hessian = Arrays.copyOf(rows.hessian(), count * part.outputs());
            }
        }
    }
}
