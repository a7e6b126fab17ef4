package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What NumPy's formulas make of values that are no numbers, where exact steps would have none. */
class PropagateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "r2 --true 1,2,3 --pred nan,1,2 | NaN",
                "explained_variance --true 1,2,3 --pred nan,1,2 | NaN",
                "mase --true 1,2,3 --pred nan,1,2 | NaN",
                "nrmse --true 1,2,3 --pred nan,1,2 | NaN",
                "d2_pinball --true 1,2,3 --pred nan,1,2 | NaN",
                "cosine --true 1,2,3 --pred inf,1,2 | NaN",
                "mape --true 1,2 --pred inf,1 | Infinity",
                "smape --true 1,2 --pred inf,1 | NaN",
                "maape --true 1,1 --pred inf,-inf | 1.5707963267948966",
                "crps_normal --true 1 --pred inf --sigma 1 | Infinity",
                "crps_laplace --true 1 --pred -inf --scale 1 | Infinity",
            })
    void aValueThatIsNoNumberGoesOn(String call, String value) {
        Said said = Said.by(Said.words("lossctl " + call + " --nonfinite propagate --quiet"));
        assertEquals(value + "\n", said.out(), said.err());
    }

    @ParameterizedTest
    @CsvSource({"cosine,NaN,1", "cosine_distance,Infinity,1"})
    void soDoesItsSlope(String loss, String first, String second) {
        Said said = Said.by(
                loss,
                "--true=1,2",
                "--pred=" + first + "," + second,
                "--nonfinite=propagate",
                "--gradient",
                "--hessian",
                "--quiet");
        assertEquals("1.0,2.0," + first + ",1.0,NaN,NaN,NaN,NaN,NaN", said.out().split("\n")[1], said.err());
    }
}
