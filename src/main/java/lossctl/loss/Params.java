package lossctl.loss;

import java.util.List;
import java.util.stream.Collectors;

/** The values of a loss's parameters: those given, and the defaults of the others. Immutable. */
public final class Params {
    private final List<Param> params;
    private final Object[] values;

    private Params(List<Param> params, Object[] values) {
        this.params = params;
        this.values = values;
    }

    /** Every parameter at its default. */
    public static Params defaults(List<Param> params) {
        Object[] values = new Object[params.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = params.get(i).fallback();
        }
        return new Params(params, values);
    }

    /**
     * These parameters with one of them set.
     *
     * @param value a Number or its text, Boolean, String or double[], as the parameter's type wants
     * @throws BadParameter where there is no such parameter, or it cannot take the value
     */
    public Params with(String name, Object value) {
        Object[] changed = values.clone();
        int i = require(name);
        changed[i] = params.get(i).accept(value);
        return new Params(params, changed);
    }

    /** The parameters, in the order of their definition. */
    public List<Param> list() {
        return params;
    }

    /** Whether there is a parameter of this name. */
    public boolean has(String name) {
        return indexOf(name) >= 0;
    }

    /** Whether the parameter has a value: it may have no default. */
    public boolean isSet(String name) {
        int i = indexOf(name);
        return i >= 0 && values[i] != null;
    }

    /** The value of a parameter in its own type, or null. */
    public Object get(String name) {
        return values[require(name)];
    }

    /** A number; NaN where it has neither value nor default. */
    public double number(String name) {
        Object value = get(name);
        return value == null ? Double.NaN : ((Number) value).doubleValue();
    }

    /** A whole number that has a value or default. */
    public int integer(String name) {
        return Math.toIntExact(((Number) get(name)).longValue());
    }

    /** A flag. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(get(name));
    }

    /** A list of numbers; null where it has neither value nor default. The array is the caller's. */
    public double[] numbers(String name) {
        double[] list = (double[]) get(name);
        return list == null ? null : list.clone();
    }

    /** A word. */
    public String choice(String name) {
        return (String) get(name);
    }

    private int require(String name) {
        int i = indexOf(name);
        if (i < 0) {
            String known = params.stream().map(Param::name).collect(Collectors.joining(", "));
            throw new BadParameter("no parameter '" + name + "'" + (known.isEmpty() ? "" : "; there are: " + known));
        }
        return i;
    }

    private int indexOf(String name) {
        for (int i = 0; i < values.length; i++) {
            if (params.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
