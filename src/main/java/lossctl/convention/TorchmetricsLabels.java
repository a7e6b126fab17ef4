package lossctl.convention;

import static lossctl.convention.TorchmetricsTask.BINARY;
import static lossctl.convention.TorchmetricsTask.MULTICLASS;
import static lossctl.convention.TorchmetricsTask.MULTILABEL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lossctl.catalog.Catalog;
import lossctl.convention.TorchmetricsScore.Measure;
import lossctl.loss.GroupLoss;
import lossctl.loss.Loss;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.num.Tensor;

/** What torchmetrics makes of the losses and scores of labels. Source: torchmetrics 1.9, functional/classification. */
final class TorchmetricsLabels {
    private static final String SCORES = "takes numbers for raw scores as soon as one is outside [0, 1]";
    private static final String CLASSES = "averages over classes: macro, unless told";
    private static final String GREATEST =
            "takes a row of predictions for scores of classes, the greatest of which is told";

    /** The tasks that names begin with; null for the function that is told its task. */
    private static final List<TorchmetricsTask> TASKS = Arrays.asList(BINARY, MULTICLASS, MULTILABEL, null);

    /** The same, first the one that stands for the catalogue's score of classes. */
    private static final List<TorchmetricsTask> TOLD_FIRST = Arrays.asList(null, MULTICLASS, BINARY, MULTILABEL);

    private TorchmetricsLabels() {}

    static List<Rule> all() {
        List<Rule> rules = new ArrayList<>();
        for (TorchmetricsTask task : TOLD_FIRST) {
            rules.add(counted(task, task == BINARY ? "binary_accuracy" : "accuracy", "accuracy", Measure.ACCURACY));
            rules.add(counted(task, "hamming", "hamming_distance", Measure.HAMMING));
            rules.add(correlation(task));
            if (task != MULTILABEL) {
                rules.add(calibration(task));
                rules.add(kappa(task));
            }
        }
        for (TorchmetricsTask task : TASKS) {
            rules.add(counted(task, "precision", "precision", Measure.PRECISION));
            rules.add(counted(task, "recall", "recall", Measure.RECALL));
            rules.add(counted(task, "f1", "f1_score", Measure.F));
            rules.add(counted(task, "f1", "fbeta_score", Measure.F).param("beta", "beta", task == null ? 1.0 : null));
            rules.add(jaccard(task));
            rules.add(curve(task, "roc_auc", "auroc", 0));
            rules.add(curve(task, "average_precision", "average_precision", Double.NaN));
            if (task != MULTILABEL) {
                rules.add(hinge(task, false));
            }
            if (task == BINARY) {
                rules.add(hinge(task, true));
            }
        }
        rules.add(ranked("label_ranking_loss", "multilabel_ranking_loss")
                .made(args -> new TorchmetricsRanked(false))
                .habit("of equal scores the later label stands first"));
        rules.add(ranked("label_ranking_average_precision", "multilabel_ranking_average_precision"));
        rules.add(ranked("coverage_error", "multilabel_coverage_error").made(args -> new TorchmetricsRanked(true)));
        return rules;
    }

    private static Rule named(TorchmetricsTask task, String ours, String name) {
        String full = task == null ? name : task.name().toLowerCase(Locale.ROOT) + "_" + name;
        Rule rule = Rule.of(ours, full).own("ignore_index", null).own("validate_args", null);
        if (task == null) {
            rule.own("task", null);
        }
        if (task != BINARY) {
            rule.own("num_classes", null);
        }
        return task == BINARY || task == MULTICLASS ? rule : rule.own("num_labels", null);
    }

