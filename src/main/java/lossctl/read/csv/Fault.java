package lossctl.read.csv;

import lossctl.data.Limits;
import lossctl.data.Refusal;

/** What breaks off the search for records; told only when all records before it were read. */
enum Fault {
    /** The records before are fine. */
    NONE,
    /** More or fewer fields than the first record. */
    RAGGED,
    /** A quoted field that does not end. */
    UNCLOSED,
    /** Text between a closing quote and the end of the field. */
    BEHIND_QUOTE,
    /** A field past its limit. */
    LONG_FIELD,
    /** A record past its limit. */
    LONG_RECORD,
    /** A first record with more columns than the limit. */
    MANY_COLUMNS;

    /** The reason in one line, for a record with {@code fields} fields where there should be {@code columns}. */
    Refusal refusal(int fields, int columns, boolean header, Limits limits) {
        return switch (this) {
            case NONE -> throw new IllegalStateException("no fault");
            case RAGGED ->
                new Refusal(
                        Refusal.Code.SHAPE,
                        count(fields, "field") + ", but the " + (header ? "header" : "first row") + " has " + columns);
            case UNCLOSED -> new Refusal(Refusal.Code.MALFORMED, "a quote that is never closed");
            case BEHIND_QUOTE ->
                new Refusal(Refusal.Code.MALFORMED, "text behind a closing quote")
                        .hint("a quote inside a quoted field is written twice");
            case LONG_FIELD ->
                new Refusal(
                        Refusal.Code.LIMIT, "a field longer than " + limits.field() + " bytes (a quote not closed?)");
            case LONG_RECORD ->
                new Refusal(Refusal.Code.LIMIT, "a row longer than " + Dialect.RECORD + " bytes (a quote not closed?)");
            case MANY_COLUMNS -> new Refusal(Refusal.Code.LIMIT, "more than " + limits.columns() + " columns");
        };
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
