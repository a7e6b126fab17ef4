package lossctl.convention;

import java.util.List;
import java.util.Map;
import lossctl.num.Tensor;

/** The arguments of a call: those given, and the framework's defaults of the others. */
final class Args {
    private final List<Setting> settings;
    private final Map<String, Object> given;
    private final boolean float32;

    /**
     * Holds the names that were given against those the framework knows.
     *
     * @throws Refused where one is not among them
     */
    Args(String loss, List<Setting> settings, Map<String, Object> given, boolean float32) {
        this.settings = settings;
        this.given = given;
        this.float32 = float32;
        for (String name : given.keySet()) {
            if (find(name) == null) {
                StringBuilder known = new StringBuilder();
                for (Setting setting : settings) {
                    known.append(known.length() == 0 ? "" : ", ").append(setting.name());
                }
                throw new Refused(
                        loss + " has no parameter '" + name + "'" + (known.length() == 0 ? "" : "; it has: " + known));
            }
        }
    }

    /** Whether the framework computes in single precision. */
    boolean isFloat32() {
        return float32;
    }

    private Setting find(String name) {
        for (Setting setting : settings) {
            if (setting.name().equals(name)) {
                return setting;
            }
        }
        return null;
    }

    /** The value of a parameter, its default, or null. */
    Object get(String name) {
        Object value = given.get(name);
        if (value != null) {
            return value;
        }
        Setting setting = find(name);
        return setting == null ? null : setting.fallback();
    }

    /** Whether the framework's loss has such a parameter. */
    boolean has(String name) {
        return find(name) != null;
    }

    boolean isSet(String name) {
        return get(name) != null;
    }

    double number(String name) {
        Object value = get(name);
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Tensor tensor && tensor.size() == 1) {
            return tensor.values()[0];
        }
        if (value instanceof Boolean flag && name.equals("pos_label")) {
            return flag ? 1 : 0;
        }
        throw new Refused("'" + name + "' is to be a number, not " + value);
    }

    int integer(String name) {
        double number = number(name);
        if (number != Math.rint(number)) {
            throw new Refused("'" + name + "' is to be a whole number, not " + number);
        }
        return (int) number;
    }

    boolean flag(String name) {
        Object value = get(name);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new Refused("'" + name + "' is to be true or false, not " + value);
    }

    /** A list or a number; null where there is none. */
    Tensor tensor(String name) {
        Object value = get(name);
        if (value == null || value instanceof Tensor) {
            return (Tensor) value;
        }
        return Tensor.scalar(number(name));
    }

    /** A word; null where there is none. */
    String word(String name) {
        Object value = get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new Refused("'" + name + "' is to be a word, not " + value);
    }
}
