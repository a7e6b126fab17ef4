package lossctl.eval;

import lossctl.data.Refusal;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.stat.DeltaMethod;
import lossctl.stat.Ratio;
import lossctl.stat.RatioSpread;
import lossctl.stat.Statistic;

/** The units of two evaluations side by side; as a statistic, the change from one to the other. */
abstract class PairedUnits implements Statistic {
    final Units olds;
    final Units news;

    private PairedUnits(Units olds, Units news) {
        this.olds = olds;
        this.news = news;
    }

    /** Units of a mean. */
    static PairedUnits ofMeans(Units olds, Units news) {
        return new Means(olds, news);
    }

    /** Units of a summary. */
    static PairedUnits of(SummaryLoss loss, int outputs, Units olds, Units news) {
        return new Summaries(loss, outputs, olds, news);
    }

    @Override
    public int units() {
        return olds.size();
    }

    /** The loss of the old units. */
    abstract double base();

    /** The loss of the new units. */
    abstract double candidate();

    /** The standard error of the change. */
    abstract double standardError();

    /** The difference of each unit, each times its weight. */
    abstract double[] differences(String label);

    /** Whether every loss is 0 or 1, and every weight 1. */
    boolean areFlags() {
        for (int i = 0; i < units(); i++) {
            if (!isFlag(olds.unit(i)) || !isFlag(news.unit(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFlag(double[] parts) {
        return parts.length == 2 && (parts[0] == 0 || parts[0] == 1) && parts[1] == 1;
    }

    /** How many units differ by so much. */
    long count(double difference) {
        long count = 0;
        for (int i = 0; i < units(); i++) {
            count += news.unit(i)[0] - olds.unit(i)[0] == difference ? 1 : 0;
        }
        return count;
    }

    private static final class Means extends PairedUnits {
        private final Ratio change;

        Means(Units olds, Units news) {
            super(olds, news);
            double[] differences = news.column(0);
            double[] before = olds.column(0);
            for (int i = 0; i < differences.length; i++) {
                differences[i] -= before[i];
            }
            change = new Ratio(differences, news.column(1));
        }

        @Override
        public double value(int[] counts) {
            return change.value(counts);
        }

        @Override
        public double[] leaveOneOut() {
            return change.leaveOneOut();
        }

        @Override
        double base() {
            return olds.moments(true).ratio().ratio();
        }

        @Override
        double candidate() {
            return news.moments(true).ratio().ratio();
        }

        @Override
        double standardError() {
            RatioSpread spread = new RatioSpread();
            for (int i = 0; i < units(); i++) {
                spread.add(change.above()[i], change.below()[i]);
            }
            return spread.standardError();
        }

        @Override
        double[] differences(String label) {
            return change.above();
        }
    }

    private static final class Summaries extends PairedUnits {
        private final SummaryLoss loss;
        private final int outputs;

        Summaries(SummaryLoss loss, int outputs, Units olds, Units news) {
            super(olds, news);
            this.loss = loss;
            this.outputs = outputs;
        }

        @Override
        public double value(int[] counts) {
            return new SummaryStatistic(loss, outputs, news).value(counts)
                    - new SummaryStatistic(loss, outputs, olds).value(counts);
        }

        @Override
        double base() {
            return SummaryStatistic.value(loss, sums(olds));
        }

        @Override
        double candidate() {
            return SummaryStatistic.value(loss, sums(news));
        }

        private Sums sums(Units units) {
            Sums sums = new Sums(loss.sums(outputs), outputs);
            for (int i = 0; i < units.size(); i++) {
                for (int k = 0; k < sums.count(); k++) {
                    sums.at(k).add(units.unit(i)[k]);
                }
            }
            return sums;
        }

        @Override
        double standardError() {
            Sums before = sums(olds);
            Sums after = sums(news);
            int width = before.count();
            Moments moments = new Moments(false, 2 * width);
            double[] both = new double[2 * width];
            for (int i = 0; i < units(); i++) {
                System.arraycopy(olds.unit(i), 0, both, 0, width);
                System.arraycopy(news.unit(i), 0, both, width, width);
                moments.add(both);
            }
            return DeltaMethod.standardError(
                    (sum, added) -> sum < width ? -moved(before, sum, added) : moved(after, sum - width, added),
                    moments.matrix(),
                    units());
        }

        private double moved(Sums sums, int sum, double added) {
            Sums moved = new Sums(sums.count(), outputs);
            moved.merge(sums);
            moved.at(sum).add(added);
            return SummaryStatistic.value(loss, moved);
        }

        @Override
        double[] differences(String label) {
            throw new Refusal(
                    Refusal.Code.USAGE,
                    "--test permutation: " + label + " is no mean over samples; --test t or --ci-method bca");
        }
    }
}
