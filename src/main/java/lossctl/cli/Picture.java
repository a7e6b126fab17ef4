package lossctl.cli;

import java.util.List;
import lossctl.plot.Figure;
import lossctl.write.CheckedOut;
import lossctl.write.Style;

/** A picture of data: {@code plot residuals FILE} and its like. */
interface Picture {
    /** What it shows, in one line. */
    String summary();

    /** Its options, but for those that all pictures have. */
    List<Option> options();

    /** Command lines that show it at work, for help. */
    List<String> examples();

    /** Reads the data. */
    Sight look(Arguments arguments, Console console);

    /** Writes the numbers behind a picture. */
    interface Rows {
        /** Writes them as CSV or JSON, as the style says. */
        void write(Style style, CheckedOut out);
    }

    /**
     * What was seen.
     *
     * @param figure to be drawn
     * @param rows the numbers behind it
     */
    record Sight(Figure figure, Rows rows) {}
}
