package lossctl.eval;

import lossctl.loss.Param;
import lossctl.loss.Selection;

/**
 * The answer for one loss.
 *
 * @param selection the loss and its parameters
 * @param reduction how the losses of the samples became one number
 * @param value the reduced loss
 * @param n the samples that counted
 * @param signature all that it takes to get the number again
 * @param estimate how far the value may be off; null where that was not wanted
 */
public record Score(
        Selection selection, Reduction reduction, double value, long n, String signature, Estimate estimate) {

    /** An answer without its uncertainty. */
    public Score(Selection selection, Reduction reduction, double value, long n, String signature) {
        this(selection, reduction, value, n, signature, null);
    }

    /** The loss's canonical name. */
    public String name() {
        return selection.spec().name();
    }

    /** The name with the parameters that are not at their defaults: {@code huber:delta=2}, or just {@code mse}. */
    public String label() {
        StringBuilder label = new StringBuilder(name());
        for (Param param : selection.params().list()) {
            Object value = selection.params().get(param.name());
            String text = value == null ? "" : Signature.text(value);
            boolean usual = param.fallback() == null ? value == null : text.equals(Signature.text(param.fallback()));
            if (!usual) {
                label.append(':')
                        .append(param.name())
                        .append('=')
                        .append(value instanceof Double ? withoutFraction(text) : text);
            }
        }
        return label.toString();
    }

    private static String withoutFraction(String number) {
        return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
    }
}
