package lossctl.plot;

import java.util.ArrayList;
import java.util.List;
import lossctl.num.DecimalReader;

/** Round numbers on an axis, 1, 2 or 5 times a power of ten apart, and their texts, all of one form. */
record Ticks(List<Double> values, List<String> texts) {
    private static final int[] STEPS = {1, 2, 5};
    private static final int LEAST_PLAIN = -5;
    private static final int MOST_PLAIN = 6;

    /** Those from {@code low} to {@code high}, both finite and {@code low < high}: at most {@code most}. */
    static Ticks of(double low, double high, int most, boolean whole) {
        double rough = (high / 2 - low / 2) / Math.max(1, most) * 2;
        int exponent = whole ? Math.max(0, exponent(rough)) : exponent(rough);
        for (; ; exponent++) {
            for (int step : STEPS) {
                double unit = power(step, exponent);
                if (Double.isNaN(unit)) {
                    return of(0, 0, 1, 0); // past the doubles: of several multiples of 1e308 one is 0
                }
                double first = Math.ceil(low / unit - 1e-9);
                double last = Math.floor(high / unit + 1e-9);
                if (last - first + 1 <= most || most <= 1 && last == first) {
                    return of((long) first, (long) last, step, exponent);
                }
            }
        }
    }

    private static Ticks of(long first, long last, int step, int exponent) {
        List<Double> values = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        long greatest = Math.max(Math.abs(first), Math.abs(last)) * step;
        int digits = Long.toString(greatest).length();
        boolean plain = exponent >= LEAST_PLAIN && exponent + digits <= MOST_PLAIN + 1;
        for (long i = first; i <= last; i++) {
            values.add(power(i * step, exponent));
            texts.add(plain ? plain(i * step, exponent) : scientific(i * step, exponent));
        }
        return new Ticks(values, texts);
    }

    /** The power of ten at or just below {@code x}. */
    private static int exponent(double x) {
        int guess = (int) Math.floor((Math.getExponent(x) - 1) * 0.30103);
        while (guess < 308 && power(1, guess + 1) <= x) {
            guess++;
        }
        return guess;
    }

    private static double power(long factor, int exponent) {
        return factor == 0 ? 0 : DecimalReader.read(factor + "e" + exponent);
    }

    private static String plain(long n, int exponent) {
        if (exponent >= 0) {
            return n + (n == 0 ? "" : "0".repeat(exponent));
        }
        String digits = Long.toString(Math.abs(n));
        if (digits.length() <= -exponent) {
            digits = "0".repeat(-exponent - digits.length() + 1) + digits;
        }
        int point = digits.length() + exponent;
        return (n < 0 ? "-" : "") + digits.substring(0, point) + "." + digits.substring(point);
    }

    private static String scientific(long n, int exponent) {
        if (n == 0) {
            return "0";
        }
        String digits = Long.toString(Math.abs(n));
        int power = exponent + digits.length() - 1;
        int end = digits.length();
        while (end > 1 && digits.charAt(end - 1) == '0') {
            end--;
        }
        String fraction = end == 1 ? "" : "." + digits.substring(1, end);
        return (n < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + power;
    }
}
