package lossctl.loss;

/**
 * Another name of a loss.
 *
 * @param name as its framework spells it, in snake_case
 * @param param the parameter that the name implies ({@code sigmoid_focal_loss}: {@code from_logits}); null for none
 * @param value the value that it implies
 */
record Alias(String name, String param, Object value) {}
