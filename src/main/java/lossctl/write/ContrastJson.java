package lossctl.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lossctl.eval.Contrast;

/**
 * Comparisons as one JSON object that DVC takes for a metrics file: by candidate, then by loss; those of groups by their
 * keys in {@code groups}. Then what all of them rest on.
 */
final class ContrastJson {
    private final JsonOut json;

    private ContrastJson(JsonOut json) {
        this.json = json;
    }

    static void write(List<Contrast> contrasts, Footing footing, Style style, CheckedOut out) {
        Map<String, List<Contrast>> candidates = new LinkedHashMap<>();
        for (Contrast contrast : contrasts) {
            candidates
                    .computeIfAbsent(contrast.candidate(), candidate -> new ArrayList<>())
                    .add(contrast);
        }
        ContrastJson comparisons = new ContrastJson(new JsonOut(style, out));
        comparisons.json.object().name("comparisons").object();
        for (Map.Entry<String, List<Contrast>> candidate : candidates.entrySet()) {
            comparisons.json.name(candidate.getKey()).object();
            comparisons.candidate(candidate.getValue());
            comparisons.json.endObject();
        }
        comparisons.json.endObject();
        footing.write(comparisons.json);
        comparisons.json.endObject().endLine();
    }

    private void candidate(List<Contrast> contrasts) {
        Map<String, Object> groups = new LinkedHashMap<>();
        for (Contrast contrast : contrasts) {
            if (contrast.group() == null) {
                losses(contrast);
            } else {
                put(groups, contrast);
            }
        }
        if (!groups.isEmpty()) {
            json.name("groups");
            tree(groups);
        }
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> groups, Contrast contrast) {
        Map<String, Object> at = groups;
        for (String key : contrast.group()) {
            at = (Map<String, Object>) at.computeIfAbsent(key, name -> new LinkedHashMap<String, Object>());
        }
        at.put(contrast.loss(), contrast);
    }

    private void tree(Map<?, ?> groups) {
        json.object();
        for (Map.Entry<?, ?> entry : groups.entrySet()) {
            if (entry.getValue() instanceof Contrast contrast) {
                losses(contrast);
            } else {
                json.name((String) entry.getKey());
                tree((Map<?, ?>) entry.getValue());
            }
        }
        json.endObject();
    }

    private void losses(Contrast contrast) {
        json.name(contrast.loss()).object();
        number("base", contrast.base());
        number("new", contrast.value());
        number("change", contrast.change());
        number("relative", contrast.relative());
        json.name("ci");
        if (contrast.bounds().exists()) {
            json.object().name("level").json(Intervals.percent(contrast.level()));
            json.name("low").number(contrast.bounds().low());
            json.name("high").number(contrast.bounds().high());
            json.name("method").text(contrast.method()).endObject();
        } else {
            json.text(null);
        }
        json.name("test").text(contrast.test());
        number("p", contrast.p());
        number("p_holm", contrast.adjusted());
        json.name("n").count(contrast.n());
        json.name("verdict").text(ContrastTable.words(contrast)).endObject();
    }

    private void number(String name, double x) {
        json.name(name);
        if (Double.isFinite(x)) {
            json.number(x);
        } else {
            json.text(null);
        }
    }
}
