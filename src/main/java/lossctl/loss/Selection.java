package lossctl.loss;

/**
 * A loss that was chosen, with its parameters.
 *
 * @param spec what is known of it
 * @param params its parameters
 * @param loss the loss itself
 */
public record Selection(Spec spec, Params params, Loss loss) {

    /** The loss with these parameters. */
    public static Selection of(Spec spec, Params params) {
        return new Selection(spec, params, spec.create(params));
    }

    /** The loss with every parameter at its default. */
    public static Selection of(Spec spec) {
        return of(spec, spec.defaults());
    }
}
