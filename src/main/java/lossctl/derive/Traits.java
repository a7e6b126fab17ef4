package lossctl.derive;

import lossctl.loss.Trait;

/** Traits in words. */
final class Traits {
    private Traits() {}

    static String describe(Trait trait) {
        return switch (trait) {
            case CONVEX -> "convex in the prediction";
            case SYMMETRIC -> "the same for a residual and its negative";
            case SMOOTH -> "differentiable everywhere";
            case LIPSCHITZ -> "its slope is bounded";
            case ZERO_AT_TRUTH -> "0 where the prediction is the truth";
            case NON_NEGATIVE -> "never below 0";
            case PROPER -> "proper: least, in expectation, at the true probabilities alone";
        };
    }
}
