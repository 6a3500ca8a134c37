package org.grassrootskpi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grassrootskpi.catalog.PinghuCatalog;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.tables.TextWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateCatalogCommandTest {
    private static final String REPORT = """
            平湖街道2025年工作总结和2026年工作计划

            一、2025年工作总结
            全年规上工业总产值538.2亿元，同比增长9.4%。万枫酒店9月正式开业。

            二、2026年工作计划
            力争规上工业总产值突破570亿元。
            """;

    @TempDir
    private Path temporary;

    private Path folder;
    private Path report;

    @BeforeEach
    void catalogueAndReport() throws IOException {
        folder = Files.createDirectory(temporary.resolve("pinghu"));
        Files.writeString(folder.resolve("base.json"), CatalogJson.toJson(PinghuCatalog.load()));
        report = Files.writeString(temporary.resolve("report.txt"), REPORT);
    }

    private MainRun update(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("update-catalog", report.toString(), "--into", folder.toString()));
        arguments.addAll(List.of(more));
        return MainRun.of(arguments.toArray(String[]::new));
    }

    private Path review() {
        return folder.resolve("review-2025.tsv");
    }

    private Path decided(String decision) throws IOException {
        Path saved = temporary.resolve("decided.tsv");
        String text = Files.readString(review())
                .lines()
                .map(line -> line.replaceFirst("\t\t", "\t" + decision + "\t"))
                .collect(Collectors.joining("\r\n"));
        return Files.writeString(saved, "\uFEFF" + text);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aPersonSaysYesAndOneFileIsAdded() throws IOException {
        String base = Files.readString(folder.resolve("base.json"));

        MainRun first = update();
        assertThat(first.err()).isEmpty();
        assertThat(first.status()).isZero();
        assertThat(first.out())
                .contains("values of indicators: 1, 1 with a question", "outcomes of commitments: 1, 0 with a question")
                .contains("Contradictions (1)", "538.2亿元 against 509.45亿元 last year is +5.64%, the text says +9.4%")
                .contains("Nothing is added yet.");
        assertThat(files()).containsExactly("base.json", "review-2025.tsv");

        MainRun second = update("--decisions", decided("yes").toString());
        assertThat(second.err()).isEmpty();
        assertThat(second.out())
                .contains("report-2025.json: 4 entries were added, 0 rejected, 0 left without a decision.");
        assertThat(files()).containsExactly("base.json", "report-2025.json", "review-2025.tsv");
        assertThat(folder.resolve("base.json")).content(StandardCharsets.UTF_8).isEqualTo(base);
        assertThat(MainRun.of("validate", folder.toString()).status()).isZero();
        assertThat(CatalogJson.readFolder(folder).outcomes()).hasSize(1);
    }

    @Test
    void aTableOrAFileThatIsThereIsNotReplaced() throws IOException {
        update();
        MainRun again = update();
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err())
                .contains("review-2025.tsv: is there already: choose another path, or replace it with --overwrite");

        update("--decisions", decided("yes").toString());
        MainRun twice = update("--decisions", decided("yes").toString());
        assertThat(twice.status()).isEqualTo(1);
        assertThat(twice.err()).contains("The catalogue has a report on 2025 already: document 'report-2025'");
    }

    @Test
    void aWorkbookDoesTheSameInChinese() throws IOException {
        Path workbook = temporary.resolve("review.xlsx");
        MainRun first = update("--table", workbook.toString(), "--lang", "zh");
        assertThat(first.out()).contains("指标数值：1 项，其中待核实 1 项", "前后不符 (1)");

        List<ImmutableList<String>> rows = new ArrayList<>();
        for (ImmutableList<String> row : TextWorkbook.read(workbook)) {
            List<String> cells = new ArrayList<>(row);
            cells.set(1, rows.isEmpty() ? cells.get(1) : row.get(0).startsWith("outcome") ? "是" : "否");
            rows.add(ImmutableList.copyOf(cells));
        }
        TextWorkbook.write(rows, workbook);
        MainRun second = update("--decisions", workbook.toString(), "--lang", "zh");

        assertThat(second.err()).isEmpty();
        assertThat(second.out()).contains("report-2025.json：已登记 1 项，否决 3 项，未决定 0 项。");
        assertThat(CatalogJson.readFolder(folder).outcomes()).hasSize(1);
    }

    @Test
    void whatIsWrongIsSaidWithItsPlaceAndNothingIsWritten() throws IOException {
        update();
        List<String> before = files();

        assertThat(update("--decisions", decided("maybe").toString()).err())
                .contains("decided.tsv:2: expected the decision yes (是), no (否) or nothing, got 'maybe'");
        assertThat(update("--decisions", decided("").toString()).err())
                .contains("no row says yes, so nothing was added");
        assertThat(update("--decisions", temporary.resolve("none.tsv").toString())
                        .err())
                .contains("none.tsv is not there");
        assertThat(update("--table", temporary.resolve("review.doc").toString()).err())
                .contains("review.doc: expected a table whose name ends in .tsv or .xlsx");
        assertThat(update("--table", "a.tsv", "--decisions", "b.tsv").status()).isEqualTo(2);
        assertThat(MainRun.of(
                                "update-catalog",
                                report.toString(),
                                "--into",
                                temporary.resolve("empty").toString())
                        .err())
                .contains("empty", "is not there: expected a folder of catalogue files");
        Files.writeString(report, " ");
        assertThat(update().err()).contains("The report is empty: expected the text of a report");
        assertThat(files()).isEqualTo(before);
    }
}
