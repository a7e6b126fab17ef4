package lossctl.num;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> NAMES = List.of("huber", "log_cosh", "mae", "mse", "msle", "quantile", "r2");

    @Test
    void oneLetterTooManyFindsAllThatAreAsNear() {
        assertEquals(List.of("mse", "msle"), Nearest.to("msee", NAMES));
    }

    @Test
    void swappedLettersAreOneMistake() {
        assertEquals(List.of("huber"), Nearest.to("hubre", NAMES));
    }

    @Test
    void caseHyphensAndUnderscoresDoNotCount() {
        assertEquals(List.of("log_cosh"), Nearest.to("Log-Cohs", NAMES));
    }

    @Test
    void theBeginningOfANameFindsIt() {
        assertEquals(List.of("quantile"), Nearest.to("quant", NAMES));
    }

    @Test
    void whatResemblesNothingFindsNothing() {
        assertEquals(List.of(), Nearest.to("perceptron", NAMES));
        assertEquals(List.of(), Nearest.to("x", NAMES));
        assertEquals(List.of(), Nearest.to("", NAMES));
    }
}
