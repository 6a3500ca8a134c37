package org.grassrootskpi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code scale} with few rows: what it says, that the answers are equal, and what it leaves behind. */
class ScaleCommandTest {
    @Test
    void bothEnginesGiveTheSameAnswers(@TempDir Path folder) throws IOException {
        String[] args = {
            "scale", "--rows", "600000", "--memory", "512MB", "--threads", "2", "--folder", folder.toString()
        };

        MainRun run = MainRun.of(args);
        MainRun again = MainRun.of(args);

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("600,000 simulated observations:", "12 months, 2 indicators");
        assertThat(run.out().lines().filter(line -> line.endsWith("yes"))).hasSize(4);
        assertThat(run.out().lines())
                .anyMatch(line -> line.matches("sum and count by indicator +2 .* yes"))
                .anyMatch(line -> line.matches("the ten greatest townships of one indicator +10 .* yes"))
                .anyMatch(line -> line.matches("one province, one indicator, by month +12 .* yes"));
        assertThat(again.out()).contains("of an earlier run").doesNotContain("written in");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString())
                            .toList())
                    .isEqualTo(List.of("observations-600000.parquet"));
        }
    }

    @Test
    void oneEngineIsComparedWithNone() {
        MainRun run = MainRun.of("scale", "--rows", "1000", "--engine", "local");

        assertThat(run.out().lines())
                .anyMatch(line -> line.matches("question +groups +local ms +million rows/s"))
                .noneMatch(line -> line.contains("duckdb"));
    }

    @Test
    void saysHowFarAQuestionIs() {
        MainRun run = MainRun.of("scale", "--rows", "1000", "--engine", "duckdb", "--progress");

        assertThat(run.err().lines()).contains("duckdb: 1 of 1 passes");
    }

    /** Spark is none of what these programs bring. */
    @Test
    void saysHowSparkIsBrought() {
        MainRun run = MainRun.of("scale", "--rows", "1000", "--engine", "local,spark");

        assertThat(run.status()).isOne();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith(
                        "scale: Expected Spark on the class path, found no org.apache.spark.sql.SparkSession; start with -cp ");
    }

    @Test
    void saysInALineWhatIsWrong(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("figures"), "x");

        MainRun small = MainRun.of("scale", "--rows", "100000", "--engine", "duckdb", "--memory", "1MB");
        MainRun noFolder = MainRun.of("scale", "--rows", "10", "--folder", file.toString());

        assertThat(small.status()).isOne();
        assertThat(small.err().lines())
                .singleElement()
                .asString()
                .startsWith("scale: DuckDB has stopped: ")
                .endsWith("; give it more with --memory");
        assertThat(noFolder.status()).isEqualTo(2);
        assertThat(noFolder.err()).startsWith("Expected a folder for --folder, got the file " + file);
    }

    @ParameterizedTest
    @CsvSource({
        "--rows, 0, 'Expected --rows from 1 to 1000000000, got 0'",
        "--threads, 0, 'Expected --threads of 1 or more, got 0'",
        "--memory, much, 'Expected --memory such as 512MB or 4GB, got ''much'''"
    })
    void refusesACallThatIsWrong(String option, String value, String message) {
        MainRun run = MainRun.of("scale", option, value);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith(message);
    }
}
