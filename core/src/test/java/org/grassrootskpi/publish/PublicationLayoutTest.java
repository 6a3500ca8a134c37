package org.grassrootskpi.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.CellBuilder;
import org.grassrootskpi.query.Remark;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layouts of results that are written by hand. */
class PublicationLayoutTest {
    private static final Region EAST = region("1", "东村", "East");
    private static final Region OTHER_EAST = region("2", "东村", "East");
    private static final Region WEST = region("3", "西村", "West");
    private static final Catalog CATALOG = Catalog.builder()
            .addSectors(Sector.builder()
                    .id("safety")
                    .name(LocalizedText.of("平安", "Safety"))
                    .build())
            .addIndicators(TableFixture.indicator("visits", "safety", IndicatorKind.FLOW, "count:次", 0)
                    .name(LocalizedText.of("来访", "Visits"))
                    .build())
            .addRegions(EAST, OTHER_EAST, WEST)
            .build();
    private static final TableFormat ENGLISH = TableFormat.of(Language.EN);

    private static Region region(String code, String chinese, String english) {
        return Region.builder()
                .code(code)
                .name(LocalizedText.of(chinese, english))
                .level(RegionLevel.COMMUNITY)
                .build();
    }

    private static CellBuilder of(String value, String unit) {
        return Cell.builder(new BigDecimal(value), Unit.parse(unit)).contributors(1, 1);
    }

    private static ResultTable result(List<Region> regions, List<String> periods, List<Cell> cells) {
        return ResultTable.builder(cells.size())
                .regions("region", regions::get)
                .periods("period", row -> TimePeriod.parse(periods.get(row)))
                .cells("value", cells::get)
                .build();
    }

    private static PublicationTable table(ResultTable result, TableFormat format) {
        return PublicationTable.of(result, CATALOG, format);
    }

    @Test
    void hasTheNamesOfSectorsAndIndicatorsAndTheIdsOfThoseThatTheCatalogueLacks() {
        for (String sector : List.of("sector", "topSector")) {
            ResultTable result = ResultTable.builder(2)
                    .texts(sector, List.of("safety", "unheard")::get)
                    .texts("indicator", List.of("visits", "unheard")::get)
                    .texts("project", List.of("safety", "visits")::get)
                    .cells("value", row -> of("3", "count").build())
                    .build();

            PublicationTable table = table(result, ENGLISH);

            assertThat(table.toCsv().lines().skip(1))
                    .containsExactly("Safety,Visits,safety,3", "unheard,unheard,visits,3");
        }
    }

    @Test
    void namesWhatNoRegionOfTheLevelContains() {
        List<Region> regions = new ArrayList<>(List.of(WEST));
        regions.add(null);
        ResultTable result = result(
                regions,
                List.of("2024", "2024"),
                List.of(of("3", "count").build(), of("4", "count").build()));

        assertThat(table(result, ENGLISH).toCsv().lines().skip(1)).containsExactly("West,2024,3", "Elsewhere,2024,4");
        assertThat(table(result, TableFormat.of(Language.ZH)).toCsv().lines().skip(1))
                .containsExactly("西村,2024年,3", "其他,2024年,4");
    }

