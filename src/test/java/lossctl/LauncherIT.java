package lossctl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/lossctl} from outside, in copies of the project that hold the launcher and the jar only. */
class LauncherIT {
    private static final String NEED = ": install a JDK 17 or newer, or point JAVA_HOME at one\n";
    private static final String[] MSE = {"mse", "--true", "1,0", "--pred", "2,3"};

    private static final Launch.Outcome BUILT = new Launch.Outcome(0, "5.0\n", "lossctl: building (first use) ...\n");

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    /** A copy that has started before, for the tests that leave it as it is. */
    private static Path launcher;

    @BeforeAll
    static void copy() throws IOException {
        launcher = copyTo(shared);
        Launch.of(launcher).run(MSE).prints("5.0\n");
    }

    @Test
    void theArchiveIsMadeByTheFirstStartAndUsedByTheNext() throws IOException {
        Path archive = archive(launcher);
        FileTime made = Files.getLastModifiedTime(archive);
        List<String> elsewhere = classesLoaded().stream()
                .filter(line -> !line.endsWith("source: shared objects file"))
                .toList();
        assertEquals(List.of(), elsewhere, "loaded outside of the archive, which costs up to 1 ms each");
        assertEquals(made, Files.getLastModifiedTime(archive));
    }

    @Test
    void aSimpleLossLoadsNothingThatIsSlowToStart() throws IOException {
        assumeTrue(
                archive(launcher).toString().endsWith(".jsa"),
                "an AOT cache loads the classes of all commands at once, at hardly any cost");
        List<String> slow = List.of(
                " java.util.regex.Pattern$",
                " java.util.stream.",
                " java.util.Formatter",
                "$$Lambda",
                " com.fasterxml.",
                " java.time.",
                " java.awt.");
        assertEquals(
                List.of(),
                classesLoaded().stream()
                        .filter(line -> slow.stream().anyMatch(line::contains))
                        .toList());
    }

    private List<String> classesLoaded() throws IOException {
        Path log = folder.resolve("log");
        Launch.of(launcher)
                .with("LOSSCTL_JAVA_OPTS", "-Xlog:class+load:file=" + log)
                .run(MSE)
                .prints("5.0\n");
        List<String> classes = Files.readAllLines(log);
        assertTrue(classes.stream().anyMatch(line -> line.contains(" lossctl.cli.Main ")));
        return classes;
    }

