package lossctl.convention;

import lossctl.loss.ClassLoss;
import lossctl.loss.Domain;
import lossctl.loss.RowLoss;
import lossctl.num.Interval;

/** A loss of flags, of which that of the true class alone is set. */
record CatboostOneVsAll(RowLoss loss) implements ClassLoss {
    private static double[] flags(int label, int classes) {
        double[] flags = new double[classes];
        flags[label] = 1;
        return flags;
    }

    @Override
    public double value(int label, double[] scores) {
        return loss.value(flags(label, scores.length), scores);
    }

    @Override
    public void gradient(int label, double[] scores, double[] gradient) {
        loss.gradient(flags(label, scores.length), scores, gradient);
    }

    @Override
    public void hessian(int label, double[] scores, double[] diagonal) {
        loss.hessian(flags(label, scores.length), scores, diagonal);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }
}
