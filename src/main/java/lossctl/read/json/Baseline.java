package lossctl.read.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lossctl.data.Refusal;
import lossctl.data.Unopened;

/** The numbers that {@code eval --json} saved: losses, their standard errors and signatures, without the samples. */
public final class Baseline {
    private final String name;
    private final Map<String, Double> values = new HashMap<>();
    private final Map<String, Double> errors = new HashMap<>();
    private final Map<String, String> signatures = new HashMap<>();
    private final Map<List<String>, Baseline> groups = new HashMap<>();

    private Baseline(String name) {
        this.name = name;
    }

    /**
     * The numbers of a file.
     *
     * @param columns by how many columns its samples are grouped, 0 for groups not wanted
     * @return null where the file is a dump of samples, or no JSON object
     * @throws Refusal where it cannot be read, or breaks off
     */
    public static Baseline of(String path, int columns) {
        Baseline baseline = new Baseline(path);
        try (InputStream in = Files.newInputStream(Path.of(path));
                JsonParser parser = new com.fasterxml.jackson.core.JsonFactory().createParser(in)) {
            if (!baseline.isRead(parser, columns)) {
                return null;
            }
        } catch (java.nio.file.NoSuchFileException e) {
            throw Unopened.file(path);
        } catch (IOException e) {
            throw new Refusal(Refusal.Code.IO, "cannot be read: " + e.getMessage()).in(path);
        }
        return baseline.signatures.isEmpty() ? null : baseline;
    }

    /** Reads the object of a document; false where it is none. */
    private boolean isRead(JsonParser parser, int columns) throws IOException {
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            read(parser, columns);
            return true;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw Parsers.refusal(e, parser).in(name).hint(null);
        }
    }

    private void read(JsonParser parser, int columns) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token.isNumeric()) {
                values.put(field, parser.getDoubleValue());
            } else if (token == JsonToken.START_OBJECT && field.equals("se")) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String loss = parser.currentName();
                    if (parser.nextToken().isNumeric()) {
                        errors.put(loss, parser.getDoubleValue());
                    }
                }
            } else if (token == JsonToken.START_OBJECT && field.equals("signatures")) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String loss = parser.currentName();
                    parser.nextToken();
                    signatures.put(loss, parser.getText());
                }
            } else if (token == JsonToken.START_OBJECT && field.equals("groups") && columns > 0) {
                readGroups(parser, columns, new ArrayList<>());
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readGroups(JsonParser parser, int columns, List<String> outer) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            List<String> keys = new ArrayList<>(outer);
            keys.add(parser.currentName());
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
            } else if (columns > 1) {
                readGroups(parser, columns - 1, keys);
            } else {
                Baseline group = new Baseline(name);
                group.read(parser, 0);
                groups.put(keys, group);
            }
        }
    }

    /** The numbers of one group; null where there is none. They have no signatures of their own. */
    public Baseline group(String[] keys) {
        return groups.get(Arrays.asList(keys));
    }

    /** How many groups there are. */
    public int groups() {
        return groups.size();
    }

    /** The file. */
    public String name() {
        return name;
    }

    /** A number by its name, such as that of a loss or {@code n}; null where there is none. */
    public Double value(String loss) {
        return values.get(loss);
    }

    /** The standard error of a loss; null where there is none. */
    public Double error(String loss) {
        return errors.get(loss);
    }

    /** The signature of a loss; null where there is none. */
    public String signature(String loss) {
        return signatures.get(loss);
    }
}
