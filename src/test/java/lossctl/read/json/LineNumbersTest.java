package lossctl.read.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pieces know their first line in whatever order they were counted. */
@Timeout(60)
class LineNumbersTest {

    @Test
    void piecesCountedInAnyOrderAddUp() {
        SplittableRandom random = new SplittableRandom(1);
        for (int run = 0; run < 200; run++) {
            int[] order = random.ints(0, 1 << 20).distinct().limit(100).toArray();
            LineNumbers numbers = new LineNumbers();
            Integer[] pieces = new Integer[order.length];
            for (int i = 0; i < pieces.length; i++) {
                pieces[i] = i;
            }
            Arrays.sort(pieces, Comparator.comparing(i -> order[i]));
            for (int piece : pieces) {
                numbers.count(piece, piece % 7);
            }
            long expected = 1;
            for (int i = 0; i < pieces.length; i++) {
                assertEquals(expected, numbers.first(i));
                expected += i % 7;
            }
            assertEquals(expected, numbers.first(pieces.length));
        }
    }

    @Test
    void whoAsksWaitsForThePiecesBefore() throws Exception {
        LineNumbers numbers = new LineNumbers();
        numbers.count(1, 10);
        CompletableFuture<Long> answer = CompletableFuture.supplyAsync(() -> numbers.first(2));
        Thread.sleep(50);
        assertTrue(!answer.isDone(), "piece 0 is not counted");
        numbers.count(0, 5);
        assertEquals(16, answer.get(30, TimeUnit.SECONDS));
    }

    @Test
    void nobodyWaitsForAPieceThatFailed() throws Exception {
        LineNumbers numbers = new LineNumbers();
        CompletableFuture<Long> answer = CompletableFuture.supplyAsync(() -> numbers.first(3));
        CompletableFuture<Long> before = CompletableFuture.supplyAsync(() -> numbers.first(1));
        numbers.fail(1);
        answer.get(30, TimeUnit.SECONDS);
        numbers.count(0, 4);
        assertEquals(5, before.get(30, TimeUnit.SECONDS));
    }
}
