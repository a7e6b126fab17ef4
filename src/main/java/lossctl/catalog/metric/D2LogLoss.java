package lossctl.catalog.metric;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.SummaryMetric;
import lossctl.loss.Sums;
import lossctl.loss.UndefinedLoss;
import lossctl.num.ExactSum;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** The share of the cross-entropy that a model saves against the frequencies of the classes. */
public record D2LogLoss() implements SummaryMetric {
    public static final Spec SPEC = Spec.of("d2_log_loss", new D2LogLoss())
            .summary("share of the cross-entropy that is saved against the class frequencies")
            .aliases("d2_log_loss_score", "mcfadden_r2")
            .formula("1 - sum of -ln p[truth] / sum of -ln f[truth], f the frequencies of the classes")
            .score()
            .note("Of one probability a sample: that of a truth of 1 against one of 0.")
            .note("The truth of a row may be the index of its class.")
            .note("Only one class gives 1 if it is met exactly, else it is refused.")
            .example(Example.rows(new double[][] {{1}, {0}, {1}}, new double[][] {{0.5, 0.5}, {0.9, 0.1}, {0.4, 0.6}})
                    .gives(0.3143209346560209))
            .example(Example.rows(new double[][] {{1}, {0}, {1}}, new double[][] {{0.5}, {0.1}, {0.6}})
                    .gives(0.3143209346560209))
            .source("McFadden 1974, Frontiers in Econometrics; scikit-learn, d2_log_loss_score; examples: mpmath")
            .build();

    private static final int MODEL = 0;
    private static final int ALL = 1;
    private static final int CLASSES = 2;

    @Override
    public boolean takesSingles() {
        return true;
    }

    @Override
    public Domain truth() {
        return Domain.row(Interval.UNIT);
    }

    @Override
    public Domain prediction() {
        return Domain.probabilities();
    }

    @Override
    public boolean isOverRows() {
        return false;
    }

    @Override
    public int sums(int outputs) {
        return CLASSES + outputs;
    }

    @Override
    public void add(Sums sums, double[] truth, double[] p, double weight) {
        for (int j = 0; j < p.length; j++) {
            if (truth[j] != 0) {
                addCost(sums, weight, Twofold.of(truth[j]), Twofold.of(p[j]));
                sums.at(CLASSES + j).addProduct(weight, truth[j]);
            }
        }
        if (p.length == 1) {
            addCost(sums, weight, Twofold.sum(1, -truth[0]), Twofold.sum(1, -p[0]));
        }
        sums.at(ALL).add(weight);
    }

    /** Adds a cross-entropy in two doubles: next to a score of 0 there is nearly as much to take from it. */
    private static void addCost(Sums sums, double weight, Twofold truth, Twofold p) {
        if (weight == 0 || truth.high() == 0) {
            return;
        }
        Twofold log = p.log();
        if (Double.isInfinite(log.high())) {
            sums.at(MODEL).addProduct(-weight, log.high());
            return;
        }
        sums.add(MODEL, -weight, truth.high(), log.high());
        sums.add(MODEL, -weight, truth.high(), log.low());
        if (truth.low() != 0) {
            sums.add(MODEL, -weight, truth.low(), log.high());
        }
    }

    /** What the frequencies cost. */
    private static ExactSum naive(Sums sums) {
        ExactSum naive = new ExactSum();
        for (int j = CLASSES; j < sums.count(); j++) {
            addNaive(naive, sums.at(j), others(sums, j), sums.at(ALL));
        }
        if (sums.outputs() == 1) {
            addNaive(naive, others(sums, CLASSES), sums.at(CLASSES), sums.at(ALL));
        }
        return naive;
    }

    @Override
    public double value(Sums sums) {
        ExactSum naive = naive(sums);
        if (naive.isZero() && sums.at(MODEL).isZero()) {
            return 1;
        }
        if (naive.isZero()) {
            throw new UndefinedLoss("every truth is of one class: its frequency already costs nothing");
        }
        ExactSum saved = naive.copy();
        saved.subtract(sums.at(MODEL));
        return saved.over(naive);
    }

    private static ExactSum others(Sums sums, int of) {
        ExactSum others = sums.at(ALL).copy();
        others.subtract(sums.at(of));
        return others;
    }

    /** Adds what the frequency of a class costs its samples. */
    private static void addNaive(ExactSum naive, ExactSum own, ExactSum others, ExactSum all) {
        Twofold rest = others.sharpOver(all);
        Twofold log = rest.high() < 0.25
                ? Twofold.log1p(rest.negated(), Twofold.of(1))
                : own.sharpOver(all).log();
        Twofold weight = own.twofold();
        if (weight.high() != 0) {
            naive.addProduct(-weight.high(), log.high());
            naive.addProduct(-weight.high(), log.low());
            naive.addProduct(-weight.low(), log.high());
        }
    }

    @Override
    public Steps steps(Samples samples) {
        Sums sums = sums(samples);
        return new Steps()
                .with("model", sums.at(MODEL).value())
                .with("frequencies", naive(sums).value())
                .giving("1 - model / frequencies");
    }
}
