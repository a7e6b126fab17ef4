package lossctl.eval;

import java.util.List;
import lossctl.data.Dataset;

/** Keeps what was made of datasets from one start of the program to the next. For several threads. */
public interface Ledger {

    /** The page of a dataset, opened before the dataset is. */
    Page open(Dataset data);

    /** What is kept of one dataset. */
    interface Page {

        /** The state of its evaluation, as {@link Run#save} took it down; null where it is yet to be evaluated. */
        byte[] state();

        /** The remarks of its source; none where it is yet to be evaluated. */
        List<String> warnings();

        /**
         * Keeps what was made of it, and says so only once nothing but a power cut can undo it.
         *
         * @throws lossctl.data.Refusal where that fails, or the dataset changed meanwhile
         */
        void keep(byte[] state, List<String> warnings);
    }
}
