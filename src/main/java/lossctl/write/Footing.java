package lossctl.write;

import java.util.LinkedHashMap;
import java.util.Map;
import lossctl.eval.Result;
import lossctl.eval.Score;

/** What a comparison rests on: how its numbers were made, and which samples it left out. */
public final class Footing {
    private final Map<String, String> signatures = new LinkedHashMap<>();
    private final Map<String, Long> skipped = new LinkedHashMap<>();
    private final Map<String, long[]> unmatched = new LinkedHashMap<>();

    /** Takes the answers of one side, with the rows that were skipped. */
    public void add(Result result) {
        for (Score score : result.scores()) {
            signatures.put(score.label(), score.signature());
        }
        if (!result.scores().isEmpty() && result.skipped() > 0) {
            skipped.put(result.name(), result.skipped());
        }
    }

    /** Takes how many samples have no partner: of the base, and of a candidate. */
    public void unmatched(String candidate, long ofBase, long ofCandidate) {
        unmatched.put(candidate, new long[] {ofBase, ofCandidate});
    }

    /** Writes it into the object that is open: {@code skipped} and {@code unmatched} where there is something to tell. */
    void write(JsonOut json) {
        if (!skipped.isEmpty()) {
            json.name("skipped").object();
            skipped.forEach((name, rows) -> json.name(name).count(rows));
            json.endObject();
        }
        if (!unmatched.isEmpty()) {
            json.name("unmatched").object();
            unmatched.forEach((name, samples) -> json.name(name)
                    .object()
                    .name("base")
                    .count(samples[0])
                    .name("new")
                    .count(samples[1])
                    .endObject());
            json.endObject();
        }
        json.name("signatures").object();
        signatures.forEach((loss, signature) -> json.name(loss).text(signature));
        json.endObject();
    }
}
