package lossctl.read.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import lossctl.data.Places;
import lossctl.data.Refusal;
import lossctl.read.Field;
import lossctl.read.Fields;

/** Places of the rows of a document: found by reading it once more, where it can be. */
final class DocumentPlaces implements Places {
    /** What the document is. */
    enum Form {
        /** An object of arrays. */
        COLUMNS,
        /** An array of objects. */
        RECORDS,
        /** An array. */
        ARRAY
    }

    private final JsonDocument document;
    private final Form form;
    private final Fields fields;
    private final int[] origin;
    private final long first;

    /** Rows whose numbers in the document, less {@code first}, are in {@code origin}. */
    DocumentPlaces(JsonDocument document, Form form, Fields fields, int[] origin, long first) {
        this.document = document;
        this.form = form;
        this.fields = fields;
        this.origin = origin;
        this.first = first;
    }

    @Override
    public Refusal mark(Refusal refusal, int row, Role role, int index) {
        Field field = fields.holder(role, index);
        refusal.in(document.name()).column(field.name());
        int inner = fields.inner(role, index) - field.offset();
        long number = first + origin[row];
        try (JsonParser parser = document.again()) {
            if (parser == null) {
                return refusal;
            }
            Locator locator = new Locator(parser);
            switch (form) {
                case COLUMNS -> locator.inColumn(refusal, field.name(), number, inner);
                case RECORDS -> locator.inRecord(refusal, number, field.name(), inner);
                default -> locator.inArray(refusal, number, inner);
            }
            document.countCharacters(refusal);
        } catch (IOException e) {
            // The file changed meanwhile; what was refused stays refused, only without its place.
        }
        return refusal;
    }

    @Override
    public String name(int row, Role role, int index) {
        return fields.name(role, index);
    }

    @Override
    public String describe(int row) {
        return document.name() + ": row " + (first + origin[row] + 1);
    }
}
