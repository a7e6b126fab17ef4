package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Ways in which a gate or a comparison cannot be made: none of them is a pass. */
class NeverAFalsePassTest {
    private static final String HEAD = "id,y_true,y_pred\n";
    private static final String FOUR = HEAD + "a,3,2.5\nb,0,0.5\nc,2,2\nd,7,8\n";

    private static final String SIGNATURE =
            "\"mse|reduction:mean|weights:none|missing:fail|as:math|dtype:float64|v:1.0.0\"";

    private static final String ONE_GROUP = "{\"mse\":0.25,\"n\":2,\"se\":{\"mse\":0.1}}";

    /** The files, by the words that stand for them in the table. */
    private static final String[][] FILES = {
        {"base.csv", FOUR},
        {"new.csv", HEAD + "a,3,2.9\nb,0,0.1\nc,2,2.2\nd,7,7.3\n"},
        {"empty.csv", ""},
        {"heading.csv", HEAD},
        {"one.csv", HEAD + "a,3,2.5\n"},
        {"short.csv", HEAD + "a,3,2.9\nb,0,0.1\n"},
        {"truths.csv", HEAD + "a,3,2.9\nb,0,0.1\nc,2,2.2\nd,8,7.3\n"},
        {"swapped.csv", HEAD + "a,2.9,3\nb,0.1,0\nc,2.2,2\nd,7.3,7\n"},
        {"shuffled.csv", HEAD + "b,0,0.1\na,3,2.9\nc,2,2.2\nd,7,7.3\n"},
        {"twice.csv", HEAD + "a,3,2.9\na,3,2.8\nc,2,2.2\nd,7,7.3\n"},
        {"strangers.csv", HEAD + "w,3,2.9\nx,0,0.1\ny,2,2.2\nz,7,7.3\n"},
        {"nan.csv", HEAD + "a,3,nan\nb,0,0.1\nc,2,2.2\nd,7,7.3\n"},
        {"missing.csv", HEAD + "a,3,\nb,0,0.1\nc,2,2.2\nd,7,7.3\n"},
        {"text.csv", HEAD + "a,3,oops\nb,0,0.1\nc,2,2.2\nd,7,7.3\n"},
        {"columns.csv", "id,foo,bar\na,3,2.9\n"},
        {"perfect.csv", HEAD + "a,3,3\nb,0,0\nc,2,2\nd,7,7\n"},
        {"flat.csv", HEAD + "a,3,2.5\nb,3,0.5\nc,3,2\nd,3,8\n"},
        {"zero.csv", HEAD + "a,1,0\nb,1,0.5\n"},
        {"weights.csv", "id,y_true,y_pred,w\na,3,2.5,1\nb,0,0.5,2\nc,2,2,1\nd,7,8,1\n"},
        {"weights2.csv", "id,y_true,y_pred,w\na,3,2.5,2\nb,0,0.5,1\nc,2,2,1\nd,7,8,1\n"},
        {"groups.csv", "id,y_true,y_pred,g\na,3,2.5,x\nb,0,0.5,x\nc,2,2,y\nd,7,8,y\n"},
        {"groups2.csv", "id,y_true,y_pred,g\na,3,2.9,x\nb,0,0.1,x\nc,2,2.2,y\nd,7,7.3,y\n"},
        {"moved.csv", "id,y_true,y_pred,g\na,3,2.9,x\nb,0,0.1,y\nc,2,2.2,y\nd,7,7.3,y\n"},
        {"single.csv", "id,y_true,y_pred,g\na,3,2.5,x\nb,0,0.5,x\nc,2,2,x\nd,7,8,y\n"},
        {"flats.csv", "id,y_true,y_pred,g\na,3,2.5,x\nb,0,0.5,x\nc,2,2,y\nd,2,8,y\n"},
        {"renamed.csv", "id,y_true,y_pred,group\na,3,2.9,x\nb,0,0.1,x\nc,2,2.2,y\nd,7,7.3,y\n"},
        {"bad.csv", HEAD + "a,3,2.5\nb,0,oops\nc,2\nd,x,8\n"},
        {"holes.csv", HEAD + "a,3,2.5\nb,0,\nc,2,\nd,,8\ne,1,1\n"},
        {"allbad.csv", HEAD + "a,3,x\nb,0,oops\nc,2\nd,x,8\n"},
        {"two.csv", HEAD + "a,3,2.9\nb,0,0.1\nx,2,2.2\ny,7,7.3\nz,7,7.3\n"},
        {
            "bygroup.json",
            "{\"mse\":0.375,\"n\":4,\"se\":{\"mse\":0.2},\"groups\":{\"x\":{\"mse\":0.25,\"n\":2},"
                    + "\"y\":{\"mse\":0.5,\"n\":2}},\"signatures\":{\"mse\":" + SIGNATURE + "}}"
        },
        {
            "onegroup.json",
            "{\"mse\":0.375,\"n\":4,\"se\":{\"mse\":0.2},\"groups\":{\"x\":{\"mse\":0.25,\"n\":2,"
                    + "\"se\":{\"mse\":0.1}}},\"signatures\":{\"mse\":" + SIGNATURE + "}}"
        },
        {
            "moregroups.json",
            "{\"mse\":0.375,\"n\":4,\"se\":{\"mse\":0.2},\"groups\":{\"x\":" + ONE_GROUP + ",\"y\":" + ONE_GROUP
                    + ",\"z\":" + ONE_GROUP + "},\"signatures\":{\"mse\":" + SIGNATURE + "}}"
        },
        {
            "good.json",
            "{\"mse\":0.375,\"n\":4,\"se\":{\"mse\":0.2},\"groups\":{\"x\":" + ONE_GROUP + ",\"y\":" + ONE_GROUP
                    + "},\"signatures\":{\"mse\":" + SIGNATURE + "}}"
        },
        {"nobase.json", "{\"mse\":\"NaN\",\"n\":4,\"se\":{\"mse\":0.2},\"signatures\":{\"mse\":" + SIGNATURE + "}}"},
        {"list.json", "[1,2]"},
        {"empty.json", ""},
        {"none.json", "{}"},
        {"cut.json", "{\"mse\":0.375,\"n\":4,\"se\":{\"mse\":0.2}"},
        {"nose.json", "{\"mse\":0.375,\"n\":4,\"signatures\":{\"mse\":\"mse|reduction:mean|weights:none|x\"}}"},
        {"other.json", "{\"mae\":0.5,\"n\":4,\"se\":{\"mae\":0.2},\"signatures\":{\"mae\":\"mae|reduction:mean\"}}"},
        {
            "alien.json",
            "{\"mse\":0.3,\"n\":4,\"se\":{\"mse\":0.2},\"signatures\":{\"mse\":\"mse|reduction:mean|dtype:float32\"}}"
        },
    };

