package org.grassrootskpi.conformance;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program in a module of its own, as somebody else writes one: compiled against the modules it requires, and run in a JVM of
 * its own. Tests run on the class path, where everything may open everything; here a module is as closed as its descriptor
 * says.
 */
public final class ModuleProgram {
    private final List<Path> sources;
    private final String modulePath;

    private ModuleProgram(List<Path> sources, String modulePath) {
        this.sources = sources;
        this.modulePath = modulePath;
    }

    /**
     * Names the sources and the modules.
     *
     * @param folder the sources, {@code module-info.java} among them
     * @param modules a class of each module that is needed to compile and to run
     */
    public static ModuleProgram of(Path folder, Class<?>... modules) throws IOException {
        String path = Stream.of(modules)
                .map(type -> new File(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .getPath())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        try (Stream<Path> files = Files.walk(folder)) {
            return new ModuleProgram(
                    files.filter(file -> file.toString().endsWith(".java")).toList(), path);
        }
    }

    /**
     * Compiles into a folder and runs.
     *
     * @param main the module and the class, with a slash between them
     * @return what was printed, in lines, without the last line end; fails with it where the compiler or the program fails
     */
    public String run(Path folder, String main) throws IOException, InterruptedException {
        List<String> javac =
                new ArrayList<>(List.of("-encoding", "UTF-8", "-d", folder.toString(), "--module-path", modulePath));
        sources.forEach(source -> javac.add(source.toString()));
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        int end = ToolProvider.findFirst("javac").orElseThrow().run(out, out, javac.toArray(String[]::new));
        if (end != 0) {
            throw new AssertionError("javac ended with " + end + ":\n" + messages);
        }
        return output(List.of("java", "--module-path", folder + File.pathSeparator + modulePath, "--module", main));
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        List<String> started = new ArrayList<>(command);
        started.set(
                0,
                Path.of(System.getProperty("java.home"), "bin", command.get(0)).toString());
        ProcessBuilder builder = new ProcessBuilder(started).redirectErrorStream(true);
        // What asks for another locale or charset is said by the JVM on its error output.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(command.get(0) + " ended with " + process.exitValue() + ":\n" + output);
        }
        return output.lines().collect(Collectors.joining("\n"));
    }
}
