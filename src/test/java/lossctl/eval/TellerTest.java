package lossctl.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import lossctl.catalog.Catalog;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Layout;
import lossctl.data.Omissions;
import lossctl.data.Refusal;
import lossctl.loss.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Samples told by several threads: in their order, with few blocks in memory, up to the first that is refused. */
@Timeout(60)
class TellerTest {
    private static final int ROWS = 3000;
    private static final int[] THREADS = {1, 2, 3, 8};

    private static PerSample mae(int threads, Detail detail) {
        Selection mae = Selection.of(Catalog.find("mae"));
        return new PerSample(
                new Evaluation(List.of(mae), Reduction.MEAN, false, false, threads), detail, Omissions.NONE);
    }

    /** The rows 0, 1, 2 ... as predictions of 0, in blocks of seven, which come after a while of any length. */
    private static class Numbered implements Dataset {
        final AtomicInteger taken = new AtomicInteger();

        /** What happens to a block before it is handed out. */
        void look(Block block) {
            long spins = new SplittableRandom(block.ordinal()).nextLong(20_000);
            for (long i = 0; i < spins; i++) {
                Thread.onSpinWait();
            }
        }

        @Override
        public String name() {
            return "numbered";
        }

        @Override
        public boolean isRepeatable() {
            return true;
        }

        @Override
        public BlockSource open() {
            double[] numbers = new double[ROWS];
            for (int i = 0; i < ROWS; i++) {
                numbers[i] = i;
            }
            BlockSource rows = new Rows(Rows.column(new double[ROWS]), Rows.column(numbers), null, 7).open();
            return new BlockSource() {
                @Override
                public Layout layout() {
                    return rows.layout();
                }

                @Override
                public boolean next(Block block) {
                    boolean more = rows.next(block);
                    taken.addAndGet(more ? 1 : 0);
                    look(block);
                    return more;
                }

                @Override
                public void close() {}
            };
        }
    }

    /** Keeps what it is told. */
    private static class Told implements SampleSink {
        final List<Double> losses = new ArrayList<>();
        final List<Double> shares = new ArrayList<>();
        int blocks;

        @Override
        public void start(Layout layout, int each) {}

        @Override
        public void accept(SampleRows rows) {
            blocks++;
            for (int i = 0; i < rows.rows(); i++) {
                losses.add(rows.loss()[i]);
                if (rows.share() != null) {
                    shares.add(rows.share()[i]);
                }
            }
        }
    }

    @Test
    void samplesComeInTheirOrderWhateverThreadHasThem() {
        for (int threads : THREADS) {
            Told told = new Told();
            Result result = mae(threads, new Detail(false, false, true)).evaluate(new Numbered(), told);
            assertEquals((ROWS - 1) / 2.0, result.scores().get(0).value());
            assertEquals(ROWS, told.losses.size());
            double sum = ROWS * (ROWS - 1) / 2.0;
            for (int i = 0; i < ROWS; i++) {
                assertEquals(i, told.losses.get(i));
                assertEquals(i / sum, told.shares.get(i));
            }
        }
    }

    @Test
    void noMoreBlocksAreInMemoryThanThereAreThreads() {
        for (int threads : THREADS) {
            Numbered data = new Numbered();
            int[] most = new int[1];
            mae(threads, Detail.LOSS).evaluate(data, new Told() {
                @Override
                public void accept(SampleRows rows) {
                    if (blocks % 20 == 0) {
                        pause();
                    }
                    most[0] = Math.max(most[0], data.taken.get() - blocks);
                    super.accept(rows);
                }
            });
            assertTrue(most[0] <= threads, most[0] + " blocks on their way in " + threads + " threads");
            assertTrue(threads == 1 || most[0] > 1, "the threads did nothing at the same time");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void allBeforeTheFirstRefusedBlockAreToldAndNoneBehindIt() {
        for (int threads : THREADS) {
            for (int bad : new int[] {0, 1, 2, 3, 100, 428}) {
                Numbered data = new Numbered() {
                    @Override
                    void look(Block block) {
                        super.look(block);
                        if (block.ordinal() == bad || block.ordinal() == bad + 2) {
                            throw new Refusal(Refusal.Code.MALFORMED, "block " + block.ordinal());
                        }
                    }
                };
                Told told = new Told();
                Refusal refusal = assertThrows(
                        Refusal.class, () -> mae(threads, Detail.LOSS).evaluate(data, told));
                assertEquals("block " + bad, refusal.getMessage());
                assertEquals(7 * bad, told.losses.size());
            }
        }
    }

    @Test
    void anOutputThatFailsEndsItAtOnce() {
        for (int threads : THREADS) {
            Numbered data = new Numbered();
            Error failure = new OutOfMemoryError("in a test");
            Error thrown = assertThrows(
                    Error.class,
                    () -> mae(threads, Detail.LOSS).evaluate(data, new Told() {
                        @Override
                        public void accept(SampleRows rows) {
                            if (++blocks == 10) {
                                throw failure;
                            }
                        }
                    }));
            assertSame(failure, thrown);
            assertTrue(data.taken.get() <= 10 + threads, data.taken + " blocks were taken");
        }
    }
}
