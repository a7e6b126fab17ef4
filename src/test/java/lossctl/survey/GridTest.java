package lossctl.survey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GridTest {

    private static Grid of(double[][] points) {
        Grid grid = new Grid();
        for (double[] point : points) {
            grid.reach(point[0], point[0], point[1], point[1]);
            grid.add(point[0], point[1]);
        }
        return grid;
    }

    private static double[][] points(int n) {
        SplittableRandom random = new SplittableRandom(n);
        double[][] points = new double[n][];
        for (int i = 0; i < n; i++) {
            points[i] = new double[] {random.nextDouble() * 30, (random.nextDouble() - 0.5) * i};
        }
        return points;
    }

    @Test
    void everyCellHoldsThePointsWithinItsEdges() {
        double[][] points = points(3000);
        Grid.Picture picture = of(points).picture();
        assertTrue(picture.across().length <= 58 && picture.up().length <= 58);
        for (int r = 0; r < picture.counts().length; r++) {
            for (int c = 0; c < picture.counts()[r].length; c++) {
                long count = 0;
                for (double[] p : points) {
                    boolean within = p[0] >= picture.across()[c]
                            && p[0] < picture.across()[c + 1]
                            && p[1] >= picture.up()[r]
                            && p[1] < picture.up()[r + 1];
                    count += within ? 1 : 0;
                }
                assertEquals(count, picture.counts()[r][c]);
            }
        }
    }

    @Test
    void threadsThatShareThePointsSeeTheSame() {
        double[][] points = points(1000);
        Grid merged = of(java.util.Arrays.copyOfRange(points, 600, 1000));
        merged.merge(of(java.util.Arrays.copyOf(points, 600)));
        Grid.Picture whole = of(points).picture();
        assertArrayEquals(whole.across(), merged.picture().across());
        assertArrayEquals(whole.up(), merged.picture().up());
        assertArrayEquals(whole.counts(), merged.picture().counts());
    }

    @Test
    void pointsAreKeptOneByOneUntilTheyAreTooMany() {
        Scatter few = new Scatter();
        Scatter many = new Scatter();
        for (int i = Scatter.MOST; i > 0; i--) {
            few.add(i, -i);
            many.add(i, -i);
        }
        assertEquals(Scatter.MOST, few.points().length);
        assertEquals(1, few.points()[0][0]);
        many.add(0, 0);
        assertNull(many.points());
        few.merge(many);
        assertNull(few.points());
    }
}
