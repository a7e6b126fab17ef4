package lossctl.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import lossctl.data.Block;
import lossctl.data.Layout;
import lossctl.data.Places;
import lossctl.data.Refusal;
import lossctl.loss.Better;
import lossctl.num.StateReader;
import lossctl.num.StateWriter;

/**
 * The samples with the worst losses so far, or other scores, of equals those that come first. NaN counts as the worst,
 * what weighs nothing not at all.
 */
final class Worst {
    private record Sample(
            int source,
            long ordinal,
            int row,
            String place,
            double score,
            double rank,
            double[] truth,
            double[][] vectors,
            double weight,
            String[] texts) {}

    /** The one to give up first is the least: the smallest rank, of equals the last. */
    private static final Comparator<Sample> ORDER = new Comparator<>() {
        @Override
        public int compare(Sample a, Sample b) {
            int order = Double.compare(a.rank, b.rank);
            order = order != 0 ? order : Integer.compare(b.source, a.source);
            order = order != 0 ? order : Long.compare(b.ordinal, a.ordinal);
            return order != 0 ? order : Integer.compare(b.row, a.row);
        }
    };

    private final int most;
    private final Better better;
    private final Layout layout;
    private final PriorityQueue<Sample> samples = new PriorityQueue<>(ORDER);
    private int sources = 1;

    Worst(int most, Layout layout, Better better) {
        this.most = most;
        this.layout = layout;
        this.better = better;
    }

    /** Looks through the samples of a block with their losses or other scores; {@code weights} may be null. */
    void add(Block block, double[] scores, double[] weights) {
        double bound = bound();
        for (int i = 0; i < block.rows(); i++) {
            // Of this thread's blocks those to come are later, so an equal loss is no news.
            if (!(rank(scores[i]) <= bound) && (weights == null || weights[i] > 0)) {
                keep(sample(block, i, scores[i]));
                bound = bound();
            }
        }
    }

    /** The greater, the worse. Zeros of both signs are equal, whichever thread or file meets them first. */
    private double rank(double score) {
        return switch (better) {
            case LOWER -> score + 0.0;
            case HIGHER -> 0.0 - score;
            case NEARER_ZERO -> Math.abs(score);
        };
    }

    private double bound() {
        return samples.size() < most ? Double.NaN : samples.peek().rank;
    }

    private void keep(Sample sample) {
        if (samples.size() == most && ORDER.compare(sample, samples.peek()) <= 0) {
            return;
        }
        samples.add(sample);
        if (samples.size() > most) {
            samples.poll();
        }
    }

    private Sample sample(Block block, int row, double score) {
        int[] widths = layout.vectorWidths();
        double[][] vectors = new double[widths.length][];
        for (int v = 0; v < widths.length; v++) {
            vectors[v] = part(block.vector(v), row, widths[v]);
        }
        String[] texts = new String[layout.texts().size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = block.texts(i)[row];
        }
        double weight = block.weights() == null ? 1 : block.weights()[row];
        String place = block.places().describe(row);
        double[] truth = part(block.truth(), row, layout.truthWidth());
        return new Sample(0, block.ordinal(), row, place, score, rank(score), truth, vectors, weight, texts);
    }

    private static double[] part(double[] values, int row, int width) {
        double[] part = new double[width];
        System.arraycopy(values, row * width, part, 0, width);
        return part;
    }

    /** Adds what another thread kept of the same source. */
    void merge(Worst other) {
        for (Sample sample : other.samples) {
            keep(sample);
        }
    }

    /** Adds what was kept of a further source. */
    void append(Worst other) {
        boolean same = Arrays.equals(layout.vectorWidths(), other.layout.vectorWidths())
                && layout.truthWidth() == other.layout.truthWidth();
        if (!same) {
            throw new Refusal(
                    Refusal.Code.SHAPE, "files of unlike widths have no worst samples in common: one at a time");
        }
        for (Sample s : other.samples) {
            keep(new Sample(
                    sources + s.source,
                    s.ordinal,
                    s.row,
                    s.place,
                    s.score,
                    s.rank,
                    s.truth,
                    s.vectors,
                    s.weight,
                    s.texts));
        }
        sources += other.sources;
    }