    /** Exit status, then what is called. */
    private static final String[] TABLE = {
        "3 mse empty.csv --fail-if >9",
        "3 mse heading.csv --fail-if >9",
        "3 mse nan.csv --fail-if >9",
        "3 mse nan.csv --nonfinite propagate --fail-if >9",
        "3 mse nan.csv --nonfinite propagate --fail-if <0",
        "3 mse missing.csv --fail-if >9",
        "3 mse text.csv --fail-if >9",
        "3 mse columns.csv --fail-if >9",
        "4 mse nowhere.csv --fail-if >9",
        "3 mse base.csv --fail-if mae>9",
        "3 mse base.csv --fail-if foo>9",
        "3 mse base.csv --fail-if change>9",
        "3 mse base.csv --fail-if mse>5%",
        "3 mse base.csv --fail-if mse.ci.high>9",
        "3 mse base.csv --fail-if mse.p>9",
        "3 mse one.csv --ci 95 --fail-if mse.ci.high>9",
        "3 median_ae base.csv --ci 95 --fail-if ci.high>99",
        "3 max_error base.csv --ci 95 --fail-if ci.high>99",
        "3 r2 flat.csv --fail-if r2<-99",
        "3 bce zero.csv --fail-if bce<0",
        "3 eval -l mse,mae base.csv --fail-if >9",
        "3 eval -l huber:delta=0.5,huber:delta=2 base.csv --fail-if huber>99",
        "3 eval -l mse base.csv heading.csv --fail-if mse>99",
        "3 mse base.csv --fail-if >9 --fail-if nothing>9",
        "3 mse base.csv --fail-if >0.1 --fail-if nothing>9",
        "2 mse base.csv --fail-if mse",
        "2 mse base.csv --fail-if mse>",
        "2 mse base.csv --fail-if mse>nan",
        "2 mse base.csv --fail-if mse>inf",
        "2 mse base.csv --fail-if mse>0.1x",
        "2 mse base.csv --fail-if =",
        "2 mse base.csv --per-sample --fail-if >9",
        "2 mse base.csv --reduction none --fail-if >9",
        "2 compare base.csv -l mse",
        "2 compare base.csv new.csv",
        "2 compare base.csv new.csv -l median_ae",
        "4 compare base.csv nowhere.csv -l mse",
        "3 compare heading.csv heading.csv -l mse",
        "3 compare one.csv one.csv -l mse",
        "3 compare base.csv short.csv -l mse",
        "3 compare base.csv truths.csv -l mse",
        "3 compare base.csv swapped.csv -l mse",
        "3 compare base.csv shuffled.csv -l mse",
        "3 compare base.csv short.csv -l mse --key id",
        "3 compare base.csv twice.csv -l mse --key id",
        "3 compare base.csv strangers.csv -l mse --key id",
        "3 compare base.csv strangers.csv -l mse --key id --unmatched skip",
        "3 compare base.csv truths.csv -l mse --key id",
        "3 compare base.csv new.csv -l mse --key nowhere",
        "3 compare base.csv nan.csv -l mse",
        "3 compare base.csv nan.csv -l mse --nonfinite propagate",
        "3 compare base.csv missing.csv -l mse --missing skip",
        "3 compare weights.csv weights2.csv -l mse --weight-col w",
        "3 compare base.csv new.csv -l mse --cluster nowhere",
        "2 compare base.csv new.csv -l mse --test mcnemar",
        "2 compare base.csv new.csv -l rmse --test permutation",
        "2 compare base.csv new.csv -l mse --unmatched skip",
        "3 compare base.csv new.csv -l mse --fail-if nothing>9",
        "3 compare base.csv new.csv -l mse --fail-if mse.ci.high>9",
        "3 compare perfect.csv base.csv -l mse --fail-if change>+5%",
        "3 compare base.csv new.csv -l mse,mae --fail-if change>+5%",
        "3 compare none.json new.csv -l mse",
        "3 compare cut.json new.csv -l mse",
        "3 compare nose.json new.csv -l mse",
        "3 compare other.json new.csv -l mse",
        "3 compare alien.json new.csv -l mse",
        "4 compare nowhere.json new.csv -l mse",
        "3 compare nobase.json new.csv -l mse",
        "3 compare list.json new.csv -l mse",
        "3 compare empty.json new.csv -l mse",
        "3 compare good.json groups.csv -l mae",
        "3 compare good.json heading.csv -l mse",
        "3 compare good.json one.csv -l mse",
        "3 compare good.json nan.csv -l mse",
        "2 compare good.json new.csv -l mse --key id",
        "2 compare good.json new.csv -l mse --ci-method bca",
        "3 compare good.json groups.csv -l mse --by id",
        "3 compare good.json new.csv -l mse --by g",
        "3 compare bygroup.json groups.csv -l mse --by g",
        "3 compare onegroup.json groups.csv -l mse --by g",
        "3 compare moregroups.json groups.csv -l mse --by g",
        "3 compare groups.csv good.json -l mse",
        "3 compare groups.csv groups2.csv -l mse --by nowhere",
        "3 compare groups.csv moved.csv -l mse --by g",
        "3 compare groups.csv renamed.csv -l mse --by g",
        "3 compare groups.csv groups2.csv -l mse --by g --fail-if change[z]>+5%",
        "3 compare groups.csv groups2.csv -l mse --fail-if change[x]>+5%",
        "3 compare groups.csv groups2.csv -l mse --by g --min-n 3 --fail-if change[x]>+5%",
        "3 compare groups.csv groups2.csv -l mse --by g --min-n 3 --fail-if change[*]>+5%",
        "3 compare single.csv single.csv -l mse --by g --fail-if p[y]<0.05",
        "3 compare single.csv single.csv -l mse --by g --fail-if change.ci.high[*]>9",
        "3 compare flats.csv flats.csv -l r2 --by g --fail-if change[*]<-5%",
        "3 compare base.csv two.csv -l mse --key id --unmatched skip --fail-if change>+500%",
        "3 eval -l mse groups.csv --by nowhere --fail-if mse>9",
        "3 eval -l mse groups.csv --fail-if mse[x]>9",
        "3 eval -l mse groups.csv --by g --fail-if mse[z]>9",
        "3 eval -l mse groups.csv --by g --fail-if mae[x]>9",
        "3 eval -l mse groups.csv --by g --fail-if mse[x,y]>9",
        "3 eval -l mse groups.csv --by g --fail-if mse[]>9",
        "3 eval -l mse groups.csv --by g --fail-if mse[X]>9",
        "3 eval -l mse groups.csv --by g --fail-if mse[x].ci.high>9",
        "3 eval -l mse groups.csv --by g --min-n 3 --fail-if mse[*]>9",
        "3 eval -l mse groups.csv --by g --min-n 3 --fail-if mse[x]>9",
        "3 eval -l r2 flats.csv --by g --fail-if r2[y]<-99",
        "3 eval -l r2 flats.csv --by g --fail-if r2[*]<-99",
        "3 eval -l mse single.csv --by g --ci 95 --fail-if mse.ci.high[y]>99",
        "3 eval -l mse single.csv --by g --ci 95 --fail-if mse.ci.high[*]>99",
        "3 eval -l mse heading.csv --by id --fail-if mse[*]>9",
        "3 eval -l mse base.csv base.csv --fail-if mse[new.csv]>9",
        "3 eval -l mse base.csv --fail-if mse[*]>9",
        "2 eval -l mse groups.csv --by g --fail-if mse]x[>9",
        "2 eval -l mse groups.csv --by g --fail-if mse[x>9",
        "2 eval -l mse --train base.csv --val new.csv --fail-if mse>9",
        "3 eval -l mse bad.csv --on-bad-row skip --fail-if mse>9",
        "3 eval -l mse holes.csv --missing skip --fail-if mse>9",
        "3 eval -l mse allbad.csv --on-bad-row skip --fail-if mse>9",
        "3 mse bad.csv --on-bad-row skip --fail-if >9",
        "3 mse allbad.csv --on-bad-row skip --fail-if n<0",
        "3 mse bad.csv --on-bad-row skip --by id --fail-if mse[*]>9",
        "1 mse bad.csv --on-bad-row skip --fail-if skipped>50%",
        "1 mse bad.csv --on-bad-row skip --fail-if skipped>0",
    };

