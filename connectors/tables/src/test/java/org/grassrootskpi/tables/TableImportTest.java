package org.grassrootskpi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

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
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableImportTest {
    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String answer(ImportedTable table, String indicator) {
        return table.engine()
                .execute(Query.select(table.indicator(indicator).id())
                        .groupBy(Dimension.period(Frequency.ANNUAL))
                        .measures(Measure.sum()))
                .toString();
    }

    @Test
    void locatesEachProblemAndLoadsNothing() throws IOException {
        Path file = file("visits.csv", """
                region,year,visits
                a,2023,12
                a,2024,a dozen
                b,2023年底前,3
                b,2024,1.2.3
                c,2024,7
                c,2024,7
                """);

        ImportException refused = catchThrowableOfType(
                ImportException.class, () -> TableImport.of(file).read());

        assertThat(refused.problems())
                .extracting(ImportProblem::toString)
                .containsExactly(
                        "visits.csv:3, column 3: Expected a number, got 'a dozen'; if it stands for a missing value, name it under"
                                + " \"missing\"",
                        "visits.csv:4, column 2: Expected a period such as 2024, 2024-Q3 or 2024-07, got '2023年底前'",
                        "visits.csv:5, column 3: Expected a number, got '1.2.3'; if it stands for a missing value, name it under"
                                + " \"missing\"",
                        "visits.csv:7: Expected one value of each indicator, region and period, got a second one of visits:c:2024,"
                                + " after line 6; a column that tells them apart may be a dimension, or its total members are to be"
                                + " left out");
    }

    @Test
    void setsAsideWhatCannotBeReadIfItIsLenient() throws IOException {
        ImportedTable visits = TableImport.of(
                        file("visits.csv", "region,year,visits\na,2023,12\nb,2023,3\na,2024,a dozen\n"))
                .lenient()
                .read();

        assertThat(visits.problems()).hasSize(1);
        assertThat(answer(visits, "visits")).isEqualTo("""
                indicator  period  sum
                visits     2023     15
                source PROVINCE, ANNUAL: visits
                """);
    }

    @Test
    void readsByAMappingThatAPersonCorrected() throws IOException {
        Path file = file("visits.csv", "region,year,visits\na,2023,12\na,2024,many\nall,2023,12\n");
        TableMapping proposed = TableImport.of(file).lenient().propose();
        String json = TableImport.toJson(proposed)
                .replace("\"kind\" : \"FLOW\"", "\"kind\" : \"STOCK\"")
                .replace(
                        "\"level\" : \"PROVINCE\"",
                        "\"level\" : \"COMMUNITY\", \"missing\" : {\"many\" : \"NOT_COLLECTED\"}");

        ImportedTable visits =
                TableImport.of(file).with(TableImport.parseMapping(json)).read();

        assertThat(visits.indicator("visits").kind()).isEqualTo(IndicatorKind.STOCK);
        assertThat(visits.engine()
                        .execute(Query.select("visits")
                                .groupBy(Dimension.region(RegionLevel.COMMUNITY), Dimension.period(Frequency.ANNUAL)))
                        .toString())
                .isEqualTo("""
                        indicator  region  period           value
                        visits     a a     2023                12
                        visits     a a     2024    no observation (0/1, not collected)
                        source COMMUNITY, ANNUAL: visits
                        """);
    }

    @Test
    void writesAndReadsMappings() throws IOException {
        TableMapping proposed = TableImport.of(file("visits.csv", "地区,2023年,2024年\n甲街道,1.5%,…\n"))
                .propose();

        assertThat(TableImport.parseMapping(TableImport.toJson(proposed))).isEqualTo(proposed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"headRow\": 1}}",
                "{\"headRow\": null}",
                "{\"headrow\": 1}",
                "{\"headRow\": 1, \"headRow\": 2}"
            })
    void refusesWhatIsNoMapping(String json) {
        assertThatThrownBy(() -> TableImport.parseMapping(json))
                .isInstanceOf(ImportException.class)
                .hasMessageStartingWith("mapping");
    }

    @Test
    void refusesAMappingOfIndicatorsThatItDoesNotDescribe() throws IOException {
        Path file = file("visits.csv", "region,year,visits\na,2023,12\n");
        TableMapping mapping =
                TableImport.parseMapping(TableImport.toJson(TableImport.of(file).propose())
                        .replace("\"indicator\" : \"visits\"", "\"indicator\" : \"calls\""));

        assertThatThrownBy(() -> TableImport.of(file).with(mapping).read())
                .isInstanceOf(ImportException.class)
                .hasMessage(
                        "column 'visits' of the mapping: Expected one of the mapping's indicators [visits], got 'calls'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\n", "region,year,visits\n", "only,words\nand,more\n"})
    void refusesWhatHasNoNumbersBelowAHead(String text) throws IOException {
        Path file = file("empty.csv", text);

        assertThatThrownBy(() -> TableImport.of(file).read())
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("empty.csv: Expected a head and below it rows with numbers");
    }

    @Test
    void refusesValuesWithoutAPeriod() throws IOException {
        Path file = file("visits.csv", "region,visits\na,12\n");

        assertThatThrownBy(() -> TableImport.of(file).read())
                .isInstanceOf(ImportException.class)
                .hasMessage(
                        "visits.csv: Expected a period for the values of 'visits', found none in columns or heads; give it as"
                                + " \"period\" in a mapping");
    }

    @ParameterizedTest
    @CsvSource({"6, 1500000", "millions, 1500000", "Thousands, 1500", "0, 1.5", "'', 1.5", "-3, 0.0015"})
    void multipliesByThePowerOfTenOfAColumn(String power, String value) throws IOException {
        ImportedTable table = TableImport.of(
                        file("a.csv", "REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nAT,2023,1.5," + power + "\n"))
                .read();

        assertThat(table.engine()
                        .execute(Query.select("a"))
                        .row(0)
                        .cell(Measure.value())
                        .get())
                .isEqualByComparingTo(value);
    }

    @Test
    void takesColumnsThatRepeatCodesInWordsForLabels() throws IOException {
        TableMapping mapping = TableImport.of(file("a.csv", """
                        REF_AREA,Reference area,SEX,Sex,TIME_PERIOD,OBS_VALUE
                        AT,Austria,_T,Total,2023,3
                        AT,Austria,F,Female,2023,1
                        AU,Australia,_T,Total,2023,5
                        AU,Australia,F,Female,2023,2
                        """)).propose();

        assertThat(mapping.columns())
                .extracting(TableMapping.Column::role)
                .containsExactly(
                        TableMapping.Role.REGION,
                        TableMapping.Role.REGION_NAME,
                        TableMapping.Role.DIMENSION,
                        TableMapping.Role.IGNORED,
                        TableMapping.Role.PERIOD,
                        TableMapping.Role.VALUE);
    }

    /** A month later columns stand in another order, and there are more rows. */
    @Test
    void findsTheColumnsOfAMappingByTheirHeads() throws IOException {
        TableMapping mapping =
                TableImport.of(file("m1.csv", "region,year,a,b\nx,2022,1,2\n")).propose();

        ImportedTable table = TableImport.of(file("m2.csv", "region,b,a,year\nx,20,10,2023\ny,40,30,2023\n"))
                .with(mapping)
                .read();

        assertThat(answer(table, "a")).contains("2023     40");
        assertThat(answer(table, "b")).contains("2023     60");
    }

    @Test
    void refusesAFileWhoseHeadsAreNotThoseOfTheMapping() throws IOException {
        TableMapping mapping =
                TableImport.of(file("m1.csv", "region,year,a,b\nx,2022,1,2\n")).propose();
        Path file = file("m2.csv", "region,year,new,a\nx,2023,9,1\n");

        assertThatThrownBy(() -> TableImport.of(file).with(mapping).read())
                .isInstanceOf(ImportException.class)
                .hasMessage(
                        "m2.csv:1, column 1: Expected the columns of the mapping, got others; in the mapping alone: [b], in the file"
                                + " alone: [new]; add those to the mapping, with the role IGNORED if they are not to be read");
    }

    @Test
    void findsTotalsByAddingUpWhateverTheyAreCalled() throws IOException {
        ImportedTable table = TableImport.of(file("a.csv", """
                        area,sex,year,jobs
                        FRA,Kaikki,2022,200.1
                        FRA,N,2022,100.05
                        FRA,M,2022,100.05
                        ITA,Kaikki,2022,30
                        ITA,N,2022,10
                        ITA,M,2022,20
                        """)).read();

        assertThat(table.table().schema().totals()).containsExactly(entry("sex", "Kaikki"));
        assertThat(answer(table, "jobs")).contains("230.1");
    }

    @Test
    void leavesOutARegionThatIsTheSumOfTheOthers() throws IOException {
        ImportedTable table = TableImport.of(
                        file("a.csv", "area,2021,2022\nNorth,10,20\nSouth,20,30\nHele landet,30,50\n"))
                .read();

        assertThat(table.mapping().regionsLeftOut()).containsExactly("Hele landet");
    }

    @Test
    void saysThatMembersAreAddedWhereNoTotalIsFound() throws IOException {
        ImportedTable table = TableImport.of(file("a.csv", "area,basis,year,gdp\nx,V,2022,10\nx,LR,2022,9\n"))
                .read();

        assertThat(table.questions())
                .contains(
                        "totals: no member of 'basis' looks like a total, so that the values of V, LR are added unless a query limits"
                                + " or groups them; if they must not be, make the column a part of the indicator or leave all but one member"
                                + " out");
    }

    @Test
    void takesTheUnitOfACellForThatCellAlone() throws IOException {
        ImportedTable table = TableImport.of(file("a.csv", "area,year,visits\nx,2022,10.5\ny,2022,1.5万\n"))
                .read();

        assertThat(answer(table, "visits")).contains("15,010");
    }

    @Test
    void takesTheIndicatorFromTheTitleWhereHeadsHavePeriodsAndUnitsAlone() throws IOException {
        ImportedTable table = TableImport.of(file("a.csv", "常住人口,,\n地区,2022年（万人）,2023年（万人）\n北京,2184.3,2185.8\n"))
                .read();

        assertThat(table.indicator("常住人口").unit().code()).isEqualTo("count:人");
        assertThat(answer(table, "常住人口")).contains("21,843,000").contains("21,858,000");
    }

    @Test
    void leavesOutAColumnWithoutAPeriodBesideOthersThatHaveOneAndSaysSo() throws IOException {
        ImportedTable table = TableImport.of(file("a.csv", "地区,2022年,2023年,增长\n北京,1,2,100%\n"))
                .read();

        assertThat(table.questions()).contains("columns: '增长' has no period while others have one; it is left out");
    }

    @Test
    void readsTheNameBesideACodeAsItsName() throws IOException {
        ImportedTable table = TableImport.of(
                        file("a.csv", "LOCATION,Country,TIME,Value\nFRA,France,2020,1\nITA,Italy,2020,2\n"))
                .read();

        assertThat(table.catalog().region("FRA").name().en()).isEqualTo("France");
    }

    @Test
    void readsTheRegionOfAMergedCellInTheRowsBelow() throws IOException {
        ImportedTable table = TableImport.of(file("a.csv", "街道,社区,2023年\n平湖街道,平湖社区,10\n,山厦社区,20\n坂田街道,坂田社区,5\n"))
                .read();

        assertThat(table.engine()
                        .execute(Query.select("a").groupBy(Dimension.region(RegionLevel.TOWNSHIP)))
                        .toString())
                .contains("平湖街道     30")
                .contains("坂田街道      5");
    }

    @Test
    void refusesUnitsAndTotalsThatAreNone() throws IOException {
        Path file = file("a.csv", "area,year,jobs\nx,2022,1\n");
        String json = TableImport.toJson(TableImport.of(file).propose());
        TableMapping unit = TableImport.parseMapping(json.replace("\"unit\" : \"count\"", "\"unit\" : \"parsecs\""));
        TableMapping total =
                TableImport.parseMapping(json.replace("\"level\"", "\"totals\" : {\"sex\" : \"T\"}, \"level\""));

        assertThatThrownBy(() -> TableImport.of(file).with(unit).read())
                .isInstanceOf(ImportException.class)
                .hasMessage("indicator 'jobs' of the mapping: Expected a unit such as 亿元 or count:人, got 'parsecs'");
        assertThatThrownBy(() -> TableImport.of(file).with(total).read())
                .isInstanceOf(ImportException.class)
                .hasMessage("totals of the mapping: Expected one of the dimensions [], got 'sex'");
    }

    @Test
    void refusesAPowerOfTenThatIsNone() throws IOException {
        Path file = file("a.csv", "REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nAT,2023,1.5,many\n");

        assertThatThrownBy(() -> TableImport.of(file).read())
                .isInstanceOf(ImportException.class)
                .hasMessage("a.csv:2, column 4: Expected a power of ten such as 6 or millions, got 'many'");
    }

    @Test
    void refusesRegionsThatTheCatalogueDoesNotHave() throws IOException {
        ImportedTable known =
                TableImport.of(file("a.csv", "region,year,visits\na,2023,12\n")).read();
        Path file = file("b.csv", "region,year,visits\na,2023,12\nb,2023,3\n");

        assertThatThrownBy(() -> TableImport.of(file).against(known.catalog()).read())
                .isInstanceOf(ImportException.class)
                .hasMessage(
                        "b.csv:3, column 1: Expected a region of the catalogue, got 'b'; name it under \"regionsLeftOut\", or add"
                                + " it to the catalogue");
    }

    @Test
    void keepsNumbersThatNeedMoreDecimalsThanADecimalHasAsDoubles() throws IOException {
        ImportedTable table = TableImport.of(file("rate.csv", "region,year,rate\na,2023,0.12345678901234\n"))
                .read();

        assertThat(table.table().schema().floatingPoint()).containsExactly("rate");
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
                        Unemployment-by-sex-and-age  AT AT   2022               4.8
                        Unemployment-by-sex-and-age  AT AT   2023               5.1
                        Unemployment-by-sex-and-age  BE BE   2022               5.6
                        Unemployment-by-sex-and-age  BE BE   2023    no observation (0/1, missing)
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

        assertThat(answer(TableImport.of(file).read(), "受理量")).contains("12");
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

    @ParameterizedTest
    @CsvSource({
        "2024, false, 2024",
        "2024年, false, 2024",
        "2024年1-9月, false, 2024-YTD09",
        "2024Q3, false, 2024-Q3",
        "Q3 2024, false, 2024-Q3",
        "2024M07, false, 2024-07",
        "202407, false, 2024-07",
        "2024/7, false, 2024-07",
        "2024-07-15T00:00:00, false, 2024-07-15",
        "20240715, false, 2024-07-15",
        "FY2024, false, 2024",
        "2020 [YR2020], false, 2020",
        "2024/25, false, 2024",
        "202425, false, 2024",
        "Jan-24, false, 2024-01",
        "September 2024, false, 2024-09",
        "2024 Jul, false, 2024-07",
        "31.12.2024, false, 2024-12-31",
        "31/01/2024, false, 2024-01-31",
        "1/31/2024, false, 2024-01-31",
        "2024上半年, false, 2024-H1",
        "2024第三季度, false, 2024-Q3",
        "FY2023-24, false, 2023",
        "2023–24, false, 2023",
        "2011/12, false, 2011-12",
        "2011/12, true, 2011",
        "201112, true, 2011",
        "201112, false, 2011-12",
    })
    void readsPeriodsAsTablesSpellThem(String text, boolean split, String period) {
        assertThat(Periods.read(text, split)).contains(TimePeriod.parse(period));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12",
                "1899",
                "2024-13",
                "2024/27",
                "20241",
                "20241345",
                "later",
                "2024Q5",
                "03/04/2024",
                "Smarch 2024"
            })
    void readsNothingElseAsAPeriod(String text) {
        assertThat(Periods.read(text, false)).isEmpty();
    }
}
