package org.grassrootskpi.sql;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Splitter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The databases of the tests: DuckDB in this process, and a PostgreSQL server of its own on loopback, where one is installed. */
final class Databases {
    private static final Connection DUCKDB = connect("jdbc:duckdb:");
    private static final Optional<String> POSTGRESQL_URL = programs().map(Databases::start);
    private static final Optional<Connection> POSTGRESQL = POSTGRESQL_URL.map(Databases::connect);

    private Databases() {}

    static Connection duckDb() {
        return DUCKDB;
    }

    /** Skips the tests of a class where PostgreSQL is not installed. */
    static void assumePostgreSql() {
        assumeTrue(POSTGRESQL.isPresent(), "PostgreSQL is not installed; on Debian: apt-get install postgresql");
    }

    static Connection postgreSql() {
        return POSTGRESQL.orElseThrow();
    }

    static Connection anotherPostgreSql() {
        return connect(POSTGRESQL_URL.orElseThrow());
    }

    private static Connection connect(String url) {
        try {
            return DriverManager.getConnection(url);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot connect to " + url, e);
        }
    }

    /** The folder of the newest server, where Debian puts it, or the one of the search path. */
    private static Optional<Path> programs() {
        List<Path> folders = new ArrayList<>();
        File[] versions = new File("/usr/lib/postgresql").listFiles();
        if (versions != null) {
            Arrays.sort(versions, Comparator.reverseOrder());
            for (File version : versions) {
                folders.add(version.toPath().resolve("bin"));
            }
        }
        for (String folder :
                Splitter.on(File.pathSeparatorChar).split(System.getenv().getOrDefault("PATH", ""))) {
            folders.add(Path.of(folder));
        }
        return folders.stream()
                .filter(folder ->
                        Files.isExecutable(folder.resolve("initdb")) && Files.isExecutable(folder.resolve("pg_ctl")))
                .findFirst();
    }

    private static String start(Path programs) {
        try {
            Path folder = Files.createTempDirectory("grassroots-kpi-postgresql");
            boolean isRoot = "root".equals(System.getProperty("user.name"));
            if (isRoot) {
                // The server refuses to run as root, and Debian's package brings a user for it.
                run(List.of("chown", "postgres", folder.toString()));
            }
            int port = freePort();
            Path data = folder.resolve("data");
            run(asServer(
                    isRoot,
                    programs.resolve("initdb"),
                    "-D",
                    data,
                    "-U",
                    "test",
                    "-A",
                    "trust",
                    "-E",
                    "UTF8",
                    "--locale=C",
                    "--no-sync"));
            run(asServer(
                    isRoot,
                    programs.resolve("pg_ctl"),
                    "-D",
                    data,
                    "-w",
                    "-l",
                    folder.resolve("log"),
                    "-o",
                    "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off",
                    "start"));
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> stop(
                            asServer(isRoot, programs.resolve("pg_ctl"), "-D", data, "-m", "immediate", "-w", "stop"),
                            folder)));
            return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=test";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(List<String> command, Path folder) {
        try {
            run(command);
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> asServer(boolean isRoot, Object... command) {
        List<String> all = new ArrayList<>(isRoot ? List.of("runuser", "-u", "postgres", "--") : List.of());
        Stream.of(command).map(Object::toString).forEach(all::add);
        return all;
    }

    private static void run(List<String> command) throws IOException {
        Path output = Files.createTempFile("grassroots-kpi-postgresql", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(new File("/"))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroy();
                throw new IOException(command + " failed: " + Files.readString(output, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(command + " was interrupted", e);
        } finally {
            Files.delete(output);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
