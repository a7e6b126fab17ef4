package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Which of several losses refuses, and what it is told in a list of losses. */
class SeveralLossesTest {
    @Test
    void theLossThatRefusesIsNamedWithItsParametersAsAListOfLossesHasThem() {
        Said said = Said.by("eval", "--true", "1,0", "--pred", "2,3", "-l", "mse,mae,bce");
        assertEquals(
                "lossctl eval: bce: prediction 1 is 2.0, outside [0, 1] (raw scores? use bce:from_logits)\n",
                said.err());
        assertEquals(3, said.status());
    }

    @Test
    void aSingleLossIsToldItsOptions() {
        assertEquals(
                "lossctl bce: prediction 1 is 2.0, outside [0, 1] (raw scores? use --from-logits)\n",
                Said.by("bce", "--true", "1,0", "--pred", "2,3").err());
    }

    @Test
    void aLossWithoutAValueForTheseSamplesIsNamedToo() {
        assertEquals(
                "lossctl eval: r2: the truth is constant: there is no variance to explain\n",
                Said.by("eval", "-l", "mse,r2", "-t", "1,1", "-p", "2,3").err());
        assertEquals(
                "lossctl eval: f1: there are 3 classes, and this scores one of two"
                        + " (use f1:average=macro, micro or weighted)\n",
                Said.by("eval", "-l", "accuracy,f1", "-t", "0,1,2", "-p", "0,2,1")
                        .err());
    }
}
