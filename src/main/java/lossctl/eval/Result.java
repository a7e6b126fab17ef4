package lossctl.eval;

import java.util.List;

/**
 * The answers for one set of samples.
 *
 * @param name where the samples came from: a path, {@code <stdin>}, or empty
 * @param n the samples that were read and kept
 * @param skipped the samples left out because a value was missing or not finite
 * @param scores one for each loss, in the order asked for
 * @param warnings a line each
 */
public record Result(String name, long n, long skipped, List<Score> scores, List<String> warnings) {}
