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

    private static final String DETAILS = """

            Fields of a request:
              loss                        its name; under "as", the framework's own
              params                      {"delta":2}: its parameters by name
              y_true, y_pred              the samples, as numbers or rows of numbers
              inputs                      further arrays by name: {"var":[1,1]}
              sample_weight               a weight a sample
              reduction                   mean, sum or none; under "as", the framework's own
              want                        ["value"] if absent; also per_sample, gradient, gradients, hessian
              as                          math if absent; keras, torch, sklearn, torch-2.13 ...
              id                          any JSON, which the answer repeats
              file, true_file, pred_file  instead of arrays, with true_col, pred_col ... as the options

            A request and its answer:
              {"id":1,"loss":"mse","y_true":[1,0],"y_pred":[2,3],"want":["value","gradient"]}
              {"id":1,"value":5.0,"gradient":[1.0,3.0],"n":2,"signature":"mse|reduction:mean|..."}""";

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
    public List<String> details() {
        return DETAILS.lines().toList();
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
