package lossctl.batch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossctl.data.Policy;
import lossctl.data.Refusal;
import lossctl.num.DecimalReader;
import lossctl.num.Tensor;
import lossctl.read.Numbers;

/** Reads nested JSON arrays of numbers straight into one flat array; texts that are no numbers are kept beside. */
final class ArrayReader {
    private static final int DEEPEST = 32;

    private final Numbers numbers = new Numbers(new Policy(false, List.of(), Policy.NonFinite.PROPAGATE));
    private byte[] digits = new byte[64];
    private double[] values;
    private int size;
    /** The length of the arrays at each depth; -1 before the first has ended. */
    private final int[] lengths = new int[DEEPEST];

    private int rank;
    private int numbersAt;
    private List<String> words;

    /**
     * The array, or the one number, at the parser's token.
     *
     * @param what what messages call it
     * @throws Refusal where it is not rectangular, or holds something else than numbers
     */
    Tensor read(JsonParser parser, String what) throws IOException {
        words = null;
        size = 0;
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return Tensor.scalar(number(parser, what));
        }
        values = new double[16];
        rank = 0;
        numbersAt = -1;
        Arrays.fill(lengths, -1);
        array(parser, what, 0);
        int[] shape = Arrays.copyOf(lengths, rank);
        return new Tensor(Arrays.copyOf(values, size), shape);
    }

    /** The texts of the last array that were no numbers, each at its place; null where there were none. */
    List<String> words() {
        return words;
    }

    private void array(JsonParser parser, String what, int depth) throws IOException {
        if (depth == DEEPEST) {
            throw new Refusal(Refusal.Code.LIMIT, what + " has more than " + DEEPEST + " axes");
        }
        rank = Math.max(rank, depth + 1);
        int count = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            count++;
            if (token == JsonToken.START_ARRAY) {
                array(parser, what, depth + 1);
            } else {
                double number = number(parser, what);
                if (numbersAt < 0) {
                    numbersAt = depth;
                }
                if (numbersAt != depth) {
                    throw ragged(what);
                }
                if (size == values.length) {
                    values = Arrays.copyOf(values, 2 * size);
                }
                values[size++] = number;
            }
        }
        if (lengths[depth] >= 0 && lengths[depth] != count || numbersAt >= 0 && depth > numbersAt) {
            throw ragged(what);
        }
        lengths[depth] = count;
    }

    private static Refusal ragged(String what) {
        return new Refusal(Refusal.Code.SHAPE, what + " is not rectangular: its rows differ in length or depth");
    }

    private double number(JsonParser parser, String what) throws IOException {
        JsonToken token = parser.currentToken();
        if (token.isNumeric()) {
            double value = bare(parser);
            if (value == value) {
                return value;
            }
        }
        if (token.isNumeric() || token == JsonToken.VALUE_STRING) {
            try {
                return numbers.of(parser.getText());
            } catch (Refusal refusal) {
                if (refusal.code() != Refusal.Code.NOT_A_NUMBER || words == null && size > 0) {
                    throw refusal.column(what);
                }
                words = words == null ? new ArrayList<>() : words;
                words.add(parser.getText());
                return Double.NaN;
            }
        }
        String hint = token.isBoolean() ? ": write 1 and 0" : token == JsonToken.VALUE_NULL ? ": write \"nan\"" : "";
        throw new Refusal(
                Refusal.Code.NOT_A_NUMBER, what + " holds " + parser.getText() + " where a number is wanted" + hint);
    }

    /** The number at a numeric token; NaN where it is past the range. */
    double bare(JsonParser parser) throws IOException {
        int length = parser.getTextLength();
        char[] text = parser.getTextCharacters();
        int from = parser.getTextOffset();
        if (length > digits.length) {
            digits = new byte[2 * length];
        }
        for (int i = 0; i < length; i++) {
            digits[i] = (byte) text[from + i];
        }
        return DecimalReader.read(digits, 0, length);
    }
}
