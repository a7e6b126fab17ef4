package lossctl.survey;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Block;
import lossctl.eval.Survey;

/**
 * Several surveys of the same samples.
 *
 * @param surveys each of them
 */
public record Several(List<Survey> surveys) implements Survey {

    @Override
    public Several fresh() {
        List<Survey> all = new ArrayList<>();
        for (Survey survey : surveys) {
            all.add(survey.fresh());
        }
        return new Several(all);
    }

    @Override
    public void add(Block block, double[] truth, int truthWidth, double[] weights) {
        for (Survey survey : surveys) {
            survey.add(block, truth, truthWidth, weights);
        }
    }

    @Override
    public void merge(Survey other) {
        for (int i = 0; i < surveys.size(); i++) {
            surveys.get(i).merge(((Several) other).surveys.get(i));
        }
    }
}
