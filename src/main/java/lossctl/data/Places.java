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

    /**
     * What the value is called, for messages such as {@code prediction 1 is 1.2, outside [0, 1]}: {@code prediction 1}
     * inline, {@code column 'y_pred'} in a file.
     */
    String name(int row, Role role, int index);

    /** Where a row stands, for warnings: {@code preds.csv:7}, or {@code row 3} inline. */
    String describe(int row);
}
