package org.grassrootskpi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DashboardTest {
    @Test
    void everySideGivesTheSameAnswers() {
        StringWriter out = new StringWriter();
        StringWriter log = new StringWriter();
        int status = new CommandLine(new Dashboard())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(log))
                .execute("--rows", "200000", "--millis", "50", "--rounds", "1", "--questions", "400");

        assertThat(log.toString()).isEmpty();
        assertThat(status).isZero();
        assertThat(out.toString().lines()).hasSize(16).allMatch(line -> line.split(",", -1).length == 7);
        assertThat(out.toString().lines().filter(line -> line.contains(",all,")))
                .extracting(line -> line.substring(0, line.indexOf(',')))
                .containsExactly("ours", "duckdb", "map");
    }
}
