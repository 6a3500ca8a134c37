package org.grassrootskpi.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import org.grassrootskpi.conformance.ReadmeProgram;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

/** Runs the program under "As JSON" of the README. */
class ReadmeTest {
    private static void program(PrintStream out) throws Exception {
        ObjectMapper mapper = new ObjectMapper().registerModule(new GrassrootsKpiModule());
        out.println(mapper.writeValueAsString(Quantity.parse("近300亿元")));
        out.println(mapper.readValue("\"近300亿元\"", Quantity.class).in(Unit.parse("亿元")));
        out.println(mapper.readValue("\"2024年第三季度\"", TimePeriod.class).lastDay());
    }

    @Test
    void theProgramOfThePageIsTheOneThatRuns() throws Exception {
        ReadmeProgram.of("As JSON").isIn(ReadmeTest.class);
    }

    @Test
    void itPrintsWhatThePageShows() throws Exception {
        ReadmeProgram.of("As JSON").isPrintedBy(ReadmeTest::program);
    }
}
