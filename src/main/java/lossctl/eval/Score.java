package lossctl.eval;

import lossctl.loss.Selection;

/**
 * The answer for one loss.
 *
 * @param selection the loss and its parameters
 * @param value the reduced loss
 * @param n the samples that counted
 * @param signature all that it takes to get the number again
 */
public record Score(Selection selection, double value, long n, String signature) {

    /** The loss's canonical name. */
    public String name() {
        return selection.spec().name();
    }
}
