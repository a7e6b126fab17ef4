package lossctl.catalog.detection;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.RowLoss;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** A loss of one predicted box against one true box, each x1, y1, x2, y2. */
interface BoxLoss extends RowLoss {

    /** The terms that the loss is the sum of. */
    Term[] terms(Boxes boxes);

    @Override
    default Domain truth() {
        return Domain.row(Interval.REAL);
    }

    @Override
    default Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    @Override
    default double value(double[] truth, double[] prediction) {
        Boxes.check(truth, "truth");
        Boxes.check(prediction, "prediction");
        Twofold sum = Twofold.of(0);
        for (Term term : terms(new Boxes(truth, prediction))) {
            sum = sum.plus(term.dual().number());
        }
        return sum.value();
    }

    @Override
    default void gradient(double[] truth, double[] prediction, double[] gradient) {
        Term[] terms = terms(new Boxes(truth, prediction));
        Arrays.setAll(gradient, corner -> Term.derivative(terms, corner, 1));
    }

    @Override
    default void hessian(double[] truth, double[] prediction, double[] diagonal) {
        Term[] terms = terms(new Boxes(truth, prediction));
        Arrays.setAll(diagonal, corner -> Term.derivative(terms, corner, 2));
    }
}
