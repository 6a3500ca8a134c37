package org.grassrootskpi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Month;
import java.util.List;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.time.Frequency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Years that begin in another month than January, in tables that print them as 2022/23 or FY2023. */
class FiscalYearsTest {
    @TempDir
    Path folder;

    private Path table(String... lines) throws IOException {
        return Files.writeString(folder.resolve("spending.csv"), String.join("\n", lines) + "\n");
    }

    private static TableMapping from(TableMapping mapping, String month) {
        String json = TableImport.toJson(mapping);
        return TableImport.parseMapping(json.replaceFirst("\\{", "{\"yearsFrom\": \"" + month + "\", "));
    }

    private static List<String> periods(ImportedTable read) {
        return read
                .engine()
                .execute(Query.select(read.indicator("spending"))
                        .groupBy(Dimension.period(Frequency.ANNUAL))
                        .yearsFrom(
                                read.mapping().yearsFrom() == null
                                        ? Month.JANUARY
                                        : read.mapping().yearsFrom())
                        .measures(Measure.value()))
                .stream()
                .map(row -> row.period().orElseThrow() + " " + row.cell("value"))
                .toList();
    }

    @Test
    void asksWithWhichMonthYearsBegin() throws IOException {
        Path file = table("year,spending", "2021/22,10", "2022/23,12");
        ImportedTable read = TableImport.of(file).read();

        assertThat(periods(read)).containsExactly("2021 10 (1/1)", "2022 12 (1/1)");
        assertThat(read.questions())
                .contains(
                        "yearsFrom: years such as 2021/22 are filed under the calendar year in which they begin; name the"
                                + " month in which they begin, such as APRIL, for years from there");
        assertThat(periods(
                        TableImport.of(file).with(from(read.mapping(), "APRIL")).read()))
                .containsExactly("2021/22-M04 10 (1/1)", "2022/23-M04 12 (1/1)");
    }

    @Test
    void keepsYearsOfHeadsAsTheyArePrinted() throws IOException {
        Path file = table("region,FY2021-22,2022–23,2023", "Kent,10,12,7", "Surrey,20,30,8");
        TableMapping mapping = TableImport.of(file).propose();

        assertThat(mapping.columns())
                .extracting(TableMapping.Column::period)
                .containsExactly(null, "2021/22", "2022/23", "2023");
        ImportedTable read = TableImport.of(file).with(from(mapping, "JULY")).read();
        assertThat(read.table().blocks())
                .extracting(block -> block.frequency())
                .containsExactlyInAnyOrder(Frequency.ANNUAL, Frequency.yearsFrom(Month.JULY));
    }

    @Test
    void readsYearsThatSayTheirMonth() throws IOException {
        Path file = table("year,spending", "2021/22-M04,10", "2022-04-01/P1Y,12");

        assertThat(TableImport.of(file).read().table().blocks())
                .extracting(block -> block.frequency())
                .containsExactly(Frequency.yearsFrom(Month.APRIL));
    }

    private static TableMapping namedBy(TableMapping mapping, String month, String year) {
        String json = TableImport.toJson(from(mapping, month));
        return TableImport.parseMapping(json.replaceFirst("\\{", "{\"yearsNamedBy\": \"" + year + "\", "));
    }

    @Test
    void asksAfterWhichYearFiscalYearsAreCalled() throws IOException {
        Path file = table("year,spending", "FY2023,10", "FY2024,12");
        ImportedTable read = TableImport.of(file).read();

        assertThat(periods(read)).containsExactly("2023 10 (1/1)", "2024 12 (1/1)");
        assertThat(read.questions())
                .contains(
                        "yearsFrom: years such as FY2023 are filed under the calendar year of that number; if they begin in"
                                + " another month than January, name it, and as \"yearsNamedBy\" whether the number is that of their"
                                + " START or END");
        assertThat(periods(TableImport.of(file)
                        .with(namedBy(read.mapping(), "OCTOBER", "END"))
                        .read()))
                .containsExactly("2022/23-M10 10 (1/1)", "2023/24-M10 12 (1/1)");
        assertThat(periods(TableImport.of(file)
                        .with(namedBy(read.mapping(), "APRIL", "START"))
                        .read()))
                .containsExactly("2023/24-M04 10 (1/1)", "2024/25-M04 12 (1/1)");
    }

    @Test
    void refusesAFiscalYearThatCouldBeginOrEnd() throws IOException {
        Path file = table("year,spending", "FY2023,10");
        TableMapping mapping = from(TableImport.of(file).propose(), "OCTOBER");

        assertThatThrownBy(() -> TableImport.of(file).with(mapping).read())
                .isInstanceOf(ImportException.class)
                .hasMessage(
                        "spending.csv:2, column 1: Expected \"yearsNamedBy\" in the mapping, START or END, since FY2023"
                                + " could begin or end in the year of that number, got none");
    }

    @Test
    void readsFiscalYearsOfHeadsAndOfAnEra() throws IOException {
        Path heads = table("region,spending FY2023,spending FY2024", "Kent,10,12", "Surrey,20,30");
        Path era = Files.writeString(folder.resolve("era.csv"), "year,spending\n令和5年度,10\n令和6年度,12\n");

        assertThat(TableImport.of(heads).propose().columns())
                .extracting(TableMapping.Column::period)
                .containsExactly(null, "FY2023", "FY2024");
        assertThat(periods(TableImport.of(era)
                        .with(namedBy(TableImport.of(era).propose(), "APRIL", "START"))
                        .read()))
                .containsExactly("2023/24-M04 10 (1/1)", "2024/25-M04 12 (1/1)");
    }
}
