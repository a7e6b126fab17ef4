package lossctl.catalog.embedding;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;

/**
 * The square of a distance that should be small, or of what another one lacks to a margin.
 *
 * @param margin the least distance of different pairs that costs nothing
 */
public record Contrastive(double margin) implements PointwiseLoss {
    public static final Spec SPEC = Spec.of("contrastive", new Contrastive(1))
            .summary("squared distance of like pairs, squared lack to a margin of different ones")
            .aliases("contrastive_loss", "siamese_contrastive_loss")
            .formula("d = prediction;  (1 - t) d^2 + t max(0, margin - d)^2")
            .slope("2 (1 - t) d - 2 t max(0, margin - d)")
            .param("margin", 1, Interval.POSITIVE, "least distance of different pairs that costs nothing")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("The truth 1 means different, as in the paper and in Flux; the paper halves the squares.")
            .example(Example.of(0, 3).gives(9, 6))
            .example(Example.of(1, 0.5).with("margin", 2.0).gives(2.25, -3))
            .plot(0, 2, 0, 1)
            .source("Hadsell, Chopra and LeCun 2006, doi:10.1109/CVPR.2006.100; Flux, siamese_contrastive_loss;"
                    + " examples: by hand")
            .build();

    @Override
    public Contrastive with(Params params) {
        return new Contrastive(params.number("margin"));
    }

    @Override
    public Domain truth() {
        return Domain.flag();
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.NON_NEGATIVE);
    }

    @Override
    public double value(double truth, double d) {
        double lack = Math.max(0, margin - d);
        return truth == 1 ? lack * lack : d * d;
    }

    @Override
    public double slope(double truth, double d) {
        return truth == 1 ? -2 * Math.max(0, margin - d) : 2 * d;
    }

    @Override
    public double curvature(double truth, double d) {
        return truth == 1 && d >= margin ? 0 : 2;
    }
}
