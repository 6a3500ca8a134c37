package org.grassrootskpi.spark;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A standalone cluster of a master and two workers, started by the script of this module. */
final class Cluster implements AutoCloseable {
    private final Path folder;
    private final String master;

    private Cluster(Path folder, String master) {
        this.folder = folder;
        this.master = master;
    }

    /** Skips the tests of a class where they were not asked for. */
    static void assumeAsked() {
        assumeTrue(
                Boolean.getBoolean("grassroots.spark.cluster"),
                "Starts a Spark cluster of five processes on loopback; ask for it by -Dgrassroots.spark.cluster=true");
    }

    static Cluster start(Path folder) throws IOException, InterruptedException {
        List<String> lines = script(folder, "start").lines().toList();
        return new Cluster(folder, lines.get(lines.size() - 1));
    }

    /** Returns the address of the master. */
    String master() {
        return master;
    }

    /** Ends a worker and its executors at once, so that they can tell nobody. */
    void kill(int worker) throws IOException {
        long pid = Long.parseLong(Files.readString(folder.resolve("worker" + worker + ".pid"), StandardCharsets.UTF_8)
                .strip());
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> executors = process.descendants().toList();
        process.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() throws IOException {
        try {
            script(folder, "stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the cluster stopped", e);
        }
    }

    private static String script(Path folder, String command) throws IOException, InterruptedException {
        Path output = folder.resolve(command + ".txt");
        ProcessBuilder script = new ProcessBuilder("bash", "cluster.sh", command, folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        script.environment().put("WORKER_MEMORY", "600m");
        script.environment()
                .put(
                        "SPARK_CLASSPATH",
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(path -> path.endsWith(".jar"))
                                .collect(Collectors.joining(":")));
        Process process = script.start();
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroy();
            throw new IOException("cluster.sh " + command + " failed: " + Files.readString(output));
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
