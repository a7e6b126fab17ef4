package lossctl.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lossctl.Claim;
import lossctl.loss.Loss;
import lossctl.loss.Spec;
import lossctl.num.Nearest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("loss")
class CatalogTest {
    @Test
    void everyPublicLossIsOnTheListUnderTheNameOfItsClass() throws Exception {
        Map<String, String> listed = new HashMap<>();
        List<String> names = Catalog.names();
        for (int i = 0; i < names.size(); i++) {
            Spec spec = Catalog.all().get(i);
            assertEquals(names.get(i), spec.name(), "the name in the class and the name of the class");
            listed.put(spec.name(), Catalog.task(spec.name()));
        }
        Set<String> found = new HashSet<>();
        for (Class<?> each : publicLosses()) {
            String name = ((Spec) each.getField("SPEC").get(null)).name();
            String task = each.getPackageName().substring("lossctl.catalog.".length());
            Claim.that(
                    task.equals(listed.get(name)),
                    () -> each.getName() + " is missing in Catalog: \"" + task + "." + each.getSimpleName() + "\"");
            found.add(name);
        }
        assertEquals(listed.keySet(), found);
    }

    @Test
    void aListOfNumbersIsASampleEachToLossesOfNumbers() {
        for (Spec spec : Catalog.all()) {
            boolean numbers = Set.of("regression", "likelihood", "margin").contains(Catalog.task(spec.name()));
            Claim.that(
                    !numbers || !spec.create(spec.defaults()).isOverRows(), spec.name() + " takes a list as one row");
        }
    }

    @Test
    void noTwoLossesShareANameOrAnAlias() {
        Map<String, String> owners = new HashMap<>();
        for (Spec spec : Catalog.all()) {
            claim(owners, spec.name(), spec.name());
            for (String alias : spec.aliases()) {
                claim(owners, alias, spec.name());
            }
        }
    }

    private static void claim(Map<String, String> owners, String name, String owner) {
        String other = owners.put(Nearest.plain(name), owner);
        Claim.that(other == null, () -> "'" + name + "' names both " + other + " and " + owner);
        Claim.that(!Catalog.RESERVED.contains(name), name + " is reserved");
        Claim.that(name.matches("[a-z0-9_]+"), "'" + name + "' is not in snake_case");
    }

    @Test
    void everySpelingOfANameOrAliasFindsTheLoss() {
        for (String name : List.of("mse", "MSE", "mean-squared-error", "MeanSquaredError", "L2", "mse_loss")) {
            assertEquals("mse", Catalog.find(name).name(), name);
        }
        assertEquals("sparse_cce", Catalog.find("SparseCategoricalCrossentropy").name());
        assertNull(Catalog.find("mean"));
        assertNull(Catalog.find(""));
    }

    @Test
    void aTypoFindsItsNeighbours() {
        assertEquals(List.of("huber"), Catalog.nearest("hubert"));
        assertEquals(List.of("mean_squared_error"), Catalog.nearest("mean_sqared_error"));
        assertEquals(List.of(), Catalog.nearest("xyzzy"));
    }

    @Test
    void everyLossIsDescribed() {
        for (Spec spec : Catalog.all()) {
            String name = spec.name();
            Claim.that(!spec.summary().isBlank(), name + " has no summary: .summary(...)");
            Claim.that(!spec.summary().endsWith("."), name + ": a summary ends without a full stop");
            Claim.that(!spec.formula().isBlank(), name + " has no formula: .formula(...)");
            Claim.that(!spec.source().isBlank(), name + " has no source: .source(...)");
            Claim.that(spec.isMetric() || !spec.slope().isEmpty(), name + " has no formula of its slope: .slope(...)");
            Claim.that(!spec.isMetric() || spec.slope().isEmpty(), name + " is a metric and has a slope");
            Claim.that(!spec.examples().isEmpty(), name + " has no worked example: .example(...)");
            spec.create(spec.defaults());
            for (String note : spec.notes()) {
                Claim.that(note.endsWith("."), name + ": a note is a sentence with its full stop: " + note);
            }
        }
    }

    /** The public classes below the catalogue that are losses. */
    static List<Class<?>> publicLosses() throws Exception {
        Path root = classes();
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class")
                            && !file.toString().contains("$"))
                    .map(file -> root.relativize(file).toString())
                    .<Class<?>>map(CatalogTest::load)
                    .filter(type -> Loss.class.isAssignableFrom(type) && Modifier.isPublic(type.getModifiers()))
                    .toList();
        }
    }

    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - ".class".length())
                .replace('/', '.')
                .replace('\\', '.');
        try {
            return Class.forName("lossctl.catalog." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Path classes() throws URISyntaxException {
        Path main = Path.of(Catalog.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return main.resolve("lossctl/catalog");
    }
}
