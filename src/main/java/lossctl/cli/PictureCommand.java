package lossctl.cli;

import java.util.ArrayList;
import java.util.List;

/** {@code lossctl plot residuals|calibration|history|groups|confusion [FILE...]}. */
final class PictureCommand implements Command {
    /** The words of the pictures, in the order of help. */
    static final List<String> WORDS = List.of("residuals", "calibration", "history", "groups", "confusion");

    private final String word;
    private final Picture picture;
    private final List<Option> inputs;

    private PictureCommand(String word, Picture picture, List<Option> inputs) {
        this.word = word;
        this.picture = picture;
        this.inputs = inputs;
    }

    /** The command of a word; null for any other word. */
    static PictureCommand of(String word) {
        Picture picture = switch (word) {
            case "residuals" -> new ResidualsPicture();
            case "calibration" -> new CalibrationPicture();
            case "history" -> new HistoryPicture();
            case "groups" -> new GroupsPicture();
            case "confusion" -> new ConfusionPicture();
            default -> null;
        };
        return picture == null ? null : new PictureCommand(word, picture, List.of());
    }

    /** The command with options for the further arrays of its losses, where it takes any. */
    @Override
    public Command with(List<String> args) {
        boolean any = picture.options().contains(LossList.LOSSES);
        return any ? new PictureCommand(word, picture, LossList.inputs(args, true)) : this;
    }

    @Override
    public String name() {
        return "plot";
    }

    @Override
    public String words() {
        return "plot " + word;
    }

    @Override
    public String summary() {
        return picture.summary();
    }

    @Override
    public String operands() {
        return word + " [FILE...]";
    }

    @Override
    public int maxOperands() {
        return Integer.MAX_VALUE;
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>(picture.options());
        options.addAll(inputs);
        options.addAll(Pictures.ALL);
        options.addAll(Options.COMMON);
        return options;
    }

    @Override
    public List<String> examples() {
        return picture.examples();
    }

    @Override
    public List<String> files(Arguments arguments) {
        List<String> operands = arguments.operands();
        return operands.isEmpty() ? operands : operands.subList(1, operands.size());
    }

    @Override
    public int run(Arguments arguments, Console console) {
        Picture.Sight sight = picture.look(arguments.withoutFirst(), console);
        Pictures.write(sight, arguments, console);
        return 0;
    }
}
