package lossctl.catalog.categorical;

import java.util.Arrays;
import lossctl.loss.Adjustment;
import lossctl.loss.ClassLoss;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Spec;
import lossctl.loss.Trait;

/** The negative log-likelihood of the true class, of log-probabilities. */
public record Nll() implements ClassLoss {
    public static final Spec SPEC = Spec.of("nll", new Nll())
            .summary("negative log-likelihood of log-probabilities")
            .aliases("nll_loss", "negative_log_likelihood")
            .formula("-x[truth]")
            .slope("-onehot(truth)")
            .accepts(Adjustment.IGNORE_INDEX, Adjustment.CLASS_WEIGHTS)
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.LIPSCHITZ)
            .note("Predictions are logarithms of probabilities; sparse_cce takes the probabilities themselves.")
            .note("Whether the probabilities sum to 1 is not looked at; a logarithm above 0 gives a warning.")
            .example(Example.rows(new double[][] {{1}, {0}}, new double[][] {{-2.5, -0.25}, {-0.5, -1}})
                    .gives(0.375, 0, -0.5, -0.5, 0))
            .plot(-3, 0)
            .source("PyTorch, NLLLoss; example: by hand")
            .build();

    @Override
    public Domain prediction() {
        return Domain.logarithms();
    }

    @Override
    public double value(int label, double[] x) {
        return 0 - x[label];
    }

    @Override
    public void gradient(int label, double[] x, double[] gradient) {
        Arrays.fill(gradient, 0);
        gradient[label] = -1;
    }

    @Override
    public void hessian(int label, double[] x, double[] diagonal) {
        Arrays.fill(diagonal, 0);
    }
}
