package org.grassrootskpi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.model.IndicatorKind.FLOW;
import static org.grassrootskpi.model.IndicatorKind.RATIO;
import static org.grassrootskpi.model.IndicatorKind.STOCK;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.COUNTY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;
import static org.grassrootskpi.query.Dimension.extra;
import static org.grassrootskpi.query.Dimension.indicator;
import static org.grassrootskpi.query.Dimension.region;
import static org.grassrootskpi.query.Dimension.sector;
import static org.grassrootskpi.query.Dimension.topSector;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.List;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.IndicatorFormula;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.MissingPolicy;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.Remark;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.TableSchema;
import org.junit.jupiter.api.Test;

/** How every engine must take shares and ranks over members, indicators and sectors. */
abstract class DimensionConformance extends Conformance {
    private static final TableSchema AGES =
            TableSchema.builder().addDimensions("age").build();
    private static final TableSchema WITH_TOTAL =
            TableSchema.builder().addDimensions("age").total("age", "all").build();
    private static final TableSchema CROSSED = TableSchema.builder()
            .addDimensions("sex", "age")
            .total("sex", "both")
            .total("age", "all")
            .build();
    private static final Measure OVER_AGES = Measure.shareOver(extra("age"));

    private static TableFixture people() {
        return TableFixture.places().indicator("people", STOCK, "count:人", 0);
    }

    /** Three ages of two communities, of which a2 has no old. */
    private static TableFixture ages() {
        return people().row("people", "a1", "2024", "20", "0-14")
                .row("people", "a1", "2024", "50", "15-59")
                .row("people", "a1", "2024", "30", "60+")
                .row("people", "a2", "2024", "10", "0-14")
                .row("people", "a2", "2024", "90", "15-59");
    }

    private static List<String> rows(ResultTable result, String measure) {
        return result.stream()
                .map(row -> row.text("age").orElseThrow() + " " + row.cell(measure))
                .toList();
    }

    @Test
    void sharesMembersInTheSumOfAll() {
        Query query = Query.select("people").during("2024").groupBy(extra("age"));

        assertThat(rows(ask(ages(), AGES, query.measures(OVER_AGES)), "shareOver(age)"))
                .containsExactly(
                        "0-14 0.15 (2/3+) as of 2024", "15-59 0.7 (2/3+) as of 2024", "60+ 0.15 (1/3+) as of 2024");
        assertThat(rows(
                        ask(
                                ages(),
                                AGES,
                                query.groupBy(extra("age"), region(COMMUNITY)).measures(OVER_AGES)),
                        "shareOver(age)"))
                .contains("60+ 0.3 (1/1+) as of 2024", "0-14 0.1 (1/1+) as of 2024");
    }

    @Test
    void readsTheMembersThatAQueryLeavesOut() {
        Query query = Query.select("people")
                .during("2024")
                .within("a1")
                .where("age", "60+")
                .groupBy(extra("age"))
                .measures(Measure.value(), OVER_AGES);
        ResultTable result = ask(ages(), AGES, query);

        assertThat(rows(result, "value")).containsExactly("60+ 30 (1/1) as of 2024");
        assertThat(rows(result, "shareOver(age)")).containsExactly("60+ 0.3 (1/1+) as of 2024");
    }

    @Test
    void takesTheDeclaredTotalForTheWhole() {
        TableFixture fixture = people().row("people", "a1", "2024", "25", "60+")
                .row("people", "a1", "2024", "100", "all")
                .row("people", "a2", "2024", "10", "60+")
                .row("people", "b1", "2024", "8", "60+")
                .row("people", "b1", "2024", "16", "15-59");
        Query query = Query.select("people").during("2024").groupBy(extra("age"));

        assertThat(rows(
                        ask(
                                fixture,
                                WITH_TOTAL,
                                query.groupBy(region(COMMUNITY), extra("age")).measures(OVER_AGES)),
                        "shareOver(age)"))
                .as("where one region lacks the total, its parts do not stand for it")
                .containsExactly(
                        "60+ 0.25 (1/1) as of 2024",
                        "all 1 (1/1) as of 2024",
                        "60+ missing base (0/1) as of 2024",
                        "15-59 missing base (0/1) as of 2024",
                        "60+ missing base (0/1) as of 2024");
        ResultTable all = ask(fixture, WITH_TOTAL, query.measures(OVER_AGES));
        assertThat(rows(all, "shareOver(age)"))
                .as("a total of one community is no whole of parts of three")
                .containsExactly(
                        "15-59 0.16 (1/3) as of 2024, not paired",
                        "60+ nothing paired (1/3) as of 2024",
                        "all 1 (1/3) as of 2024");
        assertThat(all.row(0).cell("shareOver(age)").remarks()).containsExactly(Remark.NOT_PAIRED);
    }

