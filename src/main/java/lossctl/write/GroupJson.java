package lossctl.write;

import lossctl.eval.Group;
import lossctl.eval.Grouped;

/** The groups as a member of an object that is open: objects by their keys, nested where they are by several columns. */
final class GroupJson {
    private GroupJson() {}

    static void write(JsonOut json, Grouped grouped, LossColumns losses) {
        json.name("groups").object();
        int columns = grouped.columns().size();
        String[] open = null;
        for (Group group : grouped.groups()) {
            int same = same(open, group.keys());
            for (int i = columns; open != null && i > same; i--) {
                json.endObject();
            }
            for (int i = same; i < columns; i++) {
                json.name(group.keys()[i]).object();
            }
            open = group.keys();
            numbers(json, group, losses);
        }
        for (int i = columns; open != null && i > 0; i--) {
            json.endObject();
        }
        json.endObject();
    }

    /** How many of the first keys are the same. */
    private static int same(String[] a, String[] b) {
        int same = 0;
        while (a != null && same < a.length && a[same].equals(b[same])) {
            same++;
        }
        return same;
    }

    private static void numbers(JsonOut json, Group group, LossColumns losses) {
        for (int i = 0; i < losses.size(); i++) {
            json.name(losses.name(i));
            if (group.isUndefined(losses.place(i))) {
                json.text(null);
            } else {
                json.number(group.values()[losses.place(i)]);
            }
        }
        json.name("n").count(group.n());
        EvaluationJson.uncertainty(json, losses, i -> group.estimate(losses.place(i)));
    }
}
