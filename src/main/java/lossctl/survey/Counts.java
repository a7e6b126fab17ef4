package lossctl.survey;

import lossctl.num.ExactSum;

/** How many samples fell into each of some cells, and what they weigh where they weigh other than 1. */
final class Counts {
    private final long[] counts;
    private ExactSum[] weights;

    Counts(int cells) {
        counts = new long[cells];
    }

    void add(int cell) {
        counts[cell]++;
    }

    void add(int cell, double weight) {
        counts[cell]++;
        sum(cell).add(weight);
    }

    /** Adds what another one has in a cell. */
    void pour(Counts other, int from, int to) {
        counts[to] += other.counts[from];
        if (other.weights != null && other.weights[from] != null) {
            sum(to).merge(other.weights[from]);
        }
    }

    private ExactSum sum(int cell) {
        if (weights == null) {
            weights = new ExactSum[counts.length];
        }
        if (weights[cell] == null) {
            weights[cell] = ExactSum.compact();
        }
        return weights[cell];
    }

    long count(int cell) {
        return counts[cell];
    }

    /** What the samples of the cells from one to before another weigh together; their number where each weighs 1. */
    double weight(int from, int to) {
        if (weights == null) {
            long count = 0;
            for (int cell = from; cell < to; cell++) {
                count += counts[cell];
            }
            return count;
        }
        ExactSum sum = new ExactSum();
        for (int cell = from; cell < to; cell++) {
            if (weights[cell] != null) {
                sum.merge(weights[cell]);
            }
        }
        return sum.value();
    }
}
