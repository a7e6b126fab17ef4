package lossctl.catalog.ranking;

import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Input;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.loss.TupleLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Interval;

/** The logistic loss of the difference of a preferred score and another one. */
public record Bpr() implements TupleLoss {
    public static final Spec SPEC = Spec.of("bpr", new Bpr())
            .summary("Bayesian personalized ranking: logistic loss of a preferred score against another")
            .aliases("bpr_loss", "bayesian_personalized_ranking")
            .formula("ln(1 + e^(input2 - prediction))")
            .slope("-1/(1 + e^(prediction - input2));  by input2 the opposite")
            .predictionIs("input1")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("The prediction is the score that should be greater.")
            .note("Several scores a sample: the mean over them.")
            .example(Example.row(new double[] {}, 2)
                    .input("input2", new double[] {2})
                    .gives(0.6931471805599453, -0.5))
            .source("Rendle et al. 2009, arXiv:1205.2618; example: ln 2")
            .build();

    private static final double FAR = 0x1p-100;

    @Override
    public Domain truth() {
        return Domain.none();
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public List<Input> inputs() {
        return List.of(new Input(
                "input2", Domain.number(Interval.REAL), Input.Width.AS_PREDICTION, "the score that should be smaller"));
    }

    @Override
    public double value(double[] truth, double[][] vectors) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < vectors[0].length; i++) {
            sum.add(Pair.cost(vectors[0][i], vectors[1][i]));
        }
        double mean = sum.value() / vectors[0].length;
        return mean <= Double.MAX_VALUE ? mean : far(vectors);
    }

    /** The same where costs, or their sum, are past the range of doubles: of these nothing counts but the difference. */
    private static double far(double[][] vectors) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < vectors[0].length; i++) {
            sum.add(Math.max(0, vectors[1][i] * FAR - vectors[0][i] * FAR));
        }
        return sum.value() / vectors[0].length / FAR;
    }

    @Override
    public void gradient(double[] truth, double[][] vectors, double[][] gradients) {
        for (int i = 0; i < vectors[0].length; i++) {
            double slope = Pair.slope(vectors[0][i], vectors[1][i]) / vectors[0].length;
            gradients[0][i] = -slope;
            gradients[1][i] = slope;
        }
    }

    @Override
    public void hessian(double[] truth, double[][] vectors, double[] diagonal) {
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] = Pair.bend(vectors[0][i], vectors[1][i]) / diagonal.length;
        }
    }
}
