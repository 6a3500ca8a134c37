package org.grassrootskpi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.grassrootskpi.model.IndicatorKind.FLOW;
import static org.grassrootskpi.model.IndicatorKind.RATIO;
import static org.grassrootskpi.model.IndicatorKind.STOCK;
import static org.grassrootskpi.model.ObservationStatus.SUPPRESSED;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.COUNTY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;
import static org.grassrootskpi.query.Dimension.extra;
import static org.grassrootskpi.query.Dimension.period;
import static org.grassrootskpi.query.Dimension.region;
import static org.grassrootskpi.time.Frequency.ANNUAL;
import static org.grassrootskpi.time.Frequency.DAILY;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.conformance.TableFixture.Row;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.MissingPolicy;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine must answer over extra dimensions: totals, pinned members, and how many rows there should be. */
abstract class MemberConformance extends Conformance {
    private static final TableSchema TYPES =
            TableSchema.builder().addDimensions("type").build();
    private static final TableSchema WITH_TOTAL =
            TableSchema.builder().addDimensions("type").total("type", "Total").build();

    private static TableFixture suppressed(TableFixture fixture, String indicator, String region, String... members) {
        return fixture.row(
                new Row(indicator, region, TimePeriod.parse("2024"), Optional.empty(), SUPPRESSED, List.of(members)));
    }

    /** Public bug report: three kinds of schools with 740 between them, and their published total of 745. */
    private static TableFixture schools() {
        return TableFixture.places()
                .indicator("excluded", FLOW, "count:人", 0)
                .row("excluded", "x", "2024", "600", "primary")
                .row("excluded", "x", "2024", "100", "secondary")
                .row("excluded", "x", "2024", "40", "special")
                .row("excluded", "x", "2024", "745", "Total");
    }

    /** Two dimensions, of which marginal totals alone are published for b, and no total at all for a2. */
    private static TableFixture crossed() {
        return TableFixture.places()
                .indicator("people", FLOW, "count:人", 0)
                .row("people", "a1", "2024", "1", "F", "young")
                .row("people", "a1", "2024", "2", "F", "old")
                .row("people", "a1", "2024", "4", "M", "young")
                .row("people", "a1", "2024", "8", "M", "old")
                .row("people", "a1", "2024", "3", "F", "all")
                .row("people", "a1", "2024", "12", "M", "all")
                .row("people", "a1", "2024", "15", "both", "all");
    }

    private static final TableSchema CROSSED = TableSchema.builder()
            .addDimensions("sex", "age")
            .total("sex", "both")
            .total("age", "all")
            .build();

    @Test
    void takesTheTotalAndNeverAddsItToItsParts() {
        Query query = Query.select("excluded").during("2024").groupBy(region(COUNTY));

        assertThat(shown(ask(schools(), WITH_TOTAL, query), "value")).containsExactly("745 (1/1)");
        assertThat(shown(ask(schools(), WITH_TOTAL, query.measures(Measure.count())), "count"))
                .containsExactly("1 (1/1)");
    }

    @Test
    void showsTheTotalBesideItsPartsWhereItGroupsByThem() {
        ResultTable result = ask(
                schools(), WITH_TOTAL, Query.select("excluded").during("2024").groupBy(extra("type")));

        assertThat(result.stream().map(row -> row.text("type").orElseThrow() + " " + row.cell("value")))
                .containsExactly("Total 745 (1/1)", "primary 600 (1/1)", "secondary 100 (1/1)", "special 40 (1/1)");
    }

    @Test
    void addsPartsThatAreNamedWithoutTheirTotal() {
        ResultTable result = ask(
                schools(), WITH_TOTAL, Query.select("excluded").during("2024").where("type", "primary", "special"));

        assertThat(shown(result, "value")).containsExactly("640 (2/2+)");
    }

