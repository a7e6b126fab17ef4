package lossctl.plot;

import java.util.List;

/** How far the layers of a chart reach along one of its axes. */
final class Extent {
    private static final double MARGIN = 0.04;
    private static final double FARTHEST = 1e300;

    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private boolean floored;

    private Extent() {}

    /** The ends of an axis: those it was given, or what the layers need and a little more. */
    static double[] of(Axis axis, boolean upright, List<Layer> layers) {
        Extent extent = new Extent();
        for (Layer layer : layers) {
            extent.add(layer, upright);
        }
        return extent.ends(axis);
    }

    private void add(Layer layer, boolean upright) {
        if (layer instanceof Layer.Line line) {
            add(upright ? line.y() : line.x());
        } else if (layer instanceof Layer.Band band) {
            add(upright ? band.low() : band.x());
            add(upright ? band.high() : band.x());
        } else if (layer instanceof Layer.Bars bars) {
            double[] foot = upright ? bars.bottom() : bars.left();
            add(foot);
            add(upright ? bars.top() : bars.right());
            floored |= foot.length > 0 && foot[0] == 0;
        } else if (layer instanceof Layer.Points points) {
            if (!upright || points.mark() != Layer.Mark.TICK) {
                add(upright ? points.y() : points.x());
            }
        } else if (layer instanceof Layer.Whiskers whiskers) {
            boolean along = whiskers.upright() == upright;
            add(along ? whiskers.low() : whiskers.at());
            add(along ? whiskers.high() : whiskers.at());
        } else if (layer instanceof Layer.Raster raster) {
            add(upright ? raster.up() : raster.across());
        } else if (layer instanceof Layer.Rule rule) {
            add(rule.upright() == upright ? new double[0] : new double[] {rule.at()});
        }
    }

    private void add(double[] values) {
        for (double value : values) {
            if (Math.abs(value) <= FARTHEST) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
    }

    private double[] ends(Axis axis) {
        boolean none = !(low <= high);
        double from = none ? 0 : low;
        double to = none ? 1 : high;
        double margin = (to / 2 - from / 2) * 2 * MARGIN;
        if (margin == 0) {
            margin = from == 0 ? 1 : Math.abs(from) * MARGIN;
        }
        if (!(floored && from == 0) && !none) {
            from -= margin;
        }
        if (!(floored && to == 0) && !none) {
            to += margin;
        }
        double lower = Double.isNaN(axis.low()) ? from : axis.low();
        double upper = Double.isNaN(axis.high()) ? to : axis.high();
        return lower < upper ? new double[] {lower, upper} : new double[] {lower, lower + Math.max(1, Math.abs(lower))};
    }
}
