package lossctl.plot;

import java.util.List;

/**
 * A picture as data: charts one below the other under one title.
 *
 * @param title one line
 * @param description what can be seen, in words, for those who cannot see it
 * @param remarks lines under the title: the numbers that go with the picture
 * @param charts from top to bottom
 */
public record Figure(String title, String description, List<String> remarks, List<Chart> charts) {
    /** Copies the lists. */
    public Figure {
        remarks = List.copyOf(remarks);
        charts = List.copyOf(charts);
    }

    /** A figure without remarks. */
    public static Figure of(String title, String description, Chart... charts) {
        return new Figure(title, description, List.of(), List.of(charts));
    }
}
