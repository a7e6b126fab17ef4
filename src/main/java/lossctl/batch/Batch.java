package lossctl.batch;

import java.io.InputStream;
import java.util.Set;
import lossctl.convention.Call;
import lossctl.convention.Conventions;
import lossctl.convention.Plan;
import lossctl.convention.Refused;
import lossctl.data.Refusal;
import lossctl.loss.BadParameter;
import lossctl.read.Meter;
import lossctl.write.CheckedOut;
import lossctl.write.ErrorText;

/** Answers requests, a line each: every answer is on its way before the next line is asked for. */
public final class Batch {
    /** The longest line that is read unless said otherwise: 1 GiB. */
    public static final long LONGEST = 1L << 30;

    private static final int DATA = 3;

    private final RequestReader reader = new RequestReader();
    private final Responder responder;
    private final Meter meter;
    private boolean failed;

    /** A batch that answers on {@code out}. */
    public Batch(CheckedOut out) {
        this(out, null);
    }

    /** The same with a meter that counts the answers; null for none. */
    public Batch(CheckedOut out, Meter meter) {
        responder = new Responder(out);
        this.meter = meter;
    }

    /**
     * Answers every line of a stream.
     *
     * @return the exit status: 0, or 3 where a request could not be answered
     */
    public int run(InputStream in, long longest) {
        Lines lines = new Lines(in, longest);
        while (true) {
            try {
                if (!lines.next()) {
                    return failed ? DATA : 0;
                }
            } catch (Refusal e) {
                if (e.code() == Refusal.Code.IO) {
                    throw e;
                }
                refuse(new Request(), e.code(), message(e), e.hint());
                continue;
            }
            if (!lines.isBlank()) {
                line(lines);
                if (meter != null) {
                    meter.item();
                }
            }
        }
    }

    /** Answers a line. An answer that cannot be written is no fault of its request, and ends the batch. */
    private void line(Lines lines) {
        Request request = new Request();
        Answer answer;
        try {
            reader.read(lines.bytes(), lines.from(), lines.to(), request);
            answer = answer(request);
        } catch (Refusal e) {
            refuse(request, e.code(), message(e), e.file() == null ? e.hint() : null);
            return;
        } catch (Refused | BadParameter e) {
            refuse(request, Refusal.Code.USAGE, Wording.of(e.getMessage()), null);
            return;
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
            // arrays that no shape was foreseen for: the others go on
            refuse(request, Refusal.Code.SHAPE, "these arrays do not go together: " + e.getMessage(), null);
            return;
        } catch (OutOfMemoryError e) {
            refuse(request, Refusal.Code.LIMIT, "out of memory", "LOSSCTL_JAVA_OPTS=-Xmx4g gives more");
            return;
        }
        responder.answer(request, answer);
    }

    private Answer answer(Request request) {
        if (request.loss == null) {
            throw new Refused("no 'loss' is named");
        }
        FileArrays.read(request);
        if (request.prediction == null) {
            throw new Refused("no 'y_pred' is given");
        }
        Set<String> texts = Labels.resolve(request);
        if (request.params.remove("reduction") instanceof String word && request.reduction == null) {
            request.reduction = word;
        }
        OwnNames names = new OwnNames(request, Conventions.inputNames(request.as, request.loss));
        Call call = new Call(
                request.loss,
                request.params,
                request.truth,
                request.prediction,
                request.inputs,
                request.weight,
                request.reduction,
                texts,
                request.float32);
        Plan plan = Conventions.plan(request.as, call);
        boolean gradients = request.wants("gradient") || request.wants("gradients");
        return names.in(new Solver(plan, gradients, request.wants("hessian"), request.float32).answer());
    }

    private void refuse(Request request, Refusal.Code code, String message, String hint) {
        failed = true;
        responder.refuse(request, code, message, hint);
    }

    private static String message(Refusal refusal) {
        if (refusal.file() != null) {
            int name = refusal.file().length();
            String placed = ErrorText.placed(refusal);
            return placed.substring(0, name) + Wording.of(placed.substring(name));
        }
        String message = refusal.getMessage();
        String column = refusal.column() == null ? "" : refusal.column() + ": ";
        return column
                + Wording.of(message)
                + (refusal.value() == null || message.contains(refusal.value()) ? "" : ": '" + refusal.value() + "'");
    }
}
