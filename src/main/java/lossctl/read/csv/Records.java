package lossctl.read.csv;

import java.util.Arrays;

/**
 * Where the fields of some consecutive records are in a buffer.
 *
 * <p>The marks of a record are the position before its first field, then the end of each field. So field {@code c} of a
 * record whose marks begin at {@code m} is {@code [mark[m + c] + 1, mark[m + c + 1])}, quotes included. Records of a plain
 * text whose lines end with LF share marks: the end of one is the position before the next.
 * Filled by {@link Scanner} or {@link PlainScanner}.
 */
final class Records {
    private int[] marks = {};
    private int first;
    private int count;
    private int columns;
    private int stride;
    private long lineEnds;
    private int end;
    private int[] raggedAt = {};
    private int ragged;
    private Fault fault = Fault.NONE;
    private int faultField;
    private int faultFields;
    private int faultAt;

    /** Empties the index; the marks of the first record begin at {@code firstMark}, and so many are likely. */
    void clear(int firstMark, int columnCount, int likelyMarks) {
        first = firstMark;
        columns = columnCount;
        count = 0;
        lineEnds = 0;
        ragged = 0;
        fault = Fault.NONE;
        if (marks.length < firstMark + likelyMarks) {
            marks = new int[firstMark + likelyMarks];
        }
    }

    /** The marks; those of record {@code r} begin at {@code first() + r * stride()}. */
    int[] marks() {
        return marks;
    }

    /** Makes room for so many marks, for an index without any. */
    int[] reserve(int length) {
        if (marks.length < length) {
            marks = new int[length];
        }
        return marks;
    }

    /** Makes room for more marks and keeps those there are. */
    int[] grow() {
        marks = Arrays.copyOf(marks, 2 * marks.length);
        return marks;
    }

    /** Where the marks of the first record begin. */
    int first() {
        return first;
    }

    /** The number of whole records. */
    int count() {
        return count;
    }

    /** Fields in each record. */
    int columns() {
        return columns;
    }

    /** How many marks lie between the first of a record and the first of the next. */
    int stride() {
        return stride;
    }

    /** Where a field begins. */
    int from(int record, int field) {
        return marks[first + record * stride + field] + 1;
    }

    /** Where a field ends. */
    int to(int record, int field) {
        return marks[first + record * stride + field + 1];
    }

    /** Line ends before {@link #end}, those in quotes and of blank lines and comments among them. */
    long lineEnds() {
        return lineEnds;
    }

    /** Where the first record begins that is not whole. */
    int end() {
        return end;
    }

    /** What broke off the search behind the last whole record. */
    Fault fault() {
        return fault;
    }

    /** The field of the fault, from 1; 0 where it is the record. */
    int faultField() {
        return faultField;
    }

    /** The number of fields in the record of the fault, where that is the fault. */
    int faultFields() {
        return faultFields;
    }

    /** The byte of the fault. */
    int faultAt() {
        return faultAt;
    }

    /** Notes a record with {@code fields} fields, not as many as it should have, that is passed over. */
    void passOver(int from, int to, int fields) {
        if (raggedAt.length < 3 * ragged + 3) {
            raggedAt = Arrays.copyOf(raggedAt, 6 * ragged + 12);
        }
        raggedAt[3 * ragged] = from;
        raggedAt[3 * ragged + 1] = to;
        raggedAt[3 * ragged++ + 2] = fields;
    }

    /** How many records were passed over. */
    int ragged() {
        return ragged;
    }

    /** Where the {@code i}-th of them begins (0) and ends (1), and how many fields it has (2). */
    int ragged(int i, int which) {
        return raggedAt[3 * i + which];
    }

    /** What a scan found. */
    void found(int records, int columnCount, int marksApart, long lines, int stop) {
        count = records;
        columns = columnCount;
        stride = marksApart;
        lineEnds = lines;
        end = stop;
    }

    /** Why a scan broke off. */
    void broken(Fault why, int field, int fields, int at) {
        fault = why;
        faultField = field;
        faultFields = fields;
        faultAt = at;
    }

    /**
     * Puts the only record of {@code head}, if it has one, before the first of these; false where it is written otherwise,
     * so that they do not go together.
     */
    boolean prepend(Records head) {
        if (head.ragged > 0) {
            return false;
        }
        if (head.count == 1) {
            if (stride == columns && head.to(0, columns - 1) + 1 != head.end) {
                return false;
            }
            System.arraycopy(head.marks, head.first, marks, first - stride, stride);
            first -= stride;
            count++;
        }
        lineEnds += head.lineEnds;
        return true;
    }
}
