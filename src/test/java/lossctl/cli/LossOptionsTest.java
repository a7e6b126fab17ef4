package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lossctl.catalog.Catalog;
import lossctl.loss.Spec;
import org.junit.jupiter.api.Test;

class LossOptionsTest {
    @Test
    void noParameterOrInputOfALossHasTheNameOfAnotherOption() {
        List<String> clashes = new ArrayList<>();
        for (Spec spec : Catalog.all()) {
            Set<String> names = new HashSet<>();
            for (Option option : new LossCommand(spec.name(), spec).options()) {
                if (!names.add(option.name())) {
                    clashes.add(spec.name() + " " + option.name());
                }
            }
        }
        assertEquals(List.of(), clashes);
    }
}