    @Test
    void refusesATotalThatIsNamedBesideItsParts() {
        Query query = Query.select("excluded").during("2024").where("type", "primary", "Total");

        assertThat(ask(schools(), WITH_TOTAL, query.measures(Measure.value(), Measure.count()))
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(Reason.TOTAL_BESIDE_PARTS, Reason.TOTAL_BESIDE_PARTS);
        assertThat(ask(schools(), WITH_TOTAL, query.groupBy(extra("type"))).refusals())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Total",
                "TOTAL",
                "total",
                "_T",
                "T",
                "t",
                "All",
                "合计",
                "合 计",
                "总计",
                "全部",
                "小计",
                "全区合计",
                "Total population",
                "ＴＯＴＡＬ",
                "(合计)",
                "Total:",
                " total ",
                "Grand Total",
                "subtotal"
            })
    void refusesToAddWhatLooksLikeATotal(String member) {
        TableFixture fixture = TableFixture.places()
                .indicator("excluded", FLOW, "count:人", 0)
                .row("excluded", "x", "2024", "740", "primary")
                .row("excluded", "x", "2024", "745", member);
        Query query = Query.select("excluded").during("2024");

        Refusal refusal = ask(fixture, TYPES, query).refusals().get(0);
        TableSchema ordinary = TableSchema.builder()
                .addDimensions("type")
                .ordinary("type", member)
                .build();

        assertThat(refusal.reason()).isEqualTo(Reason.TOTAL_BESIDE_PARTS);
        assertThat(refusal.message()).startsWith("'" + member + "' looks like the total of 'type'");
        assertThat(refusal.suggestion()).contains(".total(\"type\", \"" + member + "\")", "ordinary");
        assertThat(shown(ask(fixture, ordinary, query), "value")).containsExactly("1485 (2/2+)");
        assertThat(shown(ask(fixture, TYPES, query.where("type", member)), "value"))
                .containsExactly("745 (1/1)");
        assertThat(ask(fixture, TYPES, query.groupBy(extra("type"))).refusals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"primary", "Tall", "Text", "Sumatra", "统计", "会计", "设计", "全日制"})
    void addsWhatDoesNotLookLikeATotal(String member) {
        TableFixture fixture = TableFixture.places()
                .indicator("excluded", FLOW, "count:人", 0)
                .row("excluded", "x", "2024", "1", "special")
                .row("excluded", "x", "2024", "2", member);

        assertThat(shown(ask(fixture, TYPES, Query.select("excluded").during("2024")), "value"))
                .containsExactly("3 (2/2+)");
    }

    @Test
    void sumsTheRestOverTheTotalsOfOneDimensionAlone() {
        Query query = Query.select("people").during("2024").within("a1");

        assertThat(shown(ask(crossed(), CROSSED, query), "value")).containsExactly("15 (1/1)");
        assertThat(shown(ask(crossed(), CROSSED, query.where("sex", "F")), "value"))
                .containsExactly("3 (1/1)");
        assertThat(shown(ask(crossed(), CROSSED, query.where("age", "old")), "value"))
                .containsExactly("10 (2/2+)");
        assertThat(shown(ask(crossed(), CROSSED, query.groupBy(extra("age"))), "value"))
                .containsExactly("15 (1/1)", "10 (2/2+)", "5 (2/2+)");
    }

    @Test
    void missesATotalThatWasNotObservedWhateverItsPartsSay() {
        TableFixture fixture =
                schools().row("excluded", "a", "2024", "7", "Total").row("excluded", "b", "2024", "3", "primary");

        ResultTable result =
                ask(fixture, WITH_TOTAL, Query.select("excluded").during("2024").groupBy(region(TOWNSHIP)));

        assertThat(shown(result, "value")).containsExactly("7 (1/1)", "no observation (0/1)");
    }

    @Test
    void answersWhatNeverAddsUpWhereEveryDimensionIsPinned() {
        TableFixture fixture = TableFixture.places()
                .indicator("median-income", RATIO, "CNY", 0)
                .row("median-income", "a", "2024", "30000", "F", "all")
                .row("median-income", "a", "2024", "31000", "both", "all")
                .row("median-income", "a", "2024", "35000", "both", "young");
        Query query = Query.select("median-income").groupBy(region(TOWNSHIP), period(ANNUAL));
        TableSchema plain = TableSchema.builder().addDimensions("sex", "age").build();

        assertThat(shown(ask(fixture, plain, query.where("sex", "F").where("age", "all")), "value"))
                .containsExactly("30000 (1/1)", "no observation (0/1)");
        assertThat(shown(ask(fixture, CROSSED, query), "value")).containsExactly("31000 (1/1)", "no observation (0/1)");
        assertThat(shown(
                        ask(
                                fixture,
                                plain,
                                query.where("sex", "both")
                                        .within("a")
                                        .groupBy(region(TOWNSHIP), period(ANNUAL), extra("age"))),
                        "value"))
                .containsExactly("31000 (1/1)", "35000 (1/1)");
        assertThat(ask(fixture, plain, query.where("age", "all")).refusals())
                .extracting(Refusal::reason, refusal -> refusal.suggestion().contains("limit each of [sex, age]"))
                .containsExactly(tuple(Reason.RATIO_WITHOUT_PARTS, true));
    }

