package lossctl.vectors;

import java.util.ArrayList;
import java.util.List;

/**
 * What a case expects: the value, and the per-sample values and the gradient where it lists them.
 *
 * <p>Two cases of tweedie_deviance list 9.7e-122 where truth and prediction are both 1, and ask for it to 1e-7 of its
 * size: what mpmath's own precision left of 0.
 */
record Expectation(String id, String value, Numbers perSample, Numbers gradient, double relative, double absolute) {
    private static final double REST_OF_ZERO = 1e-120;

    static Expectation of(VectorCase each) {
        Object expected = each.fields().get("expected");
        boolean none = expected instanceof List<?>;
        Numbers perSample = each.numbers(none ? "expected" : "expected_per_sample");
        double relative = each.has("tol_rel") ? each.number("tol_rel") : 0;
        double absolute = each.has("tol_abs") ? each.number("tol_abs") : 0;
        if (each.loss().equals("tweedie_deviance")) {
            absolute = Math.max(REST_OF_ZERO, absolute);
        }
        String value = none ? null : String.valueOf(expected);
        return new Expectation(each.id(), value, perSample, each.numbers("grad"), relative, absolute);
    }

    /** The same but for the single values. */
    Expectation ofTheWhole() {
        return new Expectation(id, value, null, gradient, relative, absolute);
    }

    /** What is wrong with an answer, a line each. */
    List<String> check(Answer answer) {
        List<String> wrong = new ArrayList<>();
        if (value != null) {
            double scale = Math.abs(Numbers.number(value));
            String difference = Numbers.difference(answer.value(), value, scale, relative, absolute);
            if (difference != null) {
                wrong.add(id + ": value " + difference);
            }
        }
        compare(wrong, "sample ", answer.perSample(), perSample, -1);
        compare(wrong, "gradient ", answer.gradient(), gradient, gradient == null ? 0 : gradient.greatest());
        return wrong;
    }

    /** A {@code scale} below zero means: each entry's own size. */
    private void compare(List<String> wrong, String what, double[] got, Numbers expected, double scale) {
        if (expected == null) {
            return;
        }
        if (got == null || got.length != expected.size()) {
            wrong.add(id + ": " + what + "has " + (got == null ? 0 : got.length) + " entries, not " + expected.size());
            return;
        }
        for (int i = 0; i < got.length; i++) {
            String text = expected.texts()[i];
            double size = scale < 0 ? Math.abs(Numbers.number(text)) : scale;
            String difference = Numbers.difference(got[i], text, size, relative, absolute);
            if (difference != null) {
                wrong.add(id + ": " + what + i + ": " + difference);
            }
        }
    }
}
