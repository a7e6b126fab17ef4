package lossctl.gallery;

import java.util.ArrayList;
import java.util.List;
import lossctl.plot.Axis;
import lossctl.plot.Chart;
import lossctl.plot.Dash;
import lossctl.plot.Figure;
import lossctl.plot.Layer;
import lossctl.plot.Tone;
import lossctl.survey.Bins;
import lossctl.survey.Grid;
import lossctl.survey.Residuals;

/** What a model's errors look like: a histogram of the residuals, and the residuals over the predictions. */
public final class ResidualFigure {
    /** Points closer than this share of the picture's width and height are drawn once. */
    private static final double SAME = 1.0 / 500;

    private ResidualFigure() {}

    /**
     * The figure.
     *
     * @param rmse their root mean squared error; NaN where that is not known
     * @param name what the samples are called; may be empty
     */
    public static Figure of(Residuals residuals, double rmse, String name) {
        Bins bins = residuals.histogram().bins();
        String main = "n " + Say.count(residuals.n()) + ", mean residual " + Say.number(residuals.mean())
                + (Double.isNaN(rmse) ? "" : ", RMSE " + Say.number(rmse));
        List<String> remarks = new ArrayList<>();
        remarks.add(main);
        String spread = "";
        if (residuals.n() > 0) {
            spread = "from " + Say.number(residuals.histogram().low()) + " to "
                    + Say.number(residuals.histogram().high()) + ", half of them from "
                    + Say.number(residuals.histogram().quantile(0.25)) + " to "
                    + Say.number(residuals.histogram().quantile(0.75));
        }
        if (bins.farOut() > 0) {
            remarks.add(Say.count(bins.farOut()) + " far out, in the outermost bins");
        }
        if (residuals.notFinite() > 0) {
            remarks.add(Say.count(residuals.notFinite()) + " not finite, not shown");
        }
        String description = "Residuals, prediction minus truth: " + main + "; " + spread
                + ". Above a histogram, below the residuals over the predictions.";
        List<Chart> charts = List.of(histogram(bins, residuals), scatter(residuals));
        return new Figure("Residuals" + (name.isEmpty() ? "" : " of " + name), description, remarks, charts);
    }

    private static Chart histogram(Bins bins, Residuals residuals) {
        int n = bins.counts().length;
        double[] left = new double[n];
        double[] right = new double[n];
        double width = n == 0 ? 1 : bins.edges()[Math.min(n, n / 2 + 1)] - bins.edges()[n / 2];
        for (int i = 0; i < n; i++) {
            // A bin without an outer edge is drawn as wide as the others.
            left[i] = Double.isInfinite(bins.edges()[i]) ? bins.edges()[i + 1] - width : bins.edges()[i];
            right[i] = Double.isInfinite(bins.edges()[i + 1]) ? bins.edges()[i] + width : bins.edges()[i + 1];
        }
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Bars("", Tone.BLUE, left, right, new double[n], bins.weights()));
        layers.add(new Layer.Rule("", Tone.INK, Dash.DASHED, true, 0));
        if (residuals.n() > 0) {
            layers.add(new Layer.Rule("mean", Tone.ORANGE, Dash.SOLID, true, residuals.mean()));
        }
        Axis count = Axis.of(residuals.isWeighted() ? "weight" : "residuals");
        return new Chart("", Axis.of("prediction - truth"), residuals.isWeighted() ? count : count.wholes(), layers);
    }

    private static Chart scatter(Residuals residuals) {
        List<Layer> layers = new ArrayList<>();
        double[][] points = residuals.scatter().points();
        layers.add(points != null ? points(points) : raster(residuals.grid()));
        layers.add(new Layer.Rule("", Tone.INK, Dash.DASHED, false, 0));
        return new Chart("", Axis.of("prediction"), Axis.of("residual"), layers);
    }

    /** The points without those that would lie on one another. */
    private static Layer points(double[][] points) {
        double[] range = {
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (double[] point : points) {
            for (int i = 0; i < 2; i++) {
                range[2 * i] = Math.min(range[2 * i], point[i]);
                range[2 * i + 1] = Math.max(range[2 * i + 1], point[i]);
            }
        }
        java.util.Set<Long> taken = new java.util.HashSet<>();
        List<double[]> left = new ArrayList<>();
        for (double[] point : points) {
            long place = place(point[0], range[0], range[1]) * 1000 + place(point[1], range[2], range[3]);
            if (taken.add(place)) {
                left.add(point);
            }
        }
        double[] x = new double[left.size()];
        double[] y = new double[left.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = left.get(i)[0];
            y[i] = left.get(i)[1];
        }
        return new Layer.Points("", Tone.BLUE, Layer.Mark.DOT, x, y);
    }

    private static long place(double x, double low, double high) {
        return high > low ? (long) Math.rint((x / 2 - low / 2) / (high / 2 - low / 2) / SAME) : 0;
    }

    private static Layer raster(Grid grid) {
        Grid.Picture picture = grid.picture();
        double most = 0;
        for (double[] row : picture.weights()) {
            for (double weight : row) {
                most = Math.max(most, weight);
            }
        }
        double[][] shares = new double[picture.weights().length][];
        for (int r = 0; r < shares.length; r++) {
            shares[r] = new double[picture.weights()[r].length];
            for (int c = 0; c < shares[r].length; c++) {
                // Roots, so that thin regions can be seen beside thick ones.
                shares[r][c] = Math.sqrt(picture.weights()[r][c] / most);
            }
        }
        return new Layer.Raster("", Tone.BLUE, picture.across(), picture.up(), shares, picture.weights());
    }
}
