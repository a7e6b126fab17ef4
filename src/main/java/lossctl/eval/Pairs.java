package lossctl.eval;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lossctl.data.Refusal;
import lossctl.num.DecimalWriter;

/** Which sample of one evaluation goes with which of another: by their keys, or by their places. */
final class Pairs {
    private final int[] base;
    private final int[] candidate;
    private final boolean complete;

    private Pairs(int[] base, int[] candidate, boolean complete) {
        this.base = base;
        this.candidate = candidate;
        this.complete = complete;
    }

    /**
     * Pairs two evaluations.
     *
     * @param skipUnmatched whether keys that only one of them has are left out, not refused
     * @throws Refusal where they do not pair: other numbers of rows, keys that are there twice or once only, truths
     *     that differ
     */
    static Pairs of(Sampled base, Sampled candidate, boolean skipUnmatched) {
        Pairs pairs = base.keys() == null ? byPlace(base, candidate) : byKey(base, candidate, skipUnmatched);
        for (int i = 0; i < pairs.size(); i++) {
            double[] left = base.truth(pairs.base[i]);
            double[] right = candidate.truth(pairs.candidate[i]);
            if (!areEqual(left, right)) {
                throw new Refusal(
                                Refusal.Code.KEY,
                                "not the same samples: the truth of " + pairs.name(base, i) + " is " + text(left)
                                        + " in " + base.name() + " but " + text(right) + " in " + candidate.name())
                        .hint(base.keys() == null ? "--key COL pairs by a column" : null);
            }
            if (!Arrays.equals(base.group(pairs.base[i]), candidate.group(pairs.candidate[i]))) {
                throw new Refusal(
                        Refusal.Code.KEY,
                        "not the same groups: " + pairs.name(base, i) + " is in '"
                                + String.join(",", base.group(pairs.base[i])) + "' in " + base.name() + " but in '"
                                + String.join(",", candidate.group(pairs.candidate[i])) + "' in " + candidate.name());
            }
        }
        if (pairs.size() < 2) {
            throw new Refusal(
                    Refusal.Code.EMPTY,
                    pairs.size() + (pairs.size() == 1 ? " pair" : " pairs") + " of samples: a comparison takes two");
        }
        return pairs;
    }

    private String name(Sampled from, int pair) {
        return from.keys() == null
                ? "row " + (base[pair] + 1)
                : "'" + from.keys().get(base[pair]) + "'";
    }

    /** Whether truths are the same: NaN is like NaN, and -0.0 like 0.0. */
    private static boolean areEqual(double[] left, double[] right) {
        boolean equal = left.length == right.length;
        for (int i = 0; equal && i < left.length; i++) {
            equal = Double.compare(left[i] + 0.0, right[i] + 0.0) == 0;
        }
        return equal;
    }

    private static String text(double[] truth) {
        StringBuilder text = new StringBuilder();
        for (double value : truth) {
            text.append(text.length() == 0 ? "" : ",").append(DecimalWriter.text(value));
        }
        return text.toString();
    }

    private static Pairs byPlace(Sampled base, Sampled candidate) {
        if (base.size() != candidate.size()) {
            throw new Refusal(
                            Refusal.Code.SHAPE,
                            base.name() + " has " + rows(base.size()) + " but " + candidate.name() + " has "
                                    + rows(candidate.size()))
                    .hint("--key COL pairs by a column");
        }
        if (base.result().skipped() + candidate.result().skipped() > 0) {
            throw new Refusal(Refusal.Code.KEY, "rows were skipped, so that places do not tell what goes together")
                    .hint("--key COL pairs by a column");
        }
        int[] places = new int[base.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        return new Pairs(places, places, true);
    }

    private static Pairs byKey(Sampled base, Sampled candidate, boolean skipUnmatched) {
        Map<String, Integer> left = index(base);
        Map<String, Integer> right = index(candidate);
        int[] bases = new int[left.size()];
        int[] candidates = new int[left.size()];
        int size = 0;
        for (int i = 0; i < base.size(); i++) {
            Integer partner = right.get(base.keys().get(i));
            if (partner != null) {
                bases[size] = i;
                candidates[size++] = partner;
            }
        }
        boolean complete = size == base.size() && size == candidate.size();
        if (!complete && !skipUnmatched) {
            throw unmatched(base, right, candidate, left);
        }
        return new Pairs(Arrays.copyOf(bases, size), Arrays.copyOf(candidates, size), complete);
    }

    private static Map<String, Integer> index(Sampled sampled) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < sampled.size(); i++) {
            String key = sampled.keys().get(i);
            if (index.putIfAbsent(key, i) != null) {
                throw new Refusal(Refusal.Code.KEY, "the key '" + key + "' is there twice").in(sampled.name());
            }
        }
        return index;
    }

    private static Refusal unmatched(
            Sampled base, Map<String, Integer> right, Sampled candidate, Map<String, Integer> left) {
        String both = alone(base, right, candidate.name());
        String other = alone(candidate, left, base.name());
        both += both.isEmpty() || other.isEmpty() ? other : "; " + other;
        return new Refusal(Refusal.Code.KEY, both).hint("--unmatched skip compares the others");
    }

    /** How many samples of one evaluation have a key that the other has not. */
    static long unmatched(Sampled one, Sampled other) {
        Set<String> keys = new HashSet<>(other.keys());
        long count = 0;
        for (String key : one.keys()) {
            count += keys.contains(key) ? 0 : 1;
        }
        return count;
    }

    private static String alone(Sampled sampled, Map<String, Integer> others, String where) {
        List<String> keys = sampled.keys();
        long count = 0;
        String first = null;
        for (String key : keys) {
            if (!others.containsKey(key)) {
                first = count++ == 0 ? key : first;
            }
        }
        return count == 0
                ? ""
                : count + (count == 1 ? " key of " : " keys of ") + sampled.name() + (count == 1 ? " is" : " are")
                        + " not in " + where + ", first '" + first + "'";
    }

    private static String rows(int count) {
        return count + (count == 1 ? " row" : " rows");
    }

    /** Those of one whole group of the samples. */
    Pairs only(List<Integer> which) {
        int[] bases = new int[which.size()];
        int[] candidates = new int[which.size()];
        for (int i = 0; i < bases.length; i++) {
            bases[i] = base[which.get(i)];
            candidates[i] = candidate[which.get(i)];
        }
        return new Pairs(bases, candidates, complete);
    }

    int size() {
        return base.length;
    }

    int base(int pair) {
        return base[pair];
    }

    int candidate(int pair) {
        return candidate[pair];
    }

    /** Whether every sample of both has its partner. */
    boolean isComplete() {
        return complete;
    }
}
