package lossctl.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lossctl.convention.Part;
import lossctl.convention.Plan;
import lossctl.num.ExactSum;
import lossctl.num.Tensor;

/** Computes a plan: every part through the evaluation, then back into the shapes of the framework. */
final class Solver {
    private final Plan plan;
    private final boolean gradients;
    private final boolean hessian;
    private final List<PartAnswer> answers = new ArrayList<>();

    Solver(Plan plan, boolean gradients, boolean hessian, boolean float32) {
        this.plan = plan;
        this.gradients = gradients;
        this.hessian = hessian;
        for (Part part : plan.parts()) {
            Plan.Reduce reduce = plan.isOverParts() ? Plan.Reduce.MEAN : plan.reduction();
            answers.add(PartAnswer.of(part, reduce, gradients, hessian, float32));
        }
    }

    Answer answer() {
        double[] raw = plan.isOverParts() ? values() : answers.get(0).losses();
        Tensor perSample = raw == null ? null : plan.losses().apply(Tensor.list(raw));
        Tensor value;
        if (plan.reduction() == Plan.Reduce.NONE && perSample != null) {
            value = perSample;
        } else {
            value = Tensor.scalar(
                    plan.isOverParts()
                            ? reduced(perSample.values())
                            : answers.get(0).value());
        }
        Map<String, Tensor> byName = gradients ? gradients() : null;
        long n = plan.isOverParts() && plan.hasSingle()
                ? answers.size()
                : answers.get(0).n();
        return new Answer(
                value,
                plan.hasSingle() ? perSample : null,
                byName == null ? null : byName.get("y_pred"),
                byName,
                hessian ? hessian() : null,
                n,
                signature(answers.get(0).signature()),
                plan.isOverParts() ? List.of() : answers.get(0).warnings());
    }

    /** Where parts are reduced, or a framework reduces what is no sum to us, a part's signature tells of a mean. */
    private String signature(String ofPart) {
        if (plan.reduction() == Plan.Reduce.NONE && answers.size() == 1) {
            return ofPart;
        }
        String word = plan.reduction().name().toLowerCase(Locale.ROOT);
        return ofPart.replace("|reduction:mean|", "|reduction:" + word + "|");
    }

    private double[] values() {
        double[] values = new double[answers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = answers.get(i).value();
        }
        return values;
    }

    private double reduced(double[] values) {
        ExactSum sum = new ExactSum();
        sum.add(values, 0, values.length);
        if (plan.reduction() == Plan.Reduce.SUM) {
            return sum.value();
        }
        ExactSum divisor = new ExactSum();
        divisor.add(plan.divisor());
        return sum.over(divisor);
    }

    private Map<String, Tensor> gradients() {
        List<String> names = new ArrayList<>(List.of("y_pred"));
        names.addAll(plan.parts().get(0).inputs());
        Map<String, Tensor> gradients = new LinkedHashMap<>();
        for (int v = 0; v < names.size(); v++) {
            double[] flat = flat(v);
            if (flat == null) {
                return null;
            }
            Tensor list = Tensor.list(flat);
            gradients.put(
                    names.get(v),
                    v == 0
                            ? plan.gradient().apply(list)
                            : plan.inputGradient().get(v - 1).apply(list));
        }
        return gradients;
    }

    private Tensor hessian() {
        double[] diagonal = answers.get(0).hessian();
        if (plan.isOverParts() || diagonal == null || diagonal.length > 0 && Double.isNaN(diagonal[0])) {
            return null;
        }
        return plan.gradient().apply(Tensor.list(diagonal));
    }

    /** The derivatives by one vector, part by part; those of several parts scaled as their values are. */
    private double[] flat(int vector) {
        List<double[]> pieces = new ArrayList<>();
        int length = 0;
        for (int i = 0; i < answers.size(); i++) {
            double[][] all = answers.get(i).gradients();
            if (all == null) {
                return null;
            }
            double[] piece = all[vector].clone();
            if (plan.isOverParts()) {
                double factor = plan.partWeights()[i] / (plan.reduction() == Plan.Reduce.MEAN ? plan.divisor() : 1);
                for (int j = 0; j < piece.length; j++) {
                    piece[j] *= factor;
                }
            }
            pieces.add(piece);
            length += piece.length;
        }
        double[] flat = new double[length];
        int at = 0;
        for (double[] piece : pieces) {
            System.arraycopy(piece, 0, flat, at, piece.length);
            at += piece.length;
        }
        return flat;
    }
}
