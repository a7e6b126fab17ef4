package lossctl.convention;

import lossctl.catalog.Catalog;
import lossctl.loss.Loss;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;

/** Losses of the catalogue with the parameters that PyTorch gives them. */
final class TorchLosses {
    private TorchLosses() {}

    /** {@code beta} of 0 is the absolute error. */
    static Loss smoothL1(Args args) {
        double beta = args.number("beta");
        if (beta < 0) {
            throw new Refused("smooth_l1_loss does not support negative values for beta");
        }
        if (beta == 0) {
            return new TorchAbsolute((PointwiseLoss) Sklearn.catalog("mae"));
        }
        Spec spec = Catalog.find("smooth_l1");
        return spec.create(spec.defaults().with("beta", beta));
    }
}
