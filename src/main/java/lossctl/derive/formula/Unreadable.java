package lossctl.derive.formula;

/** A formula, or a part of it, that is written for people only. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String what) {
        super(what, null, false, false);
    }
}