    @TempDir
    static Path folder;

    @TestFactory
    List<DynamicTest> whatCannotBeMadeNeverExitsWithZero() throws IOException {
        for (String[] file : FILES) {
            Files.writeString(folder.resolve(file[0]), file[1]);
        }
        assertTrue(TABLE.length >= 25);
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : TABLE) {
            tests.add(DynamicTest.dynamicTest(line, () -> check(line)));
        }
        return tests;
    }

    private static void check(String line) {
        String[] words = line.substring(2).split(" ");
        for (int i = 0; i < words.length; i++) {
            boolean file = words[i].endsWith(".csv") || words[i].endsWith(".json");
            words[i] = file ? folder.resolve(words[i]).toString() : words[i];
        }
        Said call = Said.by(words);
        assertEquals(line.charAt(0) - '0', call.status(), call.out() + call.err());
        assertFalse(call.err().isEmpty());
        assertTrue(call.err().startsWith("lossctl") || call.err().startsWith(folder.toString()), call.err());
    }

    /** The same files, where all is well: the table does not pass for the wrong reason. */
    @TestFactory
    List<DynamicTest> whatCanBeMadePasses() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : List.of(
                "0 mse base.csv --fail-if >9",
                "0 mse base.csv --ci 95 --fail-if mse.ci.high>9",
                "0 compare base.csv new.csv -l mse --fail-if change>+5%",
                "0 compare base.csv shuffled.csv -l mse --key id --fail-if change>+5%",
                "0 compare weights.csv weights.csv -l mse --weight-col w",
                "0 compare groups.csv groups2.csv -l mse --by g --fail-if change[x]>+5% --fail-if change[*]>+5%",
                "0 compare good.json groups.csv -l mse --by g --fail-if change[*]>+500%",
                "0 eval -l mse groups.csv --by g --fail-if mse[x]>9 --fail-if mse[*]>9",
                "0 eval -l mse base.csv new.csv --fail-if mse[*]>9",
                "0 mse bad.csv --on-bad-row skip --fail-if >9 --fail-if skipped>90%",
                "1 mse base.csv --fail-if >0.1")) {
            tests.add(DynamicTest.dynamicTest(line, () -> {
                for (String[] file : FILES) {
                    Files.writeString(folder.resolve(file[0]), file[1]);
                }
                String[] words = line.substring(2).split(" ");
                for (int i = 0; i < words.length; i++) {
                    boolean file = words[i].endsWith(".csv") || words[i].endsWith(".json");
                    words[i] = file ? folder.resolve(words[i]).toString() : words[i];
                }
                Said call = Said.by(words);
                assertEquals(line.charAt(0) - '0', call.status(), call.err());
            }));
        }
        return tests;
    }
}
