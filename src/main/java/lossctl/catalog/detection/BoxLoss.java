package lossctl.catalog.detection;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.RowLoss;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** A loss of one predicted box against one true box, each x1, y1, x2, y2. */
interface BoxLoss extends RowLoss {

    /** What is common to both boxes and what either covers, for formulas. */
    String AREAS = "I = max(0, min(p[2], t[2]) - max(p[0], t[0])) max(0, min(p[3], t[3]) - max(p[1], t[1]));"
            + "  U = (p[2] - p[0]) (p[3] - p[1]) + (t[2] - t[0]) (t[3] - t[1]) - I;  ";

    /** The distance of the centres, and the diagonal of the box around both, for formulas. */
    String PLACES = "d = sqrt((p[0] + p[2] - t[0] - t[2])^2 + (p[1] + p[3] - t[1] - t[3])^2) / 2;"
            + "  c = sqrt((max(p[2], t[2]) - min(p[0], t[0]))^2 + (max(p[3], t[3]) - min(p[1], t[1]))^2);  ";

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
