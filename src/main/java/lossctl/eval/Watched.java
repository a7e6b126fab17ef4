package lossctl.eval;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Block;
import lossctl.data.Layout;
import lossctl.num.StateReader;
import lossctl.num.StateWriter;

/** What a run keeps of the samples beside what its losses need. */
final class Watched {
    private final List<LossRun> runs;
    private final Groups groups;
    private final Worst worst;
    private final List<SampleLosses> losses = new ArrayList<>();
    private final Survey survey;

    Watched(Watch watch, Layout layout, List<LossRun> runs) {
        this.runs = runs;
        groups = watch.by() == null ? null : new Groups(watch.by(), layout, runs);
        worst = watch.worst() == 0
                ? null
                : new Worst(
                        watch.worst(), layout, runs.get(0).selection().spec().better());
        for (int i = 0; watch.losses() && i < runs.size(); i++) {
            losses.add(new SampleLosses());
        }
        survey = watch.survey() == null ? null : watch.survey().fresh();
    }

    /** Told of a block before its losses are. */
    void begin(Block block) {
        if (groups != null) {
            groups.begin(block);
        }
    }

    /** Told of a block and a loss, whose tally it was added to just now. */
    void add(Block block, int loss, LossRun.Form form) {
        if (groups != null) {
            groups.add(block, loss, form);
        }
        if (worst != null && loss == 0) {
            worst.add(block, values(loss), form.weights());
        }
        if (!losses.isEmpty()) {
            losses.get(loss).add(values(loss), form.weights(), block.rows());
        }
        if (survey != null && loss == 0) {
            survey.add(block, form.truth(), runs.get(0).truthWidth(), form.weights());
        }
    }

    private double[] values(int loss) {
        return ((MeanTally) runs.get(loss).tally()).values();
    }

    /** Adds what another state of the same request kept; {@code sameSource} where it is of the same source. */
    void merge(Watched other, boolean sameSource) {
        if (groups != null) {
            groups.merge(other.groups, sameSource);
        }
        if (worst != null && sameSource) {
            worst.merge(other.worst);
        } else if (worst != null) {
            worst.append(other.worst);
        }
        for (int i = 0; i < losses.size(); i++) {
            losses.get(i).merge(other.losses.get(i));
        }
        if (survey != null) {
            survey.merge(other.survey);
        }
    }

    Groups groups() {
        return groups;
    }

    Worst worst() {
        return worst;
    }

    SampleLosses losses(int loss) {
        return losses.get(loss);
    }

    void save(StateWriter out) {
        if (survey != null) {
            throw new IllegalStateException("a survey has no state that could be taken down");
        }
        if (groups != null) {
            groups.save(out);
        }
        if (worst != null) {
            worst.save(out);
        }
        for (SampleLosses each : losses) {
            each.save(out);
        }
    }

    void load(StateReader in) {
        if (groups != null) {
            groups.load(in);
        }
        if (worst != null) {
            worst.load(in);
        }
        for (SampleLosses each : losses) {
            each.load(in);
        }
    }

    Survey survey() {
        return survey;
    }
}
