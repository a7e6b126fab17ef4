package lossctl.catalog.ranking;

import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Input;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.loss.TupleLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Interval;

/**
 * What the score that should be the greater one lacks to that.
 *
 * @param margin by how much it should be greater
 */
public record MarginRanking(double margin) implements TupleLoss {
    public static final Spec SPEC = Spec.of("margin_ranking", new MarginRanking(0))
            .summary("what the better of two scores lacks to a margin above the other")
            .aliases("margin_ranking_loss")
            .formula("max(0, margin - t (prediction - input2))")
            .slope("-t if t (prediction - input2) <= margin, else 0;  by input2 the opposite")
            .predictionIs("input1")
            .param("margin", 0, Interval.REAL, "by how much the better score should be greater")
            .traits(Trait.CONVEX, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("A truth t of +1: the prediction should be the greater one.")
            .note("At the kink the slope is -t, as in PyTorch.")
            .note("Several scores a sample: the mean over them.")
            .note("Where the truth is +1, the prediction should be the greater one.")
            .example(Example.row(new double[] {1}, 1)
                    .input("input2", new double[] {3})
                    .with("margin", 0.5)
                    .gives(2.5, -1))
            .example(Example.row(new double[] {-1}, 1)
                    .input("input2", new double[] {3})
                    .gives(0, 0))
            .plot(0, 6)
            .source("Herbrich, Graepel and Obermayer 2000, Large margin rank boundaries for ordinal regression;"
                    + " as in PyTorch, MarginRankingLoss; examples: by hand")
            .build();

    private static final double FAR = 0x1p-100;

    @Override
    public MarginRanking with(Params params) {
        return new MarginRanking(params.number("margin"));
    }

    @Override
    public Domain truth() {
        return Domain.sign();
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public List<Input> inputs() {
        return List.of(new Input(
                "input2", Domain.number(Interval.REAL), Input.Width.AS_PREDICTION, "the second score of each pair"));
    }

    @Override
    public double value(double[] truth, double[][] vectors) {
        double value = value(truth[0], vectors, 1);
        // lacks, or their sum, may be past the range of doubles where their mean is not
        return value <= Double.MAX_VALUE ? value : value(truth[0], vectors, FAR) / FAR;
    }

    private double value(double sign, double[][] vectors, double unit) {
        double sum = 0;
        for (int i = 0; i < vectors[0].length; i++) {
            sum += Math.max(0, lack(sign, vectors, i, unit));
        }
        return sum / vectors[0].length;
    }

    private double lack(double sign, double[][] vectors, int i, double unit) {
        CompensatedSum lack = new CompensatedSum();
        lack.add(margin * unit);
        lack.add(-sign * vectors[0][i] * unit);
        lack.add(sign * vectors[1][i] * unit);
        return lack.value();
    }

    @Override
    public void gradient(double[] truth, double[][] vectors, double[][] gradients) {
        for (int i = 0; i < vectors[0].length; i++) {
            double slope = lack(truth[0], vectors, i, 1) >= 0 ? -truth[0] / vectors[0].length : 0;
            gradients[0][i] = slope;
            gradients[1][i] = 0 - slope;
        }
    }

    @Override
    public void hessian(double[] truth, double[][] vectors, double[] diagonal) {
        java.util.Arrays.fill(diagonal, 0);
    }
}
