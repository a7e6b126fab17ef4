package lossctl.read.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import lossctl.data.Policy;
import lossctl.data.Refusal;
import lossctl.num.DecimalReader;
import lossctl.read.Labels;
import lossctl.read.Numbers;

/** A parser's tokens to numbers. One object a thread. */
final class Scalars {
    private final Numbers numbers;
    private final boolean bareMayBeMissing;
    private byte[] digits = new byte[64];
    private boolean leftOut;

    Scalars(Policy policy) {
        numbers = new Numbers(policy);
        boolean number = false;
        for (String text : policy.missingValues()) {
            number |= !Double.isNaN(DecimalReader.read(text));
        }
        bareMayBeMissing = number;
    }

    /**
     * The number at the parser's token.
     *
     * @param labels where not null, the token is a class label and its index is wanted
     * @throws Refusal with its place in the text
     */
    double of(JsonParser parser, Labels labels) throws IOException {
        JsonToken token = parser.currentToken();
        leftOut = false;
        try {
            if (labels == null && token.isNumeric() && !bareMayBeMissing) {
                double value = bare(parser);
                if (value == value) {
                    return value;
                }
            }
            double value = slow(parser, token, labels);
            leftOut = numbers.leftOut();
            return value;
        } catch (Refusal refusal) {
            throw Parsers.at(refusal, parser.currentTokenLocation());
        }
    }

    /** Whether a bare number may be a text that means "missing". */
    boolean bareMayBeMissing() {
        return bareMayBeMissing;
    }

    /** Whether the last number means that its row is left out. */
    boolean leftOut() {
        return leftOut;
    }

    private double bare(JsonParser parser) throws IOException {
        int length = parser.getTextLength();
        char[] text = parser.getTextCharacters();
        int from = parser.getTextOffset();
        if (length > digits.length) {
            digits = Arrays.copyOf(digits, 2 * length);
        }
        for (int i = 0; i < length; i++) {
            digits[i] = (byte) text[from + i];
        }
        return DecimalReader.read(digits, 0, length);
    }

    private double slow(JsonParser parser, JsonToken token, Labels labels) throws IOException {
        switch (token) {
            case VALUE_NULL:
                return numbers.missing();
            case VALUE_STRING:
            case VALUE_NUMBER_INT:
            case VALUE_NUMBER_FLOAT:
                return of(parser.getText(), labels);
            case VALUE_TRUE:
            case VALUE_FALSE:
                if (labels != null) {
                    return of(parser.getText(), labels);
                }
                throw Numbers.notANumber(parser.getText(), Numbers.TRUTH_VALUES);
            default:
                String what = token == JsonToken.START_OBJECT ? "an object" : "an array";
                throw new Refusal(Refusal.Code.SHAPE, "a number is wanted here, not " + what);
        }
    }

    /** The number in a text, or the index of a label; null is missing. */
    double of(String text, Labels labels) {
        double value =
                text == null ? numbers.missing() : labels == null ? numbers.of(text) : labels.index(text, numbers);
        leftOut = numbers.leftOut();
        return value;
    }
}
