package lossctl.loss;

/**
 * A further array that a loss takes beside truth and prediction. Its name gives the option ({@code var}: {@code --var}
 * inline, {@code --var-col} in files) and the key of {@code inputs} in a batch request.
 *
 * @param name snake_case
 * @param domain what its values may be
 * @param width how many values a sample has
 * @param description one line for the help
 */
public record Input(String name, Domain domain, Width width, String description) {

    /** How many values of an input belong to a sample. */
    public enum Width {
        /** One value. */
        ONE,
        /** As many as the prediction has. */
        AS_PREDICTION,
        /** One, or as many as the prediction has. */
        ONE_OR_AS_PREDICTION,
        /** Any number, the same for every sample. */
        ANY
    }
}
