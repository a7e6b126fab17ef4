package lossctl.loss;

/** Which of two values of a loss or metric is the better one. */
public enum Better {
    /** The lower, as of every loss. */
    LOWER("lower"),
    /** The higher. */
    HIGHER("higher"),
    /** The one nearer to 0, as of a bias. */
    NEARER_ZERO("nearer 0");

    private final String word;

    Better(String word) {
        this.word = word;
    }

    /** In words: {@code lower} stands before "is better". */
    public String word() {
        return word;
    }
}
