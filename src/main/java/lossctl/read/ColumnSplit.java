package lossctl.read;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Columns;
import lossctl.data.Refusal;

/** Which of two tables each of the wanted columns is taken from: the left one where it has it. */
final class ColumnSplit {
    private final Columns wanted;
    private final Table left;
    private final Table right;
    private final String key;
    private final boolean truthsAlone;

    ColumnSplit(Columns wanted, Table left, Table right, String key, boolean truthsAlone) {
        this.wanted = wanted;
        this.left = left;
        this.right = right;
        this.key = key;
        this.truthsAlone = truthsAlone;
    }

    /** The side that has the id; -1 where none is wanted. */
    int idSide() {
        return wanted.id() == null ? -1 : side(wanted.id());
    }

    /** What is wanted of the left table; predictions named like this carry the class labels, where they do. */
    Columns left(List<String> predictionNames) {
        List<String> labels = wanted.labels();
        if (labels == null && truthsAlone && wanted.classTruth()) {
            labels = ClassNames.carried(predictionNames);
        }
        return columns(0, labels, wanted.noTruth(), truthsAlone);
    }

    /** What is wanted of the right table. */
    Columns right() {
        return columns(1, wanted.labels(), true, !truthsAlone);
    }

    private Columns columns(int side, List<String> labels, boolean noTruth, boolean noPrediction) {
        List<String> inputs = new ArrayList<>();
        List<String> inputColumns = new ArrayList<>();
        for (int i = 0; i < wanted.inputs().size(); i++) {
            String said =
                    i < wanted.inputColumns().size() ? wanted.inputColumns().get(i) : null;
            if (side(said == null ? wanted.inputs().get(i) + "*" : said) == side) {
                inputs.add(wanted.inputs().get(i));
                inputColumns.add(said);
            }
        }
        List<String> texts = new ArrayList<>();
        if (wanted.id() != null && idSide() == side) {
            texts.add(wanted.id());
        }
        for (String keep : wanted.keep()) {
            if (side(keep) == side) {
                texts.add(keep);
            }
        }
        boolean weighted = wanted.weight() != null && side(wanted.weight()) == side;
        return new Columns(
                wanted.truth(),
                wanted.prediction(),
                weighted ? wanted.weight() : null,
                key,
                inputs,
                inputColumns,
                texts,
                labels,
                wanted.classTruth(),
                noTruth,
                noPrediction,
                wanted.named());
    }

    private int side(String said) {
        if (has(left, said)) {
            return 0;
        }
        return has(right, said) ? 1 : 0;
    }

    private static boolean has(Table table, String said) {
        try {
            new ColumnNames(table.names(), "column").several(said, List.of());
            return true;
        } catch (Refusal refusal) {
            return refusal.code() != Refusal.Code.NO_COLUMN;
        }
    }
}
