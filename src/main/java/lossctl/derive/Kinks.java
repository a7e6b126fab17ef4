package lossctl.derive;

import java.util.ArrayList;
import java.util.List;
import lossctl.loss.Loss;
import lossctl.loss.MarginLoss;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.ResidualLoss;
import lossctl.loss.Spec;
import lossctl.num.DecimalWriter;

/** Where the slope of a loss jumps, in words. */
final class Kinks {
    private Kinks() {}

    /** The places under the default parameters; empty where there are none, or the family has no such notion. */
    static String of(Spec spec) {
        Loss loss = spec.create(spec.defaults());
        if (loss instanceof ResidualLoss residual) {
            return at("residual e = ", residual.kinks());
        }
        if (loss instanceof MarginLoss margin) {
            return at("margin a = ", margin.kinks());
        }
        if (!(loss instanceof PointwiseLoss pointwise)) {
            return "";
        }
        List<String> places = new ArrayList<>();
        for (double truth : spec.plotTruths()) {
            String place = at("prediction p = ", pointwise.kinks(truth));
            if (!place.isEmpty()) {
                places.add(place + " for truth " + DecimalWriter.text(truth));
            }
        }
        return String.join("; ", places);
    }

    private static String at(String name, double[] kinks) {
        StringBuilder text = new StringBuilder();
        for (double kink : kinks) {
            text.append(text.length() == 0 ? name : ", ").append(DecimalWriter.text(kink));
        }
        return text.toString();
    }
}
