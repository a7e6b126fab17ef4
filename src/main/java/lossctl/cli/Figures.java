package lossctl.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lossctl.catalog.Catalog;
import lossctl.eval.Contrast;
import lossctl.eval.Estimate;
import lossctl.eval.Group;
import lossctl.eval.Result;
import lossctl.eval.Score;
import lossctl.loss.Spec;
import lossctl.num.Nearest;

/** The numbers of a result by the names under which gates ask for them: {@code mse}, {@code mse.ci.high}, {@code n}. */
final class Figures {
    /** Ends the name of what is a share of something, for gates whose limit is in percent. */
    static final String PERCENT = "%";

    /** The rows left out, and in percent their share of all. */
    static final String SKIPPED = "skipped";

    private final Map<String, Double> numbers = new LinkedHashMap<>();
    private final List<String> losses = new ArrayList<>();
    private Slices slices = new Slices();

    /** The figures of a result: every loss by its name and, where that differs, with its parameters. */
    static Figures of(Result result) {
        Figures figures = new Figures();
        for (Score score : result.scores()) {
            figures.put(score, result, score.value(), score.estimate());
        }
        figures.numbers.put("n", (double) result.n());
        return figures.skipping(result);
    }

    /** The figures of a group of the samples of a result. A loss without a value there is NaN. */
    static Figures of(Group group, Result result) {
        Figures figures = new Figures();
        for (int i = 0; i < result.scores().size(); i++) {
            double value = group.isUndefined(i) ? Double.NaN : group.values()[i];
            figures.put(result.scores().get(i), result, value, group.estimate(i));
        }
        figures.numbers.put("n", (double) group.n());
        return figures;
    }

    /** These, with how many rows were left out of a result that they rest on: of several the one that lost most. */
    Figures skipping(Result result) {
        double share = result.skipped() == 0 ? 0 : result.skipped() / ((double) result.skipped() + result.n());
        if (share >= numbers.getOrDefault(SKIPPED + PERCENT, 0.0)) {
            numbers.put(SKIPPED, (double) result.skipped());
            numbers.put(SKIPPED + PERCENT, share);
        }
        return this;
    }

    /** These, with those of parts of the result. */
    Figures with(Slices parts) {
        slices = parts;
        return this;
    }

    Slices slices() {
        return slices;
    }

    private void put(Score score, Result result, double value, Estimate estimate) {
        put(score.label(), value, estimate);
        losses.add(score.label());
        if (isOnly(score, result)) {
            put(score.name(), value, estimate);
        }
    }

    /** The figures of comparisons with one candidate; a loss's own name is that of its new value. */
    static Figures of(List<Contrast> contrasts) {
        Figures figures = new Figures();
        for (Contrast contrast : contrasts) {
            figures.losses.add(contrast.loss());
            figures.put(contrast, contrast.loss() + ".");
            figures.numbers.put(contrast.loss(), contrast.value());
            if (contrasts.size() == 1) {
                figures.put(contrast, "");
            }
        }
        return figures;
    }

    private void put(Contrast contrast, String prefix) {
        numbers.put(prefix + "change", contrast.change());
        numbers.put(prefix + "change" + PERCENT, contrast.relative());
        numbers.put(prefix + "base", contrast.base());
        numbers.put(prefix + "new", contrast.value());
        numbers.put(prefix + "p", contrast.adjusted());
        numbers.put(prefix + "change.ci.low", contrast.bounds().low());
        numbers.put(prefix + "change.ci.high", contrast.bounds().high());
        numbers.put(prefix + "n", (double) contrast.n());
    }

    private static boolean isOnly(Score score, Result result) {
        for (Score other : result.scores()) {
            if (other != score && other.name().equals(score.name())) {
                return false;
            }
        }
        return true;
    }

    private void put(String name, double value, Estimate estimate) {
        numbers.put(name, value);
        if (estimate != null) {
            numbers.put(name + ".se", estimate.standardError());
            if (estimate.wanted().hasLevel()) {
                numbers.put(name + ".ci.low", estimate.bounds().low());
                numbers.put(name + ".ci.high", estimate.bounds().high());
            }
        }
    }

    /** The name under which a gate's figure is kept; null where there is none, or more than one could be meant. */
    String resolve(String name) {
        if (name.isEmpty()) {
            return losses.size() == 1 && numbers.containsKey(losses.get(0)) ? losses.get(0) : null;
        }
        if (numbers.containsKey(name)) {
            return name;
        }
        if (name.startsWith("ci.") || name.equals("se")) {
            return losses.size() == 1 ? resolve(losses.get(0) + "." + name) : null;
        }
        for (String each : numbers.keySet()) {
            if (Nearest.plain(each).equals(Nearest.plain(name))) {
                return each;
            }
        }
        int dot = name.indexOf('.');
        Spec spec = Catalog.find(dot < 0 ? name : name.substring(0, dot));
        String canonical = spec == null ? "" : spec.name() + (dot < 0 ? "" : name.substring(dot));
        return numbers.containsKey(canonical) ? canonical : null;
    }

    double get(String name) {
        return numbers.get(name);
    }

    /** The names that there are. */
    List<String> names() {
        List<String> names = new ArrayList<>(numbers.keySet());
        names.removeIf(name -> name.endsWith(PERCENT));
        return names;
    }
}
