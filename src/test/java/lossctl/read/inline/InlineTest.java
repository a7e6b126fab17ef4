package lossctl.read.inline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Places.Role;
import lossctl.data.Policy;
import lossctl.data.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of values on the command line. */
class InlineTest {
    private static final Policy SKIP = new Policy(true, Policy.STRICT.missingValues(), Policy.NonFinite.SKIP);

    private static Block only(Dataset data) {
        try (BlockSource source = data.open()) {
            Block block = new Block(source.layout());
            assertTrue(source.next(block));
            assertFalse(source.next(new Block(source.layout())));
            return block;
        }
    }

    private static double[] predictions(Block block) {
        return Arrays.copyOf(block.prediction(), block.rows() * block.layout().predictionWidth());
    }

    private static double[] truths(Block block) {
        return Arrays.copyOf(block.truth(), block.rows() * block.layout().truthWidth());
    }

    private static Refusal refused(Inline inline) {
        return assertThrows(Refusal.class, inline::dataset);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,0.5,-2", "[1,0.5,-2]", "(1, .5, -2.)", "[1., 0.5, -2e0]", " 1 ,\t0.5 , -2 ", "[ 1,\n 0.5,\n -2,\n]",
                "[\"1\", '0.5', -2]", "+1,5e-1,-2", "[1]", "1;0.5;-2", "[[1],[0.5],[-2]]", "((1,),(0.5,),(-2,))"
            })
    void aListOfNumbersIsOneSampleEach(String text) {
        Block block = only(Inline.of(text, text).dataset());
        double[] expected = text.equals("[1]") ? new double[] {1} : new double[] {1, 0.5, -2};
        assertArrayEquals(expected, predictions(block));
        assertArrayEquals(expected, truths(block));
        assertEquals(1, block.layout().predictionWidth());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1,0.9;0.8,0.2",
                "0.1 , 0.9 ; 0.8 , 0.2 ;",
                "[[0.1,0.9],[0.8,0.2]]",
                "[[.1, .9],\n [.8, .2]]",
                "[(0.1, 0.9), (0.8, 0.2)]",
                "([0.1,0.9,],[0.8,0.2,],)"
            })
    void rowsOfNumbersAreOneSampleEach(String text) {
        Block block = only(Inline.of("1,0", text).rows(Inline.Truth.VALUE).dataset());
        assertArrayEquals(new double[] {0.1, 0.9, 0.8, 0.2}, predictions(block));
        assertArrayEquals(new double[] {1, 0}, truths(block));
        assertEquals(2, block.layout().predictionWidth());
        assertEquals(1, block.layout().truthWidth());
    }

    @Test
    void aTruthOfAnyLengthStandsBesideAListThatIsOneRow() {
        Block block = only(Inline.of("0,1", "3,4,-3,-4").rows(Inline.Truth.ANY).dataset());
        assertEquals(1, block.rows());
        assertEquals(2, block.layout().truthWidth());
        assertEquals(4, block.layout().predictionWidth());
    }

    @Test
    void aListIsOneRowOfALossOverRows() {
        Block row =
                only(Inline.of("0,1,0", "0.1,0.8,0.1").rows(Inline.Truth.ROW).dataset());
        assertEquals(1, row.rows());
        assertEquals(3, row.layout().truthWidth());
        assertArrayEquals(new double[] {0, 1, 0}, truths(row));
        Block label =
                only(Inline.of("1", "0.1,0.8,0.1").rows(Inline.Truth.VALUE).dataset());
        assertEquals(1, label.rows());
        assertEquals(1, label.layout().truthWidth());
        assertEquals(3, label.layout().predictionWidth());
    }

    @Test
    void aTruthListBesideRowsIsOneIndexARow() {
        Block block =
                only(Inline.of("1,0", "0.1,0.9;0.8,0.2").rows(Inline.Truth.ROW).dataset());
        assertEquals(1, block.layout().truthWidth());
        assertEquals(2, block.rows());
        Block one = only(Inline.of("0,1", "[[0.1,0.9]]").rows(Inline.Truth.ROW).dataset());
        assertEquals(2, one.layout().truthWidth());
        assertEquals(1, one.rows());
    }

    @Test
    void weightsAndFurtherInputsGoAlong() {
        Block block = only(Inline.of("1,2", "3,4")
                .weights("0.5,2")
                .input("var", "5,6", true)
                .dataset());
        assertArrayEquals(new double[] {0.5, 2}, Arrays.copyOf(block.weights(), 2));
        assertArrayEquals(new double[] {5, 6}, Arrays.copyOf(block.vector(1), 2));
        assertEquals(List.of("var"), block.layout().inputs());
        Block tuple = only(Inline.of("1", "1,0,2")
                .rows(Inline.Truth.VALUE)
                .input("input2", "3,4,5", true)
                .dataset());
        assertArrayEquals(new int[] {3, 3}, tuple.layout().vectorWidths());
        assertArrayEquals(new double[] {3, 4, 5}, Arrays.copyOf(tuple.vector(1), 3));
    }

    @Test
    void aLossWithoutTruthHasNone() {
        Block block = only(Inline.of(null, "1,2;3,4").rows(Inline.Truth.VALUE).dataset());
        assertEquals(0, block.layout().truthWidth());
        assertEquals(2, block.rows());
    }

    @Test
    void labelsAreLookedUp() {
        List<String> labels = List.of("setosa", "versicolor", "7");
        Inline inline = Inline.of("versicolor,'setosa', 7, 1", "1,0,0;0,1,0;0,0,1;1,0,0")
                .rows(Inline.Truth.VALUE)
                .labels(labels);
        Refusal refusal = refused(inline);
        assertEquals("--true: value 4: no such label", refusal.getMessage());
        assertEquals(Refusal.Code.UNKNOWN_LABEL, refusal.code());
        Block block = only(Inline.of("versicolor,'setosa', 7", "1,0,0;0,1,0;0,0,1")
                .rows(Inline.Truth.VALUE)
                .labels(labels)
                .dataset());
        assertArrayEquals(new double[] {1, 0, 2}, truths(block));
    }

    @Test
    void indicesMayStandBesideLabelsThatAreNoNumbers() {
        Block block = only(Inline.of("b,0", "1,0;0,1")
                .rows(Inline.Truth.VALUE)
                .labels(List.of("a", "b"))
                .dataset());
        assertArrayEquals(new double[] {1, 0}, truths(block));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,0 | 2 | --true has 2 values but --pred has 1",
                "1 | 2,3 | --true has 1 value but --pred has 2",
                "1,0 | 1,2;3,4;5,6 | --true has 2 values but --pred has 3 rows",
                "1,2;3,4 | 1,2;3,4;5,6 | --true has 2 rows but --pred has 3 rows",
                "1,0 | 1,2;3 | --pred: row 1 has 2 values but row 2 has 1",
                "1,0 | [[1,2],[3,4,5]] | --pred: row 1 has 2 values but row 2 has 3",
                "1,0 | 2,foo | --pred: value 2: not a number",
                "1,0 | 1,2;x,4 | --pred: row 2, value 1: not a number",
                "1,0 | [[1,2],[1e400,4]] | --pred: row 2, value 1: too large for a double",
                "1,0 | 2,nan | --pred: value 2: not finite",
                "1,0 | 2,-Infinity | --pred: value 2: not finite",
                "1,,0 | 1,2,3 | --true: value 2: missing value",
                "1,0, | 1,2,3 | --true: value 3: missing value",
                "1,NA | 1,2 | --true: value 2: missing value",
                "[1,null] | 1,2 | --true: value 2: missing value",
                "[1,0 | 1,2 | --true: character 5: ']' is wanted",
                "[1, | 1,2 | --true: character 4: ']' is wanted",
                "[1,0) | 1,2 | --true: character 5: ']' is wanted",
                "[1,0]] | 1,2 | --true: character 6: nothing may follow the list",
                "[[1,0],2] | 1,2 | --true: character 8: a row in brackets is wanted",
                "[[[1]]] | 1 | --true: character 3: a list of rows of numbers is the deepest that is read",
                "[\"1,0] | 1,2 | --true: character 2: a quote is not closed",
                "\"1\"0 | 1 | --true: character 4: ',' or ';' is wanted",
                "[[]] | 1 | --true: row 1 is empty",
                "'' | 1 | --true is empty",
            })
    void whatCannotBeReadIsRefusedWithItsPlace(String truth, String prediction, String message) {
        Refusal refusal = refused(Inline.of(truth, prediction));
        assertEquals(message, refusal.getMessage());
        assertNull(refusal.file());
        assertEquals(3, refusal.code().exit());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,1 | 0.1,0.8,0.1 | --true has 2 values but --pred has 3",
                "0,1;1,0 | 0.1,0.9 | --true has 2 rows but --pred has 1 row",
                "0,1;1,0 | 0.1,0.9,0;1,0,0 | --true has rows of 2 values but --pred has rows of 3",
            })
    void rowsOfDifferentWidthAreRefused(String truth, String prediction, String message) {
        assertEquals(
                message,
                refused(Inline.of(truth, prediction).rows(Inline.Truth.ROW)).getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1. 0.] | commas between values, rows as 1,2;3,4 or [[1,2],[3,4]]",
                "1_000 | write the digits without underscores",
                "0x1p3 | write it in decimal",
                "1d | leave out the letter behind the number",
                "foo | --missing skip --missing-values foo",
            })
    void misspellingsGetAHint(String text, String hint) {
        assertEquals(hint, refused(Inline.of("1", text)).hint());
    }

    @Test
    void aTextThatWasRefusedIsQuoted() {
        assertEquals("foo", refused(Inline.of("1,foo", "1,2")).value());
    }

    @Test
    void noValuesAreNoRows() {
        try (BlockSource source = Inline.of("[]", "[]").dataset().open()) {
            assertFalse(source.next(new Block(source.layout())));
        }
    }

    @Test
    void skippedRowsAreCountedAndPlacesKeepTheirNumbers() {
        Block block = only(Inline.of("1,NA,3,4", "5,6,inf,8").policy(SKIP).dataset());
        assertEquals(2, block.skipped());
        assertArrayEquals(new double[] {5, 8}, predictions(block));
        assertEquals("prediction 4", block.places().name(1, Role.PREDICTION, 0));
        assertEquals("row 4", block.places().describe(1));
    }

    @Test
    void nonFiniteValuesAreKeptWhereTheyPropagate() {
        Policy propagate = new Policy(false, List.of(), Policy.NonFinite.PROPAGATE);
        Block block =
                only(Inline.of("1,2,3", "nan,-INF,+Infinity").policy(propagate).dataset());
        double[] expected = {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
        assertArrayEquals(expected, predictions(block));
    }

    @Test
    void placesNameValues() {
        Block block = only(Inline.of("1,0", "1,2;3,4")
                .weights("1,1")
                .input("var", "1,2;3,4", true)
                .dataset());
        assertEquals("prediction 2 of row 1", block.places().name(0, Role.PREDICTION, 1));
        assertEquals("truth 2", block.places().name(1, Role.TRUTH, 0));
        assertEquals("weight 1", block.places().name(0, Role.WEIGHT, 0));
        assertEquals("var 2 of row 2", block.places().name(1, Role.INPUT, 1));
        Block one = only(Inline.of("1", "1,2").rows(Inline.Truth.VALUE).dataset());
        assertEquals("prediction 2", one.places().name(0, Role.PREDICTION, 1));
    }

    @Test
    void aDatasetIsReadAgain() {
        Dataset data = Inline.of("1", "2").dataset();
        assertTrue(data.isRepeatable());
        assertEquals("", data.name());
        only(data);
        assertArrayEquals(new double[] {2}, predictions(only(data)));
    }
}
