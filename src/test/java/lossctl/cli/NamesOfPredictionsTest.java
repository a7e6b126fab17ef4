package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others call the anchor of a triplet, or the first vector of a pair, is the prediction here. */
class NamesOfPredictionsTest {
    private static final String TRIPLET = "lossctl triplet_margin --positive 3,4 --negative 6,8 --margin 7 ";

    @TempDir
    Path folder;

    @Test
    void theAnchorOfATripletIsThePrediction() {
        assertEquals("2.0\n", Said.by(Said.words(TRIPLET + "--anchor 0,0")).out());
        assertEquals("2.0\n", Said.by(Said.words(TRIPLET + "--pred 0,0")).out());
        assertEquals("2.0\n", Said.by(Said.words(TRIPLET + "--anchor -0,0")).out());
    }

    @Test
    void itsColumnsGoByThatNameToo() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "a0,a1,p0,p1,n0,n1\n0,0,3,4,6,8\n");
        String columns = " --anchor-col a0,a1 --positive-col p0,p1 --negative-col n0,n1 --margin 7";
        assertEquals(
                "2.0\n",
                Said.by(Said.words("lossctl triplet_margin " + file + columns)).out());
    }

    @Test
    void theFirstOfAPairIsThePrediction() {
        String pair = "lossctl margin_ranking --true 1 --input1 2 --input2 5";
        assertEquals("3.0\n", Said.by(Said.words(pair)).out());
    }

    @Test
    void bothNamesAtOnceAreRefused() {
        Said said = Said.by(Said.words(TRIPLET + "--anchor 0,0 --pred 0,0"));
        assertEquals(2, said.status());
        assertEquals("lossctl triplet_margin: --anchor is another name of --pred: give one of them\n", said.err());
    }
}
