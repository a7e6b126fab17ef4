package lossctl.num;

/** The first two derivatives of ln Gamma. */
final class Polygamma {
    /** Where digamma is 0, in two doubles. */
    private static final double ROOT = 1.4616321449683622;

    private static final double ROOT_REST = 9.549995429965697e-17;
    private static final double LOWEST_LOG_GAMMA = -0.12148629053584961;
    private static final double LARGE = 10;

    /** The derivatives of digamma at its root over k!, from k = 1. */
    private static final double[] ABOUT_ROOT = {
        0.9676722454476212, -0.4427631689835921, 0.258499760955651, -0.16394270544240652,
        0.10782405069126237, -0.07219956125645471, 0.04880428816414311, -0.03316112647484736,
        0.022597648232218104, -0.01542476590494896, 0.010538791616612175, -0.007204534386356869,
        0.004926781395729853, -0.003369801655439328, 0.002305126326734928, -0.0015769367714301972,
        0.0010788252019162967, -0.0007380709389960052, 0.000504953265834602, -0.0003454680251063077,
        0.00023635601564027053, -0.00016170622091974803, 0.0001106337276874741, -7.569179582195066e-05,
        5.178575795222081e-05, -3.5430070947659604e-05, 2.424006611860132e-05, -1.6584242271854135e-05,
        1.134638458466385e-05, -7.762817668462094e-06, 5.3110609208898636e-06, -3.6336507898010456e-06,
        2.486022733129538e-06, -1.7008538854332607e-06, 1.1636675363548843e-06, -7.96142543124197e-07,
        5.446941930669446e-07, -3.7266161283438227e-07, 2.549626552021554e-07, -1.7443695117727745e-07,
        1.1934394829830244e-07, -8.165115189488409e-08, 5.586299683532171e-08, -3.821960061917494e-08,
        2.6148576951961865e-08, -1.788998486491149e-08, 1.2239731403233662e-08, -8.37401629767179e-09,
        5.729222859849993e-09, -3.9197433359423324e-09, 2.681757752408109e-09, -1.8347692760029681e-09,
        1.25528798905961e-09, -8.588262056089889e-10, 5.875802667349349e-10, -4.020028354997647e-10,
        2.750369420128249e-10, -1.8817110923540198e-10, 1.2874040153206377e-10, -8.807989204072209e-11,
        6.026132658886485e-11
    };

    private Polygamma() {}

    static double digamma(double x) {
        if (x <= 0) {
            double beyond = x - Math.rint(x);
            return beyond == 0 ? Double.NaN : digamma(1 - x) - Math.PI / Elementary.tan(Math.PI * beyond);
        }
        if (x < 0.75) {
            return aboutRoot(x + 1) - 1 / x;
        }
        if (x < LARGE) {
            double sum = 0;
            double rest = x;
            while (rest > 2.25) {
                sum += 1 / --rest;
            }
            return aboutRoot(rest) + sum;
        }
        double r = 1 / (x * x);
        double tail = 43867.0 / 14364;
        tail = 3617.0 / 8160 - tail * r;
        tail = 1.0 / 12 - tail * r;
        tail = 691.0 / 32760 - tail * r;
        tail = 1.0 / 132 - tail * r;
        tail = 1.0 / 240 - tail * r;
        tail = 1.0 / 252 - tail * r;
        tail = 1.0 / 120 - tail * r;
        tail = 1.0 / 12 - tail * r;
        return Elementary.log(x) - (0.5 / x + r * tail);
    }

    /** The Taylor series about the root, for x in [0.75, 2.25]: right to the last digits beside the root as well. */
    private static double aboutRoot(double x) {
        double t = x - ROOT - ROOT_REST;
        double sum = 0;
        for (int i = ABOUT_ROOT.length - 1; i >= 0; i--) {
            sum = sum * t + ABOUT_ROOT[i];
        }
        return sum * t;
    }

    /** ln Gamma(x) beside its minimum, for x in [1.2, 1.75]: the integral of the same series. */
    static double logGammaAboutRoot(double x) {
        double t = x - ROOT - ROOT_REST;
        double sum = 0;
        for (int k = ABOUT_ROOT.length; k > 0; k--) {
            sum = sum * t + ABOUT_ROOT[k - 1] / (k + 1);
        }
        return LOWEST_LOG_GAMMA + sum * t * t;
    }

    static double trigamma(double x) {
        if (x <= 0) {
            double beyond = x - Math.rint(x);
            double c = Math.PI / Elementary.sin(Math.PI * beyond);
            return beyond == 0 ? Double.POSITIVE_INFINITY : c * c - trigamma(1 - x);
        }
        int steps = (int) Math.max(Math.ceil(LARGE - x), 0);
        double z = x + steps;
        double r = 1 / (z * z);
        double tail = 43867.0 / 798;
        tail = 3617.0 / 510 - tail * r;
        tail = 7.0 / 6 - tail * r;
        tail = 691.0 / 2730 - tail * r;
        tail = 5.0 / 66 - tail * r;
        tail = 1.0 / 30 - tail * r;
        tail = 1.0 / 42 - tail * r;
        tail = 1.0 / 30 - tail * r;
        tail = 1.0 / 6 - tail * r;
        double sum = 1 / z + r * (0.5 + tail / z);
        // the small terms first
        for (int i = steps - 1; i > 0; i--) {
            sum += 1 / ((x + i) * (x + i));
        }
        return steps > 0 ? sum + 1 / (x * x) : sum;
    }
}
