package lossctl.catalog.ordinal;

import lossctl.loss.Example;
import lossctl.loss.Spec;
import lossctl.loss.Trait;

/** Every level of an ordinal class as a binary question of its own. */
public record Coral() implements Levels {
    public static final Spec SPEC = Spec.of("coral", new Coral())
            .summary("binary cross-entropies of all levels of an ordinal class")
            .aliases("coral_loss")
            .formula("sum over levels of (ln(1 + e^-x[j]) if truth > j, else ln(1 + e^x[j]))")
            .slope("1 / (1 + e^-x[j]) - (1 if truth > j, else 0)")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("A row has a score for each of the k - 1 levels between k classes.")
            .example(Example.row(new double[] {1}, 0, 0, 0).gives(2.0794415416798357, -0.5, 0.5, 0.5))
            .source("Cao, Mirjalili and Raschka 2020, doi:10.1016/j.patrec.2020.11.008; example: 3 ln 2")
            .build();

    @Override
    public int counted(int label, int levels) {
        return levels;
    }
}
