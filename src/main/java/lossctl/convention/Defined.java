package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.GroupLoss;
import lossctl.loss.Loss;
import lossctl.loss.Samples;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.loss.UndefinedLoss;

/** A score with a number where mathematics has none: for a constant truth that is missed. */
final class Defined {
    private Defined() {}

    static Loss of(Loss loss, double otherwise) {
        return loss instanceof SummaryLoss summary
                ? new Summary(summary, otherwise)
                : new Group((GroupLoss) loss, otherwise);
    }

    private record Summary(SummaryLoss loss, double otherwise) implements SummaryLoss {
        @Override
        public Domain truth() {
            return loss.truth();
        }

        @Override
        public Domain prediction() {
            return loss.prediction();
        }

        @Override
        public int sums(int outputs) {
            return loss.sums(outputs);
        }

        @Override
        public void add(Sums sums, double[] truth, double[] prediction, double weight) {
            loss.add(sums, truth, prediction, weight);
        }

        @Override
        public double value(Sums sums) {
            try {
                return loss.value(sums);
            } catch (UndefinedLoss e) {
                return otherwise;
            }
        }

        @Override
        public void gradient(Sums sums, double[] truth, double[] prediction, double weight, double[] gradient) {
            loss.gradient(sums, truth, prediction, weight, gradient);
        }
    }

    private record Group(GroupLoss loss, double otherwise) implements GroupVariant {
        @Override
        public double value(Samples samples) {
            try {
                return loss.value(samples);
            } catch (UndefinedLoss e) {
                return otherwise;
            }
        }

        @Override
        public void gradient(Samples samples, double[][] gradients) {
            loss.gradient(samples, gradients);
        }
    }
}
