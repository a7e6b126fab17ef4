package lossctl.data;

/**
 * Data that cannot be answered, with all that one clear line needs: what, where, and what to do.
 *
 * <p>Unchecked, since only the command line catches it: between there and the place that noticed, nothing could mend it.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why: a stable word for machines, and the exit status that goes with it. */
    public enum Code {
        /** A cell that is not a number. */
        NOT_A_NUMBER(3),
        /** A number past the range of doubles. */
        OVERFLOW(3),
        /** A missing value where none may be. */
        MISSING_VALUE(3),
        /** NaN or an infinity where none may be. */
        NOT_FINITE(3),
        /** A value outside what the loss is defined for. */
        OUT_OF_DOMAIN(3),
        /** A column, field or array that is not there. */
        NO_COLUMN(3),
        /** Two columns that could be meant. */
        AMBIGUOUS_COLUMN(3),
        /** Lengths or widths that do not go together. */
        SHAPE(3),
        /** Nothing to compute from. */
        EMPTY(3),
        /** A label that no column or list names. */
        UNKNOWN_LABEL(3),
        /** Weights that sum to zero, are negative or not finite. */
        BAD_WEIGHT(3),
        /** Text that is not in the format it should be in. */
        MALFORMED(3),
        /** These samples leave the loss without a value. */
        UNDEFINED(3),
        /** Keys that occur twice, or in one of two files only. */
        KEY(3),
        /** A warning under {@code --strict}. */
        STRICT(3),
        /** Options that do not go together with this loss or these data. */
        USAGE(2),
        /** No such file, no permission, a read or write that failed. */
        IO(4),
        /** A field, header or depth past its limit. */
        LIMIT(5);

        private final int exit;

        Code(int exit) {
            this.exit = exit;
        }

        /** The exit status. */
        public int exit() {
            return exit;
        }
    }

    private final Code code;
    private String file;
    private long line;
    private int position;
    private int field;
    private String column;
    private String value;
    private String hint;
    private String loss;
    private boolean elsewhere;

    /** A reason in one line, without place and without hint. */
    public Refusal(Code code, String message) {
        super(message, null, false, true);
        this.code = code;
    }

    /** Names the file: a path, or {@code <stdin>}. */
    public Refusal in(String name) {
        file = name;
        return this;
    }

    /** Says that no file which is read has a part in it: what is written went wrong. */
    public Refusal elsewhere() {
        elsewhere = true;
        return this;
    }

    /** Names the file where none was named yet and one has a part in it; an empty name is none. */
    public Refusal inUnlessNamed(String name) {
        if (file == null && !elsewhere && !name.isEmpty()) {
            file = name;
        }
        return this;
    }

    /** Names the line and the character in it, both from 1; 0 where unknown. */
    public Refusal at(long lineNumber, int character) {
        line = lineNumber;
        position = character;
        return this;
    }

    /** Names the field of the line, from 1. */
    public Refusal field(int number) {
        field = number;
        return this;
    }

    /** Names the column. */
    public Refusal column(String name) {
        column = name;
        return this;
    }

    /** Quotes the text that was refused (cut to 40 characters where it is shown). */
    public Refusal value(String text) {
        value = text;
        return this;
    }

    /** Names the loss that refuses, where it is a loss that does. */
    public Refusal by(String name) {
        loss = name;
        return this;
    }

    /** The same refusal in other words. */
    public Refusal reworded(String message) {
        Refusal other = new Refusal(code, message);
        other.file = file;
        other.line = line;
        other.position = position;
        other.field = field;
        other.column = column;
        other.value = value;
        other.hint = hint;
        other.loss = loss;
        other.elsewhere = elsewhere;
        return other;
    }

    /** Says what to do. */
    public Refusal hint(String text) {
        hint = text;
        return this;
    }

    /** Why. */
    public Code code() {
        return code;
    }

    /** The file, or null. */
    public String file() {
        return file;
    }

    /** The line from 1, or 0. */
    public long line() {
        return line;
    }

    /** The character in the line from 1, or 0. */
    public int position() {
        return position;
    }

    /** The field from 1, or 0. */
    public int field() {
        return field;
    }

    /** The column, or null. */
    public String column() {
        return column;
    }

    /** The text that was refused, or null. */
    public String value() {
        return value;
    }

    /** The loss that refuses, or null. */
    public String loss() {
        return loss;
    }

    /** What to do, or null. */
    public String hint() {
        return hint;
    }
}
