package lossctl.num;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TwofoldTest {
    private static final MathContext DIGITS = new MathContext(60);

    private static void assertClose(String expected, Twofold got) {
        BigDecimal true_ = new BigDecimal(expected);
        BigDecimal error = exact(got).subtract(true_).abs();
        assertTrue(error.compareTo(true_.abs().multiply(new BigDecimal("1e-28"))) <= 0, got + " for " + expected);
    }

    private static BigDecimal exact(Twofold x) {
        return new BigDecimal(x.high()).add(new BigDecimal(x.low()));
    }

    // mpmath, 50 digits
    @Test
    void logarithmsHaveTwiceTheDigits() {
        assertClose(
                "0.69314718055994530941723212145817656807550013436026",
                Twofold.of(2.0).log());
        assertClose(
                "-0.3566749439387324423539544041072745145718090708995",
                Twofold.of(0.7).log());
        assertClose(
                "0.09531017980432494078744482329214659054710180079077",
                Twofold.of(1.1).log());
        assertClose(
                "0.000000099999995058387045177516099683454491230298795921477",
                Twofold.of(1.0000001).log());
        assertClose(
                "-0.00010000500033334732081964434716743209487081638314235",
                Twofold.of(0.9999).log());
        assertClose(
                "-459.20868577915895801410734832372043988693484302355",
                Twofold.of(3.7e-200).log());
        assertClose(
                "690.77552789821370525790219666051368115065999044149",
                Twofold.of(1e+300).log());
        assertClose(
                "0.3465735902799727230667026373483156284220409205032",
                Twofold.of(1.4142135623730951).log());
        assertClose(
                "11.723646487185881016029631252938492518025596366845",
                Twofold.of(123456.789).log());
    }

    // mpmath, 50 digits
    @Test
    void theyHaveThemWhereTheArgumentIsNextToOne() {
        assertClose(
                "0.000016270196247658102975899330441012022720592756430895",
                new Twofold(1.000016270328608, 5.984112964108693e-17).log());
        assertClose(
                "-0.000015155955402917667714780523136519320739964976196021",
                Twofold.of(0.999984844159448).log());
    }

    @Test
    void sinesAndCosinesHaveTwiceTheDigits() {
        assertClose(
                "0.4794255386042030002732879352155713880818033679406",
                Twofold.of(0.5).sin());
        assertClose(
                "0.87758256189037271611628158260382965199164519710974",
                Twofold.of(0.5).cos());
        assertClose(
                "0.14112000805986722210074480280811027984693326425227",
                Twofold.of(3.0).sin());
        assertClose(
                "-0.41614683654714238699756822950076218976600077107554",
                Twofold.of(-2.0).cos());
        assertClose(
                "0.0000000010000000000000000621149247911131897210979396305627",
                Twofold.of(1e-9).sin());
    }

    // mpmath, 25 digits
    @Test
    void sinesAndCosinesOfVeryManyTurnsHaveTheDigitsOfADouble() {
        assertEquals(-0.2849797459801517621365557, Twofold.of(1e154).sin().value(), 1e-16);
        assertEquals(0.9585335384748350971856561, Twofold.of(1e154).cos().value(), 1e-16);
        assertEquals(0.330493140021734671639731, Twofold.of(1048576).sin().value(), 1e-16);
        assertEquals(0.9438083939013119840061631, Twofold.of(1048576).cos().value(), 1e-16);
        assertEquals(0.8522008497671888017727059, Twofold.of(-1e22).sin().value(), 1e-16);
        assertEquals(0.5232147853951389454975945, Twofold.of(-1e22).cos().value(), 1e-16);
    }

    @Test
    void exponentialsLess1KeepTheDigitsOfASmallPower() {
        assertClose(
                "0.0000000010000000005000000624482581867697812411593894571196",
                Twofold.of(1e-9).expm1());
        assertClose(
                "0.22140275816016984748136663914059776682957515912278",
                Twofold.of(0.2).expm1());
        assertClose(
                "147.41315910257660342111558004055227962348766759388",
                Twofold.of(5.0).expm1());
        assertClose(
                "-0.2591817793182821257083917640553480151236525972605",
                Twofold.of(-0.3).expm1());
    }

    @Test
    void exponentialsHaveTwiceTheDigits() {
        assertClose(
                "2.7182818284590452353602874713526624977572470937",
                Twofold.of(1.0).exp());
        assertClose(
                "0.36787944117144232159552377016146086744581113103177",
                Twofold.of(-1.0).exp());
        assertClose(
                "1.1051709180756476309466388234587796577416634163742",
                Twofold.of(0.1).exp());
        assertClose(
                "1.0000000010000000005000000624482581867697812411594",
                Twofold.of(1e-09).exp());
        assertClose(
                "0.70710678138451809635206388096845087055393468137126",
                Twofold.of(-0.34657359).exp());
        assertClose(
                "17619017951355.631412160984760931935240599599308851",
                Twofold.of(30.5).exp());
        assertClose(
                "2.064130910929509482804658994489681522577452681771e-261",
                Twofold.of(-600.25).exp());
        assertClose(
                "1.9561999213702718868215668498271473419410961131236e+282",
                Twofold.of(650.0).exp());
        assertClose("1.0", Twofold.of(-1e-300).exp());
    }

    @Test
    void logarithmsOfRatiosNearOneKeepTheDigitsOfTheDifference() {
        double a = 1 + 0x1p-40;
        Twofold ratio = Twofold.logRatio(Twofold.of(a), Twofold.of(1), Twofold.sum(a, -1));
        assertClose("0.0000000000009094947017725146476087627994346924709042431104579", ratio);
    }

    @Test
    void quotientsProductsAndRootsAgreeWithExactArithmetic() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 10_000; i++) {
            Twofold a = Twofold.sum(random.nextDouble() + 0.1, random.nextDouble() * 0x1p-54);
            Twofold b = Twofold.sum(random.nextDouble() + 0.1, random.nextDouble() * 0x1p-54);
            assertClose(exact(a).divide(exact(b), DIGITS).toString(), a.over(b));
            assertClose(exact(a).multiply(exact(b), DIGITS).toString(), a.times(b));
            assertClose(exact(a).add(exact(b), DIGITS).toString(), a.plus(b));
            assertClose(exact(a).sqrt(DIGITS).toString(), a.root());
        }
    }

    @Test
    void exponentialsPastTheRangeAreThoseOfDoubles() {
        assertEquals(Double.POSITIVE_INFINITY, Twofold.of(1000).exp().value());
        assertEquals(0, Twofold.of(-1000).exp().value());
    }

    @Test
    void aSumThatIsARoundingOfItsTermsIsNothing() {
        Twofold third = Twofold.of(1).over(Twofold.of(3));
        Twofold off = third.plus(0x1p-95);
        assertEquals(0, off.plusOrNothing(third.negated(), 0x1p-90).value());
        assertEquals(0x1p-95, off.plusOrNothing(third.negated(), 0x1p-100).value(), 0x1p-104);
    }

    @Test
    void powersOfWholeExponentsAndOfNothingAreThoseOfDoubles() {
        Twofold third = Twofold.of(1).over(Twofold.of(3));
        assertEquals(1, third.pow(0).value());
        assertEquals(third, third.pow(1));
        assertEquals(third.times(third), third.pow(2));
        assertEquals(
                0,
                third.pow(2.5)
                        .over(third.times(third).times(third.root()))
                        .plus(-1)
                        .value(),
                0x1p-95);
        assertEquals(0, Twofold.of(0).pow(0.5).value());
        assertEquals(Double.POSITIVE_INFINITY, Twofold.of(0).pow(-0.5).value());
    }
}
