package lossctl.eval;

import java.util.List;

/**
 * A training log: the answers for the training and the validation dump of each epoch.
 *
 * @param names what each epoch is called: its number
 * @param train the answers for its training dump; null where it has none
 * @param val the answers for its validation dump; null where it has none
 */
public record Epochs(List<String> names, List<Result> train, List<Result> val) {

    /** Any of the answers, to tell which losses there are. */
    public Result any() {
        for (int i = 0; i < names.size(); i++) {
            if (train.get(i) != null || val.get(i) != null) {
                return train.get(i) != null ? train.get(i) : val.get(i);
            }
        }
        throw new IllegalStateException("no epoch has a dump");
    }
}
