package lossctl.data;

/** Finds the place of a value in its source, for messages. Asked only when something is refused. */
public interface Places {

    /** Which of a row's values is meant. */
    enum Role {
        /** The truth. */
        TRUTH,
        /** The prediction. */
        PREDICTION,
        /** The weight. */
        WEIGHT,
        /** A further input. */
        INPUT
    }

    /**
     * Puts file, line, field, column and text into a refusal.
     *
     * @param row the row in its block, from 0
     * @param role whose value
     * @param index which of the role's values; for {@link Role#INPUT}, {@code input + inputs x index}
     * @return the same refusal
     */
    Refusal mark(Refusal refusal, int row, Role role, int index);

    /** The place in a few words, for warnings: {@code preds.csv:7} or {@code prediction 3}. */
    String describe(int row, Role role, int index);
}
