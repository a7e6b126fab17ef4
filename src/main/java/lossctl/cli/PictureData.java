package lossctl.cli;

import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Refusal;
import lossctl.loss.Selection;

/** Which data a picture is made of, and which losses suit them where none are named. */
final class PictureData {
    private PictureData() {}

    /** What the picture of a word is to read. */
    static List<Dataset> of(Arguments arguments, DataOptions input, Console console, String word) {
        return FileOptions.datasets(arguments, input, console, PictureCommand.of(word));
    }

    /**
     * The losses of {@code -l}; else those that suit the data: of a row of predictions cross-entropy and accuracy.
     *
     * @param paths the files, of which the first is asked; none for values or a pair of files
     */
    static List<Selection> losses(Arguments arguments, Console console, List<String> paths) {
        return LossOptions.as(
                LossList.parsed(
                        arguments.has(LossList.LOSSES)
                                ? arguments.get(LossList.LOSSES)
                                : fitting(arguments, console, paths)),
                arguments);
    }

    private static String fitting(Arguments arguments, Console console, List<String> paths) {
        DataOptions any = new DataOptions(arguments, List.of(loss("accuracy")));
        if (!any.isInline() && !any.isPair() && (paths.isEmpty() || paths.get(0).equals("-"))) {
            throw new UsageError("which losses? -l mse,mae");
        }
        Dataset first =
                any.isInline() ? any.inline() : any.isPair() ? any.pair(console) : any.of(paths.get(0), console);
        try (BlockSource source = first.open()) {
            return source.layout().predictionWidth() > 1 ? "sparse_cce,accuracy" : "mse";
        } catch (Refusal refusal) {
            throw refusal.inUnlessNamed(first.name());
        }
    }

    /** The selection of a loss with its defaults. */
    static Selection loss(String name) {
        return Selection.of(Catalog.find(name));
    }
}
