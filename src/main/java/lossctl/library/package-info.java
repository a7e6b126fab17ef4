/**
 * lossctl as a library: a loss by its name, and samples in arrays.
 *
 * <pre>{@code
 * Criterion huber = Criterion.of("huber").with("delta", 2);
 * Batch batch = Batch.of(new double[] {1, 0}, new double[] {2, 3});
 * double mean = huber.value(batch);                 // 2.25
 * double[] each = huber.perSample(batch);           // 0.5, 4.0
 * double[][] slopes = huber.gradient(batch);        // of the mean: {0.5}, {1.0}
 *
 * Tally tally = huber.tally();                      // of samples that come in parts: merges to the same bits
 * tally.add(batch);
 * double all = tally.value();
 * }</pre>
 *
 * <p>Every name and alias of the catalogue and every parameter that the command line takes; the numbers are the command
 * line's to the last bit. What cannot be answered is a {@link lossctl.data.Refusal} with the reason, the sample and the
 * value, or a {@link lossctl.loss.BadParameter}.
 */
package lossctl.library;
