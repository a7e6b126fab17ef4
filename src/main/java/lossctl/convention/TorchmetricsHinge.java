package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.GroupLoss;
import lossctl.loss.Samples;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Interval;

/**
 * The hinge loss as torchmetrics computes it: of probabilities, which scores become as soon as one of them lies outside
 * [0, 1]. At the margin the slope counts in full. Source: torchmetrics 1.9, functional/classification/hinge.py.
 *
 * @param kind what the margin is
 * @param squared whether what is missing counts squared
 * @param only of one against all, the class whose loss is told; -1 for their sum
 * @param named whether truths are -1 and +1, or 0 and 1, as a file has them
 */
record TorchmetricsHinge(Kind kind, boolean squared, int only, boolean named) implements GroupLoss {
    /** What the margin is. */
    enum Kind {
        /** A yes against a no. */
        BINARY,
        /** The true class against the greatest of the others. */
        CRAMMER_SINGER,
        /** Every class against the others. */
        ONE_VS_ALL
    }

    @Override
    public Domain truth() {
        return kind != Kind.BINARY ? Domain.label() : named ? Domain.sign() : Domain.flag();
    }

    @Override
    public Domain prediction() {
        return kind == Kind.BINARY ? Domain.number(Interval.REAL) : Domain.row(Interval.REAL);
    }

    private double[] probabilities(Samples samples) {
        double[] all = samples.prediction();
        return kind == Kind.BINARY ? Activated.flags(all) : Activated.rows(all, samples.outputs());
    }

    /** The first of the greatest probabilities of other classes. */
    private static int rival(double[] p, int from, int width, int label) {
        int rival = -1;
        for (int c = 0; c < width; c++) {
            if (c != label && (rival < 0 || p[from + c] > p[from + rival])) {
                rival = c;
            }
        }
        return rival;
    }

    private double lack(double margin) {
        double lack = Math.max(0, 1 - margin);
        return squared ? lack * lack : lack;
    }

    /** The derivative of what is missing by the margin. */
    private double slope(double margin) {
        return margin > 1 ? 0 : squared ? -2 * (1 - margin) : -1;
    }

    @Override
    public double[] perSample(Samples samples) {
        double[] p = probabilities(samples);
        double[] losses = new double[samples.count()];
        int width = samples.outputs();
        for (int i = 0; i < losses.length; i++) {
            int from = i * width;
            int label = (int) samples.truth()[i];
            if (kind == Kind.CRAMMER_SINGER) {
                losses[i] = lack(p[from + label] - p[from + rival(p, from, width, label)]);
                continue;
            }
            for (int c = 0; c < width; c++) {
                boolean yes = kind == Kind.BINARY ? label == 1 : label == c;
                losses[i] += only < 0 || only == c ? lack(yes ? p[from + c] : -p[from + c]) : 0;
            }
        }
        return losses;
    }

    @Override
    public double value(Samples samples) {
        if (samples.count() == 0 && kind == Kind.CRAMMER_SINGER) {
            throw new UndefinedLoss("no class has a rival");
        }
        double sum = 0;
        double all = 0;
        double[] losses = perSample(samples);
        for (int i = 0; i < losses.length; i++) {
            sum += samples.weight(i) * losses[i];
            all += samples.weight(i);
        }
        return sum / all;
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        double[] p = probabilities(samples);
        int width = samples.outputs();
        double all = 0;
        for (int i = 0; i < samples.count(); i++) {
            all += samples.weight(i);
        }
        for (int i = 0; i < samples.count(); i++) {
            double[] slopes = slopes(samples, p, i);
            for (int c = 0; c < width; c++) {
                gradients[0][i * width + c] = slopes[c] * samples.weight(i) / all;
            }
        }
        if (Activated.isScored(samples.prediction())) {
            activate(p, gradients[0], width);
        }
    }

    private double[] slopes(Samples samples, double[] p, int i) {
        int width = samples.outputs();
        int from = i * width;
        int label = (int) samples.truth()[i];
        double[] slopes = new double[width];
        if (kind == Kind.CRAMMER_SINGER) {
            int rival = rival(p, from, width, label);
            double slope = slope(p[from + label] - p[from + rival]);
            slopes[label] = slope;
            slopes[rival] = -slope;
            return slopes;
        }
        for (int c = 0; c < width; c++) {
            boolean yes = kind == Kind.BINARY ? label == 1 : label == c;
            double slope = yes ? slope(p[from + c]) : -slope(-p[from + c]);
            slopes[c] = only < 0 || only == c ? slope : 0;
        }
        return slopes;
    }

    /** Derivatives by probabilities become those by their scores. */
    private void activate(double[] p, double[] gradient, int width) {
        for (int from = 0; from < p.length; from += width) {
            double pull = 0;
            for (int c = 0; kind != Kind.BINARY && c < width; c++) {
                pull += p[from + c] * gradient[from + c];
            }
            for (int c = 0; c < width; c++) {
                double each = p[from + c];
                gradient[from + c] = kind == Kind.BINARY
                        ? gradient[from + c] * each * (1 - each)
                        : each * (gradient[from + c] - pull);
            }
        }
    }
}
