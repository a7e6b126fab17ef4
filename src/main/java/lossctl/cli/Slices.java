package lossctl.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossctl.eval.Contrast;
import lossctl.eval.Group;
import lossctl.eval.Grouped;
import lossctl.eval.Result;
import lossctl.eval.Sliced;

/** The parts of a result, each with figures of its own, which gates ask for in brackets: {@code mse[eu]}. */
final class Slices {
    private static final String ANY = "*";
    private static final int SHOWN = 10;

    /** Makes figures when they are asked for: there may be a million groups. */
    interface Source {
        Figures figures();
    }

    /** One part, by what the result's row begins with. */
    record Slice(String[] keys, Source source) {
        String name() {
            return String.join(",", keys);
        }
    }

    private final List<Slice> own = new ArrayList<>();
    private final List<Slice> ofFiles = new ArrayList<>();

    /** The groups of all files, of each file, and the files; {@code sliced} may be null. */
    static Slices of(List<Result> files, Result total, Sliced sliced) {
        Slices slices = new Slices();
        for (int i = 0; i < files.size() && files.size() > 1; i++) {
            Result file = files.get(i);
            (sliced == null ? slices.own : slices.ofFiles)
                    .add(new Slice(new String[] {file.name()}, () -> Figures.of(file)));
            if (sliced != null) {
                add(slices.ofFiles, file.name(), sliced.files().get(i), file);
            }
        }
        if (sliced != null) {
            add(slices.own, null, sliced.all(), total);
        }
        return slices;
    }

    private static void add(List<Slice> slices, String file, Grouped grouped, Result total) {
        for (Group group : grouped.groups()) {
            String[] keys = group.keys();
            if (file != null) {
                keys = new String[group.keys().length + 1];
                keys[0] = file;
                System.arraycopy(group.keys(), 0, keys, 1, keys.length - 1);
            }
            slices.add(new Slice(keys, () -> Figures.of(group, total)));
        }
    }

    /** The groups of comparisons with one candidate, in which those of one group follow each other. */
    static Slices of(List<Contrast> contrasts) {
        Slices slices = new Slices();
        List<Contrast> group = new ArrayList<>();
        for (int i = 0; i < contrasts.size(); i++) {
            Contrast contrast = contrasts.get(i);
            group.add(contrast);
            boolean last = i + 1 == contrasts.size()
                    || !Arrays.equals(contrast.group(), contrasts.get(i + 1).group());
            if (last) {
                List<Contrast> whole = group;
                slices.own.add(new Slice(contrast.group(), () -> Figures.of(whole)));
                group = new ArrayList<>();
            }
        }
        return slices;
    }

    /** Those that a gate's brackets mean: by all keys, or with {@code *} for any; {@code *} alone means each. */
    List<Slice> matching(String text) {
        if (text.equals(ANY)) {
            return own;
        }
        List<Slice> matching = new ArrayList<>();
        String[] words = text.split(",", -1);
        for (List<Slice> list : List.of(own, ofFiles)) {
            for (Slice slice : list) {
                if (slice.name().equals(text) || matches(slice.keys, words)) {
                    matching.add(slice);
                }
            }
        }
        return matching;
    }

    private static boolean matches(String[] keys, String[] words) {
        boolean matches = keys.length == words.length;
        for (int i = 0; matches && i < keys.length; i++) {
            matches = words[i].strip().equals(ANY) || words[i].strip().equals(keys[i]);
        }
        return matches;
    }

    /** Why nothing matches. */
    String missing(String text) {
        if (own.isEmpty()) {
            return text.equals(ANY) || ofFiles.isEmpty()
                    ? "there are no groups; --by COL makes them, and --min-n may leave them out"
                    : "no group '" + text + "'";
        }
        StringBuilder names = new StringBuilder("no group '" + text + "'; there is ");
        for (int i = 0; i < Math.min(SHOWN, own.size()); i++) {
            names.append(i == 0 ? "'" : ", '").append(own.get(i).name()).append('\'');
        }
        return own.size() > SHOWN ? names + " and " + (own.size() - SHOWN) + " more" : names.toString();
    }
}
