package lossctl.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lossctl.num.Tensor;

/** One request, filled while its line is read. */
final class Request {
    /** The id as it stood in the line, a JSON text. */
    String id = "null";

    String loss;
    String as = "math";
    final Map<String, Object> params = new LinkedHashMap<>();
    Tensor truth;
    Tensor prediction;
    final Map<String, Tensor> inputs = new LinkedHashMap<>();
    Tensor weight;
    String reduction;
    /** Whether arrays and answers are rounded to single precision, and frameworks' constants with them. */
    boolean float32;

    List<String> want = new ArrayList<>(List.of("value"));
    /** Arrays of texts, by the field or parameter that holds them: class labels. */
    final Map<String, List<String>> words = new LinkedHashMap<>();

    /** Files and columns in place of the arrays, by field name. */
    final Map<String, String> files = new LinkedHashMap<>();

    boolean wants(String what) {
        return want.contains(what);
    }
}
