package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ReportTest {
    private static final String DIABETES = "examples/dumps/diabetes_gbr.csv";

    @TempDir
    Path folder;

    /** The page that a call writes, which must be well-formed and ask nobody for anything. */
    private String page(int exit, String... args) throws Exception {
        Path file = folder.resolve("report.html");
        String[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--html";
        all[args.length + 1] = file.toString();
        Said call = Said.by(all);
        assertEquals(exit, call.status(), call.err());
        String page = Files.readString(file);
        assertTrue(page.startsWith("<!DOCTYPE html>\n"));
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.substring(page.indexOf('\n')))));
        assertFalse(page.contains("<script")
                || page.contains("href=")
                || page.contains("src=")
                || page.contains("@import"));
        assertFalse(page.contains("url("));
        return page;
    }

    @Test
    void itHasTheNumbersThatEvalPrints() throws Exception {
        String page = page(0, "eval", "-l", "mse,mae", DIABETES, "--by", "fold", "--ci", "95");
        String[] rows = Said.by("eval", "-l", "mse,mae", DIABETES, "--by", "fold", "--ci", "95")
                .out()
                .split("\n");
        for (String cell : (rows[1] + "  " + rows[rows.length - 1]).strip().split("  +")) {
            assertTrue(page.contains(">" + cell + "</td>"), cell);
        }
        assertTrue(page.contains(">Loss by fold</title>") && page.contains(">Residuals</title>"));
    }

    @Test
    void classesGetTheirCalibrationAndConfusion() throws Exception {
        String page = page(0, "eval", "-l", "accuracy,sparse_cce", "examples/dumps/digits_mlp84.csv");
        assertTrue(page.contains(">Calibration</title>") && page.contains(">Confusion</title>"));
        assertFalse(page.contains(">Residuals</title>"));
        String binary = page(0, "eval", "-l", "bce", "examples/dumps/breast_cancer_logreg.csv");
        assertTrue(binary.contains(">Calibration</title>") && binary.contains(">Confusion</title>"));
        String logits = page(0, "eval", "-l", "hinge", "examples/dumps/breast_cancer_logreg.csv");
        assertFalse(logits.contains("<svg"));
    }

    @Test
    void manyEpochsGetACurve() throws Exception {
        String page = page(
                0,
                "eval",
                "-l",
                "sparse_cce",
                "examples/dumps/epochs/epoch_01.csv",
                "examples/dumps/epochs/epoch_02.csv");
        assertTrue(page.contains(">Learning curve</title>") && page.contains("epoch_02.csv</td>"));
        String log = page(0, "eval", "-l", "sparse_cce", "--val", "examples/dumps/epochs/epoch_0[1-3].csv");
        assertTrue(log.contains(">val_loss</th>") && log.contains(">Learning curve</title>"));
    }

    @Test
    void gatesAreToldAlsoWhereTheyFail() throws Exception {
        String page = page(
                3, "eval", "-l", "mse", DIABETES, "--fail-if", "mse>1", "--fail-if", "mse>1e9", "--fail-if", "mae>1");
        assertTrue(page.contains("<span class=\"failed\">failed</span>: mse = 3416.28"), page);
        assertTrue(page.contains("<span class=\"passed\">passed</span>: mse = 3416.28"));
        assertTrue(page.contains("<span class=\"failed\">not computed</span>: no figure &#39;mae&#39;"));
    }

    @Test
    void theWorstSamplesAreATable() throws Exception {
        String page = page(0, "eval", "-l", "mse", DIABETES, "--worst", "2", "--id-col", "id");
        assertTrue(page.contains("diabetes_gbr.csv:361</td>"));
    }

    @Test
    void aComparisonIsATableWithItsVerdict() throws Exception {
        String page = page(
                1,
                "compare",
                "examples/dumps/diabetes_ridge.csv",
                DIABETES,
                "--key",
                "id",
                "-l",
                "mse",
                "--fail-if",
                "change>5%");
        assertTrue(page.contains("<h1>Comparison with diabetes_ridge.csv</h1>"));
        assertTrue(page.contains(">mse</td>") && page.contains("<span class=\"failed\">failed</span>: change = +13"));
    }

    @Test
    void groupsThatLookLikeMarkupAreTexts() throws Exception {
        Path data = folder.resolve("<b>&.csv");
        Files.writeString(data, "y_true,y_pred,g\n1,2,<script>alert(1)</script>\n2,2,\"\"\" onload=\"\"x()\"\n");
        String page = page(0, "eval", "-l", "mse", data.toString(), "--by", "g");
        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;</td>"));
        assertTrue(page.contains("<h1>Evaluation of &lt;b&gt;&amp;.csv</h1>"));
    }

    @Test
    void aRefusalLeavesTheOldPage() throws IOException {
        Path file = Files.writeString(folder.resolve("old.html"), "old");
        Path bad = Files.writeString(folder.resolve("bad.csv"), "y_true,y_pred\n1,x\n");
        assertEquals(
                3,
                Said.by("eval", "-l", "mse", bad.toString(), "--html", file.toString())
                        .status());
        assertEquals("old", Files.readString(file));
        assertEquals(2, Said.by("eval", "-l", "mse", DIABETES, "--html", "").status());
        assertEquals(
                4,
                Said.by(
                                "eval",
                                "-l",
                                "mse",
                                DIABETES,
                                "--html",
                                folder.resolve("no/x.html").toString())
                        .status());
    }

    @Test
    void aPageAndATableInOneFileAreRefusedBeforeEitherIsWritten() {
        Path file = folder.resolve("both");
        String again = folder.resolve("./both").toString();
        for (String[] args : new String[][] {
            {"eval", "-l", "mse", DIABETES},
            {"compare", "-l", "mse", DIABETES, DIABETES},
            {"eval", "-l", "mse", "--val", DIABETES}
        }) {
            String[] all = java.util.Arrays.copyOf(args, args.length + 4);
            System.arraycopy(new String[] {"-o", file.toString(), "--html", again}, 0, all, args.length, 4);
            Said call = Said.by(all);
            assertEquals(2, call.status(), call.err());
            assertTrue(call.err().contains("this file is for --"), call.err());
            assertFalse(Files.exists(file));
        }
    }

    @Test
    void threadsDoNotChangeAPage() throws Exception {
        String one = page(0, "eval", "-l", "mse,mae", DIABETES, "--by", "fold", "--threads", "1");
        assertEquals(one, page(0, "eval", "-l", "mse,mae", DIABETES, "--by", "fold", "--threads", "8"));
    }
}
