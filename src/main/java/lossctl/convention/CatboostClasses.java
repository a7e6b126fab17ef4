package lossctl.convention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.Selection;
import lossctl.num.Elementary;
import lossctl.num.Tensor;

/** Scores of CatBoost of classes that raw scores tell. Source: catboost/libs/metrics/caching_metric.cpp. */
final class CatboostClasses {
    private CatboostClasses() {}

    /** Scores that the catalogue computes alike, once classes are told. */
    static Rule alike(String ours, String name) {
        return rule(ours, name)
                .planned((rule, args, call, manner) -> of(rule, args, call, manner, Sklearn.catalog(ours)));
    }

    /** Scores of a yes; of several classes each has its own. */
    static Rule each(String ours, String name, CatboostScore.Measure measure) {
        return rule(ours, name).planned((rule, args, call, manner) -> {
            if (args.has("beta") && !args.isSet("beta")) {
                throw new Refused(name + " wants 'beta': how many times as much recall counts as precision");
            }
            double beta = args.has("beta") ? args.number("beta") : 1;
            if (!isOfClasses(call)) {
                return of(rule, args, call, manner, new CatboostScore(measure, beta, 1));
            }
            if (measure == CatboostScore.Measure.BALANCED) {
                throw new Refused(name + " is a score of two classes: give one raw score a sample");
            }
            return ofEach(rule, args, call, manner, measure, beta);
        });
    }

    private static Rule rule(String ours, String name) {
        return Rule.of(ours, name)
                .own("proba_border", 0.5)
                .own("use_weights", true)
                .made(args -> {
                    throw new Refused(
                            name + " takes raw scores: use lossctl batch with {\"as\":\"catboost\",\"loss\":\"" + name
                                    + "\",...}");
                })
                .batched()
                .habit("takes raw scores: one above 0 is a yes");
    }

    private static boolean isOfClasses(Call call) {
        return call.prediction().rank() == 2 && call.prediction().length(1) > 1;
    }

    private static Plan of(Rule rule, Args args, Call call, Manner manner, Loss loss) {
        Selection selection = new Selection(rule.spec(), rule.params(args), loss, manner);
        double[] told = told(args, call);
        Shaped shaped = Shaped.rows(told, told.length, new int[] {told.length}, flat -> flat);
        Tensor weight = weight(args, call, told.length);
        if (weight != null) {
            shaped.weights(weight.values());
        }
        return shaped.truth(truth(call, told.length), 1).plan(selection, Mathematics.reduce(call.reduction()));
    }

    private static Plan ofEach(
            Rule rule, Args args, Call call, Manner manner, CatboostScore.Measure measure, double beta) {
        double[] told = told(args, call);
        double[] truth = truth(call, told.length);
        Tensor weight = weight(args, call, told.length);
        List<Part> parts = new ArrayList<>();
        double[] ones = new double[call.prediction().length(1)];
        Arrays.fill(ones, 1);
        for (int c = 0; c < ones.length; c++) {
            CatboostScore score = new CatboostScore(measure, beta, c);
            Selection selection = new Selection(rule.spec(), rule.params(args), score, manner);
            parts.add(new Part(
                    selection,
                    told.length,
                    truth,
                    1,
                    told,
                    1,
                    List.of(),
                    List.of(),
                    new int[0],
                    weight == null ? null : weight.values()));
        }
        return new Plan(
                parts,
                Plan.Reduce.NONE,
                ones,
                ones.length,
                flat -> SklearnTold.weighed(flat, ones),
                flat -> flat,
                List.of(),
                false);
    }

    /** The class of the first of the greatest scores, or whether the one score lies above the border. */
    private static double[] told(Args args, Call call) {
        double[] scores = call.prediction().values();
        if (!isOfClasses(call)) {
            double share = args.number("proba_border");
            double border = -Elementary.log(1 / share - 1);
            return Arrays.stream(scores).map(score -> score > border ? 1 : 0).toArray();
        }
        int classes = call.prediction().length(1);
        double[] told = new double[scores.length / classes];
        for (int i = 0; i < told.length; i++) {
            int best = 0;
            for (int c = 1; c < classes; c++) {
                best = scores[i * classes + c] > scores[i * classes + best] ? c : best;
            }
            told[i] = best;
        }
        return told;
    }

    private static double[] truth(Call call, int rows) {
        if (call.truth() == null || call.truth().size() != rows) {
            throw new Refused("y_true is to have a class a sample, of " + rows);
        }
        return isOfClasses(call)
                ? call.truth().values()
                : Arrays.stream(call.truth().values()).map(t -> t > 0.5 ? 1 : 0).toArray();
    }

    private static Tensor weight(Args args, Call call, int rows) {
        if (call.weight() != null && call.weight().size() != rows) {
            throw new Refused("sample_weight has " + call.weight().size() + " values for " + rows + " samples");
        }
        return args.flag("use_weights") ? call.weight() : null;
    }
}
