package lossctl.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import lossctl.batch.Batch;
import lossctl.data.Refusal;
import lossctl.read.Sources;

/** {@code lossctl batch [REQUESTS.jsonl|-]}: one JSON request a line in, one JSON result a line out. */
final class BatchCommand implements Command {
    private static final Option MAX_REQUEST = Option.value(
            "--max-request",
            null,
            "BYTES",
            Option.Section.FILES,
            "the longest request line; 1073741824, which is 1 GiB, if absent");

    @Override
    public String name() {
        return "batch";
    }

    @Override
    public String summary() {
        return "answers JSON requests, a line each, as soon as each is read";
    }

    @Override
    public String operands() {
        return "[REQUESTS.jsonl|-]";
    }

    @Override
    public int maxOperands() {
        return 1;
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>(List.of(MAX_REQUEST));
        options.addAll(Options.COMMON);
        return options;
    }

    @Override
    public List<String> examples() {
        return List.of("lossctl batch requests.jsonl");
    }

    @Override
    public int run(Arguments arguments, Console console) {
        int longest = arguments.integer(MAX_REQUEST, 1, Integer.MAX_VALUE, (int) Batch.LONGEST);
        List<String> operands = arguments.operands();
        if (operands.isEmpty() && console.inIsTerminal()) {
            throw new UsageError("no requests: give REQUESTS.jsonl, or a pipe", Help.brief(this));
        }
        String file = operands.isEmpty() ? "-" : operands.get(0);
        if (!console.outIsTerminal()) {
            Progress.beginRequests(arguments, console, file);
        }
        Batch batch = new Batch(console.out(), console.meter());
        if (file.equals("-")) {
            return batch.run(Sources.counted(console.in(), console.meter()), longest);
        }
        try (InputStream in = Sources.counted(Sources.bytes(file).open(), console.meter())) {
            return batch.run(in, longest);
        } catch (IOException e) {
            throw new Refusal(Refusal.Code.IO, "close failed: " + e.getMessage()).in(file);
        }
    }
}
