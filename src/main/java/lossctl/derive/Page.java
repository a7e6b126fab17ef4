package lossctl.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lossctl.convention.Conventions;
import lossctl.convention.Meaning;
import lossctl.loss.Example;
import lossctl.loss.Param;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.DecimalWriter;
import lossctl.num.Interval;

/**
 * All that is known of a loss, in texts: what {@code explain} shows, and the pages of the documentation hold.
 *
 * @param name canonical
 * @param summary one line
 * @param kind {@code loss} or {@code metric}
 * @param better {@code lower}, {@code higher} or {@code nearer 0}
 * @param family what it sees at once
 * @param formula the loss of a sample, a part a line
 * @param gradient its derivative by the prediction, a part a line; empty for a metric
 * @param parameters what can be set
 * @param domain what values may be
 * @param kinks where the slope jumps; empty where it does not
 * @param traits what holds of it, in words
 * @param notes sentences on edges
 * @param aliases other names; where one implies parameters they stand behind it: {@code bce_logits (--from-logits)}
 * @param meanings what frameworks make of it
 * @param examples command lines with their results
 * @param source paper or framework
 */
public record Page(
        String name,
        String summary,
        String kind,
        String better,
        Family family,
        List<String> formula,
        List<String> gradient,
        List<Setting> parameters,
        List<Place> domain,
        String kinks,
        List<String> traits,
        List<String> notes,
        List<String> aliases,
        List<Meaning> meanings,
        List<Worked> examples,
        String source) {

    /**
     * A parameter.
     *
     * @param option as typed, with what it takes: {@code --delta X}
     * @param range what it may be: {@code a number in (0, inf)}
     * @param fallback its value where none is given; empty where there is none
     * @param description one line
     */
    public record Setting(String option, String range, String fallback, String description) {}

    /**
     * What values may be in one place of the samples.
     *
     * @param when the option under which this holds; empty for the defaults
     * @param name {@code truth}, {@code prediction} or the name of a further input
     * @param domain in words
     */
    public record Place(String when, String name, String domain) {}

    /**
     * A worked example.
     *
     * @param command a line for the shell
     * @param value the mean loss that it prints
     * @param gradient the gradient of the mean loss, row by row; empty where the source does not tell
     */
    public record Worked(String command, double value, List<Double> gradient) {}

    /** The page of a loss. */
    public static Page of(Spec spec) {
        List<Setting> settings = new ArrayList<>();
        for (Param param : spec.params()) {
            settings.add(setting(param));
        }
        List<String> traits = new ArrayList<>();
        for (Trait trait : spec.traits()) {
            traits.add(Traits.describe(trait));
        }
        List<String> aliases = new ArrayList<>();
        for (String alias : spec.aliases()) {
            aliases.add(alias + implied(spec, alias));
        }
        List<Worked> examples = new ArrayList<>();
        for (Example example : spec.examples()) {
            examples.add(new Worked(CommandLines.of(spec, example), example.value(), List.copyOf(example.gradient())));
        }
        return new Page(
                spec.name(),
                spec.summary(),
                spec.isMetric() ? "metric" : "loss",
                spec.better().word(),
                Family.of(spec.create(spec.defaults())),
                parts(spec.formula()),
                parts(spec.slope()),
                settings,
                Domains.of(spec),
                Kinks.of(spec),
                traits,
                spec.notes(),
                aliases,
                Conventions.meanings(spec.name()),
                examples,
                spec.source());
    }

    private static Setting setting(Param param) {
        String range = switch (param.type()) {
            case NUMBER -> in("a number", param.interval());
            case INTEGER -> in("a whole number", param.interval());
            case NUMBERS -> in("numbers", param.interval());
            case FLAG, CHOICE -> "";
        };
        String fallback = param.type() == Param.Type.FLAG || param.fallback() == null ? "" : text(param.fallback());
        return new Setting(
                param.option() + (param.type() == Param.Type.FLAG ? "" : " " + param.label()),
                range,
                fallback,
                param.description());
    }

    private static String in(String what, Interval interval) {
        return interval.equals(Interval.REAL) ? what : what + " in " + interval;
    }

    /** The value of a parameter as it is typed. */
    static String text(Object value) {
        if (value instanceof double[] numbers) {
            StringBuilder text = new StringBuilder();
            for (double number : numbers) {
                text.append(text.length() == 0 ? "" : ",").append(DecimalWriter.text(number));
            }
            return text.toString();
        }
        boolean real = value instanceof Double || value instanceof Float;
        return real ? DecimalWriter.text(((Number) value).doubleValue()) : String.valueOf(value);
    }

    private static String implied(Spec spec, String alias) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Object> setting :
                Settings.changed(spec, spec.defaults(alias)).entrySet()) {
            text.append(text.length() == 0 ? " (" : " ").append(Settings.option(setting.getKey(), setting.getValue()));
        }
        return text.length() == 0 ? "" : text.append(')').toString();
    }

    private static List<String> parts(String formula) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= formula.length(); i++) {
            if (i == formula.length() || formula.charAt(i) == ';') {
                String part = formula.substring(from, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                from = i + 1;
            }
        }
        return parts;
    }
}
