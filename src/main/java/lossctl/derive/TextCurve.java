package lossctl.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossctl.loss.ClassLoss;
import lossctl.loss.Domain;
import lossctl.loss.Loss;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.loss.UndefinedLoss;
import lossctl.num.DecimalWriter;

/**
 * The curve of a loss in characters, over the range of predictions that its description gives: one curve a truth for
 * losses of one prediction; for losses of a row, two classes of which the first is true.
 */
public final class TextCurve {
    private static final int WIDTH = 61;
    private static final int HEIGHT = 15;
    private static final int DIGITS = 3;
    private static final String MARKS = "*o+x";

    private final double low;
    private final double high;
    private final List<double[]> curves = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();

    private TextCurve(double[] range) {
        low = range[0];
        high = range[1];
    }

    /** The lines of the curve under the default parameters; none where a loss has no curve to draw. */
    public static List<String> of(Spec spec) {
        Loss loss = spec.create(spec.defaults());
        TextCurve curve = new TextCurve(spec.plotRange());
        if (loss instanceof PointwiseLoss pointwise) {
            for (double truth : spec.plotTruths()) {
                double its = truth == 0 && loss.truth().kind() == Domain.Kind.SIGN ? -1 : truth;
                curve.add("truth " + number(its), x -> pointwise.value(its, x));
            }
        } else if (loss instanceof RowLoss row && isOfClasses(row)) {
            boolean share = loss.prediction().isProbability();
            for (double each : spec.plotTruths()) {
                double[] truth = LossCurve.truthOfTwo(row, each);
                boolean certain = truth.length == 1 || truth[0] == 1;
                String first = certain ? "the true class" : "a class that is true with " + number(each);
                if (certain && !curve.curves.isEmpty()) {
                    continue;
                }
                curve.add(
                        share ? "p of " + first + ", 1 - p of the other" : "score of " + first + ", 0 of the other",
                        x -> row.value(truth, new double[] {x, share ? 1 - x : 0}));
            }
        }
        return curve.lines();
    }

    private static boolean isOfClasses(RowLoss loss) {
        return loss instanceof ClassLoss
                || loss.prediction().isProbability()
                || loss.truth().isProbability();
    }

    /** A function of the prediction. */
    private interface Function {
        double at(double x);
    }

    private void add(String title, Function function) {
        double[] values = new double[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            try {
                values[i] = function.at(low + (high - low) * i / (WIDTH - 1));
            } catch (UndefinedLoss e) {
                values[i] = Double.NaN;
            }
        }
        curves.add(values);
        titles.add(title);
    }

    private List<String> lines() {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double[] curve : curves) {
            for (double value : curve) {
                if (Double.isFinite(value)) {
                    least = Math.min(least, value);
                    greatest = Math.max(greatest, value);
                }
            }
        }
        if (!(least < greatest)) {
            return List.of();
        }
        char[][] grid = new char[HEIGHT][WIDTH];
        for (char[] row : grid) {
            Arrays.fill(row, ' ');
        }
        for (int i = 0; i < curves.size(); i++) {
            draw(grid, curves.get(i), least, greatest, MARKS.charAt(i % MARKS.length()));
        }
        return framed(grid, number(greatest), number(least));
    }

    /** Marks the curve, and what lies between the marks of neighbouring columns. */
    private static void draw(char[][] grid, double[] curve, double least, double greatest, char mark) {
        int before = -1;
        for (int x = 0; x < WIDTH; x++) {
            if (!Double.isFinite(curve[x])) {
                before = -1;
                continue;
            }
            int y = (int) Math.rint((greatest - curve[x]) / (greatest - least) * (HEIGHT - 1));
            grid[y][x] = mark;
            for (int between = Math.min(y, before) + 1; before >= 0 && between < Math.max(y, before); between++) {
                grid[between][x] = mark;
            }
            before = y;
        }
    }

    private List<String> framed(char[][] grid, String top, String bottom) {
        int margin = Math.max(top.length(), bottom.length());
        List<String> lines = new ArrayList<>();
        for (int y = 0; y < HEIGHT; y++) {
            String label = y == 0 ? top : y == HEIGHT - 1 ? bottom : "";
            String line = " ".repeat(margin - label.length()) + label + " |" + new String(grid[y]);
            lines.add(line.stripTrailing());
        }
        lines.add(" ".repeat(margin) + " +" + "-".repeat(WIDTH));
        String middle = number((low + high) / 2);
        StringBuilder axis = new StringBuilder(" ".repeat(margin + 2)).append(number(low));
        pad(axis, margin + 2 + WIDTH / 2 - middle.length() / 2).append(middle);
        pad(axis, margin + 2 + WIDTH - number(high).length()).append(number(high));
        lines.add(axis.toString());
        StringBuilder legend = new StringBuilder(" ".repeat(margin + 2)).append("prediction;");
        for (int i = 0; i < titles.size(); i++) {
            legend.append(i == 0 ? " " : ", ")
                    .append(MARKS.charAt(i % MARKS.length()))
                    .append(' ');
            legend.append(titles.get(i));
        }
        lines.add(legend.toString());
        return lines;
    }

    private static StringBuilder pad(StringBuilder text, int width) {
        return text.append(" ".repeat(Math.max(1, width - text.length())));
    }

    private static String number(double x) {
        String text = DecimalWriter.text(x, DIGITS);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
