package lossctl.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import lossctl.data.Columns;
import lossctl.data.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways to say columns, and those that are found unsaid. */
class RolesTest {
    private static Columns columns(String truth, String prediction, boolean classes) {
        return new Columns(truth, prediction, null, null, List.of(), List.of(), List.of(), null, classes, false);
    }

    private static Roles roles(String names, Columns columns) {
        return Roles.of(List.of(names.split(" ")), columns, "column");
    }

    private static Refusal refused(String names, Columns columns) {
        return assertThrows(Refusal.class, () -> roles(names, columns));
    }

    private static int[] indices(String text) {
        String[] parts = text.split(" ");
        int[] indices = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            indices[i] = Integer.parseInt(parts[i]);
        }
        return indices;
    }

    @ParameterizedTest
    @CsvSource({
        "y_true y_pred, 0, 1", "pred y x, 1, 0", "a yhat target, 2, 1", "id fold y_true y_prob, 2, 3",
        "label p0 p1 p2, 0, 1 2 3", "p1 label p0, 1, 2 0", "y prob_0 prob_1, 0, 1 2", "y logit_0 logit_1 p, 0, 1 2",
        "y y_pred p0 p1, 0, 1", "y_true_0 y_true_1 y_pred_0 y_pred_1, 0 1, 2 3", "actual score, 0, 1"
    })
    void usualNamesAreFound(String names, String truth, String prediction) {
        Roles roles = roles(names, Columns.defaults());
        assertArrayEquals(indices(truth), roles.truth());
        assertArrayEquals(indices(prediction), roles.prediction());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "b | 1",
                "2 | 1",
                "p0-p2 | 2 3 4",
                "p* | 2 3 4",
                "p? | 2 3 4",
                "p2,p0 | 4 2",
                "p2, b | 4 1",
                "3-5 | 2 3 4",
                "x-y | 5",
                "1,p1-p2 | 0 3 4",
                "*-y | 5",
                "b-p1 | 1 2 3"
            })
    void columnsAreSaidInManyWays(String text, String expected) {
        Roles roles = roles("a b p0 p1 p2 x-y t", columns("t", text, false));
        assertArrayEquals(indices(expected), roles.prediction());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "y_true y_pred region | yhat | no column 'yhat'; columns: y_true, y_pred, region. Did you mean 'y_pred'?",
                "y_true y_pre | y_pred | no column 'y_pred'; columns: y_true, y_pre. Did you mean 'y_pre'?",
                "y a | 3 | no column 3; there are 2",
                "y a | 0 | no column 0; there are 2",
                "y a | b* | no column matches 'b*'; columns: y, a",
                "y p0 p1 | p0-p2 | no column 'p2'; columns: y, p0, p1. Did you mean 'p0'?",
                "y a a | a | two columns 'a': 2 and 3",
            })
    void aColumnThatIsNotThereIsRefused(String names, String text, String message) {
        assertEquals(
                message.strip(),
                refused(names, columns("y_true".equals(names.split(" ")[0]) ? "y_true" : "y", text, false))
                        .getMessage()
                        .strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "y y_true y_pred | the truth could be 'y_true' or 'y'",
                "y pred score yhat | the prediction could be 'pred', 'yhat' or 'score'",
                "y p0 p1 prob_0 prob_1 | the prediction could be 'p0' or 'prob_0'",
                "y p0 p2 | no column 'p1' among 2 like 'p*'",
                "y a b | no column for the prediction (y_pred, pred, prediction, yhat, y_prob, prob, score); columns: y, a, b",
                "a pred | no column for the truth (y_true, true, target, label, actual, y); columns: a, pred",
            })
    void whatCannotBeToldIsRefused(String names, String message) {
        assertEquals(message, refused(names, Columns.defaults()).getMessage());
    }

    @Test
    void aColumnThatWasNamedForOneRoleIsNoCandidateForTheOther() {
        assertArrayEquals(
                new int[] {2},
                roles("y target pred", columns("target", null, false)).prediction());
        assertArrayEquals(
                new int[] {0},
                roles("y target pred", columns(null, "target", false)).truth());
    }

    @Test
    void predictionColumnsCarryLabels() {
        Roles family = roles("y p_setosa p_versicolor", columns(null, null, true));
        assertArrayEquals(new int[] {1, 2}, family.prediction());
        assertEquals(List.of("setosa", "versicolor"), family.labels());
        assertEquals(
                List.of("a", "b"), roles("y a b", columns(null, "a,b", true)).labels());
        assertNull(roles("y p0 p1", columns(null, null, true)).labels());
        assertNull(roles("y y_pred", columns(null, null, true)).labels());
    }

    @Test
    void labelsThatWereGivenPutTheColumnsInTheirOrder() {
        Columns columns =
                new Columns(null, null, null, null, List.of(), List.of(), List.of(), List.of("b", "a"), true, false);
        Roles roles = roles("y p_a p_b", columns);
        assertArrayEquals(new int[] {2, 1}, roles.prediction());
        assertEquals(List.of("b", "a"), roles.labels());
    }

    @Test
    void weightIdInputsAndTextsAreFound() {
        Columns columns = new Columns(
                null,
                null,
                "w",
                "id",
                List.of("var", "input2"),
                java.util.Arrays.asList(null, "4-5"),
                List.of("g*"),
                null,
                false,
                true);
        Roles roles = roles("id w var u v y_pred g1 g2", columns);
        assertEquals(1, roles.weight());
        assertEquals(0, roles.id());
        assertArrayEquals(new int[] {2}, roles.inputs().get(0));
        assertArrayEquals(new int[] {3, 4}, roles.inputs().get(1));
        assertEquals(List.of(6, 7), roles.keep());
        assertEquals(0, roles.truth().length);
    }

    @Test
    void aGlobPutsNumberedColumnsInTheOrderOfTheirNumbers() {
        assertArrayEquals(
                new int[] {1, 3, 4, 2},
                roles("y p0 p10 p1 p2", columns(null, "p*", false)).prediction());
        assertArrayEquals(
                new int[] {1, 2}, roles("y p1 pa", columns(null, "p*", false)).prediction());
    }

    @Test
    void classesThatAreNumberedFromOneAreNotGuessed() {
        Refusal refusal = refused("y p1 p2", columns(null, "p1,p2", true));
        assertEquals("classes p1, p2: counted from 0, or named by these numbers?", refusal.getMessage());
        assertEquals(Refusal.Code.AMBIGUOUS_COLUMN, refusal.code());
    }

    @Test
    void aColumnThatIsNamedTwiceIsRefused() {
        assertEquals(
                "'p0,p*' names column 'p0' twice",
                refused("y p0 p1", columns(null, "p0,p*", false)).getMessage());
    }

    @Test
    void columnsWithoutNamesAreTakenAsTheyStand() {
        Roles roles = Roles.numbered(List.of("1", "2", "3"), Columns.defaults());
        assertArrayEquals(new int[] {0}, roles.truth());
        assertArrayEquals(new int[] {1, 2}, roles.prediction());
        roles = Roles.numbered(List.of("1", "2", "3"), columns("3", null, false));
        assertArrayEquals(new int[] {0, 1}, roles.prediction());
    }

    @Test
    void globsFit() {
        assertEquals(true, ColumnNames.matches("*a*b", 0, "xaybab", 0));
        assertEquals(false, ColumnNames.matches("*a*b", 0, "xayba", 0));
    }
}
