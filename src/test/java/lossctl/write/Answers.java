package lossctl.write;

import java.util.ArrayList;
import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.eval.Reduction;
import lossctl.eval.Result;
import lossctl.eval.Score;
import lossctl.loss.Params;
import lossctl.loss.Selection;
import lossctl.loss.Spec;

/** Results as an evaluation would give them, from made-up numbers. */
final class Answers {
    private Answers() {}

    static Score score(String name, double value, long n) {
        return score(name, Catalog.find(name).defaults(), value, n);
    }

    static Score huber(double delta, double value, long n) {
        return score("huber", Catalog.find("huber").defaults().with("delta", delta), value, n);
    }

    private static Score score(String name, Params params, double value, long n) {
        Spec spec = Catalog.find(name);
        return new Score(Selection.of(spec, params), Reduction.MEAN, value, n, name + "|signature");
    }

    static Result result(String file, long n, long skipped, Score... scores) {
        return new Result(file, n, skipped, new ArrayList<>(List.of(scores)), List.of());
    }
}
