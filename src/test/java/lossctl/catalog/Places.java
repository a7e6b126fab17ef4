package lossctl.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.GroupLoss;
import lossctl.loss.Loss;
import lossctl.loss.Params;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.SummaryLoss;
import lossctl.loss.UndefinedLoss;

/** The settings of a loss, and the places at which its derivatives are held against differences. */
final class Places {
    private static final int POINTS = 100;
    /** Of losses that do not tell their kinks, so that chance has to find the pieces between them. */
    private static final int UNTOLD = 240;
    /** Each piece that was found gets so many places at least. */
    private static final int PIECE = 8;

    private static final int CORNERS = 200;

    private Places() {}

    static Params params(Spec spec, Example example) {
        Params params = spec.defaults();
        for (Map.Entry<String, Object> each : example.params().entrySet()) {
            params = params.with(each.getKey(), each.getValue());
        }
        return params;
    }

    /** Parameters under which a formula has another case, beside those of the examples. */
    private static final Map<String, List<Map<String, Object>>> MORE = Map.ofEntries(
            Map.entry("barron", List.of(Map.of("alpha", 4.0), Map.of("alpha", -1e6), Map.of("alpha", 0.0))),
            Map.entry("lp", List.of(Map.of("p", 1.0), Map.of("p", 3.0))),
            Map.entry("bce", List.of(Map.of("label_smoothing", 0.1))),
            Map.entry("cce", List.of(Map.of("label_smoothing", 0.75))),
            Map.entry("nrmse", List.of(Map.of("normalization", "range"))),
            Map.entry(
                    "binary_focal",
                    List.of(Map.of("gamma", 0.0), Map.of("gamma", 1.0), Map.of("gamma", 1.0, "from_logits", true))),
            Map.entry("gaussian_nll", List.of(Map.of("eps", 1.0))),
            Map.entry("mase", List.of(Map.of("scale", 3.0))),
            Map.entry("gce", List.of(Map.of("q", 1.0))),
            Map.entry("logit_adjusted", List.of(Map.of("tau", 0.5, "priors", new double[] {1, 3}))),
            Map.entry("symmetric_cce", List.of(Map.of("alpha", 0.0))),
            Map.entry(
                    "categorical_focal",
                    List.of(
                            Map.of("gamma", 0.0),
                            Map.of("gamma", 0.0, "from_logits", true),
                            Map.of("gamma", 1.0, "alpha", new double[] {2}))),
            Map.entry("triplet_margin", List.of(Map.of("p", 1.0), Map.of("p", 3.0, "swap", true))),
            Map.entry("tweedie_nll", List.of(Map.of("power", 2.0, "log_input", true), Map.of("power", -0.5))),
            Map.entry("asymmetric", List.of(Map.of("gamma_negative", 2.5, "gamma_positive", 0.0, "from_logits", true))),
            Map.entry("ranked_probability_score", List.of(Map.of("normalized", true))));

    /** The loss under its defaults, under the parameters of its examples and under some more, by their text. */
    static Map<String, Loss> settings(Spec spec) {
        Map<String, Loss> settings = new LinkedHashMap<>();
        settings.put(spec.name(), spec.create(spec.defaults()));
        for (Example example : spec.examples()) {
            if (!example.params().isEmpty()) {
                settings.put(spec.name() + example.params(), spec.create(params(spec, example)));
            }
        }
        for (Map<String, Object> more : MORE.getOrDefault(spec.name(), List.of())) {
            Params params = spec.defaults();
            for (Map.Entry<String, Object> each : more.entrySet()) {
                params = params.with(each.getKey(), each.getValue());
            }
            settings.put(spec.name() + more.keySet() + more.hashCode(), spec.create(params));
        }
        return settings;
    }

