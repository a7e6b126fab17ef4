package lossctl.catalog;

import java.util.ArrayList;
import java.util.List;
import lossctl.loss.Spec;

/** The losses that tests of the catalogue go through: all, or those that {@code -Dloss=log_huber,mse} names. */
public final class Chosen {
    private static final String LOSSES = System.getProperty("loss", "");

    private Chosen() {}

    /** Whether all losses are meant. */
    public static boolean isAll() {
        return LOSSES.isBlank();
    }

    /** The canonical names, in the order of the catalogue if all are meant. */
    public static List<String> names() {
        return specs().stream().map(Spec::name).toList();
    }

    /** The descriptions, in the same order. */
    public static List<Spec> specs() {
        if (isAll()) {
            return Catalog.all();
        }
        List<Spec> specs = new ArrayList<>();
        for (String name : LOSSES.strip().split("\\s*,\\s*")) {
            Spec spec = Catalog.find(name);
            if (spec == null) {
                List<String> near = Catalog.nearest(name);
                throw new IllegalArgumentException("-Dloss: no loss '" + name
                        + "': a new one needs its line in Catalog, \"<task>.<Name>\""
                        + (near.isEmpty() ? "" : "; near it: " + String.join(", ", near)));
            }
            specs.add(spec);
        }
        return specs;
    }
}
