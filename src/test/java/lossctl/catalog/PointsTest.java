package lossctl.catalog;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Holds losses against tables of 26-digit values, which {@code points_a.py}, {@code points_b.py} and {@code points_c.py}
 * in {@code src/test/python} have made with mpmath.
 */
class PointsTest {
    /** Every value is within 2 ulp where the loss does not magnify the rounding of its residual or ratio. */
    @Test
    void everyValueIsWithinTwoUlpOfTheTableOfMpmathWhereItIsWellConditioned() throws IOException {
        hold(2, 1, Point::value);
    }

    @Test
    void everySlopeAndCurvatureIsWithinTwelveUlpWhereItIsWellConditioned() throws IOException {
        hold(12, 3, Point::slopes);
    }

    private interface Question {
        List<Answer> of(Point point);
    }

    /** What the differences that the table rests on cannot tell from 0. */
    private static final double NOTHING = 1e-59;

    /** What was wanted, how a relative error of the inputs grows on the way, and what came. */
    private record Answer(String wanted, double condition, double got) {
        double ulps() {
            return TablePoint.ulps(got, wanted, NOTHING);
        }
    }

    /**
     * Fails with the lines that are off by more than {@code bar} ulp, or {@code growth (1 + condition)} if that is more; ten
     * times as much for aft, whose probability of an interval is a difference of two that may be nearly the same.
     */
    private static void hold(double bar, double growth, Question question) throws IOException {
        StringBuilder beyond = new StringBuilder();
        int count = 0;
        for (TablePoint point : points()) {
            for (Answer answer : question.of(new Point(point))) {
                double ulps = answer.ulps();
                count++;
                double allowed = Math.max(bar, growth * (1 + answer.condition()));
                if (!(ulps <= (point.name().equals("aft") ? 10 * allowed : allowed))) {
                    beyond.append('\n')
                            .append(ulps)
                            .append(" ulp, got ")
                            .append(answer.got())
                            .append(": ")
                            .append(point.line());
                }
            }
        }
        assertTrue(count > 2000, "the table is read");
        assertTrue(beyond.isEmpty(), beyond.toString());
    }

    private static List<TablePoint> points() throws IOException {
        List<TablePoint> points = TablePoint.read("points-a.csv.gz");
        points.addAll(TablePoint.read("points-b.csv.gz"));
        points.addAll(TablePoint.read("points-c.csv.gz"));
        return points;
    }

    /** A line of the table and what is asked of it. */
    private record Point(TablePoint line) {
        List<Answer> value() {
            return answers(5, line.at().value());
        }

        List<Answer> slopes() {
            LossAt at = line.at();
            String[] fields = line.fields();
            List<Answer> answers = new ArrayList<>();
            if (!fields[6].isEmpty()) {
                answers.addAll(answers(6, at.gradient()));
            }
            if (!fields[7].isEmpty()) {
                answers.addAll(answers(7, at.hessian()));
            }
            return answers;
        }

        private List<Answer> answers(int field, double... got) {
            String[] wanted = line.fields()[field].split(" ");
            double[] conditions = LossAt.numbers(line.fields()[field + 3], " ");
            List<Answer> answers = new ArrayList<>();
            for (int i = 0; i < wanted.length; i++) {
                answers.add(new Answer(wanted[i], conditions[i], got[i]));
            }
            return answers;
        }
    }
}
