package lossctl.write;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lossctl.eval.Grouped;
import lossctl.eval.Result;
import lossctl.eval.Score;

/** Several losses as one JSON object that DVC takes for a metrics file: numbers by name, nested by file. */
final class EvaluationJson {
    private EvaluationJson() {}

    /** {@code grouped} is null where samples are not grouped. */
    static void write(List<Result> files, Result total, Grouped grouped, Style style, CheckedOut out) {
        LossColumns losses = new LossColumns(total.scores());
        JsonOut json = new JsonOut(style, out);
        json.object();
        numbers(json, total, losses);
        if (files.size() > 1) {
            json.name("files").object();
            Set<String> names = new HashSet<>();
            for (Result file : files) {
                json.name(unique(file.name(), names)).object();
                numbers(json, file, losses);
                json.endObject();
            }
            json.endObject();
        }
        if (grouped != null) {
            GroupJson.write(json, grouped, losses);
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
        uncertainty(json, result, losses);
    }

    /** {@code "se":{"mse":0.1}}, of the losses that have a standard error, and {@code "ci"} where it was wanted. */
    private static void uncertainty(JsonOut json, Result result, LossColumns losses) {
        boolean open = false;
        for (int i = 0; i < losses.size(); i++) {
            Score score = losses.score(result, i);
            if (score.estimate() != null && Double.isFinite(score.estimate().standardError())) {
                if (!open) {
                    json.name("se").object();
                    open = true;
                }
                json.name(losses.name(i)).number(score.estimate().standardError());
            }
        }
        if (open) {
            json.endObject();
        }
        if (losses.size() > 0 && Intervals.wanted(losses.score(result, 0))) {
            json.name("ci").object();
            for (int i = 0; i < losses.size(); i++) {
                json.name(losses.name(i));
                Intervals.json(json, losses.score(result, i).estimate());
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
