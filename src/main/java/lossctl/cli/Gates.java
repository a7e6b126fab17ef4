package lossctl.cli;

import java.util.ArrayList;
import java.util.List;
import lossctl.write.GateReport;
import lossctl.write.GateVerdict;

/** The gates of a call. A gate that cannot be computed is exit status 3, a failed one 1; neither is ever a pass. */
final class Gates {
    static final Option FAIL_IF = Option.value(
            "--fail-if",
            null,
            "COND",
            Option.Section.STATISTICS,
            "exit 1 if this holds: 'mse>0.4', '>0.3', 'mse.ci.high>0.5', 'mse[group]>0.5', 'mse[*]>0.5' for"
                    + " each group; may be given several times");

    /** A gate on a million groups must not tell of each. */
    private static final int TOLD = 20;

    private static final double HALF = 0.5;

    private static final int FAILED = 1;
    private static final int NOT_COMPUTED = 3;

    private final List<Gate> gates = new ArrayList<>();
    private final String format;
    private List<GateReport.Line> outcome = List.of();

    private Gates(String format) {
        this.format = format;
    }

    static Gates of(Arguments arguments) {
        Gates gates = new Gates(reportFormat(arguments));
        if (arguments.has(FAIL_IF)) {
            for (String text : Arguments.split(arguments.get(FAIL_IF), Arguments.AGAIN)) {
                gates.gates.add(Gate.of(text));
            }
        }
        if (gates.isReported() && gates.gates.isEmpty()) {
            throw new UsageError("--format " + gates.format + " tells of gates: give --fail-if 'mse>0.4'");
        }
        return gates;
    }

    /** The format that tells of gates and nothing else; null where another was asked for. */
    static String reportFormat(Arguments arguments) {
        String word = arguments.get(Options.FORMAT);
        return word != null && GateReport.FORMATS.contains(word) ? word : null;
    }

    boolean isEmpty() {
        return gates.isEmpty();
    }

    /** Whether the outcome of the gates is what standard output is for. */
    boolean isReported() {
        return format != null;
    }

    /** Holds the figures against every gate, tells of those not passed on standard error, and returns the status. */
    int check(Figures figures, Arguments arguments, Console console) {
        return check(List.of(figures), arguments, console);
    }

    /** The same for several sets of figures: each must pass every gate. */
    int check(List<Figures> all, Arguments arguments, Console console) {
        List<GateReport.Line> lines = new ArrayList<>();
        for (Figures figures : all) {
            for (Gate gate : gates) {
                hold(gate, figures, lines);
            }
            holdSkipped(figures, lines);
        }
        outcome = lines;
        int status = 0;
        int told = 0;
        for (GateReport.Line line : lines) {
            if (line.verdict() == GateVerdict.PASSED) {
                continue;
            }
            boolean failed = line.verdict() == GateVerdict.FAILED;
            status = Math.max(status, failed ? FAILED : NOT_COMPUTED);
            if (told++ < TOLD) {
                console.complain("lossctl: gate " + (failed ? "failed: " : "not computed: ") + line.sentence());
            }
        }
        if (told > TOLD) {
            console.complain("lossctl: and " + (told - TOLD) + " more gates failed or not computed");
        }
        if (isReported()) {
            OutputOptions.write(arguments, console, out -> GateReport.write(format, lines, out));
        }
        return status;
    }

    /** What each gate came to when it was checked. */
    List<GateReport.Line> outcome() {
        return outcome;
    }

    /** What passes on the smaller half of the rows is no pass, unless a gate says how many may be left out. */
    private void holdSkipped(Figures figures, List<GateReport.Line> lines) {
        String share = Figures.SKIPPED + Figures.PERCENT;
        boolean known = figures.resolve(share) != null && figures.get(share) > HALF;
        for (Gate gate : gates) {
            known &= !gate.name().equals(Figures.SKIPPED);
        }
        if (known) {
            Gate gate = Gate.of(Figures.SKIPPED + ">50%");
            String sentence = gate.sentence(share, null, figures.get(share))
                    + ": most rows were left out; --fail-if 'skipped>90%' allows it";
            lines.add(new GateReport.Line(gate.text(), sentence, GateVerdict.NOT_COMPUTED));
        }
    }

    private static void hold(Gate gate, Figures figures, List<GateReport.Line> lines) {
        if (gate.slice() == null) {
            lines.add(line(gate, null, figures));
            return;
        }
        List<Slices.Slice> slices = figures.slices().matching(gate.slice());
        if (slices.isEmpty()) {
            String sentence = figures.slices().missing(gate.slice());
            lines.add(new GateReport.Line(gate.text(), gate.text() + ": " + sentence, GateVerdict.NOT_COMPUTED));
        }
        for (Slices.Slice slice : slices) {
            lines.add(line(gate, slice.name(), slice.source().figures()));
        }
    }

    private static GateReport.Line line(Gate gate, String slice, Figures figures) {
        String name = resolve(gate, figures);
        return name == null
                ? new GateReport.Line(gate.text(slice), missing(gate, figures), GateVerdict.NOT_COMPUTED)
                : new GateReport.Line(
                        gate.text(slice),
                        gate.sentence(name, slice, figures.get(name)),
                        gate.verdict(figures.get(name)));
    }

    /** The name of the figure that a gate means; limits in percent are for figures that are shares. */
    private static String resolve(Gate gate, Figures figures) {
        String name = figures.resolve(gate.name());
        return name == null || !gate.percent() ? name : figures.resolve(name + Figures.PERCENT);
    }

    private static String missing(Gate gate, Figures figures) {
        String known = "; there is " + String.join(", ", figures.names());
        if (gate.percent()) {
            return "no figure '" + gate.name() + "' in percent: change>+5% is one, of compare";
        }
        if (gate.name().contains("ci.") && !known.contains(".ci.")) {
            return "no figure '" + gate.name() + "': there are no intervals; --ci 95 makes them";
        }
        return gate.name().isEmpty()
                ? "'" + gate.text() + "' names no figure, and there are several" + known
                : "no figure '" + gate.name() + "'" + known;
    }
}
