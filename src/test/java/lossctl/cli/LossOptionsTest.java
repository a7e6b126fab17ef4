package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lossctl.catalog.Catalog;
import lossctl.loss.Param;
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

    @Test
    void aWholeNumberThatIsTooGreatIsRefusedInALine() {
        for (Spec spec : Catalog.all()) {
            for (Param param : spec.params()) {
                if (param.type() == Param.Type.INTEGER) {
                    Said said = Said.by(spec.name(), "--true", "1,0", "--pred", "0,1", param.option(), "2147483648");
                    assertEquals(2, said.status(), spec.name() + ": " + said.err());
                    assertTrue(said.err().contains(param.option() + " 2147483648: outside ["), said.err());
                }
            }
        }
    }
}
