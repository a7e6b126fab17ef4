package lossctl.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lossctl.data.Columns;
import lossctl.num.SuiteFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real dumps, written by pandas, Python's json and NumPy: every format gives the same bits. */
class DumpsAgreeTest {
    private static final Columns NO_TRUTH =
            new Columns(null, null, null, null, List.of(), List.of(), List.of(), null, false, true);

    private static Rows rows(Path file, Columns columns) {
        return Rows.values(Sources.file(file.toString(), ReadOptions.of(columns)));
    }

    private static Path dump(String name) {
        return SuiteFiles.folder("../dumps").resolve(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"diabetes_gbr", "diabetes_ridge", "breast_cancer_logreg", "iris_logreg", "digits_mlp84"})
    void csvJsonAndNpyGiveTheSameBits(String name) {
        Rows csv = rows(dump(name + ".csv"), Columns.defaults());
        Rows json = rows(dump(name + ".json"), Columns.defaults());
        assertEquals(csv.truth, json.truth);
        assertEquals(csv.prediction, json.prediction);
        assertEquals(csv.truth, rows(dump(name + ".y_true.npy"), NO_TRUTH).prediction);
        assertEquals(csv.prediction, rows(dump(name + ".y_pred.npy"), NO_TRUTH).prediction);
        assertTrue(csv.rows >= 150);
    }

    @Test
    void variantsOfOneArrayAreTheSame() {
        Rows csv = rows(dump("iris_logreg.csv"), Columns.defaults());
        assertEquals(csv.prediction, rows(dump("iris_logreg.variant_fortran.npy"), NO_TRUTH).prediction);
        assertEquals(csv.prediction, rows(dump("iris_logreg.variant_bigendian.npy"), NO_TRUTH).prediction);
        assertEquals(csv.truth, rows(dump("iris_logreg.variant_int32_y.npy"), NO_TRUTH).prediction);
        Rows archive = rows(dump("iris_logreg.npz"), Columns.defaults());
        assertEquals(csv.truth, archive.truth);
        assertEquals(csv.prediction, archive.prediction);
        List<Double> rounded = new ArrayList<>();
        for (double value : csv.prediction) {
            rounded.add((double) (float) value);
        }
        assertEquals(rounded, rows(dump("iris_logreg.variant_f32.npy"), NO_TRUTH).prediction);
    }
}
