package lossctl.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lossctl.data.Refusal;
import lossctl.loss.SummaryLoss;
import lossctl.stat.Bootstrap;
import lossctl.stat.Bounds;
import lossctl.stat.McNemar;
import lossctl.stat.SignFlips;
import lossctl.stat.Statistic;
import lossctl.stat.StudentT;

/** Two evaluations of the same samples, compared pair by pair. */
public final class Comparison {
    /** How a p-value is found. */
    public enum Test {
        /** McNemar's for metrics that are 0 or 1 for every sample, else Student's t. */
        AUTO("paired t"),
        /** Student's t of the differences. */
        T("paired t"),
        /** Signs flipped at random, or all of them where the pairs are few. */
        PERMUTATION("permutation"),
        /** McNemar's. */
        MCNEMAR("McNemar");

        private final String words;

        Test(String words) {
            this.words = words;
        }
    }

    private final Evaluation evaluation;
    private final Uncertainty wanted;
    private final Test test;
    private final Sampled base;
    private final Sampled candidate;
    private final Pairs pairs;
    private final String[] group;

    private Comparison(Evaluation evaluation, Test test, Sampled base, Sampled candidate, Pairs pairs, String[] group) {
        this.evaluation = evaluation;
        wanted = evaluation.uncertainty();
        this.test = test;
        this.base = base;
        this.candidate = candidate;
        this.pairs = pairs;
        this.group = group;
    }

    /**
     * Compares every loss of an evaluation: in each group, where samples are grouped, and then over all of them. Where a
     * group is too small to be compared, or a loss has no value in it, its contrast is without interval and p-value.
     *
     * @param by by which columns samples are grouped; null for no groups
     * @throws Refusal where the samples do not pair, or a change over all of them is not finite
     */
    public static List<Contrast> of(
            Evaluation evaluation, Test test, Sampled base, Sampled candidate, boolean skipUnmatched, GroupBy by) {
        Pairs pairs = Pairs.of(base, candidate, skipUnmatched);
        Comparison comparison = new Comparison(evaluation, test, base, candidate, pairs, null);
        List<Contrast> all = new ArrayList<>();
        for (int loss = 0; loss < evaluation.losses().size(); loss++) {
            all.add(comparison.contrast(loss, test));
        }
        if (by == null) {
            return all;
        }
        List<Contrast> contrasts = new ArrayList<>();
        for (Map.Entry<String[], List<Integer>> entry : groups(base, pairs, by)) {
            Pairs own = pairs.only(entry.getValue());
            Comparison group = new Comparison(evaluation, test, base, candidate, own, entry.getKey());
            for (int loss = 0; loss < all.size(); loss++) {
                // What a loss is tested by is a matter of the loss, not of what a group happens to hold.
                Test same = all.get(loss).test().equals(Test.MCNEMAR.words)
                        ? Test.MCNEMAR
                        : test == Test.AUTO ? Test.T : test;
                contrasts.add(group.contrast(loss, same));
            }
        }
        contrasts.addAll(all);
        return contrasts;
    }

    /** How many samples of one evaluation have a key that the other has not. */
    public static long unmatched(Sampled one, Sampled other) {
        return one.keys() == null ? 0 : Pairs.unmatched(one, other);
    }

