package lossctl.num;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A line of {@code number-grammar.txt}: a text, what it is, whether JSON allows it bare, its value if it has one. */
public record Spelling(NumberVerdict verdict, boolean json, double value, String text) {
    /** Every line of the table. */
    public static List<Spelling> all() {
        List<Spelling> all = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Spelling.class.getResourceAsStream("/number-grammar.txt"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] cells = line.split("\t", 4);
                    double value = cells[2].equals("-") ? Double.NaN : Double.parseDouble(cells[2]);
                    all.add(new Spelling(
                            NumberVerdict.valueOf(cells[0]), cells[1].equals("json"), value, unescape(cells[3])));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static String unescape(String cell) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) != '\\') {
                text.append(cell.charAt(i));
                continue;
            }
            char kind = cell.charAt(++i);
            switch (kind) {
                case 't' -> text.append('\t');
                case 's' -> text.append(' ');
                case '\\' -> text.append('\\');
                case 'u' -> {
                    text.append((char) Integer.parseInt(cell.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                case '{' -> {
                    int end = cell.indexOf('}', i);
                    int more = Integer.parseInt(cell.substring(i + 1, end)) - 1;
                    text.append(text.substring(text.length() - 1).repeat(more));
                    i = end;
                }
                default -> throw new IllegalArgumentException("unknown escape in " + cell);
            }
        }
        return text.toString();
    }
}