    @Test
    void itRunsThroughLinksAndFromAnyFolder() throws IOException {
        Path first = Files.createSymbolicLink(folder.resolve("first"), launcher);
        Path second = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("bin")).resolve("lossctl"), Path.of("../first"));
        Launch.of(first).in(Path.of("/")).run(MSE).prints("5.0\n");
        Launch.of(second).in(Path.of("/")).run(MSE).prints("5.0\n");
        Launch.of(Path.of("bin/lossctl")).in(folder).run(MSE).prints("5.0\n");
        Launch.of(Path.of("scripts/lossctl"))
                .in(launcher.getParent().getParent())
                .with("CDPATH", "/:/tmp")
                .run(MSE)
                .prints("5.0\n");
    }

    @Test
    void itRunsInAFolderWithBlanksAndLettersBeyondAscii() throws IOException {
        Launch.of(copyTo(folder.resolve("Größe * 1"))).run(MSE).prints("5.0\n");
    }

    @Test
    void itFindsJavaOnThePathWhereJavaHomeIsUnsetOrEmptyOrNoJava() {
        String path = System.getProperty("java.home") + "/bin:" + System.getenv("PATH");
        Launch.of(launcher).without("JAVA_HOME").with("PATH", path).run(MSE).prints("5.0\n");
        Launch.of(launcher).with("JAVA_HOME", "").with("PATH", path).run(MSE).prints("5.0\n");
        Launch.of(launcher)
                .with("JAVA_HOME", folder)
                .with("PATH", path)
                .run(MSE)
                .prints("5.0\n");
    }

    @Test
    void itFindsTheJavaThatALinkOnThePathStandsFor() throws IOException {
        Files.createSymbolicLink(folder.resolve("java"), Path.of(System.getProperty("java.home"), "bin/java"));
        String path = folder + ":" + System.getenv("PATH");
        Launch.of(launcher).without("JAVA_HOME").with("PATH", path).run(MSE).prints("5.0\n");
        Launch.of(launcher).without("JAVA_HOME").with("PATH", path).run(MSE).prints("5.0\n");
    }

    @Test
    void itAsksAJavaThatIsAScript() throws IOException {
        Launch.script(folder.resolve("java"), "exec '" + System.getProperty("java.home") + "/bin/java' \"$@\"");
        String path = folder + ":" + System.getenv("PATH");
        Launch.of(launcher).without("JAVA_HOME").with("PATH", path).run(MSE).prints("5.0\n");
    }

    @Test
    void itSaysThatThereIsNoJava() {
        Launch.of(launcher)
                .without("JAVA_HOME")
                .with("PATH", folder)
                .run(MSE)
                .failsWith(4, "lossctl: found no Java" + NEED);
    }

    @Test
    void itSaysThatJavaIsTooOldWithoutStartingIt() throws IOException {
        for (String version : List.of("1.8.0_392", "11.0.2", "16")) {
            Path java = Launch.script(folder.resolve(version + "/bin/java"), "echo started");
            Files.writeString(
                    folder.resolve(version + "/release"), "IMPLEMENTOR=\"N/A\"\nJAVA_VERSION=\"" + version + "\"\n");
            Launch.of(launcher)
                    .with("JAVA_HOME", folder.resolve(version))
                    .run(MSE)
                    .failsWith(4, "lossctl: " + java + " is Java " + version + ", too old" + NEED);
        }
    }

    @Test
    void itSaysThatAJavaDoesNotRun() throws IOException {
        Path java = Launch.script(folder.resolve("bin/java"), "exit 1");
        Launch.of(launcher)
                .with("JAVA_HOME", folder)
                .run(MSE)
                .failsWith(4, "lossctl: " + java + " does not run" + NEED);
    }

    @Test
    void optionsForJavaAreSplitOnBlanks() {
        Launch.Outcome outcome = Launch.of(launcher)
                .with("LOSSCTL_JAVA_OPTS", "-Xmx64m  -showversion -XX:+UseSerialGC")
                .run(MSE);
        assertEquals("5.0\n", outcome.out());
        assertEquals(0, outcome.exit());
        assertTrue(outcome.err().contains(System.getProperty("java.version")), outcome.err());
    }

    @Test
    void aHeapSmallerThanItBeginsWithCanBeAskedFor() {
        for (String variable : List.of("LOSSCTL_JAVA_OPTS", "JAVA_TOOL_OPTIONS")) {
            Launch.Outcome outcome =
                    Launch.of(launcher).with(variable, "-Xmx12m").run(MSE);
            assertEquals("5.0\n", outcome.out(), outcome.err());
            assertEquals(0, outcome.exit(), outcome.err());
        }
    }

    @Test
    void argumentsReachJavaAsTheyAre() {
        Launch.Outcome outcome = Launch.of(launcher)
                .without("LANG")
                .without("LC_CTYPE")
                .with("LC_ALL", "C")
                .run("mse", "größe * $HOME.csv");
        assertTrue(outcome.err().contains("größe * $HOME.csv"), outcome.err());
        assertEquals(4, outcome.exit());
    }

    @Test
    void aSignalReachesJava() throws Exception {
        Process process = Launch.of(launcher).start("mse", "-");
        while (!process.info().command().orElse("").endsWith("java")) {
            Thread.sleep(5);
        }
        process.destroy();
        assertEquals(143, process.waitFor());
    }

    @Test
    void aBrokenArchiveIsPassedOverInSilence() throws IOException {
        Path copy = copyTo(folder);
        Path archive = notes(copy).resolve(archive(launcher).getFileName());
        byte[] whole = Files.readAllBytes(archive(launcher));
        byte[] ofAnotherFolder = whole;
        for (byte[] broken : List.of(
                "no archive".getBytes(), Arrays.copyOf(whole, whole.length / 2), new byte[9999], ofAnotherFolder)) {
            Files.write(archive, broken);
            Launch.of(copy).run(MSE).prints("5.0\n");
            assertArrayEquals(broken, Files.readAllBytes(archive));
        }
    }

    @Test
    void anArchiveThatCouldNotBeMadeIsNotTriedAgainBeforeTheJarIsNewer() throws IOException {
        Path copy = copyTo(folder);
        Path archive = Files.createFile(notes(copy).resolve(archive(launcher).getFileName()));
        Launch.of(copy).run(MSE).prints("5.0\n");
        assertEquals(0, Files.size(archive));
        Files.setLastModifiedTime(archive, FileTime.from(Instant.EPOCH));
        Launch.of(copy).run(MSE).prints("5.0\n");
        assertTrue(Files.size(archive) > 0);
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoHindrance() throws IOException {
        Path copy = copyTo(folder.resolve("copy"));
        // A file in the folder's place: taking away the permission would not bind root.
        Files.createFile(jar(copy).resolveSibling("start"));
        Path cache = folder.resolve("cache");
        Launch.of(copy).with("XDG_CACHE_HOME", cache).run(MSE).prints("5.0\n");
        try (Stream<Path> files = Files.walk(cache)) {
            Path name = archive(launcher).getFileName();
            assertTrue(files.anyMatch(file -> file.endsWith(name)));
        }
        Path file = Files.createFile(folder.resolve("no-cache"));
        Launch.of(copy).with("XDG_CACHE_HOME", file).run(MSE).prints("5.0\n");
    }

    @Test
    void twoThatStartAtOnceBothMakeAnArchive() throws IOException {
        Path copy = copyTo(folder);
        Process one = Launch.of(copy).start(MSE);
        Process two = Launch.of(copy).start(MSE);
        Launch.outcome(one).prints("5.0\n");
        Launch.outcome(two).prints("5.0\n");
        assertTrue(Files.size(archive(copy)) > 0);
        try (Stream<Path> files = Files.list(notes(copy))) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".making")).toList());
        }
    }

    @Test
    void twoThatStartUnbuiltBuildOnce() throws IOException {
        Path copy = copyTo(folder.resolve("copy"));
        Path jar = Files.move(jar(copy), folder.resolve("jar"));
        Path count = folder.resolve("count");
        String path = mavenThat("echo run >>" + count, "sleep 0.3", "cp " + jar + " " + jar(copy));
        Process one = Launch.of(copy).with("PATH", path).start(MSE);
        Process two = Launch.of(copy).with("PATH", path).start(MSE);
        assertEquals(BUILT, Launch.outcome(one));
        assertEquals(BUILT, Launch.outcome(two));
        assertEquals(List.of("run"), Files.readAllLines(count));
        Launch.of(copy).with("PATH", path).run(MSE).prints("5.0\n");
    }

    @Test
    void aBuildThatWasKilledIsDoneAgain() throws Exception {
        Path copy = copyTo(folder.resolve("copy"));
        Path jar = Files.move(jar(copy), folder.resolve("jar"));
        Process killed = Launch.of(copy)
                .with("PATH", mavenThat("echo half >" + jar(copy), "exec sleep 60"))
                .start(MSE);
        while (Files.notExists(jar(copy))) {
            Thread.sleep(5);
        }
        List<ProcessHandle> maven = killed.descendants().toList();
        killed.destroyForcibly().waitFor();
        maven.forEach(ProcessHandle::destroyForcibly);
        assertEquals(
                BUILT,
                Launch.of(copy)
                        .with("PATH", mavenThat("cp " + jar + " " + jar(copy)))
                        .run(MSE));
    }

    @Test
    void aBuildThatFailsNamesItsLog() throws IOException {
        Path copy = copyTo(folder.resolve("copy"));
        Files.delete(jar(copy));
        Path log = jar(copy).resolveSibling("build.log");
        Launch.of(copy)
                .with("PATH", mavenThat("echo reason", "exit 1"))
                .run(MSE)
                .failsWith(4, BUILT.err() + "lossctl: the build failed: " + log + " says why\n");
        assertEquals("reason\n", Files.readString(log));
    }

    @Test
    void afterAPullItBuildsOnce() throws IOException {
        Path copy = copyTo(folder.resolve("copy"));
        Path kept = Files.copy(jar(copy), folder.resolve("jar"));
        String path = mavenThat("echo run >>" + folder.resolve("count"), "cp " + kept + " " + jar(copy));
        pull(copy, Instant.now());
        String built = "lossctl: building (sources changed) ...\n";
        assertEquals(
                new Launch.Outcome(0, "5.0\n", built),
                Launch.of(copy).with("PATH", path).run(MSE));
        Launch.of(copy).with("PATH", path).run(MSE).prints("5.0\n");
        assertEquals(List.of("run"), Files.readAllLines(folder.resolve("count")));
    }

    @Test
    void aCommitThatLeavesTheSourcesAsTheyWereBuildsNothing() throws IOException {
        Path copy = copyTo(folder.resolve("copy"));
        pull(copy, Instant.EPOCH);
        String path = mavenThat("exit 1");
        Launch.of(copy).with("PATH", path).run(MSE).prints("5.0\n");
        assertTrue(Files.exists(jar(copy).resolveSibling(".checked")));
        Launch.of(copy).with("PATH", path).run(MSE).prints("5.0\n");
    }

    @Test
    void whoCannotBuildGoesOnWithTheJarThereIs() throws IOException {
        Path copy = copyTo(folder.resolve("copy"));
        Launch.of(copy).run(MSE).prints("5.0\n"); // has made the archive, for which it takes programs
        pull(copy, Instant.now());
        Launch.of(copy)
                .with("PATH", Files.createDirectory(folder.resolve("empty")))
                .run(MSE)
                .prints("5.0\n");
    }

    /** Leaves the traces of a pull that brought sources of this time. */
    private static void pull(Path launcher, Instant time) throws IOException {
        Path project = launcher.getParent().getParent();
        Path source = Files.createDirectories(project.resolve("src/main")).resolve("A.java");
        for (Path file :
                List.of(Files.createFile(source), source.getParent(), Files.createFile(project.resolve("pom.xml")))) {
            Files.setLastModifiedTime(file, FileTime.from(time));
        }
        Files.createFile(Files.createDirectories(project.resolve(".git/logs")).resolve("HEAD"));
    }

    @Test
    void itSaysThatThereIsNoMaven() throws IOException {
        Path copy = copyTo(folder.resolve("copy"));
        Files.delete(jar(copy));
        Launch.of(copy)
                .with("PATH", Files.createDirectory(folder.resolve("empty")))
                .run(MSE)
                .failsWith(4, "lossctl: not built yet, and found no mvn: install Maven 3.6.3 or newer\n");
    }

    /** A copy of what a start needs; returns its launcher. */
    private static Path copyTo(Path project) throws IOException {
        Path copy = Files.createDirectories(project).toRealPath();
        for (String part : List.of("scripts", "target", "target/lib")) {
            Files.createDirectories(copy.resolve(part));
            try (Stream<Path> files = Files.list(Path.of(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, copy.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return copy.resolve("scripts/lossctl");
    }

    private static Path jar(Path launcher) {
        return launcher.getParent().resolveSibling("target/lossctl.jar");
    }

    /** The folder where a launcher keeps its archive. */
    private static Path notes(Path launcher) throws IOException {
        return Files.createDirectories(jar(launcher).resolveSibling("start"));
    }

    private static Path archive(Path launcher) throws IOException {
        try (Stream<Path> files = Files.list(notes(launcher))) {
            return files.filter(file -> file.toString().matches(".*\\.(jsa|aot)"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A PATH that begins with such a Maven. */
    private String mavenThat(String... lines) throws IOException {
        return Launch.script(folder.resolve("maven/mvn"), lines).getParent() + ":" + System.getenv("PATH");
    }
}
