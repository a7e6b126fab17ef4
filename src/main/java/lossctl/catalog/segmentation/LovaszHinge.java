package lossctl.catalog.segmentation;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.GroupLoss;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.Trait;
import lossctl.num.Interval;

/** The Jaccard loss of signs, extended to scores by the hinge and Lovasz's theorem. */
public record LovaszHinge() implements GroupLoss {
    public static final Spec SPEC = Spec.of("lovasz_hinge", new LovaszHinge())
            .summary("Lovasz extension of the Jaccard loss over hinge errors")
            .aliases("lovasz_hinge_loss", "binary_lovasz_loss")
            .formula(
                    "sum over samples in falling order of m of max(0, m) (J(so far) - J(before)), m = 1 - sign x score,"
                            + " J the Jaccard loss if exactly these samples were wrong")
            .slope("-sign (J(so far) - J(before)) where m > 0, half of it at m = 0")
            .traits(Trait.CONVEX, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("Over all samples as one image; a weight counts as so many samples.")
            .example(Example.rows(new double[][] {{1}, {0}}, new double[][] {{0}, {-0.5}})
                    .gives(1, -1, 0))
            .source("Berman, Triki and Blaschko 2018, doi:10.1109/CVPR.2018.00464; example: by hand")
            .build();

    @Override
    public Domain truth() {
        return Domain.flag();
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.REAL);
    }

    private static double[] errors(Samples samples) {
        double[] errors = samples.prediction().clone();
        for (int i = 0; i < errors.length; i++) {
            errors[i] = samples.truth()[i] == 1 ? 1 - errors[i] : 1 + errors[i];
        }
        return errors;
    }

    private static Lovasz lovasz(Samples samples, double[] errors) {
        boolean[] member = new boolean[errors.length];
        for (int i = 0; i < member.length; i++) {
            member[i] = samples.truth()[i] == 1;
        }
        return new Lovasz(errors, member, Lovasz.weights(samples));
    }

    @Override
    public double value(Samples samples) {
        double[] errors = errors(samples);
        return lovasz(samples, errors).value(errors);
    }

    @Override
    public Steps steps(Samples samples) {
        double[] errors = errors(samples);
        return new Steps()
                .with("m", errors)
                .with("dJ", lovasz(samples, errors).steps())
                .giving("sum of dJ[i] max(0, m[i])");
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        double[] errors = errors(samples);
        double[] steps = lovasz(samples, errors).steps();
        for (int i = 0; i < errors.length; i++) {
            double share = errors[i] > 0 ? 1 : errors[i] == 0 ? 0.5 : 0;
            gradients[0][i] = share * (samples.truth()[i] == 1 ? -steps[i] : steps[i]);
        }
    }
}
