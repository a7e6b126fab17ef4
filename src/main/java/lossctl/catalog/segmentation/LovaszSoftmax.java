package lossctl.catalog.segmentation;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.GroupLoss;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.Trait;
import lossctl.num.CompensatedSum;

/** The mean over classes of the Jaccard loss, extended to probabilities by Lovasz's theorem. */
public record LovaszSoftmax() implements GroupLoss {
    public static final Spec SPEC = Spec.of("lovasz_softmax", new LovaszSoftmax())
            .summary("Lovasz extension of the Jaccard loss over class probabilities")
            .aliases("lovasz_softmax_loss")
            .formula("mean over the classes c that occur of the sum over samples in falling order of m of"
                    + " m (J(so far) - J(before)), m = |[truth = c] - p[c]|, J the Jaccard loss of c if exactly these"
                    + " samples were wrong")
            .slope("(J(so far) - J(before)) / classes, with a minus sign at the true class")
            .traits(Trait.CONVEX, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note(
                    "Over all samples as one image; a weight counts as so many samples; classes that are not true anywhere do not count.")
            .example(Example.rows(new double[][] {{0}, {1}}, new double[][] {{0.75, 0.25}, {0.5, 0.5}})
                    .gives(0.4375))
            .example(Example.rows(new double[][] {{0}, {1}}, new double[][] {{0.75, 0.25, 0}, {0.5, 0.5, 0}})
                    .gives(0.4375))
            .source("Berman, Triki and Blaschko 2018, doi:10.1109/CVPR.2018.00464; example: by hand")
            .build();

    @Override
    public Domain truth() {
        return Domain.label();
    }

    @Override
    public Domain prediction() {
        return Domain.probabilities();
    }

    private static boolean[] members(Samples samples, int c) {
        boolean[] members = new boolean[samples.count()];
        for (int i = 0; i < members.length; i++) {
            members[i] = samples.truth()[i] == c;
        }
        return members;
    }

    private static boolean occurs(boolean[] members, double[] weights) {
        for (int i = 0; i < members.length; i++) {
            if (members[i] && weights[i] > 0) {
                return true;
            }
        }
        return false;
    }

    private static double[] errors(Samples samples, int c, boolean[] members) {
        double[] errors = new double[members.length];
        for (int i = 0; i < errors.length; i++) {
            double p = samples.prediction()[i * samples.outputs() + c];
            errors[i] = members[i] ? 1 - p : p;
        }
        return errors;
    }

    @Override
    public double value(Samples samples) {
        CompensatedSum sum = new CompensatedSum();
        double[] losses = losses(samples);
        for (double loss : losses) {
            sum.add(loss);
        }
        return sum.value() / losses.length;
    }

    /** The loss of each class that occurs. */
    private static double[] losses(Samples samples) {
        double[] weights = Lovasz.weights(samples);
        double[] losses = new double[samples.outputs()];
        int classes = 0;
        for (int c = 0; c < samples.outputs(); c++) {
            boolean[] members = members(samples, c);
            if (occurs(members, weights)) {
                double[] errors = errors(samples, c, members);
                losses[classes++] = new Lovasz(errors, members, weights).value(errors);
            }
        }
        return Arrays.copyOf(losses, classes);
    }

    @Override
    public Steps steps(Samples samples) {
        double[] weights = Lovasz.weights(samples);
        Steps told = new Steps();
        int classes = 0;
        StringBuilder sums = new StringBuilder();
        for (int c = 0; c < samples.outputs(); c++) {
            boolean[] members = members(samples, c);
            if (occurs(members, weights)) {
                double[] errors = errors(samples, c, members);
                told.with("m" + c, errors).with("dJ" + c, new Lovasz(errors, members, weights).steps());
                sums.append(classes++ > 0 ? " + " : "").append("sum of dJ" + c + "[i] m" + c + "[i]");
            }
        }
        return told.giving("(" + sums + ") / " + classes);
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        double[] weights = Lovasz.weights(samples);
        Arrays.fill(gradients[0], 0);
        int classes = 0;
        for (int c = 0; c < samples.outputs(); c++) {
            boolean[] members = members(samples, c);
            if (occurs(members, weights)) {
                double[] steps = new Lovasz(errors(samples, c, members), members, weights).steps();
                for (int i = 0; i < steps.length; i++) {
                    gradients[0][i * samples.outputs() + c] = members[i] ? -steps[i] : steps[i];
                }
                classes++;
            }
        }
        for (int i = 0; i < gradients[0].length; i++) {
            gradients[0][i] /= classes;
        }
    }
}
