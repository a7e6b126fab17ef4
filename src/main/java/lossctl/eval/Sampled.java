package lossctl.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Omissions;
import lossctl.data.Refusal;
import lossctl.loss.Manner;
import lossctl.loss.SummaryLoss;

/** An evaluation whose samples are kept, each with what it adds to every loss, so that two of them can be paired. */
public final class Sampled {
    private final String name;
    private Result result;
    private final List<String> keys;
    private final List<String> clusters;
    private final List<String[]> groups;
    private final List<double[]> truths = new ArrayList<>();
    private final List<List<double[]>> parts = new ArrayList<>();
    private final Map<List<String>, double[]> values = new HashMap<>();
    private int outputs;

    private Sampled(String name, boolean keyed, boolean clustered, boolean grouped) {
        this.name = name;
        groups = grouped ? new ArrayList<>() : null;
        keys = keyed ? new ArrayList<>() : null;
        clusters = clustered ? new ArrayList<>() : null;
    }

    /**
     * Reads a dataset in its order.
     *
     * @param key the text column that names a sample; null where its place does
     * @param by by which columns samples are grouped; null for no groups
     * @throws Refusal where it cannot be read, or a loss has no parts that samples could be paired by
     */
    public static Sampled read(Dataset data, Evaluation evaluation, Omissions omissions, String key, GroupBy by) {
        String cluster = evaluation.uncertainty().cluster();
        Sampled sampled = new Sampled(data.name(), key != null, cluster != null, by != null);
        Evaluation plain = evaluation.with((Uncertainty) null);
        try (BlockSource source = data.open()) {
            Run run = new Run(plain, source.layout(), omissions, Watch.groups(by));
            sampled.outputs = source.layout().predictionWidth();
            List<Parts> extractors = sampled.extractors(run, plain);
            int keyText = key == null ? -1 : Spread.place(source.layout(), key);
            int clusterText = cluster == null ? -1 : Spread.place(source.layout(), cluster);
            int[] groupTexts = by == null ? new int[0] : by.places(source.layout());
            Block block = new Block(source.layout());
            while (source.next(block)) {
                LossRun.Form[] forms = run.add(block);
                sampled.addTexts(block, keyText, clusterText, groupTexts);
                sampled.add(block, forms, extractors);
            }
            sampled.result = run.result(data.name(), source.warnings());
            for (Group group : by == null ? List.<Group>of() : run.groups().groups()) {
                sampled.values.put(Arrays.asList(group.keys()), group.values());
            }
        } catch (Refusal refusal) {
            throw refusal.inUnlessNamed(data.name());
        }
        return sampled;
    }

    private List<Parts> extractors(Run run, Evaluation evaluation) {
        List<Parts> extractors = new ArrayList<>();
        for (int i = 0; i < evaluation.losses().size(); i++) {
            LossRun loss = run.loss(i);
            Manner.Averaging averaging = loss.selection().manner().averaging();
            if (loss.kernel() != null && averaging != Manner.Averaging.GIVEN) {
                extractors.add(Parts.of(loss.kernel(), averaging == Manner.Averaging.COUNT));
            } else if (loss.selection().loss() instanceof SummaryLoss summary && summary.sums(outputs) > 0) {
                extractors.add(Parts.of(summary, outputs, loss.truthWidth()));
            } else {
                throw new Refusal(
                                Refusal.Code.USAGE,
                                loss.selection().spec().name()
                                        + " cannot be compared in pairs: it is no function of sums over samples")
                        .hint("mse and mae can");
            }
            parts.add(new ArrayList<>());
        }
        return extractors;
    }

    private void addTexts(Block block, int keyText, int clusterText, int[] groupTexts) {
        int width = block.layout().truthWidth();
        for (int i = 0; i < block.rows(); i++) {
            truths.add(Arrays.copyOfRange(block.truth(), i * width, (i + 1) * width));
            if (keys != null) {
                keys.add(block.texts(keyText)[i]);
            }
            if (clusters != null) {
                clusters.add(block.texts(clusterText)[i]);
            }
            if (groups != null) {
                String[] keyOfGroup = new String[groupTexts.length];
                for (int k = 0; k < keyOfGroup.length; k++) {
                    keyOfGroup[k] = block.texts(groupTexts[k])[i];
                }
                groups.add(keyOfGroup);
            }
        }
    }

    private void add(Block block, LossRun.Form[] forms, List<Parts> extractors) {
        for (int l = 0; l < extractors.size(); l++) {
            Parts extractor = extractors.get(l);
            LossRun.Form form = forms[l];
            extractor.load(block, form.truth());
            for (int i = 0; i < block.rows(); i++) {
                double weight = form.weights() == null ? 1 : form.weights()[i];
                double[] sample = null;
                if (weight > 0) {
                    sample = new double[extractor.width()];
                    extractor.write(block, form.truth(), i, weight, sample);
                }
                parts.get(l).add(sample);
            }
        }
    }

    /** What the samples are called. */
    public String name() {
        return name;
    }

    /** The answers for all samples. */
    public Result result() {
        return result;
    }

    int size() {
        return truths.size();
    }

    int outputs() {
        return outputs;
    }

    /** The name of a sample; null where there are none. */
    List<String> keys() {
        return keys;
    }

    /** The name of a sample's cluster; null where each stands for itself. */
    String cluster(int sample) {
        return clusters == null ? null : clusters.get(sample);
    }

    /** The value of a loss over all samples, or over all of a group: null for no groups. */
    double value(int loss, String[] group) {
        return group == null ? result.scores().get(loss).value() : values.get(Arrays.asList(group))[loss];
    }

    /** What a sample has in the columns that samples are grouped by; null for no groups. */
    String[] group(int sample) {
        return groups == null ? null : groups.get(sample);
    }

    double[] truth(int sample) {
        return truths.get(sample);
    }

    /** What a sample adds to a loss; null for one that does not count. */
    double[] parts(int loss, int sample) {
        return parts.get(loss).get(sample);
    }
}
