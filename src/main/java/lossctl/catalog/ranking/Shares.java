package lossctl.catalog.ranking;

import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;

/** The softmax of a list of scores, and what each share lacks to 1. */
final class Shares {
    private final double[] shares;
    private int best;
    private final double others;

    Shares(double[] scores) {
        shares = new double[scores.length];
        Elementary.softmax(scores, shares);
        CompensatedSum rest = new CompensatedSum();
        for (int j = 1; j < shares.length; j++) {
            best = shares[j] > shares[best] ? j : best;
        }
        for (int j = 0; j < shares.length; j++) {
            rest.add(j == best ? 0 : shares[j]);
        }
        others = rest.value();
    }

    double share(int j) {
        return shares[j];
    }

    /** One less the share: only the greatest can be so near to 1 that this needs the others. */
    double lack(int j) {
        return j == best ? others : 1 - shares[j];
    }
}
