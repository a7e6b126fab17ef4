package lossctl.catalog.ordinal;

import lossctl.loss.Example;
import lossctl.loss.Spec;
import lossctl.loss.Trait;

/** The levels of an ordinal class up to its own: each asked of those samples alone that reached it. */
public record Corn() implements Levels {
    public static final Spec SPEC = Spec.of("corn", new Corn())
            .summary("binary cross-entropies of the levels that an ordinal class has reached")
            .aliases("corn_loss")
            .formula("sum over levels of (ln(1 + e^-x[j]) if truth > j, ln(1 + e^x[j]) if truth = j, else 0)")
            .slope("1 / (1 + e^-x[j]) - 1 if truth > j, 1 / (1 + e^-x[j]) if truth = j, else 0")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("A row has a score for each of the k - 1 levels between k classes.")
            .note(
                    "A sample's loss is the sum over its levels; the authors' code divides the sum over all samples by the"
                            + " number of all their levels.")
            .example(Example.row(new double[] {1}, 0, 0, 0).gives(1.3862943611198906, -0.5, 0.5, 0))
            .source("Shi, Cao and Raschka 2023, doi:10.1007/s10044-023-01181-9; example: 2 ln 2")
            .build();

    @Override
    public int counted(int label, int levels) {
        return Math.min(label + 1, levels);
    }
}
