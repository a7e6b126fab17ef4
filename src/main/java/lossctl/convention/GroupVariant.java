package lossctl.convention;

import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.GroupLoss;
import lossctl.loss.Input;
import lossctl.loss.Loss;

/** A loss of all samples that takes what another takes, and makes another number or another derivative of it. */
interface GroupVariant extends GroupLoss {
    /** The one whose arguments it takes. */
    Loss loss();

    @Override
    default Domain truth() {
        return loss().truth();
    }

    @Override
    default Domain prediction() {
        return loss().prediction();
    }

    @Override
    default List<Input> inputs() {
        return loss().inputs();
    }

    @Override
    default boolean isOverRows() {
        return loss().isOverRows();
    }
}
