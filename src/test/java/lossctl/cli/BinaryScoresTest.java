package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores of one class of two, of which scikit-learn says "Target is multiclass but average='binary'" for more. */
class BinaryScoresTest {
    @ParameterizedTest
    @ValueSource(strings = {"f1", "precision", "recall"})
    void moreThanTwoClassesWantAnAverage(String loss) {
        Said said = Said.by(loss, "--true", "0,1,2,0,1,2", "--pred", "0,2,1,0,0,1");
        assertEquals("", said.out());
        assertEquals(
                "lossctl " + loss + ": there are 3 classes, and this scores one of two"
                        + " (use --average macro, micro or weighted)\n",
                said.err());
        assertEquals(3, said.status());
    }

    @ParameterizedTest
    @CsvSource({"f1, 0.26666666666666666", "precision, 0.2222222222222222", "recall, 0.3333333333333333"})
    void anAverageTakesThemAll(String loss, String value) {
        Said said = Said.by(loss, "--true", "0,1,2,0,1,2", "--pred", "0,2,1,0,0,1", "--average", "macro");
        assertEquals(value + "\n", said.out(), said.err());
    }

    @ParameterizedTest
    @CsvSource({"cat, 0.5", "dog, 1.0", "0, 0.5", "1, 1.0"})
    void thePositiveClassMayBeALabel(String positive, String value) {
        Said said = Said.by(
                "recall",
                "--true",
                "cat,dog,cat",
                "--pred",
                "cat,dog,dog",
                "--labels",
                "cat,dog",
                "--positive",
                positive);
        assertEquals(value + "\n", said.out(), said.err());
    }
}
