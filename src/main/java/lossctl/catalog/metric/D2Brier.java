package lossctl.catalog.metric;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.SummaryMetric;
import lossctl.loss.Sums;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Dyadic;
import lossctl.num.Interval;

/** The share of the Brier score that a model saves against the frequencies of the classes: the Brier skill score. */
public record D2Brier() implements SummaryMetric {
    public static final Spec SPEC = Spec.of("d2_brier", new D2Brier())
            .summary("share of the Brier score that is saved against the class frequencies")
            .aliases("d2_brier_score", "brier_skill_score")
            .formula("1 - sum of (truth - p)^2 / sum of (truth - f)^2, f the frequencies of the classes")
            .score()
            .note("The truth of a row may be the index of its class. One probability a sample gives the same as two.")
            .note("Only one class gives 1 if it is met exactly, else it is refused.")
            .example(Example.rows(new double[][] {{1}, {0}, {1}}, new double[][] {{0.5, 0.5}, {0.9, 0.1}, {0.4, 0.6}})
                    .gives(0.37))
            .example(Example.rows(new double[][] {{1}, {0}, {1}}, new double[][] {{0.5}, {0.1}, {0.6}})
                    .gives(0.37))
            .source("Murphy 1973, doi:10.1175/1520-0450(1973)012<0595:ANVPOT>2.0.CO;2;"
                    + " scikit-learn, d2_brier_score; examples by hand")
            .build();

    /** What the predictions bring: sum of 2 truth p - p^2. Less the squared truths it is the loss, which may be next to it. */
    private static final int GAIN = 0;

    private static final int ALL = 1;
    private static final int SQUARES = 2;
    private static final int CLASSES = 3;

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
        sums.at(ALL).add(weight);
        for (int j = 0; j < p.length; j++) {
            sums.add(GAIN, 2 * weight, truth[j], p[j]);
            sums.add(GAIN, -weight, p[j], p[j]);
            sums.add(SQUARES, weight, truth[j], truth[j]);
            sums.at(CLASSES + j).addProduct(weight, truth[j]);
        }
    }

    @Override
    public double value(Sums sums) {
        Dyadic all = sums.at(ALL).dyadic();
        Dyadic squares = all.times(sums.at(SQUARES).dyadic());
        Dyadic shares = shares(sums);
        Dyadic naive = squares.minus(shares);
        Dyadic gain = all.times(sums.at(GAIN).dyadic());
        if (naive.signum() > 0) {
            return gain.minus(shares).over(naive);
        }
        if (squares.minus(gain).signum() == 0) {
            return 1;
        }
        throw new UndefinedLoss("every truth is of one class: its frequency already costs nothing");
    }

    /** The sum over classes of the square of what weighs as one of it. */
    private static Dyadic shares(Sums sums) {
        Dyadic shares = Dyadic.of(0);
        for (int j = CLASSES; j < sums.count(); j++) {
            Dyadic share = sums.at(j).dyadic();
            shares = shares.plus(share.times(share));
        }
        return shares;
    }

    @Override
    public Steps steps(Samples samples) {
        Sums sums = sums(samples);
        Dyadic all = sums.at(ALL).dyadic();
        Dyadic squares = sums.at(SQUARES).dyadic();
        return new Steps()
                .with("model", squares.minus(sums.at(GAIN).dyadic()).value())
                .with("frequencies", all.times(squares).minus(shares(sums)).over(all))
                .giving("1 - model / frequencies");
    }
}
