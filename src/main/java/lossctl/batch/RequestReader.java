package lossctl.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lossctl.data.Limits;
import lossctl.data.Refusal;
import lossctl.num.DecimalReader;
import lossctl.num.Nearest;
import lossctl.num.NumberVerdict;
import lossctl.num.Tensor;
import lossctl.read.json.Characters;
import lossctl.read.json.JsonReason;

/** Reads request lines. Numbers go straight into arrays, so a line may be as large as memory allows. */
final class RequestReader {
    private static final List<String> WANTS = List.of("value", "per_sample", "gradient", "gradients", "hessian");
    private static final List<String> FILES =
            List.of("file", "true_file", "pred_file", "key", "input_format", "delimiter", "comment", "no_header");
    private static final List<String> FIELDS = List.of(
            "id", "loss", "as", "params", "inputs", "y_true", "y_pred", "sample_weight", "reduction", "want", "dtype");

    private final JsonFactory factory;
    private final ArrayReader arrays = new ArrayReader();
    private byte[] bytes;
    private JsonParser parser;
    private Request request;

    RequestReader() {
        factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(Limits.DEFAULT.depth())
                        .maxNumberLength(DecimalReader.LONGEST)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, true)
                .build();
    }

    /**
     * Reads one line into a request; what was read before a refusal stays there, so that the id can be told.
     *
     * @throws Refusal where the line is no request
     */
    void read(byte[] line, int from, int to, Request into) {
        bytes = line;
        request = into;
        try (JsonParser opened = factory.createParser(line, from, to - from)) {
            parser = opened;
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Refusal(Refusal.Code.MALFORMED, "a request is a JSON object");
            }
            fields(from);
            if (parser.nextToken() != null) {
                throw new Refusal(Refusal.Code.MALFORMED, "something follows the request: one a line");
            }
        } catch (JsonProcessingException e) {
            int column = Characters.at(line, from, JsonReason.place(e, parser).getColumnNr());
            String message = e.getOriginalMessage();
            throw e instanceof StreamConstraintsException
                    ? new Refusal(Refusal.Code.LIMIT, JsonReason.limit(message))
                    : new Refusal(
                            Refusal.Code.MALFORMED, "not JSON at column " + column + ": " + JsonReason.of(message));
        } catch (IOException e) {
            throw new Refusal(Refusal.Code.MALFORMED, "not JSON: " + e.getMessage());
        }
    }

    /** Reads all fields even after a refusal, for the id may come last. */
    private void fields(int from) throws IOException {
        Refusal first = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            try {
                field(name, from);
            } catch (Refusal refusal) {
                first = first == null ? refusal : first;
                leaveField();
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private void leaveField() throws IOException {
        while (!parser.getParsingContext().getParent().inRoot()
                || parser.currentToken().isStructStart()) {
            parser.nextToken();
        }
    }

    private void field(String name, int from) throws IOException {
        if (name.equals("id")) {
            int start = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            parser.finishToken();
            int end = (int) parser.currentLocation().getByteOffset();
            request.id = new String(bytes, from + start, end - start, StandardCharsets.UTF_8).trim();
            return;
        }
        boolean file = FILES.contains(name) || name.endsWith("_col");
        if (parser.currentToken() == JsonToken.VALUE_NULL && (FIELDS.contains(name) || file)) {
            return;
        }
        switch (name) {
            case "loss" -> request.loss = word(name);
            case "as" -> request.as = word(name);
            case "dtype" -> request.float32 = isFloat32();
            case "reduction" -> request.reduction = word(name);
            case "y_true" -> request.truth = array(name);
            case "y_pred" -> request.prediction = array(name);
            case "sample_weight" -> request.weight = array(name);
            case "params" -> params();
            case "inputs" -> inputs();
            case "want" -> request.want = wants();
            default -> {
                if (!file) {
                    List<String> near = Nearest.to(name, FIELDS);
                    throw new Refusal(
                            Refusal.Code.USAGE,
                            "unknown field '" + name + "'"
                                    + (near.isEmpty() ? "" : ". Did you mean '" + near.get(0) + "'?"));
                }
                request.files.put(name, word(name));
            }
        }
    }

    private boolean isFloat32() throws IOException {
        String dtype = word("dtype");
        if (!dtype.equals("float32") && !dtype.equals("float64")) {
            throw new Refusal(Refusal.Code.USAGE, "unknown dtype '" + dtype + "'; there are: float64, float32");
        }
        return dtype.equals("float32");
    }

    private Tensor array(String name) throws IOException {
        Tensor tensor = arrays.read(parser, name);
        if (arrays.words() != null) {
            request.words.put(name, arrays.words());
        }
        return tensor;
    }

    private String word(String name) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING || token.isScalarValue() && !FIELDS.contains(name)) {
            return parser.getText();
        }
        throw new Refusal(Refusal.Code.USAGE, "'" + name + "' is to be a text");
    }

    private void inputs() throws IOException {
        wantObject("inputs");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                request.inputs.put(name, array(name));
            }
        }
    }

    private void params() throws IOException {
        wantObject("params");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            switch (token) {
                case VALUE_NULL -> {
                    // counts as absent, but for the average of scores, whose absence is another one
                    if (name.equals("average")) {
                        request.params.put(name, "none");
                    }
                }
                case VALUE_TRUE, VALUE_FALSE -> request.params.put(name, parser.getBooleanValue());
                case VALUE_STRING -> request.params.put(name, numberOrWord(parser.getText()));
                case START_ARRAY -> request.params.put(name, array(name));
                case START_OBJECT ->
                    throw new Refusal(Refusal.Code.USAGE, "parameter '" + name + "' cannot be an object");
                default -> {
                    Tensor number = arrays.read(parser, name);
                    request.params.put(name, number.values()[0]);
                }
            }
        }
    }

    /** A number that is not finite comes as a string. */
    private static Object numberOrWord(String text) {
        NumberVerdict verdict = DecimalReader.verdict(text);
        return switch (verdict) {
            case NAN -> (Object) Double.NaN;
            case POSITIVE_INFINITY -> (Object) Double.POSITIVE_INFINITY;
            case NEGATIVE_INFINITY -> (Object) Double.NEGATIVE_INFINITY;
            default -> text;
        };
    }

    private void wantObject(String name) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new Refusal(Refusal.Code.USAGE, "'" + name + "' is to be an object of values by name");
        }
    }

    private List<String> wants() throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new Refusal(Refusal.Code.USAGE, "'want' is to be a list of: " + String.join(", ", WANTS));
        }
        List<String> wants = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String want = parser.getText();
            if (!WANTS.contains(want)) {
                throw new Refusal(
                        Refusal.Code.USAGE, "unknown want '" + want + "'; there are: " + String.join(", ", WANTS));
            }
            wants.add(want);
        }
        return wants;
    }
}
