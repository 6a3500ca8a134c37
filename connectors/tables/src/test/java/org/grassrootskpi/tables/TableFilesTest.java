package org.grassrootskpi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.time.Frequency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks, and text files in several charsets. */
class TableFilesTest {
    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void readsSheetsOfWorkbooks() throws IOException {
        Path file = folder.resolve("une_rt_a.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("Summary");
            Worksheet sheet = workbook.newWorksheet("Sheet 1");
            sheet.value(0, 0, "Unemployment by sex and age");
            sheet.value(2, 0, "TIME");
            sheet.value(2, 1, "2022");
            sheet.value(2, 2, "2023");
            sheet.value(3, 0, "AT");
            sheet.value(3, 1, new BigDecimal("4.8"));
            sheet.value(3, 2, new BigDecimal("5.1"));
            sheet.value(4, 0, "BE");
            sheet.value(4, 1, new BigDecimal("5.6"));
            sheet.value(4, 2, ":");
            sheet.value(6, 0, "Special value: not available");
        }

        ImportedTable table = TableImport.of(file).read();

        assertThat(table.mapping().sheet()).isEqualTo("Sheet 1");
        assertThat(table.engine()
                        .execute(Query.select(table.indicator("Unemployment by sex and age")
                                        .id())
                                .groupBy(Dimension.region(RegionLevel.COUNTRY), Dimension.period(Frequency.ANNUAL)))
                        .toString())
                .isEqualTo("""
                        indicator                    region  period           value
                        Unemployment-by-sex-and-age  AT      2022               4.8
                        Unemployment-by-sex-and-age  AT      2023               5.1
                        Unemployment-by-sex-and-age  BE      2022               5.6
                        Unemployment-by-sex-and-age  BE      2023    no observation (0/1, missing)
                        source COUNTRY, ANNUAL: Unemployment-by-sex-and-age
                        """);
    }

    @Test
    void readsDatesAndPercentsOfWorkbooks() throws IOException {
        Path file = folder.resolve("daily.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("daily");
            for (int column = 0; column < 3; column++) {
                sheet.value(0, column, List.of("社区", "日期", "办结率").get(column));
            }
            sheet.value(1, 0, "甲社区");
            sheet.value(1, 1, LocalDate.of(2024, 7, 15));
            sheet.style(1, 1).format("yyyy-MM-dd").set();
            sheet.value(1, 2, new BigDecimal("0.985"));
            sheet.style(1, 2).format("0.0%").set();
        }

        ImportedTable table = TableImport.of(file).read();

        assertThat(table.engine()
                        .execute(Query.select(table.indicator("办结率").id())
                                .groupBy(Dimension.region(RegionLevel.COMMUNITY), Dimension.period(Frequency.DAILY)))
                        .toString())
                .isEqualTo("""
                        indicator    region     period      value (%)
                        indicator-1  r1 甲社区  2024-07-15       98.5
                        source COMMUNITY, DAILY: indicator-1
                        """);
    }

    /** A yearbook in two languages: a title, its translation and the unit above a head of three rows with merged cells. */
    @Test
    void readsYearbooksInTwoLanguages() throws IOException {
        Path file = folder.resolve("2-1.xlsx");
        List<List<String>> rows = List.of(
                List.of("2-1  人口数及构成"),
                List.of("Population and Its Composition"),
                List.of("单位：万人", "", "", "(10 000 persons)"),
                List.of("年  份", "总人口（年末）", "按性别分  By Sex"),
                List.of("Year", "Total Population", "男", "女"),
                List.of("", "(year-end)", "Male", "Female"),
                List.of("2021", "14126", "7231.1", "6894.9"),
                List.of("2022", "14117.5", "7220.6", "6896.9"),
                List.of("注：本表数据为年末数。"));
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("2-1");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    String cell = rows.get(row).get(column);
                    if (cell.matches("[\\d.]+")) {
                        sheet.value(row, column, new BigDecimal(cell));
                    } else if (!cell.isEmpty()) {
                        sheet.value(row, column, cell);
                    }
                }
            }
        }

        ImportedTable table = TableImport.of(file).read();

        assertThat(table.engine()
                        .execute(Query.select(table.catalog().indicators().stream()
                                        .map(Indicator::id)
                                        .toList())
                                .groupBy(Dimension.indicator(), Dimension.period(Frequency.ANNUAL)))
                        .toString())
                .isEqualTo("""
                        indicator    period   value (人)
                        indicator-1  2021    141,260,000
                        indicator-1  2022    141,175,000
                        indicator-2  2021     72,311,000
                        indicator-2  2022     72,206,000
                        indicator-3  2021     68,949,000
                        indicator-3  2022     68,969,000
                        source PROVINCE, ANNUAL: indicator-1, indicator-2, indicator-3
                        """);
        assertThat(table.catalog().indicators())
                .extracting(Indicator::kind)
                .containsExactly(IndicatorKind.STOCK, IndicatorKind.FLOW, IndicatorKind.FLOW);
    }

    @Test
    void saysWhatIsNoWorkbook() throws IOException {
        Path file = file("fake.xlsx", "region,year\n");

        assertThatThrownBy(() -> TableImport.of(file).read())
                .isInstanceOf(ImportException.class)
                .hasMessageStartingWith("fake.xlsx: Expected a workbook of the form .xlsx");
        assertThatThrownBy(() -> TableImport.of(folder.resolve("absent.xlsx")).read())
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "GB18030", "GBK"})
    void findsTheCharsetOut(String charset) throws IOException {
        String mark = charset.startsWith("UTF") ? "\ufeff" : "";
        Path file = Files.write(
                folder.resolve("a.csv"), (mark + "街道;年份;受理量\n平湖街道;2024;12\n").getBytes(Charset.forName(charset)));

        assertThat(TableImportTest.answer(TableImport.of(file).read(), "受理量")).contains("12");
    }

    @Test
    void refusesBytesThatAreNoTextOfTheMappingsCharset() throws IOException {
        Path file = Files.write(folder.resolve("a.csv"), "街道,2024\n平湖街道,12\n".getBytes(Charset.forName("GBK")));
        TableMapping mapping = TableImport.of(file).propose();
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xff, ',', '1'});

        assertThatThrownBy(() -> TableImport.of(file).with(mapping).read())
                .isInstanceOf(ImportException.class)
                .hasMessageStartingWith("a.csv: Expected text in GB18030, got bytes that are none");
        assertThat(StandardCharsets.UTF_8.name()).isEqualTo("UTF-8");
    }

    /** A long file is read in parts at the same time; its rows are all there, and a mistake has its line. */
    @Test
    void longFilesAreReadInParts() throws IOException {
        StringBuilder text = new StringBuilder("indicator,region,period,value\n");
        for (int row = 0; row < 250_000; row++) {
            text.append("kpi,R").append(row).append(",2024,").append(row).append(row % 1000 == 0 ? "\n\n" : "\r\n");
        }
        Path good = Files.writeString(folder.resolve("good.csv"), text);
        Path bad = Files.writeString(folder.resolve("bad.csv"), text + "kpi,R1000001,2024,many\n");

        assertThat(TableImport.of(good).read().table().rows()).isEqualTo(250_000);
        assertThatThrownBy(() -> TableImport.of(bad).read())
                .isInstanceOf(ImportException.class)
                .hasMessageStartingWith("bad.csv:250252, column 4: Expected a number, got 'many'");
    }
}
