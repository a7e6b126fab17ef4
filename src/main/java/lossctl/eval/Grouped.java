package lossctl.eval;

import java.util.ArrayList;
import java.util.List;

/**
 * The answers by group, in the order in which they are told.
 *
 * @param columns the names of the columns that samples are grouped by
 * @param groups the groups
 */
public record Grouped(List<String> columns, List<Group> groups) {

    /** Those of at least {@code n} samples. */
    public Grouped atLeast(long n) {
        List<Group> left = new ArrayList<>();
        for (Group group : groups) {
            if (group.n() >= n) {
                left.add(group);
            }
        }
        return new Grouped(columns, left);
    }
}
