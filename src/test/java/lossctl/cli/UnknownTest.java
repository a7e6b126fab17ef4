package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of words, options and values that nobody knows. */
class UnknownTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "lossctl mse p.jsonl --bins y:3 | unknown option '--bins'. lossctl eval has it",
                "lossctl explain mse mae | one loss at a time: mae is a loss, and no file goes by that name",
                "lossctl conventions bce cce | one loss at a time: cce is a loss, and no file goes by that name",
                "lossctl plot residuals f --zzzz | unknown option '--zzzz'. See lossctl plot residuals --help",
                "lossctl eval -l mse p.csv --gradient | unknown option '--gradient'. lossctl <loss> has it",
                "lossctl eval -l mse,huber --delta 2 | unknown option '--delta'."
                        + " A parameter stands behind its loss: -l huber:delta=2",
                "lossctl eval -l huber:delta p.csv | huber:delta wants a value: huber:delta=2",
                "lossctl eval -l huber:3 p.csv | huber has no parameter '3'; it has: delta."
                        + " Did you mean: huber:delta=3?",
                "lossctl mse p.csv --csv | unknown option '--csv'. Did you mean: --format csv?",
                "lossctl explain mse --markdown | unknown option '--markdown'. Did you mean: --format md?",
                "lossctl plot mae --table | unknown option '--table'. See lossctl plot --help",
                "lossctl eval -l mse p.csv --group-by g | unknown option '--group-by'. Did you mean: --by?",
                "lossctl eval p.csv --metrics mse | unknown option '--metrics'. Did you mean: --losses?",
                "lossctl mse p.csv --sep ; | unknown option '--sep'. Did you mean: --delimiter?",
                "lossctl mse p.csv --sum | unknown option '--sum'. Did you mean: --reduction sum?",
                "lossctl r2 p.csv --sum | unknown option '--sum'. See lossctl r2 --help",
                "lossctl mse p.csv --prediction yhat | unknown option '--prediction'. Did you mean: --pred?",
                "lossctl plot mse p.csv | unexpected 'p.csv'. --data p.csv marks where its samples lie",
                "lossctl mse -t 1 -p 2 --reduction median | --reduction 'median':"
                        + " did you mean mean? use one of mean, sum, none",
                "lossctl mse -t 1 -p 2 --dtype float16 | --dtype 'float16':"
                        + " did you mean float64? use one of float64, float32",
                "lossctl eval -l mse -t 1,2 -p 2,4 --ci 0.95 | --ci '0.95': not a percentage from 50 to below 100;"
                        + " did you mean 95?",
            })
    void aHintSaysWhatWasMeant(String line, String message) {
        Said said = Said.by(Said.words(line));
        assertEquals("lossctl " + line.split(" ")[1] + ": " + message + "\n", said.err());
        assertEquals(2, said.status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "focal | unknown command 'focal'. Did you mean: categorical_focal, binary_focal,"
                        + " or lossctl binary_focal --from-logits --as catboost?",
                "dice_score | unknown command 'dice_score'. Did you mean: lossctl batch with"
                        + " {\"as\":\"torchmetrics\",\"loss\":\"dice_score\",...}?",
                "MultiRMSE | unknown command 'MultiRMSE'. Did you mean: lossctl batch with"
                        + " {\"as\":\"catboost\",\"loss\":\"MultiRMSE\",...}?",
                "kl_div | unknown command 'kl_div'. Did you mean: lossctl kld --as torch, or lossctl kld --as lightgbm?",
                "torch.nn.MSELoss | unknown command 'torch.nn.MSELoss'. Did you mean: MSELoss?",
                "keras.losses.Huber | unknown command 'keras.losses.Huber'. Did you mean: Huber?",
                "plot scatter | unknown picture or loss 'scatter'. Pictures: residuals, calibration, history, groups,"
                        + " confusion; for losses see lossctl list",
                "regression | unknown command 'regression'. It is a task: lossctl list --task regression",
            })
    void partsOfNamesAndTasksAreKnown(String word, String message) {
        assertEquals(
                "lossctl: " + message,
                Said.by(Said.words("lossctl " + word + " -t 1 -p 2")).err().strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KLDivLos | KLDivLoss (lossctl kld --as torch)",
                "log_los | log_loss",
                "lambdaran | lambdarank",
                "rank:ndgc | rank:ndcg",
                "reg:pseudohubererro | reg_pseudohubererror",
                "BinaryCrossentrop | binary_crossentropy",
                "MultiRMSEE | MultiRMSE (lossctl batch with {\"as\":\"catboost\",\"loss\":\"MultiRMSE\",...})",
                "evl | eval",
            })
    void aTypoIsHeldAgainstTheNamesOfAllFrameworks(String word, String meant) {
        String hint = "'" + word + "'. Did you mean: " + meant + "?";
        assertEquals(
                "lossctl: unknown command " + hint,
                Said.by(word, "-t", "1").err().strip());
        if (!word.equals("evl")) {
            assertEquals(
                    "lossctl eval: unknown loss " + hint,
                    Said.by("eval", "-l", word).err().strip());
        }
    }

    @Test
    void aNameThatIsKnownAndHasNoValueTellsWhy() {
        String reason = "lightgbm's lambdarank has no value here: its gradients are made up pair by pair"
                + " and belong to no loss of predictions; its measure is ndcg";
        assertEquals(
                "lossctl: unknown command 'lambdarank'. " + reason,
                Said.by("lambdarank").err().strip());
        String request = "{\"as\":\"lightgbm\",\"loss\":\"lambdaran\",\"y_true\":[1],\"y_pred\":[2]}";
        assertTrue(Said.read(request, "batch").out().contains("Did you mean: lambdarank?"));
    }
}