    /** Public bug report: 10, and twice a value that is withheld. */
    private static TableFixture withheld() {
        TableFixture one = TableFixture.places().indicator("excluded", FLOW, "count:人", 0);
        suppressed(one.row("excluded", "a1", "2024", "10", "special"), "excluded", "a2", "special");
        return suppressed(one, "excluded", "b1", "special");
    }

    @Test
    void expectsOneRowForEachRegionAndPeriodWhereTheMembersArePinned() {
        Query query = Query.select("excluded").during("2024").where("type", "special");

        assertThat(shown(ask(withheld(), TYPES, query.measures(Measure.value(), Measure.coverage())), "value"))
                .containsExactly("10 (1/3) SUPPRESSED");
        assertThat(ask(withheld(), TYPES, query.measures(Measure.coverage()))
                        .row(0)
                        .cell("coverage")
                        .toString())
                .startsWith("0.333")
                .endsWith("(1/3) SUPPRESSED");
        assertThat(shown(ask(withheld(), TYPES, query.missing(MissingPolicy.requireAll())), "value"))
                .containsExactly("incomplete (1/3) SUPPRESSED");
        assertThat(shown(ask(withheld(), TYPES, query.missing(MissingPolicy.requireAtLeast(0.3))), "value"))
                .containsExactly("10 (1/3) SUPPRESSED");
    }

    @Test
    void saysHowManyRowsThereShouldBeAtLeastWhereMembersArePutTogether() {
        TableFixture fixture = withheld().row("excluded", "a1", "2024", "5", "primary");
        suppressed(fixture, "excluded", "a1", "secondary");
        Query query = Query.select("excluded").during("2024");

        ResultTable result = ask(fixture, TYPES, query.measures(Measure.value(), Measure.coverage()));

        assertThat(shown(result, "value")).containsExactly("15 (2/5+) SUPPRESSED");
        assertThat(result.row(0).cell("value").expected()).isEmpty();
        assertThat(result.row(0).cell("value").expectedAtLeast()).isEqualTo(5);
        assertThat(result.row(0).cell("coverage").absence()).contains(Absence.UNKNOWN_EXPECTED);
        assertThat(result.toString()).contains("15 (2/5+, suppressed)");
        assertThat(shown(ask(fixture, TYPES, query.within("b")), "value"))
                .containsExactly("no observation (0/1+) SUPPRESSED");
    }

    @Test
    void expectsTheWeightedRowsWithoutAValueToo() {
        TableFixture fixture = TableFixture.places()
                .indicator("people", FLOW, "count:人", 0)
                .indicator(TableFixture.indicator("satisfied", "s", RATIO, "ratio", 2)
                        .weight("people")
                        .build());
        for (String member : List.of("young", "old", "retired")) {
            fixture.row("people", "a1", "2024", "100", member);
        }
        fixture.row("satisfied", "a1", "2024", "0.9", "young").row("satisfied", "a1", "2024", "0.5", "old");
        suppressed(fixture, "satisfied", "a1", "retired");

        assertThat(ask(fixture, TYPES, Query.select("satisfied").during("2024").within("a1"))
                        .row(0)
                        .cell("value"))
                .satisfies(cell -> assertThat(cell.get()).isEqualByComparingTo("0.7"))
                .satisfies(cell -> assertThat(cell.toString()).endsWith("(2/3+) SUPPRESSED"));
    }

