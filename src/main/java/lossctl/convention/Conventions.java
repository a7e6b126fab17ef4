package lossctl.convention;

import java.util.ArrayList;
import java.util.List;
import lossctl.num.Nearest;

/** The conventions by the names that {@code as} takes: {@code math}, {@code torch}, {@code torch-2.13}. */
public final class Conventions {
    private Conventions() {}

    /** The frameworks' names, without versions. */
    public static List<String> names() {
        return List.of("math", "keras", "torch", "sklearn");
    }

    /**
     * What a call comes down to under a convention.
     *
     * @throws Refused where there is no such convention, or it refuses the call
     */
    public static Plan plan(String as, Call call) {
        int dash = as.lastIndexOf('-');
        boolean versioned = dash > 0 && dash + 1 < as.length() && Character.isDigit(as.charAt(dash + 1));
        String name = versioned ? as.substring(0, dash) : as;
        if (name.equals("math") && !versioned) {
            return Mathematics.plan(call);
        }
        Framework framework = find(name);
        String version =
                versioned ? as.substring(dash + 1) : framework.versions().get(0);
        if (!framework.versions().contains(version)) {
            throw new Refused(
                    "of " + name + " are known: " + name + "-" + String.join(", " + name + "-", framework.versions()));
        }
        return framework.plan(call, version);
    }

    /** The framework of this name. */
    static Framework find(String name) {
        return switch (name) {
            case "torch" -> new Torch();
            case "keras" -> new Keras();
            case "sklearn" -> new Sklearn();
            default -> {
                List<String> near = new ArrayList<>(Nearest.to(name, names()));
                throw new Refused("unknown convention '" + name + "'; there are: "
                        + String.join(", ", near.isEmpty() ? names() : near));
            }
        };
    }
}
