package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A weight of the Lovasz losses counts as so many samples, none for 0. */
class LovaszWeightsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lovasz_hinge   | 1,0,1,1 | 0.3,-0.2,1.5,-0.7           | 1,2,0,3 | 1,0,0,1,1,1 | 0.3,-0.2,-0.2,-0.7,-0.7,-0.7
            lovasz_hinge   | 0,0     | 0.5,0.25                    | 2,1     | 0,0,0       | 0.5,0.5,0.25
            lovasz_hinge   | 0,1,0   | 3,0.5,2                     | 0,2,1   | 1,1,0       | 0.5,0.5,2
            lovasz_softmax | 0,1,0   | 0.7,0.3;0.6,0.4;0.2,0.8     | 1,2,1   | 0,1,1,0     | 0.7,0.3;0.6,0.4;0.6,0.4;0.2,0.8
            lovasz_softmax | 0,1,0   | 0.75,0.25;0.5,0.5;0.25,0.75 | 1,0,1   | 0,0         | 0.75,0.25;0.25,0.75
            """)
    void aWeightIsAsManySamples(
            String loss, String truth, String prediction, String weights, String truths, String predictions) {
        Said weighted = Said.by(loss, "--true", truth, "--pred", prediction, "--weights", weights);
        Said repeated = Said.by(loss, "--true", truths, "--pred", predictions);
        assertEquals(Double.parseDouble(repeated.out()), Double.parseDouble(weighted.out()), 1e-15, weighted.err());
    }

    @Test
    void weightsOfNothingAreRefused() {
        Said said = Said.by("lovasz_hinge", "--true", "1,0", "--pred", "1,2", "--weights", "0,0");
        assertEquals("lossctl lovasz_hinge: the weights sum to 0: nothing weighs anything\n", said.err());
    }
}
