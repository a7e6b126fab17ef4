package lossctl.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lossctl.eval.Contrast;
import lossctl.eval.Result;
import lossctl.stat.Holm;

/** What a comparison comes to once all its contrasts are there. */
final class Contrasts {
    private Contrasts() {}

    /**
     * Corrects for the number of tests: those over all samples together, and those of groups together, so that a look
     * into groups takes nothing from what is known of the whole.
     */
    static List<Contrast> adjusted(List<Contrast> contrasts) {
        List<Contrast> all = new ArrayList<>(contrasts);
        for (boolean ofGroups : new boolean[] {false, true}) {
            List<Integer> family = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if (ofGroups == (all.get(i).group() != null)) {
                    family.add(i);
                }
            }
            double[] p = new double[family.size()];
            for (int i = 0; i < p.length; i++) {
                p[i] = all.get(family.get(i)).p();
            }
            double[] corrected = Holm.adjusted(p);
            for (int i = 0; i < p.length; i++) {
                int at = family.get(i);
                all.set(at, all.get(at).adjustedTo(corrected[i]));
            }
        }
        return all;
    }

    /** The figures of each candidate, over all samples and by group. */
    static List<Figures> figures(List<Contrast> contrasts, List<Result> results) {
        Map<String, List<Contrast>> all = new LinkedHashMap<>();
        Map<String, List<Contrast>> groups = new LinkedHashMap<>();
        for (Contrast contrast : contrasts) {
            (contrast.group() == null ? all : groups)
                    .computeIfAbsent(contrast.candidate(), candidate -> new ArrayList<>())
                    .add(contrast);
        }
        List<Figures> figures = new ArrayList<>();
        for (Map.Entry<String, List<Contrast>> candidate : all.entrySet()) {
            Figures own = Figures.of(candidate.getValue());
            for (Result result : results) {
                own.skipping(result);
            }
            figures.add(own.with(Slices.of(groups.getOrDefault(candidate.getKey(), List.of()))));
        }
        return figures;
    }
}
