package lossctl.convention;

/**
 * A parameter of a framework's loss.
 *
 * @param name the framework's name of it
 * @param ours the catalogue's name of it; null where the rule itself uses it
 * @param fallback the framework's default: a Number, Boolean or String; null for none
 */
record Setting(String name, String ours, Object fallback) {}