    @Test
    void refusesTwoRowsInOnePlace() {
        ResultTable result = result(
                List.of(EAST, OTHER_EAST),
                List.of("2024", "2024"),
                List.of(of("3", "count").build(), of("4", "count").build()));

        assertThatThrownBy(() -> table(result, ENGLISH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected one row for [East, 2024], got several; group by what tells them apart");
        assertThatThrownBy(() -> table(result, ENGLISH.withAcross("period")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected one row for [East] and 2024, got several; group by what tells them apart");
    }

    @Test
    void leavesAPlaceWithoutARowEmpty() {
        ResultTable result = result(
                List.of(EAST, WEST),
                List.of("2023", "2024"),
                List.of(of("3", "count").build(), of("4", "count").build()));

        PublicationTable table = table(result, ENGLISH.withAcross("period"));

        assertThat(table.toMarkdown()).isEqualTo("""
                | Region | 2023 | 2024 |
                | --- | ---: | ---: |
                | East | 3 |  |
                | West |  | 4 |
                """);
    }

    /** Neither a column nor a line has one unit, so each figure is printed with its own. */
    @Test
    void printsTheUnitWithEachFigureWhereNeitherRowsNorColumnsHaveOne() {
        ResultTable result = result(
                List.of(EAST, EAST, WEST, WEST),
                List.of("2023", "2024", "2023", "2024"),
                List.of(
                        of("3", "count:件").build(),
                        of("4", "CNY").build(),
                        of("0.5", "ratio").build(),
                        of("6", "count").build()));

        assertThat(table(result, ENGLISH.withAcross("period")).toMarkdown()).isEqualTo("""
                | Region | 2023 | 2024 |
                | --- | ---: | ---: |
                | East | 3 件 | 4 CNY |
                | West | 50.0 % | 6 |
                """);
        assertThat(table(result, TableFormat.of(Language.ZH).withAcross("period"))
                        .toMarkdown())
                .isEqualTo("""
                | 地区 | 2023年 | 2024年 |
                | --- | ---: | ---: |
                | 东村 | 3件 | 4元 |
                | 西村 | 50.0% | 6 |
                """);
    }

    /** A figure of a stock is noted where it is of another moment than the end of its period. */
    @ParameterizedTest
    @CsvSource({"2024-06, as of 2024-06", "2024-12,", "2024,"})
    void saysOfWhichMomentAStockIs(String asOf, String note) {
        ResultTable result = result(
                List.of(WEST),
                List.of("2024"),
                List.of(of("3", "count")
                        .asOf(Optional.of(TimePeriod.parse(asOf)))
                        .build()));

        assertThat(table(result, ENGLISH).notes()).isEqualTo(note == null ? List.of() : List.of("[1] " + note));
    }

    @Test
    void saysOfWhichMomentAStockIsWhereTheResultHasNoPeriods() {
        ResultTable result = ResultTable.builder(1)
                .regions("region", row -> WEST)
                .cells(
                        "value",
                        row -> of("3", "count")
                                .asOf(Optional.of(TimePeriod.parse("2024-06")))
                                .build())
                .build();

        assertThat(table(result, TableFormat.of(Language.ZH)).notes()).containsExactly("[1] 截至2024年6月");
    }

    @Test
    void numbersEachNoteOnceAndEscapesItInMarkdown() {
        Cell halfKnown = of("3", "m2")
                .contributorsAtLeast(1, 2)
                .remark(Remark.NOT_PAIRED)
                .build();
        Cell alike = of("4", "m2").contributors(1, 3).remark(Remark.NOT_PAIRED).build();
        ResultTable result = result(List.of(EAST, WEST), List.of("2024", "2024"), List.of(halfKnown, alike));

        PublicationTable table = table(result, ENGLISH);

        assertThat(table.toMarkdown()).isEqualTo("""
                | Region | Period | Value |
                | --- | --- | ---: |
                | East | 2024 | 3 \\[1] \\[2] |
                | West | 2024 | 4 \\[3] \\[2] |

                Unit: m²

                \\[1] 1 of at least 2 expected observations

                \\[2] the two sides may not match

                \\[3] 1 of 3 expected observations
                """);
    }

    @Test
    void takesNoneToTwentyDecimals() {
        ResultTable result =
                result(List.of(WEST), List.of("2024"), List.of(of("2.5", "CNY").build()));

        assertThat(table(result, ENGLISH.withDecimals(0)).rows().get(0).get(2).text())
                .isEqualTo("3");
        assertThat(table(result, ENGLISH.withDecimals(20)).rows().get(0).get(2).text())
                .isEqualTo("2.50000000000000000000");
        assertThatThrownBy(() -> ENGLISH.withDecimals(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected 0 to 20 decimals, got -1");
        assertThatThrownBy(() -> ENGLISH.withDecimals("visits", 21))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected 0 to 20 decimals, got 21");
    }
}
