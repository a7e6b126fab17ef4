package lossctl.catalog.multilabel;

import lossctl.loss.Domain;
import lossctl.loss.RowMetric;
import lossctl.num.Interval;

/** A metric of how far the true labels of a row, its ones, stand before the others in the order of the scores. */
interface LabelRanking extends RowMetric {

    /** How many of the labels, or of the true ones among them, score as high as one. */
    static int reaching(double[] truth, double[] p, int label, boolean trueOnes) {
        int count = 0;
        for (int j = 0; j < p.length; j++) {
            count += p[j] >= p[label] && (truth[j] == 1 || !trueOnes) ? 1 : 0;
        }
        return count;
    }

    @Override
    default Domain truth() {
        return Domain.row(Interval.UNIT).wholes();
    }

    @Override
    default int leastOutputs() {
        return 2;
    }

    @Override
    default Domain prediction() {
        return Domain.row(Interval.REAL);
    }
}
