package lossctl.stat;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The bootstrap: the statistic of resamples drawn with replacement. The same numbers on every machine and for every
 * number of threads. Source: Efron and Tibshirani 1993, An Introduction to the Bootstrap, chapters 13 and 14.
 */
public final class Bootstrap {
    private final Statistic statistic;
    private final double[] sorted;

    private Bootstrap(Statistic statistic, double[] sorted) {
        this.statistic = statistic;
        this.sorted = sorted;
    }

    /** Draws resamples of at least one unit. */
    public static Bootstrap of(Statistic statistic, int resamples, long seed, int threads) {
        double[] values = new double[resamples];
        Thread[] workers = new Thread[Math.max(0, Math.min(threads, resamples) - 1)];
        for (int t = 0; t < workers.length; t++) {
            int first = t + 1;
            workers[t] =
                    new Thread(() -> draw(statistic, values, seed, first, workers.length + 1), "lossctl-bootstrap");
            workers[t].setDaemon(true);
            workers[t].start();
        }
        draw(statistic, values, seed, 0, workers.length + 1);
        for (Thread worker : workers) {
            await(worker);
        }
        Arrays.sort(values);
        return new Bootstrap(statistic, values);
    }

    private static void await(Thread worker) {
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void draw(Statistic statistic, double[] values, long seed, int first, int stride) {
        int units = statistic.units();
        int[] counts = new int[units];
        for (int r = first; r < values.length; r += stride) {
            Arrays.fill(counts, 0);
            SplittableRandom random = Seeds.of(seed, r);
            for (int i = 0; i < units; i++) {
                counts[random.nextInt(units)]++;
            }
            values[r] = statistic.value(counts);
        }
    }

    /** The percentile interval; none where a resample had no value. */
    public Bounds percentile(double level) {
        return between((1 - level) / 2, (1 + level) / 2);
    }

    /**
     * The interval corrected for bias and acceleration (Efron 1987, doi:10.1080/01621459.1987.10478410). None where a
     * resample had no value, or all of them lie on one side of the estimate.
     */
    public Bounds bca(double estimate, double level) {
        int below = 0;
        int equal = 0;
        for (double value : sorted) {
            below += value < estimate ? 1 : 0;
            equal += value == estimate ? 1 : 0;
        }
        if (equal == sorted.length) {
            return new Bounds(estimate, estimate);
        }
        double bias = Normal.quantile((below + equal / 2.0) / sorted.length);
        double acceleration = acceleration();
        double reach = Normal.quantile((1 + level) / 2);
        return between(moved(bias, bias - reach, acceleration), moved(bias, bias + reach, acceleration));
    }

    private static double moved(double bias, double z, double acceleration) {
        return Normal.cdf(bias + z / (1 - acceleration * z));
    }

    private double acceleration() {
        double[] values = statistic.leaveOneOut();
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double cubes = 0;
        double squares = 0;
        for (double value : values) {
            double d = mean - value;
            squares += d * d;
            cubes += d * d * d;
        }
        return squares == 0 ? 0 : cubes / (6 * squares * Math.sqrt(squares));
    }

    private Bounds between(double low, double high) {
        // NaN is sorted last.
        boolean complete = !Double.isNaN(sorted[sorted.length - 1]) && low >= 0 && high >= 0;
        return complete ? new Bounds(quantile(sorted, low), quantile(sorted, high)) : Bounds.NONE;
    }

    /** The quantile of sorted numbers, linear between order statistics (Hyndman and Fan 1996, type 7). */
    static double quantile(double[] sorted, double p) {
        double at = p * (sorted.length - 1);
        int index = (int) at;
        double value = sorted[index];
        return index + 1 < sorted.length ? value + (at - index) * (sorted[index + 1] - value) : value;
    }
}
