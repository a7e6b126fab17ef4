package lossctl.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lossctl.convention.Conventions;
import lossctl.data.Refusal;
import lossctl.num.Tensor;

/**
 * Class labels as numbers. Under mathematics their order is that of the parameter {@code labels}; frameworks sort them.
 */
final class Labels {
    private static final String PARAM = "labels";

    private final Request request;

    private Labels(Request request) {
        this.request = request;
    }

    /** Replaces labels by their numbers, if the request has any; tells which arrays and parameters held texts. */
    static Set<String> resolve(Request request) {
        Set<String> texts = new TreeSet<>(request.words.keySet());
        if (request.params.get("pos_label") instanceof String) {
            texts.add("pos_label");
        }
        boolean math = request.as.equals(Conventions.MATH);
        Object param = request.params.get(PARAM);
        if (!request.words.isEmpty() || math && param != null) {
            new Labels(request).resolve(math, param);
        }
        return texts;
    }

    private void resolve(boolean math, Object param) {
        for (Map.Entry<String, List<String>> each : request.words.entrySet()) {
            String name = each.getKey();
            Tensor array = name.equals("y_true")
                    ? request.truth
                    : name.equals("y_pred") ? request.prediction : name.equals(PARAM) ? (Tensor) param : null;
            if (array == null || each.getValue().size() != array.size()) {
                throw new Refusal(
                        Refusal.Code.NOT_A_NUMBER,
                        name + ": not a number: '" + each.getValue().get(0) + "'");
            }
        }
        if (!math && param != null && !request.words.containsKey(PARAM)) {
            throw new Refusal(Refusal.Code.UNKNOWN_LABEL, "params.labels holds numbers, and y_true texts");
        }
        List<String> order = math ? given(param) : sorted();
        request.truth = numbers("y_true", request.truth, order);
        if (request.words.containsKey("y_pred")) {
            request.prediction = numbers("y_pred", request.prediction, order);
        }
        if (math) {
            request.params.remove(PARAM);
        } else if (param instanceof Tensor list) {
            request.params.put(PARAM, numbers(PARAM, list, order));
        }
        if (!math && request.params.get("pos_label") instanceof String positive) {
            request.params.put("pos_label", (double) index("pos_label", positive, order));
        }
    }

    /** The labels of a parameter, in its order. */
    private List<String> given(Object param) {
        if (request.words.containsKey(PARAM)) {
            return request.words.get(PARAM);
        }
        if (!(param instanceof Tensor list)) {
            String holder = request.words.keySet().iterator().next();
            throw new Refusal(Refusal.Code.UNKNOWN_LABEL, holder + " holds texts: give their order as params.labels");
        }
        List<String> labels = new ArrayList<>();
        for (double label : list.values()) {
            labels.add(text(label));
        }
        return labels;
    }

    private List<String> sorted() {
        TreeSet<String> all = new TreeSet<>();
        for (List<String> words : request.words.values()) {
            all.addAll(words);
        }
        if (request.params.get("pos_label") instanceof String positive) {
            all.add(positive);
        }
        return new ArrayList<>(all);
    }

    private Tensor numbers(String name, Tensor array, List<String> order) {
        if (array == null) {
            return null;
        }
        List<String> words = request.words.get(name);
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = index(name, words == null ? text(array.values()[i]) : words.get(i), order);
        }
        return new Tensor(numbers, array.shape());
    }

    private static int index(String name, String label, List<String> order) {
        int index = order.indexOf(label);
        if (index < 0) {
            throw new Refusal(
                    Refusal.Code.UNKNOWN_LABEL,
                    name + " holds the label '" + label + "'; there are: " + String.join(", ", order));
        }
        return index;
    }

    private static String text(double label) {
        return Double.toString(label);
    }
}
