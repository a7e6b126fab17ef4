package lossctl.derive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lossctl.Claim;
import lossctl.batch.Batch;
import lossctl.catalog.Catalog;
import lossctl.catalog.Chosen;
import lossctl.loss.Input;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.RowLoss;
import lossctl.loss.Selection;
import lossctl.loss.Spec;
import lossctl.plot.Chart;
import lossctl.plot.Figure;
import lossctl.plot.Layer;
import lossctl.plot.Tone;
import lossctl.write.CheckedOut;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is drawn of every loss is what the machine interface answers at that place. */
@Tag("loss")
class EveryCurveTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every curve: those of one truth at each truth that the loss names. */
    static List<LossCurve> curves() {
        List<LossCurve> curves = new ArrayList<>();
        for (Spec spec : Chosen.specs()) {
            Selection selection = Selection.of(spec);
            if (hasCurve(selection) && selection.loss() instanceof PointwiseLoss) {
                for (double truth : spec.plotTruths()) {
                    curves.add(LossCurve.of(selection, truth));
                }
            } else if (hasCurve(selection)) {
                curves.add(LossCurve.of(selection, Double.NaN));
            }
        }
        return curves;
    }

    /** But for what needs more than two classes, or a longer list, to change at all. */
    @ParameterizedTest
    @MethodSource("curves")
    void aCurveShowsHowItsLossChanges(LossCurve curve) {
        boolean needsMore = List.of("top_k_accuracy", "precision_at_k").contains(curve.name());
        assertEquals(needsMore, curve.isFlat(), curve.name() + ", " + curve.fixed());
    }

    /** The triplet margin of (0, 0) to (6, 8), of (3, 4) the nearer: 10 - 5 + 1. */
    @Test
    void aLossOfSeveralVectorsIsDrawnOverAnExampleThatChangesIt() {
        double[] at = new double[2];
        LossCurve.of(Selection.of(Catalog.find("triplet_margin")), Double.NaN).at(0, at);
        assertEquals(6, at[0]);
    }

    private static boolean hasCurve(Selection selection) {
        return Family.of(selection.loss()).isPerSample()
                && !selection.loss().prediction().whole();
    }

    static Stream<String> names() {
        return curves().stream().map(LossCurve::name).distinct();
    }

    private static List<LossCurve> curves(String name) {
        return curves().stream().filter(curve -> curve.name().equals(name)).toList();
    }

    private static Figure figure(LossCurve curve) {
        return CurveFigure.of(List.of(curve), curve.range()[0], curve.range()[1], new double[0]);
    }

    @Test
    void everyLossOfOneSampleHasACurveAndNoOtherHas() {
        Claim.that(!Chosen.isAll() || curves().size() > 100, () -> "only " + curves().size() + " curves");
        for (Spec spec : Chosen.specs()) {
            Selection selection = Selection.of(spec);
            LossCurve curve = LossCurve.of(selection, Double.NaN);
            if (hasCurve(selection)) {
                assertNotNull(curve, spec.name());
                Claim.that(
                        numbers(figure(curve)) > 50,
                        spec.name() + " is infinite all along its curve: name truths at which it is not,"
                                + " .plot(low, high, truths)");
            } else {
                Claim.that(curve == null, spec.name() + " has a curve, though its family has none");
            }
        }
    }

    /** How many points of the value are numbers. */
    private static long numbers(Figure figure) {
        long n = 0;
        for (Layer layer : figure.charts().get(0).layers()) {
            n += layer.tone() == Tone.BLUE && layer instanceof Layer.Line line
                    ? Arrays.stream(line.y()).filter(Double::isFinite).count()
                    : 0;
        }
        return n;
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsDrawnIsWhatBatchAnswers(String name) throws Exception {
        for (LossCurve curve : curves(name)) {
            List<double[]> drawn = new ArrayList<>();
            for (Chart chart : figure(curve).charts()) {
                for (Layer layer : chart.layers()) {
                    double component = layer.tone() == Tone.BLUE ? 0 : 1;
                    double[] x = layer instanceof Layer.Line line ? line.x() : ((Layer.Points) layer).x();
                    double[] y = layer instanceof Layer.Line line ? line.y() : ((Layer.Points) layer).y();
                    for (int i = 0; i < x.length; i++) {
                        if (!Double.isNaN(x[i])) {
                            drawn.add(new double[] {x[i], y[i], component});
                        }
                    }
                }
            }
            List<JsonNode> answers = answers(curve, drawn);
            for (int i = 0; i < drawn.size(); i++) {
                double[] point = drawn.get(i);
                JsonNode answer = answers.get(i);
                String place = curve.name() + " at " + point[0] + ": " + answer;
                Claim.that(!answer.has("error"), place);
                JsonNode told = answer.get(point[2] == 0 ? "value" : "gradient");
                while (told.isArray()) {
                    told = told.get(0);
                }
                assertEquals(point[1] + 0.0, told.asDouble() + 0.0, place);
            }
        }
    }

    private static List<JsonNode> answers(LossCurve curve, List<double[]> drawn) throws Exception {
        StringBuilder requests = new StringBuilder();
        for (double[] point : drawn) {
            requests.append(request(curve, point[0])).append('\n');
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CheckedOut checked = CheckedOut.to(out, "answers");
        new Batch(checked).run(new ByteArrayInputStream(requests.toString().getBytes(StandardCharsets.UTF_8)), 1 << 20);
        checked.flush();
        List<JsonNode> answers = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).split("\n")) {
            answers.add(JSON.readTree(line));
        }
        assertEquals(drawn.size(), answers.size());
        return answers;
    }

    private static String request(LossCurve curve, double x) {
        boolean pointwise = curve.selection().loss() instanceof PointwiseLoss;
        StringBuilder request = new StringBuilder("{\"loss\":\"" + curve.name() + "\"");
        if (curve.truth().length > 0) {
            boolean single = pointwise || curve.truth().length == 1;
            request.append(",\"y_true\":").append(single ? Arrays.toString(curve.truth()) : rows(curve.truth()));
        }
        double[] prediction = curve.prediction(x);
        request.append(",\"y_pred\":").append(pointwise ? Arrays.toString(prediction) : rows(prediction));
        List<Input> inputs = curve.selection().loss().inputs();
        for (int i = 0; i < inputs.size(); i++) {
            double[] values = curve.inputs()[i];
            request.append(i == 0 ? ",\"inputs\":{\"" : ",\"")
                    .append(inputs.get(i).name())
                    .append("\":");
            request.append(inputs.get(i).width() == Input.Width.ONE ? Arrays.toString(values) : rows(values));
            request.append(i == inputs.size() - 1 ? "}" : "");
        }
        return request.append(",\"want\":[\"value\",\"gradient\"]}").toString();
    }

    private static String rows(double[] values) {
        return "[" + Arrays.toString(values) + "]";
    }

    @Test
    void aRowIsDrawnAtTheProbabilityThatItNames() {
        Selection kld = Selection.of(
                Spec.of("kld", (RowLoss) Selection.of(Catalog.find("kld")).loss())
                        .plot(0, 1, 0.7)
                        .build());
        LossCurve curve = LossCurve.of(kld, Double.NaN);
        assertArrayEquals(new double[] {0.7, 1 - 0.7}, curve.truth());
        double[] at = new double[2];
        curve.at(0.7, at);
        assertEquals(0, at[0], "as likely as it is");
        assertEquals("probability of the first class", curve.label());
        assertEquals("the first class is true with 0.7; the other class has the rest", curve.fixed());
    }

    @Test
    void kinksAreOpenCircles() {
        // Where the derivative of each jumps is plain from its formula.
        Map<String, double[]> kinks = Map.of(
                "mae", new double[] {0},
                "huber", new double[0],
                "mse", new double[0],
                "hinge", new double[] {1},
                "perceptron", new double[] {0},
                "eps_insensitive", new double[] {-0.1, 0.1},
                "quantile", new double[] {0});
        kinks.forEach((name, places) -> {
            List<Double> rings = new ArrayList<>();
            for (Layer layer : figure(LossCurve.of(Selection.of(Catalog.find(name)), Double.NaN))
                    .charts()
                    .get(0)
                    .layers()) {
                if (layer instanceof Layer.Points points
                        && points.tone() == Tone.BLUE
                        && points.mark() == Layer.Mark.RING) {
                    Arrays.stream(points.x()).forEach(rings::add);
                }
            }
            assertArrayEquals(
                    places, rings.stream().mapToDouble(x -> x).sorted().toArray(), name);
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void noJumpIsJoined(String name) {
        for (LossCurve curve : curves(name)) {
            double range = curve.range()[1] - curve.range()[0];
            for (Chart chart : figure(curve).charts()) {
                double height = chart.y().high() - chart.y().low();
                for (Layer layer : chart.layers()) {
                    if (layer instanceof Layer.Line line) {
                        for (int i = 1; i < line.x().length; i++) {
                            boolean near = line.x()[i] - line.x()[i - 1] < 1e-7 * range;
                            boolean seen = line.y()[i] < chart.y().high()
                                    && line.y()[i] > chart.y().low();
                            boolean far = Math.abs(line.y()[i] - line.y()[i - 1]) > 0.01 * height;
                            int at = i;
                            Claim.that(!(near && seen && far), () -> name + " joins a jump at " + line.x()[at]);
                        }
                    }
                }
            }
        }
    }

    @Test
    void aBendIsDrawnToAThousandthOfThePicturesHeight() {
        LossCurve curve = LossCurve.of(Selection.of(Catalog.find("mse")), 0);
        Figure figure = CurveFigure.of(List.of(curve), -100, 100, new double[0]);
        Layer.Line line = (Layer.Line) figure.charts().get(0).layers().get(0);
        for (int i = 1; i < line.x().length; i++) {
            double middle = line.x()[i] / 2 + line.x()[i - 1] / 2;
            double off = (line.y()[i] + line.y()[i - 1]) / 2 - middle * middle;
            assertTrue(Math.abs(off) <= 1e-3 * 10_000, "off by " + off + " at " + middle);
        }
    }
}