    void save(StateWriter out) {
        out.integer(sources);
        out.integer(samples.size());
        for (Sample s : samples) {
            out.integer(s.source);
            out.integer(s.ordinal);
            out.integer(s.row);
            out.text(s.place);
            out.number(s.score);
            out.number(s.weight);
            out.numbers(s.truth, s.truth.length);
            for (double[] vector : s.vectors) {
                out.numbers(vector, vector.length);
            }
            for (String text : s.texts) {
                out.text(text);
            }
        }
    }

    /** Takes up, where there is nothing yet, what was kept of the same layout. */
    void load(StateReader in) {
        sources = (int) in.integer();
        int count = in.count(1);
        for (int i = 0; i < count; i++) {
            int source = (int) in.integer();
            long ordinal = in.integer();
            int row = (int) in.integer();
            String place = in.text();
            double score = in.number();
            double weight = in.number();
            double[] truth = in.numbers();
            double[][] vectors = new double[layout.vectorWidths().length][];
            for (int v = 0; v < vectors.length; v++) {
                vectors[v] = in.numbers();
            }
            String[] texts = new String[layout.texts().size()];
            for (int k = 0; k < texts.length; k++) {
                texts[k] = in.text();
            }
            keep(new Sample(source, ordinal, row, place, score, rank(score), truth, vectors, weight, texts));
        }
    }

    /** The scores of the samples, the worst first. */
    double[] scores() {
        double[] scores = new double[samples.size()];
        int at = 0;
        for (Sample sample : sorted()) {
            scores[at++] = sample.score;
        }
        return scores;
    }

    private List<Sample> sorted() {
        List<Sample> sorted = new ArrayList<>(samples);
        sorted.sort(ORDER.reversed());
        return sorted;
    }

    /**
     * The samples as rows of a block, the worst first. Their places are one more text: the last where the first
     * is an id, else the first.
     */
    Block block(boolean hasId) {
        List<Sample> sorted = sorted();
        List<String> names = new ArrayList<>(layout.texts());
        int at = hasId ? names.size() : 0;
        names.add(at, "at");
        Block block = new Block(new Layout(
                layout.truthWidth(),
                layout.predictionWidth(),
                layout.inputs(),
                layout.inputWidths(),
                layout.weighted(),
                names,
                layout.truthNames(),
                layout.predictionNames()));
        block.clear(sorted.size());
        int[] widths = layout.vectorWidths();
        List<String> places = new ArrayList<>();
        for (int r = 0; r < sorted.size(); r++) {
            Sample sample = sorted.get(r);
            System.arraycopy(sample.truth, 0, block.truth(), r * layout.truthWidth(), layout.truthWidth());
            for (int v = 0; v < widths.length; v++) {
                System.arraycopy(sample.vectors[v], 0, block.vector(v), r * widths[v], widths[v]);
            }
            if (block.weights() != null) {
                block.weights()[r] = sample.weight;
            }
            for (int i = 0; i < sample.texts.length; i++) {
                block.texts(i < at ? i : i + 1)[r] = sample.texts[i];
            }
            block.texts(at)[r] = sample.place;
            places.add(sample.place);
        }
        block.rows(sorted.size());
        block.places(new Remembered(places));
        return block;
    }

    /** Places that were told when the samples were seen. */
    private record Remembered(List<String> places) implements Places {
        @Override
        public Refusal mark(Refusal refusal, int row, Role role, int index) {
            return refusal;
        }

        @Override
        public String name(int row, Role role, int index) {
            return places.get(row);
        }

        @Override
        public String describe(int row) {
            return places.get(row);
        }
    }
}
