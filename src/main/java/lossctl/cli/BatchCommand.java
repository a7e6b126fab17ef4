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
        Batch batch = new Batch(console.out());
        List<String> operands = arguments.operands();
        if (operands.isEmpty() && console.inIsTerminal()) {
            throw new UsageError("no requests: give REQUESTS.jsonl, or a pipe", Help.brief(this));
        }
        if (operands.isEmpty() || operands.get(0).equals("-")) {
            return batch.run(console.in(), longest);
        }
        try (InputStream in = Sources.bytes(operands.get(0)).open()) {
            return batch.run(in, longest);
        } catch (IOException e) {
            throw new Refusal(Refusal.Code.IO, "close failed: " + e.getMessage()).in(operands.get(0));
        }
    }
}
