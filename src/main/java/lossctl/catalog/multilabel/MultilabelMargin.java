package lossctl.catalog.multilabel;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.RowLoss;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.Trait;
import lossctl.num.CompensatedSum;
import lossctl.num.Interval;

/** What the scores of a sample's own classes lack to a margin of 1 above those of all others. */
public record MultilabelMargin() implements RowLoss {
    public static final Spec SPEC = Spec.of("multilabel_margin", new MultilabelMargin())
            .summary("what each of a sample's classes lacks to a margin of 1 above every other class")
            .aliases("multilabel_margin_loss")
            .formula("1/k sum over classes j of the sample and i not of the sample of max(0, 1 - (x[j] - x[i]))")
            .slope("1/k for each i, -1/k for each j, per pair with 1 - (x[j] - x[i]) > 0")
            .traits(Trait.CONVEX, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("The truth lists the classes of the sample by index and ends at the first -1.")
            .note("Divided by the number of classes k; the slope where the margin is just met is 0, as in PyTorch.")
            .example(Example.row(new double[] {3, 0, -1, 1}, 0.1, 0.2, 0.4, 0.8).gives(0.85, -0.5, 0.5, 0.5, -0.5))
            .example(Example.row(new double[] {-1, -1}, 3, 4).gives(0, 0, 0))
            .source("Elisseeff and Weston 2001, A kernel method for multi-labelled classification;"
                    + " first example: PyTorch, MultiLabelMarginLoss")
            .build();

    private static final double FAR = 0x1p-100;

    @Override
    public Domain truth() {
        return Domain.labels(Double.POSITIVE_INFINITY);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    /** A class that is listed twice counts twice, as in PyTorch. */
    private static int listed(double[] truth) {
        int count = 0;
        while (count < truth.length && truth[count] >= 0) {
            count++;
        }
        return count;
    }

    private static boolean[] members(double[] truth, int k) {
        boolean[] members = new boolean[k];
        for (int i = 0; i < listed(truth); i++) {
            members[(int) truth[i]] = true;
        }
        return members;
    }

    private static double lack(double own, double other, double unit) {
        CompensatedSum lack = new CompensatedSum();
        lack.add(unit);
        lack.add(-own * unit);
        lack.add(other * unit);
        return Math.max(0, lack.value());
    }

    @Override
    public double value(double[] truth, double[] x) {
        double value = value(truth, x, 1);
        // the sum may be past the range of doubles where the mean is not
        return value <= Double.MAX_VALUE ? value : value(truth, x, FAR) / FAR;
    }

    private static double value(double[] truth, double[] x, double unit) {
        boolean[] members = members(truth, x.length);
        CompensatedSum sum = new CompensatedSum();
        for (int n = 0; n < listed(truth); n++) {
            for (int i = 0; i < x.length; i++) {
                sum.add(members[i] ? 0 : lack(x[(int) truth[n]], x[i], unit));
            }
        }
        return sum.value() / x.length;
    }

    @Override
    public Steps steps(Samples samples) {
        double[] x = samples.prediction();
        boolean[] members = members(samples.truth(), x.length);
        DoubleStream.Builder pairs = DoubleStream.builder();
        for (int n = 0; n < listed(samples.truth()); n++) {
            for (int i = 0; i < x.length; i++) {
                if (!members[i]) {
                    pairs.add(lack(x[(int) samples.truth()[n]], x[i], 1));
                }
            }
        }
        double[] costs = pairs.build().toArray();
        return costs.length == 0
                ? new Steps().with("pairs", 0)
                : new Steps().with("costs", costs).giving("(sum of costs[i]) / k");
    }

    @Override
    public void gradient(double[] truth, double[] x, double[] gradient) {
        boolean[] members = members(truth, x.length);
        Arrays.fill(gradient, 0);
        for (int n = 0; n < listed(truth); n++) {
            int own = (int) truth[n];
            for (int i = 0; i < x.length; i++) {
                if (!members[i] && lack(x[own], x[i], 1) > 0) {
                    gradient[own]--;
                    gradient[i]++;
                }
            }
        }
        for (int i = 0; i < x.length; i++) {
            gradient[i] /= x.length;
        }
    }

    @Override
    public void hessian(double[] truth, double[] x, double[] diagonal) {
        Arrays.fill(diagonal, 0);
    }
}
