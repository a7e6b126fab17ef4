package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Parameters and weights at the far ends of what is accepted give the true value; expected numbers by mpmath, or by hand. */
class AbsurdParametersTest {
    /** The numbers in the last columns of all rows, of a call written as a line. */
    private static void assertGives(String line, double... expected) {
        Said said = Said.by(Said.words("lossctl " + line));
        assertEquals(0, said.status(), said.err());
        String[] rows = said.out().strip().split("\n");
        int first = rows.length == 1 ? 0 : 1;
        int columns = expected.length / (rows.length - first);
        for (int i = 0; i < expected.length; i++) {
            String[] cells = rows[first + i / columns].split(",");
            double number = Double.parseDouble(cells[cells.length - columns + i % columns]);
            assertEquals(expected[i], number, 4 * Math.ulp(expected[i]), line + "\n" + said.out());
        }
    }

    private static void assertRefused(String line, String message) {
        Said said = Said.by(Said.words("lossctl " + line));
        assertEquals(message + "\n", said.err());
        assertEquals(2, said.status());
    }

    @Test
    void divergencesOfGreatPowersAreInfiniteOrNextToNothing() {
        assertGives("alpha_divergence --true 1,0 --pred 0.25,0.75 --alpha 1e155", Double.POSITIVE_INFINITY);
        assertGives("alpha_divergence --true 0.25,0.5 --pred 0.5,1 --alpha 1e300", 7.5e-301);
        assertGives("beta_divergence --true 1 --pred 3 --beta 1e155", Double.POSITIVE_INFINITY);
        assertGives("tweedie_deviance --true 1 --pred 2 --power -1e308", Double.POSITIVE_INFINITY);
    }

    @Test
    void theBetaDivergenceOfNothingIsAPowerOverTheExponent() {
        assertGives("beta_divergence --true 0 --pred 2 --beta 1e-20", 1e20);
        assertGives("beta_divergence --true 0 --pred 2 --beta 1e-300", 1e300);
        assertGives("beta_divergence --true 0 --pred 4 --beta 1.5", 16 / 3.0);
    }

    @Test
    void renyisDivergenceOfAGreatOrderIsTheGreatestLogarithmOfARatio() {
        for (String order : new String[] {"1e20", "1e100", "1e154", "1e300"}) {
            assertGives("renyi --true 1,0 --pred 0.25,0.75 --alpha " + order, 1.3862943611198906);
            assertGives("renyi --true 0.25,0.75 --pred 0.75,0.25 --alpha " + order, 1.0986122886681098);
        }
    }

    @Test
    void studentsTOfGreatDegreesOfFreedomNearsTheNormalDistributionWithAllItsDigits() {
        assertGives("crps_student_t --true 1.8 --pred 0 --scale 1 --df 1e4", 1.2643368513119957);
        assertGives("crps_student_t --true 2.5 --pred 0 --scale 1 --df 1e6", 1.9398182782129765);
        assertGives("crps_student_t --true 1.8 --pred 0 --scale 1 --df 1e8", 1.2643615817740852);
        assertGives("crps_student_t --true 4.0 --pred 0 --scale 1 --df 1e10", 3.435824706919869);
        assertGives("crps_student_t --true 2.5 --pred 0 --scale 1 --df 1e16", 1.9398186908105002);
        assertGives("crps_student_t --true 1.8 --pred 0 --scale 1 --df 1e19", 1.2643615842474991);
        // the normal distribution's, of which it is no more apart than 1e-300
        assertGives("crps_student_t --true 1 --pred 0 --scale 1 --df 1.7976931348623157e308", 0.6024413576276163);
        assertGives("crps_student_t --true -2.5 --pred 0 --scale 1 --df 1e308", 1.9398186908105);
    }

    @Test
    void temperaturesOfNextToNothingLeaveWhatIsTrueThen() {
        assertGives("ntxent --true 0,0,1 --pred '2,0;3,0;5,0' --temperature 4.9e-324", Math.log(2));
        assertGives("ntxent --true 0,0,1 --pred '2,0;3,1;5,4' --temperature 4.9e-324", 0);
        double far = Double.POSITIVE_INFINITY;
        assertGives("approx_ndcg --true 0,1,2 --pred 2,2,2 --temperature 1e-320 --gradient", far, far, -far);
    }

    @Test
    void weightsWhoseSumOrProductsArePastTheDoublesAreSharesAllTheSame() {
        double third = 1 / 3.0;
        for (String w : new String[] {"1", "1e200", "1.7e308", "4.9e-324"}) {
            String weights = " -w " + w + "," + w + "," + w + " --gradient";
            assertGives("lovasz_hinge --true 1,0,1 --pred 0.5,0.2,-1" + weights, -third, third / 2, -0.5);
        }
        assertGives("lovasz_hinge --true 1,0,1 --pred 0.5,0.2,-1 -w 1e-300,1e300,1e-300 --gradient", -0.0, 0.5, -0.5);
        // d is ln 2 and 0: the slopes are (d - ln 2 / 4) / 2
        for (String w : new String[] {"1e200", "1.7e308"}) {
            String line = "si_log --true 1,2 --pred 2,2 -w " + w + "," + w;
            assertGives(line, 0.18016988021932553);
            assertGives(line + " --gradient", 0.25993019270997947, -0.08664339756999316);
        }
    }

    @Test
    void ofAnInfinitePercentageTheSlopeIsInfiniteAndAllOthersAreNone() {
        double far = Double.POSITIVE_INFINITY;
        assertGives("rmspe --true 0,1 --pred 1,3 --gradient", far, 0);
        assertGives("rmspe --true 0,1,0 --pred -1,3,0 --gradient", -far, 0, 0);
    }

    @Test
    void whatMeansNothingIsRefused() {
        assertRefused(
                "triplet_margin --pred 0,0 --positive 6,8 --negative 3,4 --p 4.9e-324",
                "lossctl triplet_margin: --p 4.9E-324: outside [0.01, inf)");
        assertRefused(
                "alpha_divergence --true 1,0 --pred 0.25,0.75 --alpha 1e-320",
                "lossctl alpha_divergence: --alpha 1.0E-320: outside [1e-100, inf)");
        assertRefused(
                "renyi --true 1,0 --pred 0.25,0.75 --alpha 1e308",
                "lossctl renyi: --alpha 1.0E308: outside (0, 1e+300]");
    }

    @Test
    void aParabolaOfTheLeastScaleIsInfinite() {
        assertGives("barron --true 0 --pred 2 --alpha 2 --c 4.9e-324", Double.POSITIVE_INFINITY);
    }
}
