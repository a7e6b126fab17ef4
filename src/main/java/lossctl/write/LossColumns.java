package lossctl.write;

import java.util.ArrayList;
import java.util.List;
import lossctl.eval.Result;
import lossctl.eval.Score;

/**
 * The losses of an evaluation as columns: under their names, or with their parameters where a loss was asked for more
 * than once. The same loss with the same parameters is one column.
 */
final class LossColumns {
    private final List<String> names = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();

    LossColumns(List<Score> scores) {
        for (int i = 0; i < scores.size(); i++) {
            String name = isAskedTwice(scores, i)
                    ? scores.get(i).label()
                    : scores.get(i).name();
            if (!names.contains(name)) {
                names.add(name);
                places.add(i);
            }
        }
    }

    private static boolean isAskedTwice(List<Score> scores, int i) {
        for (int k = 0; k < scores.size(); k++) {
            if (k != i && scores.get(k).name().equals(scores.get(i).name())) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return names.size();
    }

    String name(int i) {
        return names.get(i);
    }

    /** Which of the losses that were asked for it is. */
    int place(int i) {
        return places.get(i);
    }

    Score score(Result result, int i) {
        return result.scores().get(places.get(i));
    }
}