    /** Random places, and for a pointwise loss both sides of each of its kinks. */
    static List<Probe> of(Loss loss) {
        Chance chance = new Chance(20261120);
        List<Probe> probes = new ArrayList<>();
        // a probe of all samples together has many entries, each of which is compared
        boolean whole = loss instanceof SummaryLoss || loss instanceof GroupLoss;
        boolean told = loss instanceof PointwiseLoss;
        int points = whole ? POINTS / 4 : told ? POINTS : UNTOLD;
        Map<String, Integer> pieces = new HashMap<>();
        for (int i = 0; i < points || i < 10 * points && Collections.min(pieces.values()) < PIECE; i++) {
            Probe probe = Probe.defined(loss, chance);
            if (probe.isImpossible() || i >= points && pieces.getOrDefault(probe.piece(), 0) >= PIECE) {
                continue;
            }
            probes.add(probe);
            pieces.merge(probe.piece(), 1, Integer::sum);
            for (double kink : told ? probe.kinks() : PointwiseLoss.NO_KINKS) {
                for (double side : new double[] {-0.1, -1e-3, 1e-3, 0.1}) {
                    Probe beside = probe.at(kink + side);
                    if (beside.interval(0).contains(kink + side)) {
                        probes.add(beside);
                    }
                }
            }
        }
        if (loss.getClass().getSimpleName().equals("Aft")) {
            for (int i = 0; i < POINTS; i++) {
                probes.addAll(times(loss, chance.size(-2, 2), chance.between(-5, 5)));
            }
        }
        return probes;
    }

    /** What chance does not draw: a time that is known exactly, one that is over before, one that lasts. */
    private static List<Probe> times(Loss loss, double time, double prediction) {
        List<Probe> times = new ArrayList<>();
        for (double[] bounds : new double[][] {{time, time}, {0, time}, {time, Double.POSITIVE_INFINITY}}) {
            times.add(new Probe(
                    loss, new double[][] {{bounds[0]}}, new double[][] {{prediction}}, new double[][] {{bounds[1]}}));
        }
        return times;
    }

    /** The samples of a worked example, each for itself unless the loss needs all together. */
    static List<Probe> of(Loss loss, Example example) {
        List<double[][]> vectors = new ArrayList<>();
        vectors.add(example.prediction());
        loss.inputs().forEach(input -> vectors.add(example.inputs().get(input.name())));
        if (loss instanceof SummaryLoss || loss instanceof GroupLoss) {
            return List.of(new Probe(loss, example.truth(), vectors.toArray(new double[0][][])));
        }
        List<Probe> probes = new ArrayList<>();
        for (int i = 0; i < example.prediction().length; i++) {
            double[] truth = i < example.truth().length ? example.truth()[i] : new double[0];
            if (!(loss instanceof PointwiseLoss)) {
                int row = i;
                probes.add(new Probe(
                        loss,
                        new double[][] {truth},
                        vectors.stream().map(rows -> new double[][] {rows[row]}).toArray(double[][][]::new)));
                continue;
            }
            for (int j = 0; j < example.prediction()[i].length; j++) {
                double t = loss.truth().kind() == Domain.Kind.SIGN && truth[j] == 0 ? -1 : truth[j];
                probes.add(new Probe(loss, new double[][] {{t}}, new double[][] {{example.prediction()[i][j]}}));
            }
        }
        return probes;
    }

    /** Places far out and at the ends of the domain, where the loss may be infinite. */
    static List<Probe> extremes(Loss loss) {
        Chance chance = Chance.extreme(17);
        List<Probe> extremes = new ArrayList<>();
        for (int i = 0; i < (loss instanceof PointwiseLoss ? 1000 : 200); i++) {
            extremes.add(new Probe(loss, chance));
        }
        return extremes;
    }

    /** Places of ties, zeros and ends, at which a loss may have a kink or take another way; it is finite there. */
    static List<Probe> corners(Loss loss) {
        Chance chance = new Chance(20261130);
        List<Probe> corners = new ArrayList<>();
        // of random boxes, say, few are boxes
        for (int i = 0; i < 20 * CORNERS && corners.size() < CORNERS; i++) {
            Probe probe = new Probe(loss, chance).cornered(chance);
            try {
                if (Double.isFinite(probe.value())) {
                    corners.add(probe);
                }
            } catch (UndefinedLoss e) {
                continue;
            }
        }
        return corners;
    }
}
