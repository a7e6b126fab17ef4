package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** An option that is given twice loses nothing without a word. */
class RepeatedOptionsTest {
    @Test
    void lossesOfSeveralListsAreAllEvaluated() {
        String both = Said.by("eval", "-l", "mse,mae", "-t", "1,0", "-p", "2,3").out();
        assertEquals(
                both,
                Said.by("eval", "-l", "mse", "-l", "mae", "-t", "1,0", "-p", "2,3")
                        .out());
        assertEquals(
                both,
                Said.by("eval", "--losses=mse", "-l", "mae", "-t", "1,0", "-p", "2,3")
                        .out());
    }

    @Test
    void anotherOptionIsRefused() {
        assertRefused("--true is given twice", "mse", "--true", "1", "--true", "2", "--pred", "2");
        assertRefused("--true is given twice", "mse", "-t", "1", "--true", "2", "--pred", "2");
        assertRefused("--true is given twice", "mse", "--true", "1", "--true", "1", "--pred", "2");
        assertRefused("--delta is given twice", "huber", "--delta", "1", "--delta", "2", "-t", "1", "-p", "2");
        assertRefused("--keep is given twice; it takes a list: COL,..", "mse", "a.csv", "--keep", "a", "--keep", "b");
    }

    @Test
    void flagsAndWhatAnAliasOfTheShellMayHoldAreNot() {
        Said said = Said.by("mse", "--color", "always", "-q", "-q", "--color", "never", "-t", "1,0", "-p", "2,3");
        assertEquals("5.0\n", said.out(), said.err());
    }

    private static void assertRefused(String message, String... args) {
        Said said = Said.by(args);
        assertEquals("lossctl " + args[0] + ": " + message + "\n", said.err());
        assertEquals(2, said.status());
    }

    @Test
    void aParameterOfALossInAListIsRefusedAsItsOptionIs() {
        assertRefused(
                "--losses 'huber:delta=2:delta=3': delta is given twice",
                "eval",
                "-l",
                "huber:delta=2:delta=3",
                "-t",
                "1",
                "-p",
                "2");
        assertRefused(
                "--losses 'sparse_cce:class-weights=1/2:class_weights=2/2': class_weights is given twice",
                "eval",
                "-l",
                "sparse_cce:class-weights=1/2:class_weights=2/2",
                "-t",
                "1",
                "-p",
                "[[0.5,0.5]]");
    }
}
