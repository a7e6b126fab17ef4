package lossctl.eval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import lossctl.num.DecimalReader;

/** Sorts groups by their keys, column by column: by value where all texts of a column are numbers, else as texts. */
final class GroupOrder {
    private GroupOrder() {}

    /** Sorts the groups and gives the bins among their keys their names. */
    static void sort(List<Group> groups, GroupBy by) {
        int columns = by.columns().size();
        boolean[] numeric = new boolean[columns];
        Arrays.fill(numeric, true);
        for (Group group : groups) {
            for (int i = 0; i < columns; i++) {
                double x = numeric[i] ? DecimalReader.read(group.keys()[i]) : Double.NaN;
                numeric[i] = x == x;
            }
        }
        groups.sort(new Comparator<Group>() {
            @Override
            public int compare(Group a, Group b) {
                for (int i = 0; i < columns; i++) {
                    int order = compareKeys(a.keys()[i], b.keys()[i], numeric[i]);
                    if (order != 0) {
                        return order;
                    }
                }
                return 0;
            }
        });
        for (int i = 0; i < columns; i++) {
            double[] edges = by.edges().get(i);
            for (Group group : edges == null ? List.<Group>of() : groups) {
                group.keys()[i] = Bins.name(Integer.parseInt(group.keys()[i]), edges);
            }
        }
    }

    private static int compareKeys(String a, String b, boolean numeric) {
        int order = numeric ? Double.compare(DecimalReader.read(a), DecimalReader.read(b)) : 0;
        return order != 0 ? order : a.compareTo(b);
    }
}
