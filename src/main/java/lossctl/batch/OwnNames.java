package lossctl.batch;

import java.util.LinkedHashMap;
import java.util.Map;
import lossctl.convention.Refused;
import lossctl.num.Tensor;

/** The further arrays of a request that came under a framework's own names: ours while it is solved, theirs in its answer. */
final class OwnNames {
    private final Map<String, String> given = new LinkedHashMap<>();

    /** Gives the request's arrays our names; {@code known} holds these by the framework's. */
    OwnNames(Request request, Map<String, String> known) {
        for (Map.Entry<String, String> each : known.entrySet()) {
            String theirs = each.getKey();
            String ours = each.getValue();
            Tensor array = request.inputs.remove(theirs);
            if (array == null && request.params.get(theirs) instanceof Tensor list) {
                request.params.remove(theirs);
                array = list;
            }
            if (array == null) {
                continue;
            }
            if (request.inputs.putIfAbsent(ours, array) != null) {
                throw new Refused("inputs '" + theirs + "' and '" + ours + "' are one: give it once");
            }
            given.put(ours, theirs);
        }
    }

    /** The answer with the names that the request has. */
    Answer in(Answer answer) {
        if (given.isEmpty() || answer.gradients() == null) {
            return answer;
        }
        Map<String, Tensor> gradients = new LinkedHashMap<>();
        answer.gradients().forEach((name, array) -> gradients.put(given.getOrDefault(name, name), array));
        return new Answer(
                answer.value(),
                answer.perSample(),
                answer.gradient(),
                gradients,
                answer.hessian(),
                answer.n(),
                answer.signature(),
                answer.warnings());
    }
}