    private static Rule counted(TorchmetricsTask of, String ours, String name, Measure measure) {
        boolean spread = ours.equals("precision") || ours.equals("recall") || ours.equals("f1");
        Rule rule = named(of, ours, name)
                .own("threshold", 0.5)
                .own("multidim_average", "global")
                .own("zero_division", 0)
                .planned(TorchmetricsClasses.planner(of, (t, args, only) -> score(t, measure, args, only)))
                .made(args -> score(of == null ? MULTICLASS : of, measure, args, -1));
        if (of != BINARY) {
            rule.param("average", spread ? "average" : null, of == null ? "micro" : "macro")
                    .own("top_k", 1);
        }
        if (of == BINARY) {
            rule.habit(SCORES);
        }
        if (of == MULTICLASS && !spread) {
            rule.habit(CLASSES);
        }
        if (of == null && !spread) {
            rule.habit(GREATEST);
        }
        return spread && of == BINARY ? rule.where("average", "binary") : rule;
    }

    private static TorchmetricsScore score(TorchmetricsTask task, Measure measure, Args args, int only) {
        if (args.has("beta") && !args.isSet("beta")) {
            throw new Refused("fbeta_score of a task wants 'beta': how many times as much recall counts as precision");
        }
        return new TorchmetricsScore(
                task,
                measure,
                task == BINARY ? "binary" : args.word("average"),
                only,
                args.number("threshold"),
                task == MULTICLASS && args.has("top_k") ? args.integer("top_k") : 1,
                args.has("beta") ? args.number("beta") : 1,
                args.number("zero_division"),
                task == MULTICLASS && args.isSet("num_classes") ? args.integer("num_classes") : 1,
                measure == Measure.JACCARD && args.isSet("ignore_index") ? args.integer("ignore_index") : -1);
    }

    private static Rule jaccard(TorchmetricsTask of) {
        Rule rule = named(of, "jaccard", "jaccard_index")
                .own("threshold", 0.5)
                .own("zero_division", 0)
                .planned(TorchmetricsClasses.planner(of, (t, args, only) -> score(t, Measure.JACCARD, args, only)))
                .made(args -> score(of == null ? MULTICLASS : of, Measure.JACCARD, args, -1));
        return of == BINARY
                ? rule.where("average", "binary").habit(SCORES)
                : rule.param("average", "average", "macro").habit(CLASSES);
    }

    private static Rule kappa(TorchmetricsTask of) {
        Rule rule =
                named(of, "cohen_kappa", "cohen_kappa").own("threshold", 0.5).param("weights", "weighting", "none");
        return rule.planned(TorchmetricsClasses.planner(of, (t, args, only) -> kappa(rule, t, args)))
                .made(args -> kappa(rule, MULTICLASS, args))
                .habit("is NaN where there is nothing to agree on");
    }

    private static Loss kappa(Rule rule, TorchmetricsTask task, Args args) {
        if (task == MULTILABEL) {
            throw new Refused("cohen_kappa knows the tasks binary and multiclass");
        }
        GroupLoss kappa = (GroupLoss) rule.spec().create(rule.params(args));
        return new TorchmetricsKappa(
                (GroupLoss) Defined.of(kappa, Double.NaN), task == BINARY ? args.number("threshold") : Double.NaN);
    }

    private static Rule correlation(TorchmetricsTask of) {
        return named(of, "mcc", "matthews_corrcoef")
                .own("threshold", 0.5)
                .own("average", "micro")
                .own("zero_division", 0)
                .planned(TorchmetricsClasses.planner(of, (t, args, only) -> score(t, Measure.CORRELATION, args, only)))
                .made(args -> score(MULTICLASS, Measure.CORRELATION, args, -1))
                .habit("of two classes without spread it is 1, -1, or next to 0");
    }

    private static Rule curve(TorchmetricsTask of, String ours, String name, double without) {
        Rule rule = named(of, ours, name)
                .own("thresholds", null)
                .own("max_fpr", null)
                .planned(TorchmetricsClasses.planner(of, (t, args, only) -> curve(ours, t, args, only, without)))
                .made(args -> curve(ours, BINARY, args, -1, without))
                .habit(SCORES)
                .habit("scores 0 where there is nothing to find");
        return of == BINARY ? rule : rule.own("average", "macro");
    }

    private static Loss curve(String ours, TorchmetricsTask task, Args args, int only, double without) {
        String average = task == BINARY ? "binary" : args.word("average");
        if (!List.of("binary", "macro", "weighted", "none").contains(average)
                && !(average.equals("micro") && task == MULTILABEL)) {
            throw new Refused("average is to be macro, weighted or none, not " + average);
        }
        return new TorchmetricsCurve(area(ours, task, args), task, average, only, without);
    }

