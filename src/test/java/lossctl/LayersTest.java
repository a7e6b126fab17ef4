package lossctl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds the sources to the two tables of ARCHITECTURE.md: which floor imports which, and what is let in where. */
@Tag("loss")
class LayersTest {
    private static final Path SOURCES = Path.of("src/main/java/lossctl");

    /** A row of a table: the names in code font of its first column, those of its second, and its last in plain text. */
    private record Row(List<String> names, List<String> places, String why) {}

    /** A source file without its comments and strings; {@code name} is {@code read.csv.Header}, say. */
    private record Source(String name, String code) {
        private static final Pattern NO_CODE = Pattern.compile(
                "\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*+\"" + "|'(?:\\\\.|[^'\\\\])*+'|//.*|/\\*[\\s\\S]*?\\*/");
        private static final Pattern OURS = Pattern.compile("(?<![\\w.])lossctl\\.([a-z]\\w*)");

        static Source read(Path file) {
            try {
                String name = SOURCES.relativize(file).toString();
                return of(
                        name.substring(0, name.length() - ".java".length()).replace('/', '.'), Files.readString(file));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        static Source of(String name, String text) {
            return new Source(name, NO_CODE.matcher(text).replaceAll(" "));
        }

        String floor() {
            return name.substring(0, Math.max(0, name.indexOf('.')));
        }

        boolean isIn(List<String> places) {
            return places.stream().anyMatch(place -> (name + ".").startsWith(place + "."));
        }

        /** The floors that this file imports, or names in full. */
        TreeSet<String> floorsUsed() {
            TreeSet<String> floors = new TreeSet<>();
            OURS.matcher(code).results().map(use -> use.group(1)).forEach(floors::add);
            floors.remove(floor());
            return floors;
        }

        /** Whether the code uses a package, a class or a static member. */
        boolean uses(String guarded) {
            return Pattern.compile("(?<![\\w.])(?:java\\.lang\\.)?" + Pattern.quote(guarded) + "(?!\\w)")
                    .matcher(code)
                    .find();
        }
    }

    @Test
    void everyFileImportsOnlyTheFloorsThatItsRowNames() throws IOException {
        assertNone(importsAgainst(floors(), sources()));
    }

    @Test
    void everyFloorOfTheTableStandsOnFloorsAboveIt() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> above = new ArrayList<>();
        floors().forEach((floor, imports) -> {
            imports.stream().filter(i -> !above.contains(i)).forEach(i -> wrong.add(floor + " imports " + i));
            above.add(floor);
        });
        assertNone(wrong);
    }

    @Test
    void theTableNamesTheFloorsThatThereAre() throws IOException {
        TreeSet<String> found = new TreeSet<>();
        sources().forEach(source -> found.add(source.floor()));
        assertEquals(found, new TreeSet<>(floors().keySet()));
    }

    @Test
    void whatIsGuardedIsUsedOnlyWhereTheTableLetsIt() throws IOException {
        assertNone(usesAgainst(guarded(), sources()));
    }

    @Test
    void noImportIsByWildcard() throws IOException {
        assertNone(sources().stream()
                .filter(source -> source.code().matches("(?s).*\\bimport [\\w. ]+\\*;.*"))
                .map(Source::name)
                .toList());
    }

    @Test
    void anImportAndAFullNameAreSeenButNotACommentOrAString() {
        Map<String, List<String>> floors = Map.of("num", List.of(), "loss", List.of("num"));
        assertEquals(
                List.of("num.A uses loss", "num.B uses loss"),
                importsAgainst(
                        floors,
                        List.of(
                                Source.of("num.A", "import lossctl.loss.Loss;"),
                                Source.of("num.B", "Object o = lossctl.loss.Loss.of();"),
                                Source.of("num.C", "/** {@link lossctl.loss.Loss} */ String s = \"lossctl.loss\";"),
                                Source.of("num.D", "int i; // as lossctl.loss.Loss does"),
                                Source.of("loss.D", "import lossctl.num.ExactSum; import lossctl.loss.Loss;"))));
    }

    @Test
    void aGuardedNameIsSeenWhereItIsNotLetIn() {
        List<Row> rows = List.of(new Row(List.of("System.out", "Math.log"), List.of("cli"), "so it is"));
        assertEquals(
                List.of(
                        "num.A uses Math.log, which is let in at cli only: so it is",
                        "eval.B uses System.out, which is let in at cli only: so it is",
                        "eval.C uses Math.log, which is let in at cli only: so it is"),
                usesAgainst(
                        rows,
                        List.of(
                                Source.of("num.A", "double d = Math.log(x) + Math.log1p(x);"),
                                Source.of("eval.B", "java.lang.System.out.print(1);"),
                                Source.of("eval.C", "import static java.lang.Math.log;"),
                                Source.of("num.D", "StrictMath.log(Math.log1p(x)); my.System.out();"),
                                Source.of("cli.E", "System.out.print(1);"),
                                Source.of("cli.sub.F", "System.out.print(1);"))));
    }

    private static List<String> importsAgainst(Map<String, List<String>> floors, List<Source> sources) {
        List<String> wrong = new ArrayList<>();
        for (Source source : sources) {
            for (String used : source.floorsUsed()) {
                if (!floors.getOrDefault(source.floor(), List.of()).contains(used)) {
                    wrong.add(source.name() + " uses " + used);
                }
            }
        }
        return wrong;
    }

    private static List<String> usesAgainst(List<Row> guarded, List<Source> sources) {
        List<String> wrong = new ArrayList<>();
        for (Source source : sources) {
            for (Row row : guarded) {
                row.names().stream()
                        .filter(name -> source.uses(name) && !source.isIn(row.places()))
                        .forEach(name -> wrong.add(source.name() + " uses " + name + ", which is let in "
                                + (row.places().isEmpty()
                                        ? "nowhere"
                                        : "at " + String.join(", ", row.places()) + " only")
                                + ": " + row.why()));
            }
        }
        return wrong;
    }

    private static Map<String, List<String>> floors() throws IOException {
        Map<String, List<String>> floors = new LinkedHashMap<>();
        table("| package | may import |").forEach(row -> floors.put(row.names().get(0), row.places()));
        return floors;
    }

    private static List<Row> guarded() throws IOException {
        return table("| name | only in | why |");
    }

    /** The rows of the table under that heading line, down to the first line that is none. */
    private static List<Row> table(String heading) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("ARCHITECTURE.md"));
        int start = lines.indexOf(heading);
        Claim.that(start >= 0, "ARCHITECTURE.md has no table headed " + heading);
        return lines.stream()
                .skip(start + 2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|"))
                .map(cells -> new Row(
                        inCodeFont(cells[1]),
                        inCodeFont(cells[2]),
                        cells[cells.length - 1].replace("`", "").strip()))
                .toList();
    }

    private static List<String> inCodeFont(String cell) {
        return Pattern.compile("`([^`]+)`")
                .matcher(cell)
                .results()
                .map((MatchResult name) -> name.group(1))
                .toList();
    }

    private static List<Source> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .map(Source::read)
                    .toList();
        }
    }

    private static void assertNone(List<String> wrong) {
        Claim.that(wrong.isEmpty(), () -> String.join("\n", wrong));
    }
}