    @Test
    void boundsAShareInATotalThatWasRoundedForItself() {
        TableFixture fixture = TableFixture.places()
                .indicator("output", FLOW, "CNY", 0)
                .row("output", "a1", "2024", "1", "60+")
                .row("output", "a1", "2024", "4", "all")
                .row("output", "a2", "2024", "1", "60+")
                .row("output", "a2", "2024", "3", "15-59");
        Query query =
                Query.select("output").during("2024").groupBy(extra("age")).measures(OVER_AGES);
        Cell ofTotal = ask(fixture, WITH_TOTAL, query.within("a1")).row(0).cell("shareOver(age)");
        Cell ofSum = ask(
                        fixture,
                        TableSchema.builder()
                                .addDimensions("age")
                                .ordinary("age", "all")
                                .build(),
                        query.within("a2"))
                .row(1)
                .cell("shareOver(age)");

        assertThat(ofTotal.get()).isEqualByComparingTo("0.25");
        assertThat(ofTotal.bounds().lowerEndpoint()).isLessThanOrEqualTo(new BigDecimal("0.112"));
        assertThat(ofTotal.bounds().upperEndpoint()).isGreaterThanOrEqualTo(new BigDecimal("0.428"));
        assertThat(ofSum.get()).isEqualByComparingTo("0.25");
        assertThat(ofSum.bounds()).isEqualTo(Range.closed(new BigDecimal("0.125"), new BigDecimal("0.375")));
    }

    @Test
    void readsTheOtherDimensionsOfAWholeAsThoseOfItsParts() {
        TableFixture fixture = people().row("people", "a1", "2024", "10", "F", "60+")
                .row("people", "a1", "2024", "15", "M", "60+")
                .row("people", "a1", "2024", "25", "both", "60+")
                .row("people", "a1", "2024", "40", "F", "all")
                .row("people", "a1", "2024", "35", "M", "15-59")
                .row("people", "a1", "2024", "100", "both", "all");
        Query query = Query.select("people").during("2024").within("a1").measures(OVER_AGES);

        assertThat(rows(ask(fixture, CROSSED, query.groupBy(extra("age"))), "shareOver(age)"))
                .containsExactly("15-59 0.35 (1/1) as of 2024", "60+ 0.25 (1/1) as of 2024", "all 1 (1/1) as of 2024");
        assertThat(rows(ask(fixture, CROSSED, query.groupBy(extra("sex"), extra("age"))), "shareOver(age)"))
                .as("of women their total, of men the sum of their ages")
                .containsExactly(
                        "60+ 0.25 (1/1) as of 2024",
                        "all 1 (1/1) as of 2024",
                        "15-59 0.7 (1/1+) as of 2024",
                        "60+ 0.3 (1/1+) as of 2024",
                        "60+ 0.25 (1/1) as of 2024",
                        "all 1 (1/1) as of 2024");
    }

