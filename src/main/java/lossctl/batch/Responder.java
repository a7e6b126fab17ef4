package lossctl.batch;

import java.util.Map;
import lossctl.data.Refusal;
import lossctl.num.Tensor;
import lossctl.write.CheckedOut;
import lossctl.write.JsonOut;
import lossctl.write.OutputFormat;
import lossctl.write.Style;

/** Writes answers, a line each, and hands each line on before the next request is read. */
final class Responder {
    private final CheckedOut out;
    private final JsonOut doubles;
    private final JsonOut singles;
    private JsonOut json;

    Responder(CheckedOut out) {
        this.out = out;
        doubles = new JsonOut(Style.of(OutputFormat.JSON), out);
        singles = new JsonOut(new Style(OutputFormat.JSON, 0, true, false), out);
        json = doubles;
    }

    /** What was wanted, in the order of the interface; null for what has no meaning for the loss. */
    void answer(Request request, Answer answer) {
        json = request.float32 ? singles : doubles;
        json.object().name("id").json(request.id);
        if (request.wants("value")) {
            member("value", answer.value());
        }
        if (request.wants("per_sample")) {
            member("per_sample", answer.perSample());
        }
        if (request.wants("gradient")) {
            member("gradient", answer.gradient());
        }
        if (request.wants("gradients")) {
            gradients(answer.gradients());
        }
        if (request.wants("hessian")) {
            member("hessian", answer.hessian());
        }
        json.name("n").count(answer.n());
        json.name("signature").text(answer.signature());
        if (!answer.warnings().isEmpty()) {
            json.name("warnings").array();
            for (String warning : answer.warnings()) {
                json.text(Wording.of(warning));
            }
            json.endArray();
        }
        end();
    }

    /** Why there is no answer. */
    void refuse(Request request, Refusal.Code code, String message, String hint) {
        json.object().name("id").json(request.id).name("error").object();
        json.name("code").text(code.name()).name("message").text(message);
        String advice = Wording.ofHint(hint);
        if (advice != null) {
            json.name("hint").text(advice);
        }
        json.endObject();
        end();
    }

    private void end() {
        json.endObject();
        json.endLine();
        out.flush();
    }

    private void gradients(Map<String, Tensor> gradients) {
        json.name("gradients");
        if (gradients == null) {
            json.text(null);
            return;
        }
        json.object();
        for (Map.Entry<String, Tensor> each : gradients.entrySet()) {
            member(each.getKey(), each.getValue());
        }
        json.endObject();
    }

    private void member(String name, Tensor tensor) {
        json.name(name);
        if (tensor == null) {
            json.text(null);
        } else {
            array(tensor, 0, 0);
        }
    }

    /** Writes what lies under one index of the axes before {@code axis}; the index of the first value behind it. */
    private int array(Tensor tensor, int axis, int from) {
        if (axis == tensor.rank()) {
            json.number(tensor.values()[from]);
            return from + 1;
        }
        int at = from;
        json.array();
        for (int i = 0; i < tensor.length(axis); i++) {
            at = array(tensor, axis + 1, at);
        }
        json.endArray();
        return at;
    }
}
