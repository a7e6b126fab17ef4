package lossctl.catalog.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import lossctl.loss.Example;
import lossctl.loss.Input;
import lossctl.loss.OutputwiseLoss;
import lossctl.loss.Params;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.Trait;
import lossctl.num.Interval;

/** The continuous ranked probability score of Student's t, in closed form. */
public record CrpsStudentT(StudentT student) implements OutputwiseLoss {
    public static final Spec SPEC = Spec.of("crps_student_t", new CrpsStudentT(new StudentT(5)))
            .summary("continuous ranked probability score of Student's t distribution")
            .aliases("crps_t")
            .formula("z = (truth - prediction) / scale, f and F the density and distribution function of t;"
                    + "  scale (z (2 F(z) - 1) + 2 f(z) (df + z^2) / (df - 1)"
                    + " - 2 sqrt(df) / (df - 1) B(1/2, df - 1/2) / B(1/2, df/2)^2)")
            .slope("1 - 2 F(z);  by scale: what the loss is without its first term, over scale")
            .param("df", 5, Interval.above(1), "degrees of freedom")
            .traits(Trait.CONVEX, Trait.SYMMETRIC, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("A parameter and no input: the derivative by the degrees of freedom has no closed form.")
            .example(Example.of(0, 0).input("scale", new double[] {1}).gives(0.2570253629006473, 0))
            .example(Example.of(2, 0)
                    .input("scale", new double[] {1})
                    .with("df", 3.0)
                    .gives(1.366922344396876))
            .source("Jordan, Krueger and Lerch 2019, doi:10.18637/jss.v090.i12; examples: mpmath")
            .build();

    @Override
    public CrpsStudentT with(Params params) {
        return new CrpsStudentT(new StudentT(params.number("df")));
    }

    @Override
    public List<Input> inputs() {
        return Spread.of("scale", "the predicted scales");
    }

    @Override
    public double value(double t, double[] at) {
        double size = Math.abs(at[0] - t);
        if (Double.isInfinite(size) && Double.isFinite(t) && Double.isFinite(at[0]) && Double.isFinite(at[1])) {
            return 2 * value(t / 2, new double[] {at[0] / 2, at[1] / 2});
        }
        return size * student.within(size / at[1]) + at[1] * student.rest(size / at[1]);
    }

    @Override
    public void slopes(double t, double[] at, double[] slopes) {
        double z = Spread.place(t, at);
        slopes[0] = Math.copySign(student.within(Math.abs(z)), z);
        slopes[1] = student.rest(z);
    }

    @Override
    public double curvature(double t, double[] at) {
        return 2 * student.density(Spread.place(t, at)) / at[1];
    }

    @Override
    public Steps steps(Samples samples) {
        double[] scales = samples.vectors()[1];
        double[] z = new double[samples.outputs()];
        Arrays.setAll(z, i -> (samples.truth()[i] - samples.prediction()[i]) / scales[i % scales.length]);
        DoubleUnaryOperator below = x -> (1 + Math.copySign(student.within(Math.abs(x)), x)) / 2;
        return new Steps()
                .with("z", z)
                .with("F", Arrays.stream(z).map(below).toArray())
                .with("f", Arrays.stream(z).map(student::density).toArray())
                .with("apart", student.apart())
                .giving("mean of scale (z (2 F - 1) + 2 f (df + z^2) / (df - 1) - apart)");
    }
}
