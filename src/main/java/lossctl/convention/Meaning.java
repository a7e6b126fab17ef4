package lossctl.convention;

import java.util.List;

/**
 * What a framework makes of a loss, in words.
 *
 * @param framework its name, without a version
 * @param name what it calls the loss
 * @param when the option of ours under which that holds: {@code --from-logits}; empty where it always does
 * @param habits how it differs from mathematics, a rule each; empty where it does not
 */
public record Meaning(String framework, String name, String when, List<String> habits) {}
