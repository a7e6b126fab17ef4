package lossctl.write;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns for the eye: texts to the left, numbers to the right, two blanks between. Rows are held back to find the
 * widths; past a bound these are settled, and wider cells in later rows stick out.
 */
final class PlainTable implements Table {
    private static final int ROWS = 10_000;
    private static final int CHARACTERS = 1 << 22;

    private final List<Column> columns;
    private final Style style;
    private final CheckedOut out;
    private final int[] widths;
    private List<String[]> held = new ArrayList<>();
    private int characters;

    PlainTable(List<Column> columns, Style style, CheckedOut out) {
        this.columns = columns;
        this.style = style;
        this.out = out;
        widths = new int[columns.size()];
        String[] heading = new String[columns.size()];
        for (int i = 0; i < heading.length; i++) {
            heading[i] = SafeText.visible(columns.get(i).name());
        }
        hold(heading);
    }

    @Override
    public void row(Object... cells) {
        String[] texts = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            texts[i] = SafeText.visible(columns.get(i).cell(cells[i], style));
        }
        if (held == null) {
            line(texts);
            return;
        }
        hold(texts);
        if (held.size() > ROWS || characters > CHARACTERS) {
            release();
        }
    }

    private void hold(String[] texts) {
        held.add(texts);
        for (int i = 0; i < texts.length; i++) {
            widths[i] = Math.max(widths[i], TextWidth.of(texts[i]));
            characters += texts[i].length();
        }
    }

    private void release() {
        List<String[]> rows = held;
        held = null;
        for (String[] row : rows) {
            line(row);
        }
    }

    private void line(String[] texts) {
        // Blanks are written before the next text, so that no line ends in them.
        int owed = 0;
        for (int i = 0; i < texts.length; i++) {
            int padding = widths[i] - TextWidth.of(texts[i]);
            boolean left = columns.get(i).isText();
            owed += left ? 0 : padding;
            if (!texts[i].isEmpty()) {
                blanks(owed);
                out.text(texts[i]);
                owed = 0;
            }
            owed += left ? padding + 2 : 2;
        }
        out.ascii('\n');
    }

    private void blanks(int count) {
        for (int i = 0; i < count; i++) {
            out.ascii(' ');
        }
    }

    @Override
    public void finish() {
        if (held != null) {
            release();
        }
    }
}
