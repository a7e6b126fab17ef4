package lossctl.catalog.forecast;

import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Input;
import lossctl.num.Interval;

/** The further input of the scores of distributions with a location and a scale. */
final class Spread {
    private Spread() {}

    static List<Input> of(String name, String description) {
        Domain positive = Domain.number(Interval.POSITIVE);
        return List.of(new Input(name, positive, Input.Width.ONE_OR_AS_PREDICTION, description));
    }
}
