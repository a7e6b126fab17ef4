package lossctl.read;

import java.util.List;
import lossctl.data.BlockSource;
import lossctl.data.Columns;

/**
 * A dump that has been opened far enough to know its columns, before anyone has said which are wanted.
 *
 * <p>Every format that has columns comes as a table first, so that files can be put side by side: the columns that one
 * does not have are then looked for in the other.
 */
public interface Table extends AutoCloseable {

    /** The names of its columns in order; numbers from 1 where it has none. */
    List<String> names();

    /** Whether its columns have names. */
    boolean isNamed();

    /**
     * Its rows; to be called once. The table need not be closed then, the rows must.
     *
     * @param columns which columns are wanted
     * @param aligned whether rows that a policy leaves out stay in their blocks, every number of theirs a {@link Gap},
     *     and are not counted as skipped
     * @throws lossctl.data.Refusal where a column is not there
     */
    BlockSource rows(Columns columns, boolean aligned);

    @Override
    void close();
}
