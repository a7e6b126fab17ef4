package lossctl.convention;

import lossctl.catalog.Catalog;
import lossctl.loss.Loss;
import lossctl.loss.Spec;

/** CTC as PyTorch takes it: predictions by step, then by sequence. */
final class TorchCtc {
    private TorchCtc() {}

    static Loss loss(Args args) {
        Spec spec = Catalog.find("ctc");
        return spec.create(spec.defaults().with("blank", args.integer("blank")));
    }

    static Shaped shaped(Args args, Call call) {
        throw new Refused("ctc_loss is not known yet");
    }
}
