package lossctl.convention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.loss.Param;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import org.junit.jupiter.api.Test;

/**
 * Every loss of the survey is here under every name that frameworks give it, or left out with a reason. The survey tells
 * what others have: a loss of ours that it does not name is none the worse for it.
 */
class CompletenessTest {
    /** What the survey found, so that a line that is lost is missed. */
    private static final int NAMES = 470;

    private static final int LOSSES = 211;

    /** A line of names.txt: a loss, a parameter that the row comes down to (or empty), the names. */
    private record Row(String loss, String param, String setting, List<String> names) {}

    @Test
    void everyNameOfTheSurveyIsFoundInTheCatalogueOrThroughItsFramework() throws IOException {
        List<String> missing = new ArrayList<>();
        int names = 0;
        int losses = 0;
        for (Row row : rows()) {
            Spec spec = Catalog.find(row.loss);
            losses++;
            if (spec == null || !accepts(spec, row)) {
                missing.add(row.loss + (row.param.isEmpty() ? "" : " with " + row.param + "=" + row.setting));
            }
            for (String name : row.names) {
                names++;
                if (!stands(name, row.loss)) {
                    missing.add(name + " for " + row.loss);
                }
            }
        }
        int all = names + losses;
        System.out.println("names of losses that resolve: " + (all - missing.size()) + "/" + all
                + ", left out with a reason: " + leftOut().size());
        if (!missing.isEmpty()) {
            fail(missing.size() + " of " + all + " do not resolve: " + missing);
        }
        if (names < NAMES || losses < LOSSES) {
            fail("names.txt tells only " + names + " names of " + losses + " losses: the survey had more");
        }
    }

    @Test
    void whatIsLeftOutHasAReasonAndIsNotThere() throws IOException {
        assertFalse(leftOut().isEmpty());
        for (String line : leftOut()) {
            String[] parts = line.split(": ", 2);
            assertEquals(2, parts.length, line);
            assertNull(Catalog.find(parts[0]), line);
        }
    }

    private static boolean accepts(Spec spec, Row row) {
        if (row.param.isEmpty()) {
            return true;
        }
        Params params = spec.defaults();
        if (!params.has(row.param)) {
            return false;
        }
        spec.create(params.with(row.param, setting(params, row)));
        return true;
    }

    private static Object setting(Params params, Row row) {
        for (Param param : params.list()) {
            if (param.name().equals(row.param)) {
                return switch (param.type()) {
                    case FLAG -> Boolean.valueOf(row.setting);
                    case CHOICE -> row.setting;
                    case NUMBER, INTEGER, NUMBERS -> Double.valueOf(row.setting);
                };
            }
        }
        throw new AssertionError(row.param);
    }

    /** Whether a name, or a framework's name, stands for a loss of ours. */
    private static boolean stands(String name, String loss) {
        int colon = name.indexOf(':');
        String framework = colon < 0 ? "" : name.substring(0, colon);
        if (Conventions.names().contains(framework)) {
            String theirs = name.substring(colon + 1);
            return Conventions.find(framework).rules().stream()
                    .anyMatch(rule -> rule.isCalled(theirs) && rule.standsFor(loss));
        }
        Spec found = Catalog.find(name);
        return found != null && found.name().equals(loss);
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : lines()) {
            if (!line.startsWith("- ")) {
                String[] parts = line.split(": ", 2);
                String[] loss = parts[0].split("[{=}]");
                boolean plain = loss.length == 1;
                List<String> names = List.of(parts[1].split(" "));
                rows.add(new Row(loss[0], plain ? "" : loss[1], plain ? "" : loss[2], names));
            }
        }
        return rows;
    }

    private static List<String> leftOut() throws IOException {
        return lines().stream()
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(2))
                .toList();
    }

    private static List<String> lines() throws IOException {
        try (InputStream bytes = CompletenessTest.class.getResourceAsStream("/lossctl/catalog/names.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
