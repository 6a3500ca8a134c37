package org.grassrootskpi.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

/** Runs the program under "As JSON" of the README. */
class ReadmeTest {
    private static final String SOURCE = "src/test/java/org/grassrootskpi/json/ReadmeTest.java";

    private static void program(PrintStream out) throws Exception {
        ObjectMapper mapper = new ObjectMapper().registerModule(new GrassrootsKpiModule());
        out.println(mapper.writeValueAsString(Quantity.parse("近300亿元")));
        out.println(mapper.readValue("\"近300亿元\"", Quantity.class).in(Unit.parse("亿元")));
        out.println(mapper.readValue("\"2024年第三季度\"", TimePeriod.class).lastDay());
    }

    private static List<String> blocks() throws Exception {
        String section = Files.readString(Path.of("README.md")).split("## As JSON\n", -1)[1];
        List<String> parts = Splitter.on("```").splitToList(section);
        return List.of(parts.get(1), parts.get(3));
    }

    private static String bare(String code) {
        return code.replaceAll("\\s", "");
    }

    @Test
    void theProgramOfThePageIsTheOneThatRuns() throws Exception {
        String shown = blocks().get(0).replace("java\n", "").replace("System.out.", "out.");

        assertThat(bare(Files.readString(Path.of(SOURCE)))).contains(bare(shown));
    }

    @Test
    void itPrintsWhatThePageShows() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        program(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactlyElementsOf(blocks().get(1).strip().lines().toList());
    }
}
