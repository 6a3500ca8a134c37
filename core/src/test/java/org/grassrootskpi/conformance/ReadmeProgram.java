package org.grassrootskpi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The program that a section of a module's README shows, and what it shows as its output. */
public final class ReadmeProgram {
    private final List<String> parts;

    private ReadmeProgram(List<String> parts) {
        this.parts = parts;
    }

    /** A program that prints. */
    @FunctionalInterface
    public interface Program {
        void run(PrintStream out) throws Exception;
    }

    /** Reads the first two blocks of a section. */
    public static ReadmeProgram of(String section) throws Exception {
        String text = Files.readString(Path.of("README.md")).split("## " + section + "\n", -1)[1];
        return new ReadmeProgram(Splitter.on("```").splitToList(text));
    }

    /** Checks that the source of a test has the program as it is shown, but for blanks and the stream that it prints to. */
    public void isIn(Class<?> test) throws Exception {
        Path source = Path.of("src/test/java/" + test.getName().replace('.', '/') + ".java");
        String shown = parts.get(1).replace("java\n", "").replace("System.out.", "out.");

        assertThat(bare(Files.readString(source))).contains(bare(shown));
    }

    /** Checks that a program prints what is shown. */
    public void isPrintedBy(Program program) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        program.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactlyElementsOf(parts.get(3).strip().lines().toList());
    }

    private static String bare(String code) {
        return code.replaceAll("\\s", "");
    }
}
