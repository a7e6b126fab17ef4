package lossctl.cli;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Refusal;
import lossctl.eval.Contrast;
import lossctl.eval.Estimate;
import lossctl.eval.Group;
import lossctl.eval.Grouped;
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

    /** The contrasts of every loss: in each group, where {@code grouped} is not null, then of all samples. */
    static List<Contrast> of(Baseline baseline, Result result, Grouped grouped) {
        List<Contrast> contrasts = new ArrayList<>();
        for (Group group : grouped == null ? List.<Group>of() : grouped.groups()) {
            Baseline part = baseline.group(group.keys());
            if (part == null) {
                throw new Refusal(
                                Refusal.Code.KEY,
                                "no group '" + String.join(",", group.keys()) + "', but " + result.name() + " has one")
                        .in(baseline.name())
                        .hint("save it with the same --by");
            }
            for (int i = 0; i < result.scores().size(); i++) {
                double value = group.isUndefined(i) ? Double.NaN : group.values()[i];
                Side side = new Side(result.scores().get(i), value, group.estimate(i), group.n(), group.keys());
                contrasts.add(contrast(baseline, part, result, side));
            }
        }
        if (grouped != null && baseline.groups() != grouped.groups().size()) {
            throw new Refusal(
                            Refusal.Code.KEY,
                            baseline.groups() + " groups, but " + result.name() + " has "
                                    + grouped.groups().size())
                    .in(baseline.name());
        }
        for (Score score : result.scores()) {
            Side side = new Side(score, score.value(), score.estimate(), score.n(), null);
            contrasts.add(contrast(baseline, baseline, result, side));
        }
        return contrasts;
    }

    /** What there is of the new samples, or of one group of them. */
    private record Side(Score score, double value, Estimate estimate, long n, String[] group) {}

    private static Contrast contrast(Baseline all, Baseline part, Result result, Side side) {
        Score score = side.score;
        String name = part.value(score.label()) == null ? score.name() : score.label();
        Double base = part.value(name);
        Double error = part.error(name);
        Double n = part.value("n");
        if (base == null || error == null || n == null) {
            String what = base == null ? "no finite '" + name + "'" : "no standard error ('se') of '" + name + "'";
            boolean grouped = side.group != null;
            throw new Refusal(
                            Refusal.Code.NO_COLUMN,
                            what + (grouped ? " in group '" + String.join(",", side.group) + "'" : ""))
                    .in(all.name())
                    .hint("lossctl eval -l " + score.label() + (grouped ? " --by ..." : "")
                            + " --ci 95 --json saves both");
        }
        if (!score.signature().equals(all.signature(name))) {
            throw new Refusal(
                            Refusal.Code.UNDEFINED,
                            "not the same loss: '" + all.signature(name) + "' there, '" + score.signature() + "' here")
                    .in(all.name());
        }
        double change = side.value - base;
        double own = side.estimate == null ? Double.NaN : side.estimate.standardError();
        boolean tells = Double.isFinite(change) && Double.isFinite(own);
        if (!tells && side.group == null) {
            throw new Refusal(
                    Refusal.Code.UNDEFINED,
                    score.label() + " of " + result.name() + " has no finite value and standard error: no comparison");
        }
        double level = score.estimate().wanted().level();
        double both = Math.sqrt(own * own + error * error);
        double units = tells ? side.estimate.units() : 0;
        double freedom = freedom(own * own, units - 1, error * error, n - 1);
        double p = change == 0 && both == 0 ? 1 : StudentT.bothTails(change / both, freedom);
        return new Contrast(
                score.label(),
                result.name(),
                score.selection().spec().better(),
                base,
                side.value,
                !tells ? Bounds.NONE : both == 0 ? new Bounds(change, change) : Bounds.t(change, both, freedom, level),
                level,
                "unpaired t",
                "unpaired t",
                tells ? p : Double.NaN,
                tells ? p : Double.NaN,
                side.n,
                side.group);
    }

    /** Welch's and Satterthwaite's degrees of freedom, of two squared errors and those that each has. */
    private static double freedom(double a, double freedomOfA, double b, double freedomOfB) {
        double sum = a + b;
        return sum == 0 ? freedomOfA + freedomOfB : sum * sum / (a * a / freedomOfA + b * b / freedomOfB);
    }
}
