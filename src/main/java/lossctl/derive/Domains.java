package lossctl.derive;

import java.util.ArrayList;
import java.util.List;
import lossctl.loss.BadParameter;
import lossctl.loss.Input;
import lossctl.loss.Loss;
import lossctl.loss.Param;
import lossctl.loss.Params;
import lossctl.loss.Spec;

/** What the values of a loss may be, under its defaults and under each flag or word that changes it. */
final class Domains {
    private Domains() {}

    /** The domains, those under the defaults first. */
    static List<Page.Place> of(Spec spec) {
        Params defaults = spec.defaults();
        List<Page.Place> places = new ArrayList<>();
        Loss plain = spec.create(defaults);
        add(places, "", plain, null);
        for (Param param : spec.params()) {
            if (param.type() == Param.Type.FLAG) {
                addUnder(places, param.option(), spec, defaults, param, Boolean.TRUE, plain);
            }
            for (String choice : param.choices()) {
                addUnder(places, param.option() + " " + choice, spec, defaults, param, choice, plain);
            }
        }
        return places;
    }

    private static void addUnder(
            List<Page.Place> places, String when, Spec spec, Params defaults, Param param, Object value, Loss plain) {
        try {
            add(places, when, spec.create(defaults.with(param.name(), value)), plain);
        } catch (BadParameter e) {
            // The option alone is no loss: it wants another beside it.
        }
    }

    /** Adds what differs from {@code plain}; everything where that is null. */
    private static void add(List<Page.Place> places, String when, Loss loss, Loss plain) {
        if (plain == null || !loss.truth().equals(plain.truth())) {
            places.add(new Page.Place(when, "truth", loss.truth().describe()));
        }
        if (plain == null || !loss.prediction().equals(plain.prediction())) {
            places.add(new Page.Place(when, "prediction", loss.prediction().describe()));
        }
        for (Input input : loss.inputs()) {
            if (plain == null || !plain.inputs().contains(input)) {
                places.add(new Page.Place(when, input.name(), input.domain().describe() + ": " + input.description()));
            }
        }
    }
}
