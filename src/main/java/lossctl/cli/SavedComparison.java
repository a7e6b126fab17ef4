package lossctl.cli;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Refusal;
import lossctl.eval.Contrast;
import lossctl.eval.Result;
import lossctl.eval.Score;
import lossctl.read.json.Baseline;
import lossctl.stat.Bounds;
import lossctl.stat.StudentT;

/**
 * A result against one that was saved without its samples: as if the two were of different samples. Welch 1947,
 * doi:10.1093/biomet/34.1-2.28.
 */
final class SavedComparison {
    private SavedComparison() {}

    static List<Contrast> of(Baseline baseline, Result result) {
        List<Contrast> contrasts = new ArrayList<>();
        for (Score score : result.scores()) {
            contrasts.add(contrast(baseline, result, score));
        }
        return contrasts;
    }

    private static Contrast contrast(Baseline baseline, Result result, Score score) {
        String name = baseline.value(score.label()) == null ? score.name() : score.label();
        Double base = baseline.value(name);
        Double error = baseline.error(name);
        Double n = baseline.value("n");
        if (base == null || error == null || n == null) {
            String what = base == null ? "no finite '" + name + "'" : "no standard error ('se') of '" + name + "'";
            throw new Refusal(Refusal.Code.NO_COLUMN, what)
                    .in(baseline.name())
                    .hint("lossctl eval -l " + score.label() + " --json saves both");
        }
        if (!score.signature().equals(baseline.signature(name))) {
            throw new Refusal(
                            Refusal.Code.USAGE,
                            "not the same loss: '" + baseline.signature(name) + "' there, '" + score.signature()
                                    + "' here")
                    .in(baseline.name());
        }
        double change = score.value() - base;
        double own = score.estimate().standardError();
        if (!Double.isFinite(change) || !Double.isFinite(own)) {
            throw new Refusal(
                    Refusal.Code.UNDEFINED,
                    score.label() + " of " + result.name() + " has no finite value and standard error: no comparison");
        }
        double level = score.estimate().wanted().level();
        double both = Math.sqrt(own * own + error * error);
        double freedom = freedom(own * own, score.estimate().units() - 1.0, error * error, n - 1);
        double p = change == 0 && both == 0 ? 1 : StudentT.bothTails(change / both, freedom);
        return new Contrast(
                score.label(),
                result.name(),
                score.selection().spec().better(),
                base,
                score.value(),
                both == 0 ? new Bounds(change, change) : Bounds.t(change, both, freedom, level),
                level,
                "unpaired t",
                "unpaired t",
                p,
                p,
                score.n());
    }

    /** Welch's and Satterthwaite's degrees of freedom, of two squared errors and those that each has. */
    private static double freedom(double a, double freedomOfA, double b, double freedomOfB) {
        double sum = a + b;
        return sum == 0 ? freedomOfA + freedomOfB : sum * sum / (a * a / freedomOfA + b * b / freedomOfB);
    }
}
