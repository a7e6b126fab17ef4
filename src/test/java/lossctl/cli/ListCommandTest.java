package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.List;
import lossctl.catalog.Catalog;
import org.junit.jupiter.api.Test;

class ListCommandTest {
    @Test
    void everyLossHasALine() {
        List<String> lines = Said.by("list").out().lines().toList();
        assertEquals(Catalog.names().size() + 1, lines.size());
        assertTrue(lines.stream().anyMatch(line -> line.matches("r2 +metric +higher +metric +.*")), lines.toString());
        assertTrue(lines.stream().anyMatch(line -> line.matches("mse +loss +lower +regression +mean squared error")));
    }

    @Test
    void theJsonOfTheListIsJsonAndNamesEveryLoss() throws Exception {
        assertEquals(Catalog.names(), names(Said.by("list", "--json").out()));
        for (String line : Said.by("list", "-f", "jsonl").out().lines().toList()) {
            assertEquals(1, names(line).size(), line);
        }
    }

    private static List<String> names(String json) throws Exception {
        List<String> names = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && parser.currentName().equals("name")) {
                    names.add(parser.nextTextValue());
                }
            }
        }
        return names;
    }

    @Test
    void aLossIsFoundByNameAliasAndSummaryInAnySpelling() {
        for (String word : List.of("mse", "MeanSquaredError", "mean-squared-error", "l2_dist")) {
            assertTrue(Said.by("list", word).out().contains("\nmse "), word);
        }
        assertTrue(Said.by("list", "Squared", "error").out().contains("\nmse "));
        assertFalse(Said.by("list", "squared", "hinge").out().contains("\nmse "));
    }

    @Test
    void aTaskIsAWordToo() {
        List<String> all = Said.by("list", "--task", "regression", "-f", "value")
                .out()
                .lines()
                .toList();
        List<String> found =
                Said.by("list", "regression", "-f", "value").out().lines().toList();
        assertEquals(all, found.subList(0, all.size()));
        String first = Said.by("list", "hinge", "-f", "value")
                .out()
                .lines()
                .findFirst()
                .orElse("");
        assertTrue(first.contains("hinge"), first);
    }

    @Test
    void tasksAndFamiliesNarrowTheList() {
        String regression = Said.by("list", "--task", "regression").out();
        assertTrue(regression.contains("\nmse ") && !regression.contains("\nhinge "), regression);
        String summary = Said.by("list", "--family=summary").out();
        assertTrue(summary.contains("\nrmse ") && !summary.contains("\nmse "), summary);
        assertEquals(2, Said.by("list", "--family", "rows").status());
    }

    @Test
    void everyFormatHoldsTheSameRows() {
        assertTrue(Said.by("list", "huber", "--task", "regression", "-f", "csv")
                .out()
                .startsWith(
                        "name,kind,better,task,summary,family,aliases\nhuber,loss,lower,regression,\"squared near"));
        assertTrue(Said.by("list", "huber", "--task", "regression", "-f", "tsv")
                .out()
                .contains("\nhuber\tloss\tlower\tregression\tsquared"));
        assertTrue(Said.by("list", "huber", "--task", "regression", "-f", "md")
                .out()
                .contains("\n|---|---|---|---|---|\n| huber | loss | "));
        assertTrue(Said.by("list", "huber", "--task", "regression", "-f", "value")
                .out()
                .startsWith("huber\n"));
    }

    @Test
    void whatIsNotThereIsAnErrorWithAGuess() {
        Said said = Said.by("list", "hubr");
        assertEquals(2, said.status());
        assertEquals("", said.out());
        assertTrue(said.err().contains("no loss has hubr. Did you mean: huber?"), said.err());
    }
}
