package lossctl.cli;

import java.math.BigDecimal;
import java.util.List;
import lossctl.eval.Evaluation;
import lossctl.eval.Reduction;
import lossctl.eval.Uncertainty;
import lossctl.num.DecimalReader;

/** Which intervals are wanted, as the options say. */
final class UncertaintyOptions {
    static final Option CI = Option.value(
            "--ci", null, "PERCENT", Option.Section.STATISTICS, "an interval of this confidence, such as 95");
    static final Option CI_METHOD = Option.value(
            "--ci-method",
            null,
            "t|percentile|bca",
            Option.Section.STATISTICS,
            "Student's t (delta method for rmse, r2 and the like), or one of two bootstraps");
    static final Option RESAMPLES = Option.value(
            "--resamples", null, "N", Option.Section.STATISTICS, "how many resamples a bootstrap draws (default 9999)");
    static final Option SEED =
            Option.value("--seed", null, "N", Option.Section.STATISTICS, "what random numbers follow from (default 0)");
    static final Option CLUSTER = Option.value(
            "--cluster",
            null,
            "COL",
            Option.Section.STATISTICS,
            "samples with the same text in this column are one independent unit");

    static final List<Option> ALL = List.of(CI, CI_METHOD, RESAMPLES, SEED, CLUSTER);

    private static final int RESAMPLES_USUAL = 9999;

    private UncertaintyOptions() {}

    /** The evaluation with the intervals asked for, or with standard errors alone where {@code errors} are wanted. */
    static Evaluation with(Arguments arguments, Evaluation evaluation, boolean errors) {
        if (!arguments.has(CI)) {
            for (Option option : List.of(CI_METHOD, RESAMPLES, SEED, CLUSTER)) {
                if (arguments.has(option)) {
                    throw new UsageError(option.name() + " goes with --ci: --ci 95");
                }
            }
            return errors && evaluation.reduction() == Reduction.MEAN
                    ? evaluation.with(Uncertainty.ERRORS)
                    : evaluation;
        }
        if (evaluation.reduction() != Reduction.MEAN) {
            throw new UsageError("--ci is an interval of the mean: it does not go with --reduction "
                    + evaluation.reduction().word());
        }
        return evaluation.with(of(arguments, arguments.get(CI)));
    }

    /** The uncertainty that the options say, at a confidence in percent. */
    static Uncertainty of(Arguments arguments, String percent) {
        Uncertainty.Method method = Uncertainty.Method.valueOf(
                arguments.word(CI_METHOD, "t", "percentile", "bca").toUpperCase(java.util.Locale.ROOT));
        int resamples = arguments.integer(RESAMPLES, 100, 10_000_000, RESAMPLES_USUAL);
        int seed = arguments.integer(SEED, 0, Integer.MAX_VALUE, 0);
        return new Uncertainty(level(percent), method, resamples, seed, arguments.get(CLUSTER));
    }

    /** A share as a percentage, without the noise of the multiplication: 0.999 is 99.9. */
    private static String percents(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    private static double level(String text) {
        double percent = DecimalReader.read(text.endsWith("%") ? text.substring(0, text.length() - 1) : text);
        if (!(percent >= 50 && percent < 100)) {
            String meant = percent >= 0.5 && percent < 1 ? "; did you mean " + percents(percent) + "?" : "";
            throw new UsageError("--ci '" + text + "': not a percentage from 50 to below 100" + meant);
        }
        return percent / 100;
    }
}
