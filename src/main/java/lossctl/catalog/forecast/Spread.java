package lossctl.catalog.forecast;

import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Input;
import lossctl.num.Interval;

/** The further input of the scores of distributions with a location and a scale. */
final class Spread {
    private Spread() {}

    /** The residual over the scale, also where the residual itself is past the range of doubles. */
    static double place(double t, double[] at) {
        double e = at[0] - t;
        return Double.isInfinite(e) ? (at[0] / 2 - t / 2) / at[1] * 2 : e / at[1];
    }

    static List<Input> of(String name, String description) {
        Domain positive = Domain.number(Interval.POSITIVE);
        return List.of(new Input(name, positive, Input.Width.ONE_OR_AS_PREDICTION, description));
    }
}