    /** The whole area, unless thresholds are told or, of a yes or no, a greatest share of false positives. */
    private static GroupLoss area(String ours, TorchmetricsTask task, Args args) {
        boolean part = task == BINARY && args.isSet("max_fpr");
        if (args.isSet("thresholds")) {
            double most = part ? args.number("max_fpr") : 1;
            return new TorchmetricsBins(thresholds(args), ours.equals("average_precision"), most);
        }
        if (!part || args.number("max_fpr") == 1) {
            return with(ours);
        }
        GroupLoss area = new SklearnPartialAuc(args.number("max_fpr"));
        FlagScore partial = samples -> isConstant(samples) ? 0 : area.value(samples);
        return partial;
    }

    private static boolean isConstant(Samples samples) {
        return Arrays.stream(samples.truth()).distinct().limit(2).count() < 2;
    }

    /** Thresholds as they are told, or as many as are told from 0 to 1; in single precision. */
    private static double[] thresholds(Args args) {
        Tensor told = args.tensor("thresholds");
        if (told.rank() == 0) {
            int count = args.integer("thresholds");
            if (count < 2) {
                throw new Refused("thresholds is to be 2 or more, or a list");
            }
            return TorchmetricsCalibration.ends(count - 1, true);
        }
        double[] list = told.values().clone();
        for (int i = 0; i < list.length; i++) {
            list[i] = (float) list[i];
        }
        return list;
    }

    private static Rule calibration(TorchmetricsTask of) {
        return named(of, "calibration_error", "calibration_error")
                .param("n_bins", "bins", 15)
                .param("norm", "norm", "l1")
                .planned(TorchmetricsClasses.planner(of, (t, args, only) -> calibration(t, args)))
                .made(args -> calibration(MULTICLASS, args))
                .habit("a bin holds its lower end, not its upper one; confidences are rounded to single precision");
    }

    private static Loss calibration(TorchmetricsTask task, Args args) {
        if (task == MULTILABEL) {
            throw new Refused("calibration_error knows the tasks binary and multiclass");
        }
        return new TorchmetricsCalibration(args.integer("n_bins"), args.word("norm"), task == MULTICLASS);
    }

    private static Rule hinge(TorchmetricsTask of, boolean squared) {
        String ours = of == MULTICLASS ? "multiclass_hinge" : squared ? "squared_hinge" : "hinge";
        Rule rule = named(of, ours, "hinge_loss")
                .own("squared", squared)
                .planned(TorchmetricsClasses.planner(of, (t, args, only) -> hinge(t, args, only, false)))
                .made(args -> hinge(of == MULTICLASS ? MULTICLASS : BINARY, args, -1, true))
                .habit("takes the probabilities of raw scores, as soon as one is outside [0, 1], for the scores");
        return of == BINARY ? rule : rule.own("multiclass_mode", "crammer-singer");
    }

    private static Loss hinge(TorchmetricsTask task, Args args, int only, boolean named) {
        if (task == MULTILABEL) {
            throw new Refused("hinge_loss knows the tasks binary and multiclass");
        }
        boolean all =
                args.has("multiclass_mode") && args.word("multiclass_mode").equals("one-vs-all");
        TorchmetricsHinge.Kind kind = task == BINARY
                ? TorchmetricsHinge.Kind.BINARY
                : all ? TorchmetricsHinge.Kind.ONE_VS_ALL : TorchmetricsHinge.Kind.CRAMMER_SINGER;
        return new TorchmetricsHinge(kind, args.flag("squared"), only, named);
    }

    private static Rule ranked(String ours, String name) {
        return Rule.of(ours, name)
                .own("num_labels", null)
                .own("ignore_index", null)
                .own("validate_args", null)
                .planned(TorchmetricsRows::labels);
    }

    private static GroupLoss with(String name) {
        Spec spec = Catalog.find(name);
        return (GroupLoss) spec.create(spec.defaults());
    }
}
