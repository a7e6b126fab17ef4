package lossctl.catalog.embedding;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.loss.UndefinedLoss;
import lossctl.num.ExactSum;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** The cosine of the angle between truth and prediction, with a minus sign: -1 for the same direction. */
public record Cosine() implements RowLoss {
    public static final Spec SPEC = Spec.of("cosine", new Cosine())
            .summary("negative cosine similarity of two vectors")
            .aliases("cosine_similarity", "cosine_proximity", "cosine_loss")
            .formula("- t.p / (|t| |p|)")
            .slope("(p (t.p) / |p|^2 - t) / (|t| |p|)")
            .note("From -1 (the same direction) to 1 (the opposite one).")
            .note("A vector of zeros has no direction: refused.")
            .example(Example.rows(new double[][] {{0, 1}, {1, 1}}, new double[][] {{1, 0}, {1, 1}})
                    .gives(-0.5))
            .example(Example.row(new double[] {3, 4}, 4, -3).gives(0, -0.12, -0.16))
            .source("Keras, CosineSimilarity (first example)")
            .build();

    @Override
    public Domain truth() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public double value(double[] truth, double[] prediction) {
        double[] t = scaled(truth, "truth");
        double[] p = scaled(prediction, "prediction");
        Twofold norms = dot(t, t).times(dot(p, p)).root();
        return Math.max(-1, Math.min(1, 0 - dot(t, p).over(norms).value()));
    }

    @Override
    public void gradient(double[] truth, double[] prediction, double[] gradient) {
        double[] t = scaled(truth, "truth");
        double[] p = scaled(prediction, "prediction");
        Twofold cross = dot(t, p);
        Twofold square = dot(p, p);
        Twofold scale = dot(t, t).times(square).root().times(square);
        int exponent = exponent(prediction);
        for (int j = 0; j < p.length; j++) {
            // the difference cancels where the directions agree
            Twofold slope = cross.times(p[j]).minus(square.times(t[j])).over(scale);
            gradient[j] = Math.scalb(slope.value(), -exponent);
        }
    }

    /** The vector times a power of two that brings its greatest entry near 1: the direction stays as it is. */
    private static double[] scaled(double[] vector, String name) {
        int exponent = exponent(vector);
        double[] scaled = new double[vector.length];
        boolean zero = true;
        for (int j = 0; j < scaled.length; j++) {
            scaled[j] = Math.scalb(vector[j], -exponent);
            zero &= vector[j] == 0;
        }
        if (zero) {
            throw new UndefinedLoss("the " + name + " is a vector of zeros: it has no direction");
        }
        return scaled;
    }

    private static int exponent(double[] vector) {
        double greatest = Double.MIN_NORMAL;
        for (double each : vector) {
            greatest = Math.max(greatest, Math.abs(each));
        }
        return Math.getExponent(greatest);
    }

    private static Twofold dot(double[] a, double[] b) {
        ExactSum sum = new ExactSum();
        for (int j = 0; j < a.length; j++) {
            sum.addProduct(a[j], b[j]);
        }
        double value = sum.value();
        sum.add(-value);
        return new Twofold(value, sum.value());
    }
}
