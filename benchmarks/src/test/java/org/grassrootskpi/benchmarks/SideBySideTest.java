package org.grassrootskpi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.grassrootskpi.table.ObservationTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SideBySideTest {
    private static final BenchmarkData DATA = new BenchmarkData(30_000, false);

    @ParameterizedTest
    @EnumSource(Question.class)
    void everySideGivesTheSameAnswer(Question question) throws Exception {
        // Of 240 cells that Q7 looks at, fewer rows than a million would hit none; W6 needs months that follow each
        // other.
        boolean many = question == Question.Q7;
        BenchmarkData data = new BenchmarkData(question.data(), many ? 1_000_000 : 30_000, false);
        ObservationTable table = TableLoad.load(data);
        try (DuckDb duckDb = new DuckDb(2)) {
            duckDb.load(data);
            List<String> answers = new ArrayList<>();
            answers.add(new OurTable(data, table, 1).answer(question));
            answers.add(new OurTable(data, table, 2).answer(question));
            if (question.isAppend()) {
                duckDb.loadAppends(data);
                answers.add(duckDb.answerAfterAppend(question));
            } else if (question.isExport()) {
                duckDb.loadExports(data);
                answers.add(duckDb.answerOfExport(question.best(), question == Question.X2));
                answers.add(duckDb.answerOfExport(question.natural(), question == Question.X2));
            } else {
                int omitted = question.isApproximate() ? 1 : 0;
                answers.add(duckDb.answer(question.best(), omitted));
                answers.add(duckDb.answer(question.natural(), omitted));
            }
            if (question.isPublished()) {
                try (RecordStreams records = new RecordStreams(data, 2)) {
                    answers.add(records.ask(question).fingerprint());
                }
            }

            assertThat(answers).doesNotContain("0 rows, hash 0");
            assertThat(Set.copyOf(answers)).as(answers.toString()).hasSize(1);
        }
    }

    @Test
    void severalKindsOfDataAreLoadedInTurn() {
        StringWriter out = new StringWriter();
        int status = new CommandLine(new SideBySide())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()))
                .execute("--rows", "2000", "--questions", "w19b,W17,seven", "--millis", "1", "--no-streams");

        assertThat(status).isZero();
        assertThat(out.toString().lines().skip(1))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "W19B", "W17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"random", "sorted"})
    void aRunPrintsALineForEachQuestion(String order) {
        StringWriter out = new StringWriter();
        StringWriter log = new StringWriter();
        int status = new CommandLine(new SideBySide())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(log))
                .execute("--rows", "2000", "--order", order, "--questions", "Q1,Q3,Q7", "--millis", "5");

        assertThat(status).as(log.toString()).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.get(0))
                .isEqualTo("question,rows,ours_ms,duckdb_best_ms,duckdb_natural_ms,streams_ms,ratio_best,ratio_natural,"
                        + "bandwidth_ms");
        assertThat(lines.subList(1, 4)).extracting(line -> line.substring(0, 3)).containsExactly("Q1 ", "Q3 ", "Q7 ");
        assertThat(lines.get(1).split(",", -1)).hasSize(9).doesNotContain("");
        assertThat(log.toString()).contains("table: 2000 rows");
    }

    @Test
    void rowsAreDistinctCellsAndTheSameInEitherOrder() {
        Set<List<Integer>> cells = new HashSet<>();
        List<List<Long>> shuffled = new ArrayList<>();
        List<List<Long>> sorted = new ArrayList<>();
        DATA.forEach((indicator, community, month, scaled) -> {
            cells.add(List.of(indicator, community, month));
            shuffled.add(List.of((long) indicator, (long) community, (long) month, scaled));
        });
        new BenchmarkData(DATA.rows(), true)
                .forEach((indicator, community, month, scaled) ->
                        sorted.add(List.of((long) indicator, (long) community, (long) month, scaled)));

        assertThat(cells).hasSize(30_000);
        assertThat(sorted).containsExactlyInAnyOrderElementsOf(shuffled).isNotEqualTo(shuffled);
    }

    @Test
    void aFingerprintTellsRowsApartButNotTheirOrder() {
        String one = new Answer().row().add(1).add(2).row().add(3).add(4).fingerprint();

        assertThat(new Answer().row().add(3).add(4).row().add(1).add(2).fingerprint())
                .isEqualTo(one);
        assertThat(new Answer().row().add(2).add(1).row().add(3).add(4).fingerprint())
                .isNotEqualTo(one);
        assertThat(new Answer().row().add(1).add(2).fingerprint()).isNotEqualTo(one);
    }
}
