package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A mean, and the slope of one, is a number where it is one, also where a sample alone is past the range of doubles. What is
 * expected is by mpmath at 60 digits.
 */
class FarMeansTest {
    private static final double ULPS = 2;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mape | 6e-301,1e300,1.5,2.5e-7,-1 | 2,1e300,1.5,7e299,2 | 5.600006666666667214104e307",
                "mape | 1e-160,1 | 1e148,1 | Infinity",
                "mdape | 1e-160,1e-160 | 5e145,2.5e146 | 1.499999999999999972949e308",
                "mse | 0,0,0 | 1.5e154,1,1 | 7.500000000000001298496e307",
                "mse | -1.2e154,0,0,0,0 | 1.2e154,1,1,1,1 | 1.152000000000000142288e308",
                "half_mse | 0,0,0 | 2e154,1,1 | 6.666666666666667159301e307",
                "mae | -1.7e308,0,0 | 1.7e308,0,0 | 1.133333333333333292554e308",
                "huber | -1.7e308,0,0 | 1.7e308,0,0 | 1.133333333333333292554e308",
                "quantile | -1.7e308,0,0,0 | 1.7e308,0,0,0 | 4.249999999999999847077e307",
                "expectile | 0,0,0 | 2e154,1,1 | 6.666666666666667159301e307",
                "poisson | 1.7e306,1,1,1,1,1,1,1 | 1e300,1,1,1,1,1,1,1 | -1.467897995533704135481e308",
                "mean_error | -1.7e308,1.7e308,0 | 1.7e308,-1e308,0 | 2.333333333333333092839e307",
                "log_cosh | -1.7e308,0,0 | 1.7e308,0,0 | 1.133333333333333292554e308",
                "logit_dist | -1.7e308,0,0 | 1.7e308,0,0 | 1.133333333333333292554e308",
                "wasserstein | -1e155,1e155,1 | 1e154,1.1e154,1 | 3.333333333333333976601e307",
                "squared_hinge | -1,1,1 | 1.5e154,1,1 | 7.500000000000001298496e307",
                "l2_margin | -1,1,1 | 1.5e154,1,1 | 7.500000000000001298496e307",
                "modified_huber | -1,1,1 | 1e308,1,1 | 1.333333333333333347972e308",
                "exponential | -1,1,1 | 710,1,1 | 7.446649220539036770845e307",
                "gamma_deviance | 0.5,1,1,1 | 4e-309,1,1,2 | 6.250000000000003654619e307",
                "poisson_deviance | 1e306,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1 | 1e-300,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1 | 1.267605969413083371375e308",
                "poisson_deviance | 0,1,1 | 1.7e308,1,1 | 1.133333333333333292554e308",
            })
    void aMeanIsFiniteWhereItIs(String loss, String truth, String prediction, String expected) {
        Said said = Said.by(loss, "--true=" + truth, "--pred=" + prediction);
        isNext(Double.parseDouble(expected), Double.parseDouble(said.out().strip()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "poisson | 1e9,1,1,1,1,1,1 | 1.5e-300,1,1,1,1,1,1 | -9.523809523809523044577e307",
                "mape | 2e-307,1,1,1,1,1,1,1 | 1,1,1,1,1,1,1,1 | 6.250000000000000566709e307",
                "mse | 0,0,0 | 1.2e308,1,1 | 7.999999999999999555608e307",
                "expectile | 0,0,0 | 1.7e308,1,1 | 5.666666666666666462763e307",
                "squared_hinge | -1,1,1 | 1.2e308,1,1 | 7.999999999999999555608e307",
                "l2_margin | -1,1,1 | 1.2e308,1,1 | 7.999999999999999555608e307",
                "exponential | -1,1,1 | 710,1,1 | 7.446649220539036770845e307",
                "gamma_deviance | 1,1,1 | 1e-154,1,1 | -6.666666666666667027884e307",
                "poisson_deviance | 1e10,1,1 | 1e-298,1,1 | -6.666666666666667251146e307",
            })
    void soIsTheSlopeOfAMean(String loss, String truth, String prediction, String expected) {
        Said said = Said.by(loss, "--true=" + truth, "--pred=" + prediction, "--gradient");
        List<String> fields = List.of(said.out().split("\n")[1].split(","));
        isNext(Double.parseDouble(expected), Double.parseDouble(fields.get(fields.size() - 1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"--weights=1,2,3 | 3.750000000000000649248e307", "--reduction=sum | Infinity"})
    void weightsCountAndASumIsWhatItIs(String option, String expected) {
        Said said = Said.by("mse", "--true=0,0,0", "--pred=1.5e154,1,1", option);
        isNext(Double.parseDouble(expected), Double.parseDouble(said.out().strip()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"3 | 1e-76 | 1.0", "2 | 1e-200 | 1.0", "1 | 1.5 | 1.0"})
    void aFarSampleThatWeighsNothingTakesNothingFromADistance(String p, String prediction, String slope) {
        String far = "--true=1e300,0";
        String near = "--pred=-1e300," + prediction;
        Said value = Said.by("minkowski", "--p", p, far, near, "--weights=0,1");
        isNext(Double.parseDouble(prediction), Double.parseDouble(value.out().strip()));
        Said slopes = Said.by("minkowski", "--p", p, far, near, "--weights=0,1", "--gradient");
        List<String> rows = List.of(slopes.out().split("\n"));
        assertEquals("0.0", rows.get(1).substring(rows.get(1).lastIndexOf(',') + 1));
        assertEquals(slope, rows.get(2).substring(rows.get(2).lastIndexOf(',') + 1));
    }

    @Test
    void soIsTheMeanOfAGroup(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("groups.csv");
        Files.writeString(file, "t,p,w,g\n0,1.5e154,1,a\n0,1,2,a\n0,1,1,b\n0,2e154,1,b\n0,1,2,b\n0,1,1,a\n");
        String[] plain = {"mse", file.toString(), "--true-col=t", "--pred-col=p", "--by=g", "--format=csv"};
        List<String> rows = List.of(Said.by(plain).out().split("\n"));
        isNext(7.500000000000001298496e307, last(rows.get(1)));
        isNext(1.333333333333333431860e308, last(rows.get(2)));
        String[] weighted = Arrays.copyOf(plain, plain.length + 1);
        weighted[plain.length] = "--weight-col=w";
        rows = List.of(Said.by(weighted).out().split("\n"));
        isNext(5.625000000000000973872e307, last(rows.get(1)));
        isNext(1.000000000000000073895e308, last(rows.get(2)));
    }

    private static double last(String row) {
        return Double.parseDouble(row.substring(row.lastIndexOf(',') + 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tweedie_deviance | --power=-1 | 1e108 | 1.000000000001e108 | 9.998804437004525002160642e+299",
                "xentropy_lambda | --exposure=8.9e307 | 1 | 0 | 0",
                "xentropy_lambda | --exposure=1e307 | 1 | 1e10 | 0",
                "barron | --alpha=-4.9e-324 | 0 | 1e150 | 690.0823807176537598959802",
                "mse | --weights=8.9e307,1.7e308 | -8.9e307,1 | 1,1 | Infinity",
            })
    void aSampleIsANumberWhereAStepOnTheWayIsNone(
            String loss, String option, String truth, String prediction, String expected) {
        Said said = Said.by(loss, "--true=" + truth, "--pred=" + prediction, option);
        isNext(Double.parseDouble(expected), Double.parseDouble(said.out().strip()));
    }

    private static void isNext(double expected, double got) {
        assertEquals(expected, got, ULPS * (expected == got ? 1 : Math.ulp(expected)));
    }
}
