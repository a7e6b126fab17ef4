package lossctl.eval;

import lossctl.data.Block;
import lossctl.data.BlockSource;

/**
 * One thread of a per-sample evaluation: takes a block, computes and drafts what is told of its samples, waits for its
 * turn and tells it. So there are never more blocks in memory than threads, and the order is the source's.
 */
final class Teller extends Thread {
    private final BlockSource source;
    private final SampleMaker maker;
    private final SampleSink.Draft draft;
    private final Turns turns;
    private final Block block;

    Teller(BlockSource source, SampleMaker maker, SampleSink.Draft draft, Turns turns) {
        super("lossctl-teller");
        setDaemon(true);
        this.source = source;
        this.maker = maker;
        this.draft = draft;
        this.turns = turns;
        block = new Block(source.layout());
    }

    @Override
    public void run() {
        tell(Integer.MAX_VALUE);
    }

    /** Tells that many blocks, if there are; false where there were fewer. */
    boolean tell(int blocks) {
        try {
            for (int i = 0; i < blocks || blocks == Integer.MAX_VALUE; i++) {
                if (!source.next(block) || turns.isPast(block.ordinal())) {
                    return false;
                }
                draft.write(maker.of(block));
                if (!turns.await(block.ordinal())) {
                    return false;
                }
                draft.commit();
                turns.pass();
            }
            return true;
        } catch (RuntimeException | Error e) {
            turns.fail(block.ordinal(), e);
            return false;
        }
    }

    /** Waits for its end; returns what it has seen. */
    Run seen() {
        boolean interrupted = false;
        while (isAlive()) {
            try {
                join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return maker.run();
    }
}
