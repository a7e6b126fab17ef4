package lossctl.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The frameworks' own test cases and the examples of their documentation through {@code batch}: numbers in and number
 * out, each with its source, to as many digits as were published. And cases of the same kinds as the vectors, whose
 * answers PyTorch 1.13, Keras 3.16 and scikit-learn 1.2.1 gave in double precision.
 *
 * <p>The answers at the edges are those of PyTorch 2.13.0, Keras 3.16.0 and scikit-learn 1.2.1 and 1.9.1 to requests with
 * parameters, weights and shapes of every kind, as far as lossctl once met them not; {@code refused} names what was thrown.
 *
 * <p>The examples of documentation are as exact as they were printed, digits that were cut off included.
 *
 * <p>Where Keras's number comes from clipping in single precision, that is asked for ({@code dtype}). Keras's metrics that
 * share a name with a loss are that loss under {@code mean_with_sample_weight}.
 *
 * <p>PyTorch's module inputs, torchmetrics' unit tests and the reference functions of LossFunctions.jl are drawn at random there;
 * here they are drawn anew with numbers of four digits, the answers are those of PyTorch 2.13.0 and torchmetrics 1.9.0, and of
 * mpmath for the functions.
 *
 * <p>Left out of what Keras publishes: metrics of which the catalogue has none, or none by the same rule (areas under curves
 * of 200 thresholds, intersections over unions of chosen classes, correlations, precision and recall at thresholds), the cosine as a metric,
 * which is a loss's negative, {@code from_sorted_ids}, a weighed {@code ignore_class}, and adjusted scores
 * ({@code num_regressors}). Of LightGBM: whatever its tests only compare with a bound.
 *
 * <p>Left out of the random cases, 7 of 1,036: gradients of generalized cross-entropy at a probability of 0, of a vector as
 * long as the least norm exactly, of smooth_l1 with beta 0 at 0 (PyTorch 2.13 differs there from 1.13), of the cosine of
 * vectors of one number (cancellation), and two scores of weights that are all 0 but one.
 */
class PublishedTest {
    @Test
    void whatFrameworksPublishIsMetThroughBatch() throws IOException {
        List<VectorCase> cases = VectorFile.readAll("/lossctl/published.jsonl.gz");
        for (VectorCase each : cases) {
            assertTrue(each.has("source"), each.id());
        }
        hold("published cases met through batch:", cases, 2050);
    }

    @Test
    void casesMadeAtRandomAreMetThroughBatch() throws IOException {
        hold("random cases met through batch:", VectorFile.readAll("/lossctl/random.jsonl.gz"), 1029);
    }

    /**
     * Of optax 0.2.8, torchmetrics 1.9, LightGBM 4.7 and Keras 3.15 on TensorFlow and PyTorch; each in double precision as far as the
     * framework has it. CatBoost's scores of classes are those of scikit-learn 1.9.1, once raw scores told the classes.
     */
    @Test
    void casesOfOtherFrameworksAreMetThroughBatch() throws IOException {
        List<VectorCase> cases = VectorFile.readAll("/lossctl/others.jsonl.gz");
        hold("cases of other frameworks met through batch:", cases, 1096);
    }

    @Test
    void whatFrameworksAnswerAtTheEdgesIsMetThroughBatch() throws IOException {
        hold("answers at the edges met through batch:", VectorFile.readAll("/lossctl/answers.jsonl.gz"), 426);
    }

    private static void hold(String title, List<VectorCase> cases, int count) throws IOException {
        BatchCheck batch = new BatchCheck();
        for (VectorCase each : cases) {
            batch.check(each);
        }
        System.out.println(batch.table(title));
        assertEquals(List.of(), batch.failures());
        assertEquals(count, batch.all());
    }
}
