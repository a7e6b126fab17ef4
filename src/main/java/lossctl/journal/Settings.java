package lossctl.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import lossctl.write.JsonOut;

/**
 * What a state was made with: every option that has a say in it, by its long name. States are taken up, and merged,
 * under the same settings only.
 *
 * @param version the lossctl that made it
 * @param options the options with their values, in the order of their names
 */
public record Settings(String version, Map<String, String> options) {

    /** Settings with a sorted copy of the options. */
    public Settings(String version, Map<String, String> options) {
        this.version = version;
        this.options = new TreeMap<>(options);
    }

    /** The first way in which these differ from others, in a few words: {@code it has --missing skip, here fail}. */
    String difference(Settings here) {
        if (!version.equals(here.version)) {
            return "it was made by lossctl " + version + ", and this is " + here.version;
        }
        Map<String, String> all = new LinkedHashMap<>(options);
        all.putAll(here.options);
        for (String name : all.keySet()) {
            String there = options.get(name);
            String now = here.options.get(name);
            if (there == null || !there.equals(now)) {
                return there == null
                        ? "it was made without " + word(name, now)
                        : "it was made with " + word(name, there)
                                + (now == null ? ", not without it" : ", not " + word(name, now));
            }
        }
        return null;
    }

    private static String word(String name, String value) {
        return value.isEmpty() ? name : name + " " + value;
    }

    void write(JsonOut json) {
        json.name("version").text(version);
        json.name("settings").object();
        for (Map.Entry<String, String> option : options.entrySet()) {
            json.name(option.getKey()).text(option.getValue());
        }
        json.endObject();
    }

    static Settings of(Members members) {
        String version = members.text("version");
        return new Settings(version == null ? "?" : version, members.map("settings"));
    }
}
