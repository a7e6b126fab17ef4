package lossctl.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Refusal;
import lossctl.eval.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journal makes of files that change between its looks at them. */
class JournalChangesTest {
    @TempDir
    Path folder;

    private final List<String> remarks = new ArrayList<>();

    private Journal open() {
        return Journal.open(folder.resolve("j").toString(), new Settings("1", Map.of("-l", "mse")), remarks::add);
    }

    private Dataset file(String text) throws IOException {
        Path path = Files.writeString(folder.resolve("d.csv"), text);
        return new Dataset() {
            @Override
            public String name() {
                return path.toString();
            }

            @Override
            public boolean isRepeatable() {
                return true;
            }

            @Override
            public BlockSource open() {
                throw new AssertionError("a journal does not read the rows");
            }
        };
    }

    @Test
    void whatWasKeptComesBackWithItsWarnings() throws IOException {
        Dataset data = file("a\n");
        byte[] state = {1, 2, -3, 0};
        try (Journal journal = open()) {
            Ledger.Page page = journal.open(data);
            assertNull(page.state());
            page.keep(state, List.of("odd: \"ä\"\n"));
        }
        try (Journal journal = open()) {
            assertArrayEquals(state, journal.open(data).state());
            assertEquals(List.of("odd: \"ä\"\n"), journal.open(data).warnings());
        }
        assertEquals(List.of(), remarks);
    }

    @Test
    void aDumpThatChangesWhileItIsReadIsRefusedAndNotKept() throws IOException {
        Dataset data = file("a\n");
        try (Journal journal = open()) {
            Ledger.Page page = journal.open(data);
            file("b\n");
            Refusal refusal = assertThrows(Refusal.class, () -> page.keep(new byte[] {1}, List.of()));
            assertEquals("changed while it was read", refusal.getMessage());
            assertEquals(4, refusal.code().exit());
        }
        try (Journal journal = open()) {
            assertNull(journal.open(data).state());
        }
    }

    @Test
    void ofTwoLinesOfADumpTheLaterCounts() throws IOException {
        try (Journal journal = open()) {
            journal.open(file("a\n")).keep(new byte[] {1}, List.of());
        }
        try (Journal journal = open()) {
            Ledger.Page page = journal.open(file("b\n"));
            assertNull(page.state());
            page.keep(new byte[] {2}, List.of());
        }
        try (Journal journal = open()) {
            assertArrayEquals(new byte[] {2}, journal.open(file("b\n")).state());
            assertNull(journal.open(file("a\n")).state());
        }
        assertEquals(2, remarks.size());
    }
}
