package lossctl.convention;

/** Rules of a form that several frameworks share. */
final class SimpleRules {
    private SimpleRules() {}

    /** A loss that takes raw scores only. */
    static Rule scores(String ours, String... names) {
        return Rule.of(ours, names).where("from_logits", true).param("from_logits", "from_logits", true);
    }
}
