package lossctl.write;

/** What a gate came to. */
public enum GateVerdict {
    /** Its figure is within the limit. */
    PASSED,
    /** Its figure is past the limit. */
    FAILED,
    /** Its figure is not there or is no number. */
    NOT_COMPUTED
}
