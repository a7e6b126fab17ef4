package lossctl.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lossctl.Claim;
import lossctl.loss.BadParameter;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Loss;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.loss.UndefinedLoss;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every branch of every loss is one that a test has held against something: the places whose derivatives
 * {@link EveryLossTest} compares with differences, the worked examples, the corners of {@link CornersTest}, the tables of many digits, or at least
 * the extremes at which a loss is asked to be no NaN.
 */
@Tag("loss")
class CoverageTest {
    private static final List<String> TABLES = List.of(
            "values.csv.gz",
            "points-a.csv.gz",
            "points-b.csv.gz",
            "points-c.csv.gz",
            "edges.csv.gz",
            "wide.csv.gz",
            "far-numbers.csv.gz",
            "far-rows.csv.gz",
            "far-samples.csv.gz",
            "rare.csv",
            RefusalsTest.TABLE);

    @Test
    void theSamplesPassEveryBranchOfEveryLoss() throws Exception {
        Instrumented catalogue = new Instrumented();
        try {
            Set<String> owners = new HashSet<>();
            List<String> names = Chosen.names();
            for (String name : names) {
                Spec spec = catalogue.find(name);
                owners.add(owner(spec));
                if (!spec.isMetric()) {
                    Places.settings(spec).values().forEach(CoverageTest::pass);
                    spec.examples().forEach(example -> pass(spec, example));
                }
                spec.examples().forEach(example -> passSteps(spec, example));
            }
            for (String table : TABLES) {
                for (TablePoint point : TablePoint.read(table)) {
                    if (names.contains(point.name())) {
                        pass(point, catalogue.find(point.name()));
                    }
                }
            }
            Map<String, String> missed = catalogue.missed();
            Map<String, String> known = known();
            if (!Chosen.isAll()) {
                // what several losses share is passed by all of them together
                missed.keySet().removeIf(method -> !isOf(owners, method));
                known.keySet().removeIf(method -> !isOf(owners, method));
            }
            int count = 0;
            StringBuilder wrong = new StringBuilder();
            for (Map.Entry<String, String> each : missed.entrySet()) {
                String number = each.getValue().split(":")[0];
                count += Integer.parseInt(number);
                if (!number.equals(known.remove(each.getKey()))) {
                    wrong.append('\n').append(each.getKey()).append(' ').append(each.getValue());
                }
            }
            if (Chosen.isAll()) {
                System.out.println("branches of losses passed: " + (catalogue.branches() - count) + "/"
                        + catalogue.branches() + ", the others with a reason");
            }
            Claim.that(
                    wrong.isEmpty(),
                    () -> "Branches of losses that no sample passes:" + wrong
                            + "\nAdd a worked example that does, .example(...); for a branch that none can pass, a line"
                            + " \"<class>.<method> <how many> <reason>\" to src/test/resources/lossctl/catalog/branches.txt");
            Claim.that(
                    known.isEmpty(),
                    () -> "passed by now, so that their lines go from branches.txt: " + known.keySet());
        } finally {
            catalogue.shutdown();
        }
    }

    private static String owner(Spec spec) {
        return Catalog.task(spec.name()) + "."
                + spec.create(spec.defaults()).getClass().getSimpleName();
    }

    private static boolean isOf(Set<String> owners, String method) {
        return owners.contains(method.substring(0, method.lastIndexOf('.')).replaceFirst("\\$.*", ""));
    }

    /** How many branches of a method nothing is known to pass: from branches.txt, which has the reasons. */
    private static Map<String, String> known() throws IOException {
        Map<String, String> known = new TreeMap<>();
        try (InputStream bytes = CoverageTest.class.getResourceAsStream("branches.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] words = line.split(" ", 3);
                        known.put(words[0], words[1]);
                    });
        }
        return known;
    }

    private static void pass(Loss loss) {
        if (loss instanceof SummaryLoss summary
                && loss.truth().kind() == Domain.Kind.NUMBER
                && loss.prediction().kind() == Domain.Kind.NUMBER) {
            Sums sums = new Sums(summary.sums(1), 1);
            summary.addSingles(sums, new double[] {0, 1, 1}, new double[] {0.5, 0.25, 1}, 3);
        }
        if (loss instanceof PointwiseLoss pointwise) {
            // FarMeansTest holds them
            pointwise.farValue(-Double.MAX_VALUE, Double.MAX_VALUE);
            pointwise.farSlope(-Double.MAX_VALUE, Double.MAX_VALUE);
        }
        List<Probe> probes = new ArrayList<>(Places.of(loss));
        probes.addAll(Places.corners(loss));
        probes.addAll(Places.extremes(loss));
        pass(probes);
    }

    private static void pass(Spec spec, Example example) {
        Loss loss = spec.create(Places.params(spec, example));
        pass(Places.of(loss, example));
    }

    private static void passSteps(Spec spec, Example example) {
        Loss loss = spec.create(Places.params(spec, example));
        loss.steps(ExampleSamples.of(loss, example, null));
        loss.steps(ExampleSamples.weighted(loss, example));
        double[] weights = new double[example.prediction().length];
        Arrays.fill(weights, 1, weights.length, 1);
        if (weights.length > 1) {
            // the first weighs nothing
            loss.steps(ExampleSamples.of(loss, example, weights));
        }
    }

    private static void pass(List<Probe> probes) {
        for (Probe probe : probes) {
            try {
                probe.value();
                probe.gradient();
                probe.hessian();
            } catch (UndefinedLoss e) {
                continue;
            }
        }
    }

    private static void pass(TablePoint point, Spec spec) {
        try {
            Loss loss = point.loss(spec);
            LossAt at = point.at(loss);
            at.value();
            at.gradient();
            if (loss.hasHessian()) {
                at.hessian();
            }
        } catch (UndefinedLoss | BadParameter e) {
            // what is refused has been passed too
            return;
        }
    }
}