    @Test
    void ranksMembersWithoutTheirTotal() {
        TableFixture fixture = ages().row("people", "a1", "2024", "100", "all").row("people", "a2", "2024", "5", "60+");
        Query query = Query.select("people")
                .during("2024")
                .groupBy(region(COMMUNITY), extra("age"))
                .measures(Measure.rankOver(extra("age")));

        assertThat(rows(ask(fixture, WITH_TOTAL, query), "rankOver(age)"))
                .containsExactly(
                        "0-14 3 (1/1) as of 2024",
                        "15-59 1 (1/1) as of 2024",
                        "60+ 2 (1/1) as of 2024",
                        "all missing base (1/1) as of 2024",
                        "0-14 2 (1/1) as of 2024",
                        "15-59 1 (1/1) as of 2024",
                        "60+ 3 (1/1) as of 2024");
    }

    @Test
    void refusesMembersAmongWhichATotalMayBe() {
        TableFixture fixture = ages().row("people", "a1", "2024", "100", "合计");
        Query query = Query.select("people")
                .during("2024")
                .groupBy(extra("age"))
                .measures(OVER_AGES, Measure.rankOver(extra("age")));

        assertThat(ask(fixture, AGES, query).refusals())
                .extracting(Refusal::reason)
                .containsExactly(Reason.TOTAL_BESIDE_PARTS, Reason.TOTAL_BESIDE_PARTS);
        assertThat(ask(fixture, AGES, query).refusals().get(1).message())
                .isEqualTo(
                        "'合计' looks like the total of 'age', and 'rankOver(age)' of 'people' would be among its parts");
        assertThat(ask(fixture, AGES, query.missing(MissingPolicy.requireAll()).where("age", "60+"))
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(Reason.TOTAL_BESIDE_PARTS);
        assertThat(ask(ages(), AGES, query.missing(MissingPolicy.requireAll())).refusals())
                .extracting(Refusal::reason)
                .containsExactly(Reason.UNKNOWN_COMPLETENESS);
    }

    @Test
    void sharesIndicatorsAndSectorsInAllThatTheQuerySelects() {
        TableFixture fixture = TableFixture.places()
                .sector("t", "")
                .indicator("letters", FLOW, "count:宗", 0)
                .indicator(
                        TableFixture.indicator("calls", "t", FLOW, "count:宗", 0).build())
                .indicator(TableFixture.indicator("visits", "t", FLOW, "count:宗", 0)
                        .build())
                .row("letters", "a1", "2024", "30")
                .row("calls", "a1", "2024", "50")
                .row("visits", "a1", "2024", "20")
                .row("calls", "a2", "2024", "7");
        Query query = Query.select("letters", "calls", "visits").during("2024").within("a1");

        assertThat(shown(fixture, query.measures(Measure.shareOver(indicator()), Measure.rankOver(indicator()))))
                .containsExactly("0.3 (1/1)", "0.5 (1/1)", "0.2 (1/1)");
        assertThat(shown(fixture, query.measures(Measure.rankOver(indicator()))))
                .containsExactly("2 (1/1)", "1 (1/1)", "3 (1/1)");
        assertThat(shown(fixture, query.groupBy(sector()).measures(Measure.shareOver(sector()))))
                .containsExactly("0.3 (1/1)", "0.7 (2/2)");
        assertThat(shown(fixture, query.groupBy(sector()).measures(Measure.rankOver(sector()))))
                .containsExactly("2 (1/1)", "1 (2/2)");
        assertThat(shown(
                        fixture,
                        Query.select("letters", "calls")
                                .during("2024")
                                .groupBy(region(COMMUNITY))
                                .measures(Measure.shareOver(indicator()))))
                .containsExactly(
                        "0.375 (1/1)",
                        "no observation (0/1)",
                        "no observation (0/1)",
                        "0.625 (1/1)",
                        "1 (1/2)",
                        "no observation (0/1)");
    }

    @Test
    void refusesIndicatorsThatAddUpToNothingOrCannotBeCompared() {
        TableFixture fixture = TableFixture.places()
                .indicator("letters", FLOW, "count:宗", 0)
                .indicator("people", STOCK, "count:人", 0)
                .indicator("cost", FLOW, "CNY", 0)
                .indicator("rate", RATIO, "ratio", 3)
                .indicator(TableFixture.indicator("urgent", "s", FLOW, "count:宗", 0)
                        .partOf("letters")
                        .build())
                .indicator(TableFixture.indicator("complaints", "s", FLOW, "count:宗", 0)
                        .direction(Direction.LOWER)
                        .build());
        for (String id : List.of("letters", "people", "cost", "rate", "urgent", "complaints")) {
            fixture.row(id, "a1", "2024", "3");
        }
        Measure share = Measure.shareOver(indicator());
        Measure rank = Measure.rankOver(indicator());

        assertThat(reasons(fixture, share, "letters", "cost")).containsOnly(Reason.MIXED_UNITS);
        assertThat(reasons(fixture, share, "letters", "people")).containsOnly(Reason.MIXED_KINDS);
        assertThat(reasons(fixture, share, "letters", "urgent")).containsOnly(Reason.TOTAL_BESIDE_PARTS);
        assertThat(reasons(fixture, share, "rate", "rate2"))
                .containsExactly(Reason.NOT_COMPARABLE, Reason.UNKNOWN_INDICATOR);
        assertThat(reasons(fixture, rank, "letters", "cost")).containsOnly(Reason.MIXED_UNITS);
        assertThat(reasons(fixture, rank, "letters", "urgent")).containsOnly(Reason.TOTAL_BESIDE_PARTS);
        assertThat(reasons(fixture, rank, "letters", "complaints")).containsOnly(Reason.NOT_COMPARABLE);
        assertThat(reasons(fixture, rank, "letters", "complaint")).containsExactly(Reason.UNKNOWN_INDICATOR);
        assertThat(reasons(fixture, Measure.rankOver(indicator(), Measure.count()), "letters", "cost"))
                .isEmpty();
        assertThat(reasons(fixture, Measure.shareOver(sector()), "letters")).containsExactly(Reason.NEEDS_DIMENSION);
        assertThat(reasons(fixture, Measure.rankOver(topSector()), "letters")).containsExactly(Reason.NEEDS_DIMENSION);
    }

    private List<Reason> reasons(TableFixture fixture, Measure measure, String... indicators) {
        return ask(fixture, Query.select(indicators).during("2024").within("a1").measures(measure)).refusals().stream()
                .map(Refusal::reason)
                .toList();
    }

    @Test
    void sharesWhatFollowsByAFormulaOverMembers() {
        TableFixture fixture = TableFixture.places()
                .indicator("births", FLOW, "count:人", 0)
                .indicator("deaths", FLOW, "count:人", 0)
                .indicator(TableFixture.indicator("gained", "s", FLOW, "count:人", 0)
                        .formula(IndicatorFormula.parse("births - deaths"))
                        .build())
                .row("births", "a1", "2024", "9", "F")
                .row("births", "a1", "2024", "11", "M")
                .row("deaths", "a1", "2024", "3", "F")
                .row("deaths", "a1", "2024", "9", "M");
        TableSchema sexes = TableSchema.builder().addDimensions("sex").build();
        Query query = Query.select("gained").during("2024").within("a1").groupBy(extra("sex"));

        assertThat(shown(ask(fixture, sexes, query.measures(Measure.shareOver(extra("sex")))), "shareOver(sex)"))
                .containsExactly("0.75 (1/1+)", "0.25 (1/1+)");
        assertThat(shown(ask(fixture, sexes, query.measures(Measure.rankOver(extra("sex")))), "rankOver(sex)"))
                .containsExactly("1 (1/1)", "2 (1/1)");
    }

    @Test
    void leavesRegionsToTheirOwnMeasures() {
        for (RuntimeException refused : List.of(
                failure(() -> Measure.shareOver(region(COUNTY))), failure(() -> Measure.rankOver(region(TOWNSHIP))))) {
            assertThat(refused)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("Expected indicators, sectors, periods or an extra dimension, got region(");
        }
        assertThat(Dimension.region(COUNTY)).isEqualTo(region(COUNTY));
    }

    private static RuntimeException failure(Runnable call) {
        try {
            call.run();
        } catch (IllegalArgumentException refused) {
            return refused;
        }
        throw new AssertionError("not refused");
    }
}
