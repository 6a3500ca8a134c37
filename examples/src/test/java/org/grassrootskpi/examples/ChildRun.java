package org.grassrootskpi.examples;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the program printed as its own process, in UTF-8, and how it ended. */
record ChildRun(int status, String out, String err) {
    private static final int MINUTES = 5;

    /** Starts the program as a process of its own. */
    static ProcessBuilder process(List<String> options, String... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().remove("COLUMNS");
        process.environment().remove("JAVA_TOOL_OPTIONS");
        return process;
    }

    /** Runs the program to its end, standard output going into a file of a folder. */
    static ChildRun of(Path folder, List<String> options, String... args) throws IOException, InterruptedException {
        return of(folder, folder.resolve("out.txt").toFile(), options, args);
    }

    /** Runs the program to its end, standard output going into a file or a device. */
    static ChildRun of(Path folder, File out, List<String> options, String... args)
            throws IOException, InterruptedException {
        Path err = folder.resolve("err.txt");
        Process process = process(options, args)
                .redirectOutput(out)
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        int status = end(process);
        return new ChildRun(status, out.isFile() ? text(out.toPath()) : "", text(err));
    }

    /** Waits for the end of a process, which is in sight. */
    static int end(Process process) throws InterruptedException {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("still running after " + MINUTES + " minutes");
        }
        return process.exitValue();
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
