package lossctl.read.csv;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lossctl.data.Block;
import lossctl.data.Places;
import lossctl.read.Roles;

/**
 * Where the numbers of a column go.
 *
 * @param field the column, from 0
 * @param role what it is
 * @param input which further input, for that role
 * @param index which of the role's values
 * @param width how many values the role has in a row
 */
record Target(int field, Places.Role role, int input, int index, int width) implements Comparable<Target> {

    /** All columns that hold numbers, as they stand in the file. */
    static List<Target> of(Roles roles) {
        List<Target> targets = new ArrayList<>();
        add(targets, roles.truth(), Places.Role.TRUTH, 0);
        add(targets, roles.prediction(), Places.Role.PREDICTION, 0);
        for (int i = 0; i < roles.inputs().size(); i++) {
            add(targets, roles.inputs().get(i), Places.Role.INPUT, i);
        }
        if (roles.weight() >= 0) {
            add(targets, new int[] {roles.weight()}, Places.Role.WEIGHT, 0);
        }
        Collections.sort(targets);
        return targets;
    }

    private static void add(List<Target> targets, int[] fields, Places.Role role, int input) {
        for (int i = 0; i < fields.length; i++) {
            targets.add(new Target(fields[i], role, input, i, fields.length));
        }
    }

    /** The block's array that the numbers go to. */
    double[] array(Block block) {
        return switch (role) {
            case TRUTH -> block.truth();
            case PREDICTION -> block.prediction();
            case INPUT -> block.vector(input + 1);
            case WEIGHT -> block.weights();
        };
    }

    @Override
    public int compareTo(Target other) {
        return Integer.compare(field, other.field);
    }
}
