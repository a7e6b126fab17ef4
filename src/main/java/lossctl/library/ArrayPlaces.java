package lossctl.library;

import java.util.List;
import lossctl.data.Places;
import lossctl.data.Refusal;

/** Names values as the caller's arrays do: {@code prediction[3][1]}, both from 0. */
record ArrayPlaces(List<String> inputs) implements Places {
    @Override
    public Refusal mark(Refusal refusal, int row, Role role, int index) {
        return refusal;
    }

    @Override
    public String name(int row, Role role, int index) {
        String array = switch (role) {
            case TRUTH -> "truth";
            case PREDICTION -> "prediction";
            case WEIGHT -> "weights";
            case INPUT -> inputs.get(index % inputs.size());
        };
        int place = role == Role.INPUT ? index / inputs.size() : index;
        return array + "[" + row + "]" + (place > 0 ? "[" + place + "]" : "");
    }

    @Override
    public String describe(int row) {
        return "sample " + row;
    }
}
