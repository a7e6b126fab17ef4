package lossctl.convention;

/** What torchmetrics makes of labels. */
enum TorchmetricsTask {
    /** A yes or no, told by a probability, a score or itself. */
    BINARY,
    /** One class of several, told by a row or itself. */
    MULTICLASS,
    /** Several that are each a yes or no. */
    MULTILABEL;

    /** Source: torchmetrics/utilities/enums.py. */
    static TorchmetricsTask of(String word) {
        for (TorchmetricsTask each : values()) {
            if (each.name().equalsIgnoreCase(word)) {
                return each;
            }
        }
        throw new Refused("'task' is to be binary, multiclass or multilabel, not " + word);
    }
}
