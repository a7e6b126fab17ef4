package lossctl.eval;

import java.util.ArrayList;
import java.util.List;
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
        AUTO,
        /** Student's t of the differences. */
        T,
        /** Signs flipped at random, or all of them where the pairs are few. */
        PERMUTATION,
        /** McNemar's. */
        MCNEMAR
    }

    private final Evaluation evaluation;
    private final Uncertainty wanted;
    private final Test test;
    private final Sampled base;
    private final Sampled candidate;
    private final Pairs pairs;

    private Comparison(Evaluation evaluation, Test test, Sampled base, Sampled candidate, Pairs pairs) {
        this.evaluation = evaluation;
        wanted = evaluation.uncertainty();
        this.test = test;
        this.base = base;
        this.candidate = candidate;
        this.pairs = pairs;
    }

    /**
     * Compares every loss of an evaluation.
     *
     * @throws Refusal where the samples do not pair, or a change is not finite
     */
    public static List<Contrast> of(
            Evaluation evaluation, Test test, Sampled base, Sampled candidate, boolean skipUnmatched) {
        Pairs pairs = Pairs.of(base, candidate, skipUnmatched);
        Comparison comparison = new Comparison(evaluation, test, base, candidate, pairs);
        List<Contrast> contrasts = new ArrayList<>();
        for (int loss = 0; loss < evaluation.losses().size(); loss++) {
            contrasts.add(comparison.contrast(loss));
        }
        return contrasts;
    }

    private Contrast contrast(int loss) {
        Score old = base.result().scores().get(loss);
        Score now = candidate.result().scores().get(loss);
        boolean mean = !(old.selection().loss() instanceof SummaryLoss);
        Units olds = new Units(width(loss), wanted.cluster() != null);
        Units news = new Units(width(loss), wanted.cluster() != null);
        collect(loss, mean, olds, news);
        PairedUnits units = mean
                ? PairedUnits.ofMeans(olds, news)
                : PairedUnits.of((SummaryLoss) old.selection().loss(), base.outputs(), olds, news);
        double before = pairs.isComplete() ? old.value() : units.base();
        double after = pairs.isComplete() ? now.value() : units.candidate();
        if (!Double.isFinite(after - before)) {
            throw new Refusal(Refusal.Code.NOT_FINITE, old.label() + " is not finite: no change can be told");
        }
        double error = units.standardError();
        double freedom = olds.size() - 1.0;
        Bounds bounds = wanted.method() == Uncertainty.Method.T
                ? Bounds.t(after - before, error, freedom, wanted.level())
                : resampled(units, after - before);
        String way = wanted.method() == Uncertainty.Method.T
                ? "paired t"
                : "paired " + wanted.method().word();
        Test chosen = chosen(old, units);
        double p = switch (chosen) {
            case PERMUTATION -> SignFlips.p(units.differences(old.label()), wanted.resamples(), wanted.seed());
            case MCNEMAR -> McNemar.p(units.count(-1), units.count(1));
            default -> after == before && error == 0 ? 1 : StudentT.bothTails((after - before) / error, freedom);
        };
        String word = switch (chosen) {
            case PERMUTATION -> "permutation";
            case MCNEMAR -> "McNemar";
            default -> "paired t";
        };
        return new Contrast(
                old.label(),
                candidate.name(),
                old.selection().spec().better(),
                before,
                after,
                bounds,
                wanted.level(),
                way,
                word,
                p,
                p,
                pairs.size());
    }

    private int width(int loss) {
        for (int i = 0; i < pairs.size(); i++) {
            double[] parts = base.parts(loss, pairs.base(i));
            if (parts != null) {
                return parts.length;
            }
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
        if (olds.size() < 2) {
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
