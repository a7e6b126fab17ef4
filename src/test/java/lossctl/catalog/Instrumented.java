package lossctl.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import lossctl.loss.Spec;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.IMethodCoverage;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.data.SessionInfoStore;
import org.jacoco.core.instr.Instrumenter;
import org.jacoco.core.runtime.IRuntime;
import org.jacoco.core.runtime.LoggerRuntime;
import org.jacoco.core.runtime.RuntimeData;

/** The catalogue once more, in classes that tell which of their branches were passed. */
final class Instrumented extends ClassLoader {
    private static final String CATALOG = Catalog.class.getPackageName() + ".";

    private final IRuntime runtime = new LoggerRuntime();
    private final RuntimeData data = new RuntimeData();
    private final Instrumenter instrumenter = new Instrumenter(runtime);
    private final Path root;
    private int branches;

    Instrumented() throws Exception {
        super(Catalog.class.getClassLoader());
        root = Path.of(Catalog.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        runtime.startup(data);
    }

    /** A loss of the instrumented catalogue. */
    Spec find(String name) throws ReflectiveOperationException {
        return (Spec) loadClass(Catalog.class.getName())
                .getMethod("find", String.class)
                .invoke(null, name);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        Path file = root.resolve(name.replace('.', '/') + ".class");
        if (!name.startsWith(CATALOG) || !Files.exists(file)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = instrumenter.instrument(in, name);
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What belongs to a loss but computes nothing: domains, parameters, the like. */
    private static final Set<String> PLUMBING = Set.of(
            "<init>",
            "<clinit>",
            "with",
            "truth",
            "prediction",
            "inputs",
            "isOverRows",
            "leastOutputs",
            "takesSingles",
            "seesTrueClassAlone",
            "sums",
            "addSingles",
            "perSample");

    /**
     * The branches of the computing methods of losses that were not passed, as their number and lines, by class and method; metrics,
     * which have no derivative, are left out.
     */
    Map<String, String> missed() throws IOException {
        ExecutionDataStore passed = new ExecutionDataStore();
        data.collect(passed, new SessionInfoStore(), false);
        CoverageBuilder coverage = new CoverageBuilder();
        Analyzer analyzer = new Analyzer(passed, coverage);
        try (Stream<Path> files = Files.walk(root.resolve(CATALOG.replace('.', '/')))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    analyzer.analyzeClass(in, file.toString());
                }
            }
        }
        Map<String, String> missed = new TreeMap<>();
        branches = 0;
        for (IClassCoverage type : coverage.getClasses()) {
            String name = type.getName().substring(CATALOG.length()).replace('/', '.');
            if (!name.contains(".") || isMetric(name)) {
                continue;
            }
            for (IMethodCoverage method : type.getMethods()) {
                String lines = PLUMBING.contains(method.getName()) ? "" : missed(method);
                branches += method.getBranchCounter().getTotalCount();
                if (!lines.isEmpty()) {
                    missed.merge(name + "." + method.getName(), lines, String::concat);
                }
            }
        }
        return missed;
    }

    private static boolean isMetric(String type) {
        for (Spec spec : Catalog.all()) {
            String owner = Catalog.task(spec.name()) + "."
                    + spec.create(spec.defaults()).getClass().getSimpleName();
            if (spec.isMetric() && (type.equals(owner) || type.startsWith(owner + "$"))) {
                return true;
            }
        }
        return type.startsWith("metric.");
    }

    private static String missed(IMethodCoverage method) {
        if (method.getInstructionCounter().getStatus() == ICounter.NOT_COVERED) {
            return method.getBranchCounter().getTotalCount() + ": never called";
        }
        StringBuilder lines = new StringBuilder();
        for (int line = Math.max(0, method.getFirstLine()); line <= method.getLastLine(); line++) {
            ICounter branches = method.getLine(line).getBranchCounter();
            if (branches.getMissedCount() > 0) {
                lines.append(' ').append(line);
            }
        }
        int missed = method.getBranchCounter().getMissedCount();
        return missed == 0 ? "" : missed + ": lines" + lines;
    }

    /** How many branches there are in the methods that {@link #missed} looked at. */
    int branches() {
        return branches;
    }

    /** Stops recording. */
    void shutdown() {
        runtime.shutdown();
    }
}
