package lossctl.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import lossctl.data.Refusal;
import lossctl.data.Refusal.Code;
import org.junit.jupiter.api.Test;

class ErrorTextTest {
    private static Refusal foo() {
        return new Refusal(Code.NOT_A_NUMBER, "not a number")
                .in("bad.csv")
                .at(3, 3)
                .field(2)
                .column("y_pred")
                .value("foo")
                .hint("--missing skip --missing-values foo");
    }

    @Test
    void theExamplesOfTheInterface() {
        assertEquals(
                "bad.csv:3:3: column 'y_pred': not a number: 'foo'        hint: --missing skip --missing-values foo",
                ErrorText.text(foo(), "mse"));
        assertEquals(
                "preds.csv: no column 'yhat'; columns: y_true, y_pred, region. Did you mean 'y_pred'?",
                ErrorText.text(
                        new Refusal(
                                        Code.NO_COLUMN,
                                        "no column 'yhat'; columns: y_true, y_pred, region. Did you mean 'y_pred'?")
                                .in("preds.csv")
                                .column("yhat"),
                        "mse"));
        assertEquals(
                "lossctl mse: --true has 2 values but --pred has 1",
                ErrorText.text(new Refusal(Code.SHAPE, "--true has 2 values but --pred has 1"), "mse"));
        assertEquals(
                "lossctl bce: prediction 1 is 1.2, outside [0, 1] (raw scores? use --from-logits)",
                ErrorText.text(
                        new Refusal(
                                        Code.OUT_OF_DOMAIN,
                                        "prediction 1 is 1.2, outside [0, 1] (raw scores? use --from-logits)")
                                .value("1.2"),
                        "bce"));
        for (String none : new String[] {null, ""}) {
            assertEquals(
                    "lossctl: unknown command 'msee'. Did you mean: mse, msle?",
                    ErrorText.text(new Refusal(Code.USAGE, "unknown command 'msee'. Did you mean: mse, msle?"), none));
        }
    }

    @Test
    void aLongTextThatTheMessageShowsTheBeginningOfIsToldOnce() {
        String digits = "1".repeat(400);
        String shown = "too large: '" + digits.substring(0, 40) + "...'";
        assertEquals("lossctl: " + shown, ErrorText.text(new Refusal(Code.OVERFLOW, shown).value(digits), null));
        assertEquals(
                "lossctl: too large: '" + digits.substring(0, 39) + "\u2026'",
                ErrorText.text(new Refusal(Code.OVERFLOW, "too large").value(digits), null));
    }

    @Test
    void placesAsFarAsTheyAreKnown() {
        Refusal refusal = new Refusal(Code.MALFORMED, "unexpected end").in("a.json");
        assertEquals("a.json: unexpected end", ErrorText.text(refusal, "mse"));
        assertEquals("a.json: unexpected end", ErrorText.text(refusal.at(0, 7), "mse"));
        assertEquals("a.json:4: unexpected end", ErrorText.text(refusal.at(4, 0), "mse"));
        assertEquals("a.json:4:9: unexpected end", ErrorText.text(refusal.at(4, 9), "mse"));
    }

    @Test
    void aMessageThatNamesColumnAndValueDoesNotNameThemTwice() {
        Refusal refusal = new Refusal(Code.OUT_OF_DOMAIN, "column 'p' is 1.5, outside [0, 1]")
                .in("a.csv")
                .at(2, 1)
                .column("p")
                .value("1.5");
        assertEquals("a.csv:2:1: column 'p' is 1.5, outside [0, 1]", ErrorText.text(refusal, "bce"));
        assertEquals(
                "lossctl mse: --true: value 2: not a number: 'a'",
                ErrorText.text(new Refusal(Code.NOT_A_NUMBER, "--true: value 2: not a number").value("a"), "mse"));
    }

    @Test
    void whatIsQuotedIsCutAndMadeVisible() {
        Refusal refusal = foo().value("\u001b[2J" + "x".repeat(100))
                .column("c".repeat(100))
                .hint(null);
        assertEquals(
                "bad.csv:3:3: column '" + "c".repeat(39) + "…': not a number: '\\x1b[2J" + "x".repeat(35) + "…'",
                ErrorText.text(refusal, "mse"));
        Refusal inside = new Refusal(Code.KEY, "key '" + "k".repeat(100) + "' occurs twice").value("k".repeat(100));
        assertEquals("lossctl mse: key '" + "k".repeat(39) + "…' occurs twice", ErrorText.text(inside, "mse"));
        Refusal column = new Refusal(Code.NO_COLUMN, "no column '" + "c".repeat(100) + "'").column("c".repeat(100));
        assertEquals("lossctl mse: no column '" + "c".repeat(39) + "…'", ErrorText.text(column, "mse"));
        assertEquals(
                "a\\nb.csv: " + "m".repeat(999) + "…",
                ErrorText.text(new Refusal(Code.IO, "m".repeat(5000)).in("a\nb.csv"), null));
    }

    @Test
    void jsonHoldsWhatIsKnown() {
        assertEquals(
                "{\"error\":{\"code\":\"NOT_A_NUMBER\",\"exit\":3,\"file\":\"bad.csv\",\"line\":3,\"field\":2,"
                        + "\"column\":\"y_pred\",\"value\":\"foo\",\"message\":\"column 'y_pred': not a number: 'foo'\","
                        + "\"hint\":\"--missing skip --missing-values foo\"}}",
                ErrorText.json(foo()));
        assertEquals(
                "{\"error\":{\"code\":\"MALFORMED\",\"exit\":3,\"file\":\"a.json\",\"line\":4,\"position\":9,"
                        + "\"message\":\"unexpected end\"}}",
                ErrorText.json(new Refusal(Code.MALFORMED, "unexpected end")
                        .in("a.json")
                        .at(4, 9)));
        assertEquals(
                "{\"error\":{\"code\":\"IO\",\"exit\":4,\"message\":\"cannot write <stdout>: \\\"\\u001b\\\"\"}}",
                ErrorText.json(new Refusal(Code.IO, "cannot write <stdout>: \"\u001b\"")));
    }
}
