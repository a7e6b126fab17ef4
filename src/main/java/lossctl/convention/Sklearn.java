package lossctl.convention;

import java.util.List;

/** scikit-learn. */
final class Sklearn extends Framework {
    Sklearn() {
        super("sklearn", List.of("1.9", "1.9.1", "1.2.1", "1.2"), List.of());
    }

    @Override
    public Plan plan(Call call, String version) {
        throw new Refused("not yet");
    }
}
