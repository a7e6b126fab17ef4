package lossctl.loss;

/** A property that a loss has under its default parameters, and that a test holds it to on thousands of samples. */
public enum Trait {
    /** Convex in the prediction. */
    CONVEX,
    /** The same when the residual changes its sign. */
    SYMMETRIC,
    /** Differentiable everywhere in the prediction. */
    SMOOTH,
    /** The slope is bounded. */
    LIPSCHITZ,
    /** Zero where the prediction equals the truth. */
    ZERO_AT_TRUTH,
    /** Never below zero. */
    NON_NEGATIVE,
    /** A strictly proper score: the expected loss is least at the true probabilities alone. */
    PROPER
}
