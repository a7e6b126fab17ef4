package lossctl.catalog;

import java.util.SplittableRandom;
import lossctl.loss.Domain;
import lossctl.num.Interval;

/** Random values of a domain: most of them ordinary, some far out, some next to an end. The same ones every time. */
final class Chance {
    private final SplittableRandom random;

    private final boolean extreme;
    private final double[] sizes;

    Chance(long seed) {
        this(seed, false);
    }

    private Chance(long seed, boolean extreme, double... sizes) {
        random = new SplittableRandom(seed);
        this.extreme = extreme;
        this.sizes = sizes;
    }

    /** Values next to 0, or to the end of their domain. */
    static Chance tiny(long seed) {
        return new Chance(seed, true, 1e-9, 3e-9, 2e-8, 1e-7);
    }

    /** Values far out, at the ends of their domain and next to them. */
    static Chance extreme(long seed) {
        return new Chance(seed, true, 0, 1e-300, 1e-160, 1e-12, 1e-3, 1, 2, 40, 800, 1e4, 1e6);
    }

    double uniform() {
        return random.nextDouble();
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Of a magnitude between two powers of ten. */
    double size(double lowPower, double highPower) {
        return Math.pow(10, between(lowPower, highPower));
    }

    double sign() {
        return random.nextBoolean() ? 1 : -1;
    }

    double in(Interval interval) {
        for (int i = 0; extreme && i < 50; i++) {
            double size = sizes[random.nextInt(sizes.length)];
            double end = happens(0.5) ? interval.low() : interval.high();
            double x =
                    Double.isInfinite(end) ? Math.copySign(size, end) : end == interval.low() ? end + size : end - size;
            if (interval.contains(x)) {
                return x;
            }
        }
        boolean near = happens(0.2);
        if (Double.isInfinite(interval.low()) && Double.isInfinite(interval.high())) {
            return sign() * (near ? size(1, 2) : size(-2, 1));
        }
        if (Double.isInfinite(interval.high())) {
            return interval.low() + (near ? size(-4, -1) : size(-1, 1));
        }
        if (Double.isInfinite(interval.low())) {
            return interval.high() - (near ? size(-4, -1) : size(-1, 1));
        }
        double width = interval.high() - interval.low();
        if (near) {
            double offset = width * size(-4, -1);
            return happens(0.5) ? interval.low() + offset : interval.high() - offset;
        }
        return interval.low() + width * between(0.05, 0.95);
    }

    /** A whole number, never far from the lower end. */
    double whole(Interval interval) {
        return interval.low() + random.nextInt((int) Math.min(3, interval.high() - interval.low()));
    }

    /** One truth where each stands for itself; {@code classes} for labels. */
    double truth(Domain domain, int classes) {
        return switch (domain.kind()) {
            case FLAG -> random.nextInt(2);
            case SIGN -> sign();
            case LABEL -> random.nextInt(classes);
            case NUMBER -> domain.whole() ? whole(domain.interval()) : number(domain);
            default -> number(domain);
        };
    }

    private double number(Domain domain) {
        return happens(0.2) && domain.isProbability() ? random.nextInt(2) : in(domain.interval());
    }

    /** A row of {@code k} values; probabilities sum to 1 and are never 0. */
    double[] row(Domain domain, int k) {
        double[] row = new double[k];
        double sum = 0;
        for (int i = 0; i < k; i++) {
            row[i] = domain.sumsToOne()
                    ? -Math.log(1 - uniform())
                    : domain.kind() == Domain.Kind.FLAG
                            ? random.nextInt(2)
                            : domain.whole() ? whole(domain.interval()) : in(domain.interval());
            sum += row[i];
        }
        for (int i = 0; i < k && domain.sumsToOne(); i++) {
            row[i] /= sum;
        }
        if (extreme && domain.sumsToOne()) {
            // all but nothing for one class
            int one = random.nextInt(k);
            row[(one + 1) % k] += row[one] * (1 - 1e-12);
            row[one] *= 1e-12;
        }
        return row;
    }
}
