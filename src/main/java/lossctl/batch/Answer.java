package lossctl.batch;

import java.util.List;
import java.util.Map;
import lossctl.num.Tensor;

/**
 * The answer to a request; null stands for what was not wanted, or has no meaning for the loss.
 *
 * @param value the loss: a scalar, or an array where the reduction leaves one
 * @param perSample the unreduced losses
 * @param gradient by the predictions, in their shape
 * @param gradients by every input, each in its shape, the predictions under {@code y_pred}
 * @param hessian its diagonal by the predictions, in their shape
 * @param n the samples that counted
 * @param signature all that it takes to get the number again
 * @param warnings remarks on the samples, a line each: rows that do not sum to 1, the first infinite loss
 */
record Answer(
        Tensor value,
        Tensor perSample,
        Tensor gradient,
        Map<String, Tensor> gradients,
        Tensor hessian,
        long n,
        String signature,
        List<String> warnings) {}
