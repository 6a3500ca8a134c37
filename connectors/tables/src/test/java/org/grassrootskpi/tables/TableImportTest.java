package org.grassrootskpi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.time.Frequency;
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

    static String answer(ImportedTable table, String indicator) {
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

    /** A blank without width makes no other region: the second value of one is a problem. */
    @Test
    void readsCellsThatLookAlikeAsAlike() throws IOException {
        Path file = file("a.csv", "area,year,v\nx,2023,5\nx\u200b,2023,6\n");

        assertThatThrownBy(() -> TableImport.of(file).read())
                .isInstanceOf(ImportException.class)
                .hasMessageStartingWith("a.csv:3: Expected one value of each indicator, region and period");
    }

    @Test
    void locatesMembersThatLookAlike() throws IOException {
        Path file = file("a.csv", "area,way,year,v\nx,A,2023,1\nx,\uff21,2023,2\n");

        assertThatThrownBy(() -> TableImport.of(file).read())
                .isInstanceOf(ImportException.class)
                .hasMessageStartingWith("a.csv:3, column 2: ")
                .hasMessageContaining("looks like 'A'");
    }

    @Test
    void asksWhereSomeValuesHaveAPercentSignAndOthersHaveNone() throws IOException {
        ImportedTable table = TableImport.of(file("a.csv", "area,year,rate\nx,2023,95%\ny,2023,0.95\n"))
                .read();

        assertThat(table.questions())
                .contains(
                        "unit: some values of 'rate' have a percent sign and others have none; those without are read in the same"
                                + " unit");
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

    /** Categories in merged cells above regions that come again are no wider regions; without their cells the rows are one key twice. */
    @Test
    void mergedCategoriesAreNoRegions() throws IOException {
        Path merged = file("spent.csv", """
                类别,地区,2023年,2024年
                教育,东区,10,11
                ,西区,20,21
                卫生,东区,30,31
                ,西区,40,41
                """);
        Path whole = file("whole.csv", """
                类别,地区,2023年,2024年
                教育,东区,10,11
                教育,西区,20,21
                卫生,东区,30,31
                卫生,西区,40,41
                """);

        assertThatThrownBy(() -> TableImport.of(merged).read())
                .isInstanceOf(ImportException.class)
                .hasMessageStartingWith("spent.csv:5: Expected one value of each indicator, region and period");
        assertThat(TableImport.of(whole).read().table().schema().dimensions()).containsExactly("类别");
    }
}
