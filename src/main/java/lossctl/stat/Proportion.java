package lossctl.stat;

/** How far an observed share may be off. */
public final class Proportion {
    private Proportion() {}

    /**
     * Wilson's score interval of a share, which stays within [0, 1] and is one for shares of 0 and 1, too. Source: Wilson
     * 1927, doi:10.1080/01621459.1927.10502953; Brown, Cai and DasGupta 2001, doi:10.1214/ss/1009213286.
     *
     * @param share the share observed, in [0, 1]
     * @param n of how many; with weights the effective number, (sum w)^2 / sum w^2 (Kish 1965)
     * @param level the confidence, in (0, 1)
     * @return {@link Bounds#NONE} where {@code n} is not positive or the share is no share
     */
    public static Bounds wilson(double share, double n, double level) {
        if (!(n > 0) || !(share >= 0 && share <= 1)) {
            return Bounds.NONE;
        }
        double z = -Normal.quantile((1 - level) / 2);
        double shrink = 1 + z * z / n;
        double middle = (share + z * z / (2 * n)) / shrink;
        double reach = z / shrink * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
        // At 0 and 1 the ends are exact, but for rounding.
        return new Bounds(share == 0 ? 0 : Math.max(0, middle - reach), share == 1 ? 1 : Math.min(1, middle + reach));
    }
}
