package lossctl.loss;

/**
 * A loss that was chosen, with its parameters.
 *
 * @param spec what is known of it
 * @param params its parameters
 * @param loss the loss itself
 * @param manner how the losses of samples become one number
 */
public record Selection(Spec spec, Params params, Loss loss, Manner manner) {

    /** The loss with these parameters. */
    public static Selection of(Spec spec, Params params) {
        return new Selection(spec, params, spec.create(params), Manner.MATH);
    }

    /** The loss with every parameter at its default. */
    public static Selection of(Spec spec) {
        return of(spec, spec.defaults());
    }
}
