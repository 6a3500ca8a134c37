package org.grassrootskpi.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.publish.PublicationTable;
import org.grassrootskpi.publish.TableFormat;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.time.Frequency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationWorkbookTest {
    @TempDir
    Path folder;

    @Test
    void writesNumbersAsNumbersAndVagueFiguresAsTexts() throws IOException {
        Path csv = Files.writeString(folder.resolve("a.csv"), "街道,2023年,2024年\n平湖街道,1234.5,2000\n坂田街道,超600,…\n");
        ImportedTable table = TableImport.of(csv).read();
        Path file = folder.resolve("a.xlsx");

        PublicationWorkbook.write(
                PublicationTable.of(
                        table.engine()
                                .execute(Query.select("a")
                                        .groupBy(
                                                Dimension.region(RegionLevel.TOWNSHIP),
                                                Dimension.period(Frequency.ANNUAL))),
                        table.catalog(),
                        TableFormat.of(Language.ZH).withAcross("period")),
                file);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("a.csv", "a.xlsx");
        }
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook workbook = new ReadableWorkbook(in, new ReadingOptions(true, false));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            List<String> lines = rows.map(row -> String.join(
                            "|",
                            row.stream()
                                    .map(cell -> cell == null
                                            ? ""
                                            : cell.getType() + " " + cell.getText() + " " + cell.getDataFormatString())
                                    .toList()))
                    .toList();
            assertThat(lines)
                    .containsExactly(
                            "STRING 指标 null|STRING 地区 null|STRING 2023年 null|STRING 2024年 null",
                            "STRING a null|STRING 平湖街道 null|NUMBER 1234.5 #,##0.0|NUMBER 2000 #,##0",
                            "STRING a null|STRING 坂田街道 null|STRING 超600 null|STRING … [1] [2] [3] null",
                            "STRING [1] 无数据 null",
                            "STRING [2] 1个应报单位或时期中有0个有数 null",
                            "STRING [3] 缺数 null");
        }
    }
}
