package lossctl.derive;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import lossctl.loss.Param;
import lossctl.loss.Params;
import lossctl.loss.Spec;

/** Parameters that are not at their defaults, and how they are typed. */
final class Settings {
    private Settings() {}

    /** The values that differ from the defaults, by name. */
    static Map<String, Object> changed(Spec spec, Params params) {
        Map<String, Object> changed = new LinkedHashMap<>();
        for (Param param : spec.params()) {
            Object value = params.get(param.name());
            if (!Objects.equals(value, param.fallback())) {
                changed.put(param.name(), value);
            }
        }
        return changed;
    }

    /** {@code --delta 2.0}, {@code --from-logits}. */
    static String option(String name, Object value) {
        String option = "--" + name.replace('_', '-');
        return Boolean.TRUE.equals(value) ? option : option + " " + Page.text(value);
    }
}
