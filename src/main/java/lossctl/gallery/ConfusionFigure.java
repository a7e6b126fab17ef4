package lossctl.gallery;

import java.util.ArrayList;
import java.util.List;
import lossctl.plot.Axis;
import lossctl.plot.Chart;
import lossctl.plot.Figure;
import lossctl.plot.Layer;
import lossctl.plot.Tone;
import lossctl.survey.Confusion;

/** The confusion matrix: a row a true class, a column a predicted one, as dark as its share of the row. */
public final class ConfusionFigure {
    /** More classes than this are no picture. */
    private static final int MOST = 40;

    private ConfusionFigure() {}

    /**
     * The figure.
     *
     * @param labels what the classes are called, in index order; those beyond are called by their index
     * @param name what the samples are called; may be empty
     */
    public static Figure of(Confusion confusion, List<String> labels, String name) {
        List<Integer> classes = largest(confusion);
        int k = classes.size();
        double[][] shares = new double[k][k];
        String[][] texts = new String[k][k];
        List<String> names = new ArrayList<>();
        int[] worst = {-1, -1};
        for (int i = 0; i < k; i++) {
            int truth = classes.get(i);
            names.add(label(labels, truth));
            for (int j = 0; j < k; j++) {
                int predicted = classes.get(j);
                double share = confusion.share(truth, predicted);
                shares[i][j] = Double.isNaN(share) ? 0 : share;
                texts[i][j] = text(confusion, truth, predicted);
                boolean wrong = truth != predicted && confusion.count(truth, predicted) > 0;
                if (wrong && (worst[0] < 0 || share > confusion.share(worst[0], worst[1]))) {
                    worst = new int[] {truth, predicted};
                }
            }
        }
        String main = "accuracy " + Say.number(confusion.accuracy()) + ", n " + Say.count(confusion.n()) + ", "
                + Say.count(confusion.classes(), "class").replace("classs", "classes");
        List<String> remarks = new ArrayList<>(List.of(main));
        if (k < confusion.classes()) {
            remarks.add("the " + k + " classes of the most samples");
        }
        String most = worst[0] < 0
                ? "No class is taken for another."
                : "Most often wrong: " + label(labels, worst[0]) + " taken for " + label(labels, worst[1]) + ", "
                        + Say.count(confusion.count(worst[0], worst[1])) + " of "
                        + Say.count(confusion.truths(worst[0])) + ".";
        return new Figure(
                "Confusion" + (name.isEmpty() ? "" : " of " + name),
                "Confusion matrix, a row a true class and a column a predicted one: " + main + ". " + most,
                remarks,
                List.of(new Chart(
                        "",
                        Axis.of("predicted", names),
                        Axis.of("true; number of samples, shade by share of the row", names),
                        List.of(new Layer.Cells("", Tone.BLUE, shares, texts)))));
    }

    private static String text(Confusion confusion, int truth, int predicted) {
        return confusion.isWeighted()
                ? Say.number(confusion.weight(truth, predicted))
                : Long.toString(confusion.count(truth, predicted));
    }

    /** What a class is called. */
    public static String label(List<String> labels, int index) {
        return index < labels.size() ? labels.get(index) : Integer.toString(index);
    }

    /** The classes of the most samples, in index order. */
    private static List<Integer> largest(Confusion confusion) {
        List<Integer> classes = new ArrayList<>();
        for (int i = 0; i < confusion.classes(); i++) {
            classes.add(i);
        }
        if (classes.size() > MOST) {
            classes.sort((a, b) -> confusion.truths(a) != confusion.truths(b)
                    ? Long.compare(confusion.truths(b), confusion.truths(a))
                    : Integer.compare(a, b));
            classes = new ArrayList<>(classes.subList(0, MOST));
            classes.sort(null);
        }
        return classes;
    }
}
