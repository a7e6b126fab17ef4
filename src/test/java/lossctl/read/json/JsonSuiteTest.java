package lossctl.read.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import lossctl.data.Columns;
import lossctl.data.Refusal;
import lossctl.num.SuiteFiles;
import lossctl.read.ReadOptions;
import lossctl.read.TextBytes;
import org.junit.jupiter.api.Test;

/** nst/JSONTestSuite: what must be accepted, what must be refused, and our pinned choice where both are allowed. */
class JsonSuiteTest {
    /** Numbers of any size and lone surrogates in escapes are JSON; whether a value is wanted, is asked later. */
    private static final List<String> FREE_AND_ACCEPTED = List.of(
            "i_number_double_huge_neg_exp.json",
            "i_number_huge_exp.json",
            "i_number_neg_int_huge_exp.json",
            "i_number_pos_double_huge_exp.json",
            "i_number_real_neg_overflow.json",
            "i_number_real_pos_overflow.json",
            "i_number_real_underflow.json",
            "i_number_too_big_neg_int.json",
            "i_number_too_big_pos_int.json",
            "i_number_very_big_negative_int.json",
            "i_string_1st_surrogate_but_2nd_missing.json",
            "i_string_1st_valid_surrogate_2nd_invalid.json",
            "i_string_incomplete_surrogate_and_escape_valid.json",
            "i_string_incomplete_surrogate_pair.json",
            "i_string_incomplete_surrogates_escape_valid.json",
            "i_string_invalid_lonely_surrogate.json",
            "i_string_invalid_surrogate.json",
            "i_string_inverted_surrogates_U+1D11E.json",
            "i_string_lone_second_surrogate.json",
            "i_structure_UTF-8_BOM_empty_object.json");

    /** The refusal of each file, null where it is accepted. */
    private static TreeMap<String, Refusal> verdicts(String prefix) throws IOException {
        TreeMap<String, Refusal> verdicts = new TreeMap<>();
        try (var files = Files.newDirectoryStream(
                SuiteFiles.folder("json-test-suite").resolve("test_parsing"), prefix + "*.json")) {
            for (Path file : files) {
                verdicts.put(file.getFileName().toString(), verdict(file));
            }
        }
        return verdicts;
    }

    private static Refusal verdict(Path file) throws IOException {
        TextBytes bytes = new TextBytes(file.getFileName().toString(), Files.readAllBytes(file), true);
        try {
            JsonCheck.check(bytes, ReadOptions.of(Columns.defaults()));
            return null;
        } catch (Refusal refusal) {
            return refusal;
        }
    }

    @Test
    void allThatIsJsonIsAccepted() throws IOException {
        List<String> refused = new ArrayList<>();
        TreeMap<String, Refusal> verdicts = verdicts("y_");
        verdicts.forEach((file, refusal) -> {
            if (refusal != null) {
                refused.add(file + " " + refusal.getMessage());
            }
        });
        assertEquals(List.of(), refused);
        assertEquals(95, verdicts.size());
    }

    @Test
    void allThatIsNotIsRefusedWithLineAndColumn() throws IOException {
        List<String> wrong = new ArrayList<>();
        TreeMap<String, Refusal> verdicts = verdicts("n_");
        verdicts.forEach((file, refusal) -> {
            if (refusal == null || refusal.line() < 1 || refusal.position() < 1 || !file.equals(refusal.file())) {
                wrong.add(file);
            }
        });
        assertEquals(List.of(), wrong);
        assertEquals(188, verdicts.size());
    }

    @Test
    void whatIsFreeHasOneVerdict() throws IOException {
        List<String> accepted = new ArrayList<>();
        TreeMap<String, Refusal> verdicts = verdicts("i_");
        verdicts.forEach((file, refusal) -> {
            if (refusal == null) {
                accepted.add(file);
            } else {
                assertTrue(refusal.line() >= 0, file);
            }
        });
        assertEquals(FREE_AND_ACCEPTED, accepted);
        assertEquals(35, verdicts.size());
    }
}
