package lossctl.catalog.segmentation;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.loss.Trait;
import lossctl.loss.UndefinedLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Interval;

/** One minus the Dice overlap of all classes together, each weighed by the inverse square of its size. */
public record GeneralizedDice() implements SummaryLoss {
    public static final Spec SPEC = Spec.of("generalized_dice", new GeneralizedDice())
            .summary("one minus the Dice overlap of all classes, small ones weighed up")
            .aliases("generalized_dice_loss", "gdl")
            .formula("1 - 2 sum over classes of w[c] sum(t p) / (sum over classes of w[c] (sum(t) + sum(p))),"
                    + " w[c] = 1 / sum(t)^2, sums over all samples")
            .slope("for class c: w[c] (1 - loss - 2 t) / (sum of w (sum(t) + sum(p)))")
            .traits(Trait.SMOOTH, Trait.NON_NEGATIVE)
            .note("A row has a value for each class; classes that are not true anywhere do not count.")
            .note("Nothing true at all: refused.")
            .example(Example.rows(new double[][] {{1, 0}, {0, 1}, {0, 1}}, new double[][] {{0.5, 0.5}, {0, 1}, {0, 1}})
                    .gives(0.23809523809523808))
            .plot(0, 1, 0, 1)
            .source("Sudre et al. 2017, doi:10.1007/978-3-319-67558-9_28; example: 5/21")
            .build();

    /** The sums of one class, behind one another: of t p, of t, of p. */
    private static final int EACH = 3;

    @Override
    public Domain truth() {
        return Domain.row(Interval.UNIT);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.UNIT);
    }

    @Override
    public int sums(int outputs) {
        return EACH * outputs;
    }

    @Override
    public void add(Sums sums, double[] truth, double[] prediction, double weight) {
        for (int c = 0; c < prediction.length; c++) {
            sums.add(EACH * c, weight, truth[c], prediction[c]);
            sums.at(EACH * c + 1).addProduct(weight, truth[c]);
            sums.at(EACH * c + 2).addProduct(weight, prediction[c]);
        }
    }

    /** One over the square of a class's size, as a multiple of that of the smallest class: a factor changes nothing. */
    private static double weight(Sums sums, int c) {
        return share(sums, c) * share(sums, c);
    }

    /** The size of the smallest class, over that of a class. */
    private static double share(Sums sums, int c) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < sums.outputs(); i++) {
            double size = sums.at(EACH * i + 1).value();
            least = size > 0 ? Math.min(least, size) : least;
        }
        double size = sums.at(EACH * c + 1).value();
        return size == 0 ? 0 : least / size;
    }

    private static double total(Sums sums) {
        CompensatedSum total = new CompensatedSum();
        for (int c = 0; c < sums.outputs(); c++) {
            double weight = weight(sums, c);
            total.addProduct(weight, sums.at(EACH * c + 1).value());
            total.addProduct(weight, sums.at(EACH * c + 2).value());
        }
        if (total.value() == 0) {
            throw new UndefinedLoss("nothing is marked by the truths: there is no overlap");
        }
        return total.value();
    }

    @Override
    public double value(Sums sums) {
        double total = total(sums);
        CompensatedSum apart = new CompensatedSum();
        for (int c = 0; c < sums.outputs(); c++) {
            double weight = weight(sums, c);
            apart.addProduct(weight, sums.at(EACH * c + 1).value());
            apart.addProduct(weight, sums.at(EACH * c + 2).value());
            apart.addProduct(-2 * weight, sums.at(EACH * c).value());
        }
        return apart.value() / total;
    }

    @Override
    public Steps steps(Samples samples) {
        Sums sums = sums(samples);
        double[][] each = new double[EACH][sums.outputs()];
        for (int c = 0; c < sums.outputs(); c++) {
            each[0][c] = weight(sums, c);
            each[1][c] = sums.at(EACH * c).value();
            each[2][c] = sums.at(EACH * c + 1).value() + sums.at(EACH * c + 2).value();
        }
        return new Steps()
                .with("w", each[0])
                .with("common", each[1])
                .with("sizes", each[2])
                .giving("1 - 2 (sum of w[i] common[i]) / (sum of w[i] sizes[i])");
    }

    @Override
    public void gradient(Sums sums, double[] truth, double[] prediction, double weight, double[] gradient) {
        double total = total(sums);
        // not 1 minus the loss, of which nothing is left where a rare class is missed
        CompensatedSum common = new CompensatedSum();
        for (int c = 0; c < gradient.length; c++) {
            common.addProduct(2 * weight(sums, c), sums.at(EACH * c).value());
        }
        double overlap = common.value() / total;
        for (int c = 0; c < gradient.length; c++) {
            // a share of the smallest class at a time: its square may be below the range of doubles
            double share = share(sums, c);
            gradient[c] = weight * share * (share * (overlap - 2 * truth[c]) / total);
        }
    }
}
