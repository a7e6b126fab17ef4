package lossctl.catalog.ranking;

import java.util.Arrays;

/** The order of values. */
final class Order {
    private Order() {}

    /** The places of the values from the greatest down; of equal ones the first comes first. */
    static int[] descending(double[] values) {
        Integer[] places = new Integer[values.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        Arrays.sort(places, (i, j) -> Double.compare(values[j], values[i]));
        int[] order = new int[places.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = places[i];
        }
        return order;
    }
}