    /** The pairs of each group, the groups sorted by their keys. */
    private static List<Map.Entry<String[], List<Integer>>> groups(Sampled base, Pairs pairs, GroupBy by) {
        Map<List<String>, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < pairs.size(); i++) {
            members.computeIfAbsent(Arrays.asList(base.group(pairs.base(i))), key -> new ArrayList<>())
                    .add(i);
        }
        List<Group> order = new ArrayList<>();
        for (Map.Entry<List<String>, List<Integer>> entry : members.entrySet()) {
            String[] keys = entry.getKey().toArray(new String[0]);
            order.add(new Group(keys, entry.getValue().size(), null, null, null));
        }
        GroupOrder.sort(order, by);
        List<Map.Entry<String[], List<Integer>>> sorted = new ArrayList<>();
        for (Group group : order) {
            sorted.add(Map.entry(group.keys(), members.get(Arrays.asList(group.keys()))));
        }
        return sorted;
    }

    private Contrast contrast(int loss, Test how) {
        Score old = base.result().scores().get(loss);
        Score now = candidate.result().scores().get(loss);
        boolean mean = !(old.selection().loss() instanceof SummaryLoss);
        Units olds = new Units(width(loss), wanted.cluster() != null);
        Units news = new Units(width(loss), wanted.cluster() != null);
        collect(loss, mean, olds, news);
        PairedUnits units = mean
                ? PairedUnits.ofMeans(olds, news)
                : PairedUnits.of((SummaryLoss) old.selection().loss(), base.outputs(), olds, news);
        double before = pairs.isComplete() ? base.value(loss, group) : units.base();
        double after = pairs.isComplete() ? candidate.value(loss, group) : units.candidate();
        boolean tells = Double.isFinite(after - before);
        if (group != null && (!tells || olds.size() < 2)) {
            return contrast(old, before, after, Bounds.NONE, how, Double.NaN);
        }
        if (!tells) {
            throw new Refusal(Refusal.Code.NOT_FINITE, old.label() + " is not finite: no change can be told");
        }
        double error = units.standardError();
        double freedom = olds.size() - 1.0;
        Bounds bounds = wanted.method() == Uncertainty.Method.T
                ? Bounds.t(after - before, error, freedom, wanted.level())
                : resampled(units, after - before);
        Test chosen = group == null ? chosen(old, units) : how;
        double p = switch (chosen) {
            case PERMUTATION -> SignFlips.p(units.differences(old.label()), wanted.resamples(), wanted.seed());
            case MCNEMAR -> McNemar.p(units.count(-1), units.count(1));
            default -> after == before && error == 0 ? 1 : StudentT.bothTails((after - before) / error, freedom);
        };
        return contrast(old, before, after, bounds, chosen, p);
    }

    private Contrast contrast(Score old, double before, double after, Bounds bounds, Test how, double p) {
        return new Contrast(
                old.label(),
                candidate.name(),
                old.selection().spec().better(),
                before,
                after,
                bounds,
                wanted.level(),
                "paired " + wanted.method().word(),
                how.words,
                p,
                p,
                pairs.size(),
                group);
    }

    private int width(int loss) {
        for (int i = 0; i < pairs.size(); i++) {
            double[] parts = base.parts(loss, pairs.base(i));
            if (parts != null) {
                return parts.length;
            }
        }
        if (group != null) {
            return 0;
        }
        throw new Refusal(Refusal.Code.EMPTY, "no sample counts: there is nothing to compare");
    }

    private void collect(int loss, boolean mean, Units olds, Units news) {
        for (int i = 0; i < pairs.size(); i++) {
            double[] old = base.parts(loss, pairs.base(i));
            double[] now = candidate.parts(loss, pairs.candidate(i));
            boolean alike = old == null ? now == null : now != null && (!mean || old[1] == now[1]);
            if (!alike) {
                throw new Refusal(
                        Refusal.Code.BAD_WEIGHT,
                        "the weights of pair " + (i + 1) + " differ between " + base.name() + " and "
                                + candidate.name());
            }
            if (old != null) {
                olds.add(base.cluster(pairs.base(i)), old);
                news.add(base.cluster(pairs.base(i)), now);
            }
        }
        if (olds.size() < 2 && group == null) {
            throw new Refusal(Refusal.Code.EMPTY, "fewer than two independent pairs: nothing can be said of chance");
        }
    }

    private Bounds resampled(Statistic units, double change) {
        Bootstrap bootstrap = Bootstrap.of(units, wanted.resamples(), wanted.seed(), evaluation.threads());
        return wanted.method() == Uncertainty.Method.BCA
                ? bootstrap.bca(change, wanted.level())
                : bootstrap.percentile(wanted.level());
    }

    private Test chosen(Score score, PairedUnits units) {
        boolean flags = units.areFlags() && wanted.cluster() == null;
        if (test == Test.MCNEMAR && !flags) {
            throw new Refusal(
                    Refusal.Code.USAGE,
                    "--test mcnemar: " + score.label() + " is not 0 or 1 for every sample by itself, without weights");
        }
        if (test != Test.AUTO) {
            return test;
        }
        return flags && score.selection().spec().isMetric() ? Test.MCNEMAR : Test.T;
    }
}
