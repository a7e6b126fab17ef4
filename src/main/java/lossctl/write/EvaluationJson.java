package lossctl.write;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lossctl.eval.Estimate;
import lossctl.eval.Result;
import lossctl.eval.Sliced;

/** Several losses as one JSON object that DVC takes for a metrics file: numbers by name, nested by file. */
final class EvaluationJson {
    private EvaluationJson() {}

    /** {@code sliced} is null where samples are not grouped. */
    static void write(List<Result> files, Result total, Sliced sliced, Style style, CheckedOut out) {
        LossColumns losses = new LossColumns(total.scores());
        JsonOut json = new JsonOut(style, out);
        json.object();
        numbers(json, total, losses);
        if (files.size() > 1) {
            json.name("files").object();
            Set<String> names = new HashSet<>();
            for (int i = 0; i < files.size(); i++) {
                json.name(unique(files.get(i).name(), names)).object();
                numbers(json, files.get(i), losses);
                if (sliced != null) {
                    GroupJson.write(json, sliced.files().get(i), losses);
                }
                json.endObject();
            }
            json.endObject();
        }
        if (sliced != null) {
            GroupJson.write(json, sliced.all(), losses);
        }
        signatures(json, total, losses);
        json.endObject().endLine();
    }

    static void signatures(JsonOut json, Result total, LossColumns losses) {
        json.name("signatures").object();
        for (int i = 0; i < losses.size(); i++) {
            json.name(losses.name(i)).text(losses.score(total, i).signature());
        }
        json.endObject();
    }

    static void numbers(JsonOut json, Result result, LossColumns losses) {
        for (int i = 0; i < losses.size(); i++) {
            json.name(losses.name(i)).number(losses.score(result, i).value());
        }
        json.name("n").count(result.n());
        if (result.skipped() != 0) {
            json.name("skipped").count(result.skipped());
        }
        uncertainty(json, losses, i -> losses.score(result, i).estimate());
    }

    /** What is known of the uncertainty of each loss; null where nothing is. */
    interface Estimates {
        Estimate of(int loss);
    }

    /** {@code "se":{"mse":0.1}}, of the losses that have a standard error, and {@code "ci"} where it was wanted. */
    static void uncertainty(JsonOut json, LossColumns losses, Estimates estimates) {
        boolean open = false;
        boolean wanted = false;
        for (int i = 0; i < losses.size(); i++) {
            Estimate estimate = estimates.of(i);
            wanted |= estimate != null && estimate.wanted().hasLevel();
            if (estimate != null && Double.isFinite(estimate.standardError())) {
                if (!open) {
                    json.name("se").object();
                    open = true;
                }
                json.name(losses.name(i)).number(estimate.standardError());
            }
        }
        if (open) {
            json.endObject();
        }
        if (wanted) {
            json.name("ci").object();
            for (int i = 0; i < losses.size(); i++) {
                json.name(losses.name(i));
                Intervals.json(json, estimates.of(i));
            }
            json.endObject();
        }
    }

    /** A file that was given twice must not be the same member twice. */
    private static String unique(String name, Set<String> taken) {
        String unique = name;
        for (int i = 2; !taken.add(unique); i++) {
            unique = name + " (" + i + ")";
        }
        return unique;
    }
}
