package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of classes mean the same in every form that a dump may have: two cats and a dog, of which one cat is missed. */
class NamesOfClassesTest {
    private static final String TWO_OF_THREE = "0.6666666666666666";

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        text("dump.csv", "y_true,y_pred\ncat,cat\ndog,dog\ncat,dog\n");
        text("columns.json", "{'y_true':['cat','dog','cat'],'y_pred':['cat','dog','dog']}");
        text("nested.json", "{'y_true':[['cat'],['dog'],['cat']],'y_pred':[['cat'],['dog'],['dog']]}");
        text(
                "records.json",
                "[{'y_true':'cat','y_pred':'cat'},{'y_true':'dog','y_pred':'dog'},{'y_true':'cat','y_pred':'dog'}]");
        text("true.csv", "animal\ncat\ndog\ncat\n");
        text("pred.csv", "animal\ncat\ndog\ndog\n");
        text("true.json", "{'animal':['cat','dog','cat']}");
        text("pred.json", "['cat','dog','dog']");
        bytes("true.npy", array("<U4", "cat", "dog", "cat"));
        bytes("pred.npy", array("|S3", "cat", "dog", "dog"));
        bytes("dump.npz", zip(array(">U3", "cat", "dog", "cat"), array("|S5", "cat", "dog", "dog")));
    }

    private void text(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text.replace('\'', '"'));
    }

    private void bytes(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    /** An array of texts as NumPy writes it. */
    private static byte[] array(String descr, String... texts) throws IOException {
        int length = Integer.parseInt(descr.substring(2));
        Charset charset = descr.charAt(1) == 'S'
                ? StandardCharsets.UTF_8
                : Charset.forName(descr.charAt(0) == '>' ? "UTF-32BE" : "UTF-32LE");
        String header = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': (" + texts.length + ",), }\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
        out.write(header.getBytes(StandardCharsets.US_ASCII));
        for (String text : texts) {
            out.write((text + "\0".repeat(length - text.length())).getBytes(charset));
        }
        return out.toByteArray();
    }

    private static byte[] zip(byte[] truth, byte[] prediction) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("y_true.npy"));
            zip.write(truth);
            zip.putNextEntry(new ZipEntry("y_pred.npy"));
            zip.write(prediction);
        }
        return out.toByteArray();
    }

    private Said by(String line) {
        return Said.by(Said.words("lossctl " + line.replace("@", folder + "/")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@dump.csv",
                "@columns.json",
                "@nested.json",
                "@records.json",
                "@dump.npz",
                "--true-file @true.csv --pred-file @pred.csv",
                "--true-file @true.json --pred-file @pred.json",
                "--true-file @true.npy --pred-file @pred.npy",
                "--true-file @true.npy --pred-file @pred.csv",
                "--true-file @true.csv --pred-file @pred.npy",
                "--true-file @true.json --pred-file @pred.npy",
            })
    void everyFormOfADumpIsRead(String files) {
        Said said = by("accuracy --labels cat,dog " + files);
        assertEquals("", said.err());
        assertEquals(TWO_OF_THREE, said.out().strip());
        Said unnamed = by("accuracy " + files);
        assertEquals(3, unnamed.status());
        String hint = "        hint: --labels A,B,.. names the classes in index order";
        assertTrue(
                unnamed.err().contains(": 'cat'" + hint) || files.contains("nested") || files.contains("records"),
                unnamed.err());
    }

    /** Scikit-learn sorts them: its accuracy and its F1 of the class "cat", as it computes them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'file':'@dump.csv'",
                "'file':'@columns.json'",
                "'file':'@nested.json'",
                "'file':'@records.json'",
                "'file':'@dump.npz'",
                "'true_file':'@true.csv','pred_file':'@pred.csv'",
                "'true_file':'@true.json','pred_file':'@pred.json'",
                "'true_file':'@true.npy','pred_file':'@pred.npy'",
                "'true_file':'@true.npy','pred_file':'@pred.csv'",
                "'true_file':'@true.csv','pred_file':'@pred.npy'",
            })
    void inBatchToo(String files) {
        assertEquals(TWO_OF_THREE, value("'as':'sklearn','loss':'accuracy_score'," + files));
        assertEquals(TWO_OF_THREE, value("'as':'sklearn','loss':'f1_score','params':{'pos_label':'cat'}," + files));
        assertEquals(TWO_OF_THREE, value("'loss':'accuracy','params':{'labels':['cat','dog']}," + files));
    }

    private String value(String fields) {
        String request = ("{" + fields + "}").replace('\'', '"').replace("@", folder + "/");
        String answer = Said.read(request, "batch").out();
        assertTrue(answer.contains("\"value\":"), answer);
        return answer.replaceAll("(?s).*\"value\":([^,]*),.*", "$1");
    }

    /** Two classes of a loss of one probability, and classes that are called by numbers. */
    @Test
    void whatIsAnIndexToALossMayBeNamedInBatchAsAtThePrompt() throws IOException {
        text("two.csv", "y_true,y_pred\nno,0.5\nyes,0.5\n");
        String request = "'loss':'bce','params':{'labels':['no','yes']},'file':'@two.csv'";
        assertEquals(
                "0.6931471805599453", by("bce --labels no,yes @two.csv").out().strip());
        assertEquals("0.6931471805599453", value(request));
        text("five.json", "{'y_true':[3,5],'y_pred':[3,3]}");
        text("rows.json", "{'y_true':[3,5],'y_pred':[[0.5,0.5],[0.75,0.25]]}");
        assertEquals(
                "1.0397207708399179",
                by("sparse_cce --labels 3,5 @rows.json").out().strip());
        assertEquals("1.0397207708399179", value("'loss':'sparse_cce','params':{'labels':[3,5]},'file':'@rows.json'"));
    }

    @Test
    void numbersOfAnArrayMayBeNamesToo() throws IOException {
        bytes("true.npy", array("|S1", "3", "5"));
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        String header = "{'descr': '|i1', 'fortran_order': False, 'shape': (2,), }\n";
        whole.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
        whole.write(header.getBytes(StandardCharsets.US_ASCII));
        whole.write(new byte[] {3, 5});
        bytes("whole.npy", whole.toByteArray());
        text("rows.csv", "p0,p1\n0.5,0.5\n0.75,0.25\n");
        for (String truth : new String[] {"true.npy", "whole.npy"}) {
            Said said = by("sparse_cce --labels 3,5 --true-file @" + truth + " --pred-file @rows.csv");
            assertEquals("1.0397207708399179", said.out().strip(), said.err());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dump.npz     | column 'y_true': row 2: missing value
            columns.json | 1:18: column 'y_true': missing value
            """)
    void aMissingNameIsLeftOutOrRefused(String name, String message) throws IOException {
        bytes("dump.npz", zip(array("<U3", "cat", "", "dog"), array("<U3", "cat", "dog", "cat")));
        text("columns.json", "{'y_true':['cat','','dog'],'y_pred':['cat','dog','cat']}");
        Said refused = by("accuracy --labels cat,dog @" + name);
        assertTrue(refused.err().contains(name + ":") && refused.err().contains(message), refused.err());
        Said said = by("accuracy --labels cat,dog --missing skip --json @" + name);
        assertTrue(said.out().contains("\"value\":0.5,\"n\":2,\"skipped\":1"), said.out() + said.err());
    }

    /** The only column beside the key is the truth of one file and the prediction of the other, whatever it is called. */
    @Test
    void theOnlyColumnBesideAKeyIsFoundInColumnsOfJson() throws IOException {
        text("keyed.json", "{'id':['a','b','c'],'animal':['cat','dog','cat']}");
        text("guesses.json", "{'id':['c','b','a'],'guess':['dog','dog','cat']}");
        Said said = by("accuracy --labels cat,dog --true-file @keyed.json --pred-file @guesses.json --key id");
        assertEquals(TWO_OF_THREE, said.out().strip(), said.err());
    }

    @Test
    void textsAreNoNumbersOfAnotherLoss() {
        Said said = by("mse @dump.npz");
        assertEquals(3, said.status());
        assertTrue(said.err().contains("an array of texts is not read"), said.err());
    }
}
