package lossctl.read.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import lossctl.data.Limits;
import lossctl.data.Policy;
import lossctl.data.Refusal;
import lossctl.num.DecimalReader;
import lossctl.read.ReadOptions;

/**
 * Jackson's parsers with our bounds: strict RFC 8259, but for the words NaN and Infinity that Python writes where the
 * policy lets such numbers through. Any number of threads.
 */
final class Parsers {
    private final Limits limits;
    private final boolean nonFinite;
    private JsonFactory factory;

    Parsers(ReadOptions options) {
        limits = options.limits();
        // what may be left unread may be no number; what is read is refused where its place is known
        nonFinite = options.policy().nonFinite() != Policy.NonFinite.FAIL || options.unchecked();
    }

    /** Made where a parser is wanted: on some JDKs, the classes behind it take 20 ms, and plain lines need none. */
    private synchronized JsonFactory factory() {
        if (factory == null) {
            factory = JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(limits.depth())
                            .maxNumberLength(DecimalReader.LONGEST)
                            .maxStringLength(limits.field())
                            .maxNameLength(limits.field())
                            .build())
                    .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
                    .configure(JsonFactory.Feature.CHARSET_DETECTION, false)
                    .configure(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS, nonFinite)
                    .build();
        }
        return factory;
    }

    /** How many columns there may be. */
    int columns() {
        return limits.columns();
    }

    /** A parser of a whole text, at its first token. */
    JsonParser open(InputStream in) {
        try {
            return factory().createParser(new Utf8Stream(in));
        } catch (IOException e) {
            throw new UncheckedIOException("a parser does not read before it is asked", e);
        }
    }

    /** A parser of one line; its bytes must be UTF-8. */
    JsonParser open(byte[] bytes, int from, int to) {
        try {
            return factory().createParser(bytes, from, to - from);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail", e);
        }
    }

    /**
     * Refuses a table that is too wide.
     *
     * @param count fields of an object, or values of a row
     */
    void checkColumns(int count, JsonParser parser) {
        if (count > columns()) {
            throw at(
                    new Refusal(Refusal.Code.LIMIT, "more than " + columns() + " columns"),
                    parser.currentTokenLocation());
        }
    }

    /** What went wrong, with its place, or where the parser is; the file is the caller's to add. */
    static Refusal refusal(IOException e, JsonParser parser) {
        if (!(e instanceof JsonProcessingException problem)) {
            return new Refusal(Refusal.Code.IO, "read failed: " + e.getMessage());
        }
        String message = problem.getOriginalMessage();
        Refusal refusal = problem instanceof StreamConstraintsException
                ? new Refusal(Refusal.Code.LIMIT, JsonReason.limit(message))
                : message.startsWith("Non-standard token")
                        ? new Refusal(Refusal.Code.NOT_FINITE, "not finite").hint("--nonfinite skip, or propagate")
                        : new Refusal(Refusal.Code.MALFORMED, "not JSON: " + JsonReason.of(message));
        return at(refusal, JsonReason.place(problem, parser));
    }

    /** Puts line and column into a refusal. */
    static Refusal at(Refusal refusal, JsonLocation place) {
        return place == null ? refusal.at(1, 1) : refusal.at(Math.max(1, place.getLineNr()), column(place));
    }

    static int column(JsonLocation place) {
        return Math.max(1, place.getColumnNr());
    }
}
