package lossctl.cli;

import lossctl.num.DecimalReader;
import lossctl.num.DecimalWriter;
import lossctl.write.GateVerdict;

/**
 * A condition under which a run fails: {@code mse>0.4}.
 *
 * @param name the figure meant: {@code mse}, {@code mse.ci.high}; empty for the only one
 * @param slice what was in brackets behind the name: the group meant, or {@code *} for each; null for no brackets
 * @param sign {@code >}, {@code >=}, {@code <} or {@code <=}
 * @param limit what it is held against; a share where {@code percent} says so
 * @param percent whether the limit was given in percent
 */
record Gate(String name, String slice, String sign, double limit, boolean percent) {

    /** Reads {@code mse>0.4}, {@code >0.3}, {@code change>+5%} or {@code mse[eu]>0.4}. */
    static Gate of(String text) {
        // A group may be called anything, so the last sign is the one that counts.
        int at = Math.max(text.lastIndexOf('<'), text.lastIndexOf('>'));
        if (at < 0) {
            throw malformed(text, "");
        }
        boolean equal = at + 1 < text.length() && text.charAt(at + 1) == '=';
        String sign = text.substring(at, at + (equal ? 2 : 1));
        String number = text.substring(at + sign.length()).strip();
        boolean percent = number.endsWith("%");
        double limit = DecimalReader.read(percent ? number.substring(0, number.length() - 1) : number);
        if (!(Math.abs(limit) <= Double.MAX_VALUE)) {
            throw malformed(text, ": '" + number + "' is not a finite number");
        }
        String figure = text.substring(0, at).strip();
        int open = figure.indexOf('[');
        int close = figure.lastIndexOf(']');
        if (open < 0 ? close >= 0 || figure.indexOf('<') >= 0 || figure.indexOf('>') >= 0 : close < open) {
            throw malformed(text, "");
        }
        return new Gate(
                open < 0 ? figure : (figure.substring(0, open).strip() + figure.substring(close + 1)).strip(),
                open < 0 ? null : figure.substring(open + 1, close),
                sign,
                percent ? limit / 100 : limit,
                percent);
    }

    private static UsageError malformed(String text, String why) {
        return new UsageError(
                "--fail-if '" + text + "'" + why + ": write 'mse>0.4', '>0.3', 'change>+5%' or 'mse[group]>0.4'");
    }

    /** The gate as one would write it. */
    String text() {
        return text(slice);
    }

    /** The same for one of the slices that it means; null for all samples. */
    String text(String one) {
        return name + (one == null ? "" : "[" + one + "]") + sign + number(limit);
    }

    /** Whether a figure passes. A figure that is not finite fails or is no figure; it never passes. */
    GateVerdict verdict(double figure) {
        if (Double.isNaN(figure)) {
            return GateVerdict.NOT_COMPUTED;
        }
        boolean failed = switch (sign) {
            case ">" -> figure > limit;
            case ">=" -> figure >= limit;
            case "<" -> figure < limit;
            default -> figure <= limit;
        };
        if (failed) {
            return GateVerdict.FAILED;
        }
        return Double.isInfinite(figure) ? GateVerdict.NOT_COMPUTED : GateVerdict.PASSED;
    }

    /** {@code mse = 0.375, limit > 0.3}. */
    String sentence(String figureName, String one, double figure) {
        String plain =
                percent && figureName.endsWith("%") ? figureName.substring(0, figureName.length() - 1) : figureName;
        return plain + (one == null ? "" : "[" + one + "]") + " = " + figure(figureName, figure) + ", limit " + sign
                + " " + number(limit);
    }

    /** Counts are told as whole numbers, limits as they would be typed. */
    private String figure(String figureName, double x) {
        boolean count = figureName.equals("n") || figureName.endsWith(".n") || figureName.equals(Figures.SKIPPED);
        return count || percent ? number(x) : DecimalWriter.text(x);
    }

    private String number(double x) {
        String text = percent ? DecimalWriter.text(x * 100, 12) : DecimalWriter.text(x);
        text = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        return percent ? (x > 0 ? "+" : "") + text + "%" : text;
    }
}