    @Test
    void refusesToDemandCompletenessThatNobodyKnows() {
        TableFixture fixture = schools();
        Query query = Query.select("excluded")
                .during("2024")
                .where("type", "primary", "special")
                .missing(MissingPolicy.requireAll())
                .measures(Measure.value(), Measure.count());

        assertThat(ask(fixture, TYPES, query).refusals())
                .extracting(Refusal::reason, refusal -> refusal.measure().orElseThrow())
                .containsExactly(tuple(Reason.UNKNOWN_COMPLETENESS, "value"));
        assertThat(shown(ask(fixture, TYPES, query.groupBy(extra("type"))), "value"))
                .containsExactly("600 (1/1)", "40 (1/1)");
    }

    @Test
    void keepsAGroupWhoseOnlyRowHasNoValue() {
        ResultTable result = ask(
                suppressed(withheld(), "excluded", "a1", "primary"),
                TYPES,
                Query.select("excluded").during("2024").groupBy(extra("type"), region(COMMUNITY)));

        assertThat(shown(result, "value"))
                .containsExactly(
                        "no observation (0/1) SUPPRESSED",
                        "10 (1/1)",
                        "no observation (0/1) SUPPRESSED",
                        "no observation (0/1) SUPPRESSED");
    }

    @Test
    void takesAStockOfThePinnedMemberAsOfItsLastPeriod() {
        TableFixture fixture = TableFixture.places()
                .indicator("beds", STOCK, "count:张", 0)
                .row("beds", "a1", "2023", "9", "Total")
                .row("beds", "a1", "2024", "7", "Total")
                .row("beds", "a1", "2024", "3", "private")
                .row("beds", "a2", "2024", "5", "Total");

        assertThat(shown(
                        ask(
                                fixture,
                                WITH_TOTAL,
                                Query.select("beds").during("2023..2024").within("a")),
                        "value"))
                .containsExactly("12 (2/2) as of 2024");
    }

    @Test
    void refusesAMemberThatNoObservationHas() {
        assertThatThrownBy(() -> ask(schools(), TYPES, Query.select("excluded").where("type", "primery")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("UNKNOWN_MEMBER")
                .hasMessageContaining("did you mean 'primary'?");
    }

    @Test
    void ordersRowsByTwoExtraDimensionsThatAreNoNeighbours() {
        TableFixture fixture = TableFixture.places().indicator("people", FLOW, "count:人", 0);
        for (String region : List.of("a1", "b1")) {
            for (String sex : List.of("F", "M")) {
                for (String age : List.of("old", "young")) {
                    fixture.row("people", region, "2024", "1", sex, age);
                }
            }
        }

        ResultTable result = ask(
                fixture,
                TableSchema.builder().addDimensions("sex", "age").build(),
                Query.select("people").during("2024").groupBy(extra("sex"), region(COMMUNITY), extra("age")));

        assertThat(result.stream()
                        .map(row -> row.text("sex").orElseThrow()
                                + row.region().orElseThrow().code()
                                + row.text("age").orElseThrow()))
                .containsExactly(
                        "Fa1old", "Fa1young", "Fb1old", "Fb1young", "Ma1old", "Ma1young", "Mb1old", "Mb1young");
    }

    @Test
    void namesTheMemberOfEachOfThousandsOfGroups() {
        TableFixture fixture = TableFixture.places()
                .indicator("visits", FLOW, "count:人", 0)
                .row("visits", "a1", "2010-01-01", "1", "office")
                .row("visits", "a1", "2024-12-31", "2", "office");

        ResultTable result =
                ask(fixture, TYPES, Query.select("visits").during("2010..2024").groupBy(extra("type"), period(DAILY)));

        assertThat(result.stream()
                        .map(row -> row.text("type").orElseThrow() + " "
                                + row.period().orElseThrow() + " "
                                + row.cell("value")))
                .containsExactly("office 2010-01-01 1 (1/3)", "office 2024-12-31 2 (1/3)");
    }

    @Test
    void filtersByBothConditionsOnOneMeasure() {
        ResultTable result = ask(
                schools(),
                TYPES,
                Query.select("excluded")
                        .during("2024")
                        .groupBy(extra("type"))
                        .having(Measure.value(), Range.atLeast(BigDecimal.valueOf(50)))
                        .having(Measure.value(), Range.lessThan(BigDecimal.valueOf(200))));

        assertThat(shown(result, "value")).containsExactly("100 (1/1)");
    }
}
