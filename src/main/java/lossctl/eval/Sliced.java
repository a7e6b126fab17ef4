package lossctl.eval;

import java.util.ArrayList;
import java.util.List;

/**
 * The groups of all samples together and, where there are several sets of samples, of each of them.
 *
 * @param all the groups of all samples
 * @param files of each set of samples, in order, its groups; empty where there is one set only
 */
public record Sliced(Grouped all, List<Grouped> files) {

    /** The groups of a single set of samples. */
    public static Sliced of(Grouped all) {
        return new Sliced(all, List.of());
    }

    /** Those of at least {@code n} samples. */
    public Sliced atLeast(long n) {
        List<Grouped> left = new ArrayList<>(files.size());
        for (Grouped file : files) {
            left.add(file.atLeast(n));
        }
        return new Sliced(all.atLeast(n), left);
    }

    /** How many groups there are, those of each set among them. */
    public int size() {
        int size = all.groups().size();
        for (Grouped file : files) {
            size += file.groups().size();
        }
        return size;
    }
}
