package lossctl.convention;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import lossctl.num.Tensor;

/**
 * A call of a loss in a framework's own words.
 *
 * @param loss the framework's name of it: a class, a function or a string alias
 * @param params arguments by the framework's names: a Number, Boolean, String, or a Tensor for a list
 * @param truth the targets; null for a loss that takes none
 * @param prediction the predictions
 * @param inputs further arrays by name
 * @param weight weights, shaped as the framework takes them; null for none
 * @param reduction the framework's word; null for its default
 * @param texts which of the arrays and parameters were texts, labels that are numbers now
 * @param float32 whether the framework computes in single precision, so that its constants are rounded to it
 */
public record Call(
        String loss,
        Map<String, Object> params,
        Tensor truth,
        Tensor prediction,
        Map<String, Tensor> inputs,
        Tensor weight,
        String reduction,
        Set<String> texts,
        boolean float32) {

    /** The same call with lists among the parameters, where they are arrays beside the predictions, as inputs. */
    Call withInputs(Predicate<String> isInput) {
        Map<String, Object> others = new HashMap<>(params);
        Map<String, Tensor> arrays = new HashMap<>(inputs);
        params.forEach((name, value) -> {
            if (isInput.test(name) && value instanceof Tensor array) {
                arrays.put(name, array);
                others.remove(name);
            }
        });
        return new Call(loss, others, truth, prediction, arrays, weight, reduction, texts, float32);
    }

    /** The same call, every sample of which weighs 1. */
    Call withoutWeight() {
        return new Call(loss, params, truth, prediction, inputs, null, reduction, texts, float32);
    }

    /** The same call of other targets. */
    Call withTruth(Tensor other) {
        return new Call(loss, params, other, prediction, inputs, weight, reduction, texts, float32);
    }
}
