package lossctl.eval;

import lossctl.num.ExactSum;
import lossctl.num.StateReader;
import lossctl.num.StateWriter;
import lossctl.stat.RatioSpread;

/** Exact sums over units of the products of their parts. For a mean, whose parts are two, a {@link RatioSpread}. */
final class Moments {
    private final RatioSpread ratio;
    private final ExactSum[][] products;
    private long n;

    Moments(boolean mean, int width) {
        this(mean, width, false);
    }

    /** The same; compact where there are very many of them. */
    Moments(boolean mean, int width, boolean compact) {
        ratio = mean ? new RatioSpread(compact) : null;
        products = new ExactSum[mean ? 0 : width][];
        for (int i = 0; i < products.length; i++) {
            products[i] = new ExactSum[i + 1];
            for (int j = 0; j <= i; j++) {
                products[i][j] = compact ? ExactSum.compact() : new ExactSum();
            }
        }
    }

    void add(double[] parts) {
        n++;
        if (ratio != null) {
            ratio.add(parts[0], parts[1]);
            return;
        }
        for (int i = 0; i < products.length; i++) {
            for (int j = 0; j <= i; j++) {
                products[i][j].addProduct(parts[i], parts[j]);
            }
        }
    }

    void merge(Moments other) {
        n += other.n;
        if (ratio != null) {
            ratio.merge(other.ratio);
        }
        for (int i = 0; i < products.length; i++) {
            for (int j = 0; j <= i; j++) {
                products[i][j].merge(other.products[i][j]);
            }
        }
    }

    long n() {
        return n;
    }

    RatioSpread ratio() {
        return ratio;
    }

    /** The whole symmetric matrix. */
    double[][] matrix() {
        double[][] matrix = new double[products.length][products.length];
        for (int i = 0; i < products.length; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = products[i][j].value();
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    void save(StateWriter out) {
        out.integer(n);
        if (ratio != null) {
            ratio.save(out);
        }
        for (ExactSum[] row : products) {
            for (ExactSum product : row) {
                out.sum(product);
            }
        }
    }

    void load(StateReader in) {
        n += in.integer();
        if (ratio != null) {
            ratio.load(in);
        }
        for (ExactSum[] row : products) {
            for (ExactSum product : row) {
                in.addSumTo(product);
            }
        }
    }
}
