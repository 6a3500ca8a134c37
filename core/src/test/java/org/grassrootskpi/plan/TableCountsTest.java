package org.grassrootskpi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableCountsTest {
    private static final Source CASES = Source.of("cases", COMMUNITY, Frequency.MONTHLY);

    private static TableFixture regions() {
        return TableFixture.places().indicator("cases", IndicatorKind.FLOW, "count:件", 0);
    }

    /** a1: January to March; a2: February; b1: January, and no value in April. */
    private static TableFixture table(boolean statuses) {
        TableFixture table = regions()
                .row("cases", "a1", "2024-01", "1")
                .row("cases", "a1", "2024-02", "1")
                .row("cases", "a1", "2024-03", "1")
                .row("cases", "a2", "2024-02", "1")
                .row("cases", "b1", "2024-01", "1");
        return statuses ? table.missing("cases", "b1", "2024-04", ObservationStatus.MISSING) : table;
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2024-01..2024-12, 5",
        "'', 2024-02..2024-03, 3",
        "'', 2024-02..2024-02, 2",
        "'', 2023-01..2023-12, 0",
        "'', 2024-04..2024-04, 0",
        "x, 2024-01..2024-12, 5",
        "a, 2024-01..2024-12, 4",
        "b, 2024-01..2024-12, 1",
        "a1, 2024-01..2024-02, 2",
        "a2 b, 2024-01..2024-12, 2"
    })
    void countsTheRowsWithAValue(String regions, String periods, long values) {
        List<String> codes = regions.isEmpty() ? List.of() : List.of(regions.split(" ", -1));
        for (boolean statuses : new boolean[] {false, true}) {
            assertThat(new TableCounts(table(statuses).table())
                            .values(CASES, codes, TimePeriodRange.parse(periods), ImmutableMap.of()))
                    .isEqualTo(values);
        }
    }

    private static TableFixture.Row row(String region, String period, String sex, boolean hasValue) {
        return new TableFixture.Row(
                "cases",
                region,
                TimePeriod.parse(period),
                hasValue ? Optional.of(Quantity.parse("1件")) : Optional.empty(),
                hasValue ? ObservationStatus.NORMAL : ObservationStatus.MISSING,
                List.of(sex));
    }

    @ParameterizedTest
    @CsvSource({"'', 5", "men, 2", "women, 3", "'men,women', 5", "other, 0"})
    void countsTheMembersThatAreAskedFor(String members, long values) {
        TableFixture table = regions()
                .row(row("a1", "2024-01", "men", true))
                .row(row("a1", "2024-02", "men", false))
                .row(row("a1", "2024-01", "women", true))
                .row(row("a2", "2024-01", "women", true))
                .row(row("b1", "2024-01", "women", true))
                .row(row("b1", "2024-01", "men", true));
        ImmutableMap<String, ImmutableList<String>> limits = members.isEmpty()
                ? ImmutableMap.of()
                : ImmutableMap.of("sex", ImmutableList.copyOf(members.split(",", -1)));

        assertThat(new TableCounts(table.table(
                                TableSchema.builder().addDimensions("sex").build()))
                        .values(CASES, List.of(), TimePeriodRange.parse("2024-01..2024-12"), limits))
                .isEqualTo(values);
    }
}
