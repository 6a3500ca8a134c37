package org.grassrootskpi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.grassrootskpi.documents.ReportDocument;
import org.grassrootskpi.report.FigureMention;
import org.grassrootskpi.report.FigureReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of Pinghu's report as Markdown, Excel and Word, the files read back by other programs than wrote them. */
class TablesCommandTest {
    @TempDir
    Path folder;

    private Path tables(String format, String... more) {
        Path file = folder.resolve("tables." + format);
        String[] args = {"tables", "--format", format, "--out", file.toString()};
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of(more));
        MainRun run = MainRun.of(all.toArray(String[]::new));
        assertThat(run.err()).isEqualToIgnoringNewLines(file + ": 3 tables with 377 rows");
        assertThat(run.status()).isZero();
        assertThat(run.out()).isEmpty();
        return file;
    }

    @Test
    void writesThreeTablesAsMarkdown() throws IOException {
        List<String> lines = Files.readAllLines(tables("md"));

        assertThat(lines)
                .startsWith(
                        "## 主要指标",
                        "",
                        "| 领域 | 指标 | 单位 | 数值 | 同比 | 完成年度任务 | 位次 |",
                        "| --- | --- | --- | ---: | ---: | ---: | --- |",
                        "| 产业发展 | 规上工业总产值 | 亿元 | 509.45 | +6.34% |  |  |")
                .contains(
                        "| 产业投资 | 固定资产投资 | 亿元 | 近300 |  |  |  |",
                        "| 土地与重大项目 | 移交施工作业面面积（山厦社区） | 公顷 | 2.94 |  |  |  |",
                        "## 重点项目",
                        "## 任务分解");
    }

    @Test
    void writesThemInEnglish() throws IOException {
        assertThat(Files.readAllLines(tables("md", "--lang", "en")))
                .contains(
                        "| Sector | Indicator | Unit | Value | Year on year | Of the year's target | Place |",
                        "| Industry | Gross output of industrial enterprises above designated size | billion CNY | 50.945 | +6.34% |  |  |");
    }

    @Test
    void writesNumbersAsNumbersAndWordedFiguresAsTexts() throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(tables("xlsx").toFile())) {
            List<Sheet> sheets = workbook.getSheets().toList();
            assertThat(sheets).map(Sheet::getName).containsExactly("主要指标", "重点项目", "任务分解");
            List<Row> rows = sheets.get(0).read();
            Cell output = rows.get(1).getCell(3);
            assertThat(output.getType()).isEqualTo(CellType.NUMBER);
            assertThat(output.asNumber()).isEqualByComparingTo("509.45");
            assertThat(rows.stream().map(row -> row.getCell(3)))
                    .filteredOn(cell -> cell.getType() == CellType.STRING)
                    .map(Cell::asString)
                    .contains("近300");
        }
    }

    /** The reader of reports finds the figures in the tables of the document, with their units and their heads. */
    @Test
    void writesADocumentWhoseTablesAReaderUnderstands() throws IOException {
        List<FigureMention> figures =
                FigureReader.read(ReportDocument.read(tables("docx")).report());

        assertThat(figures)
                .filteredOn(figure -> figure.subject().contains("规上工业总产值"))
                .first()
                .satisfies(figure -> assertThat(figure.quantity().value()).isEqualByComparingTo("50945000000"));
    }
}
