package org.grassrootskpi.columns;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.junit.jupiter.api.Test;

class SubtotalsTest {
    private static final int COMMUNITIES = 3;

    @Test
    void siblingsAreAddedUpByPeriod() {
        Subtotals subtotals = requireNonNull(block(visits("2024-03", "-2")).subtotals());

        assertThat(IntStream.rangeClosed(0, subtotals.runs().size()).map(subtotals.runs()::start))
                .containsExactly(0, 3, 6);
        assertThat(subtotals.span()).isEqualTo(3);
        assertThat(LongStream.of(subtotals.totalsUnsafe()).map(Subtotals::sum))
                .containsExactly(4L, 0L, -6L, 4L, 0L, -6L);
        assertThat(LongStream.of(subtotals.totalsUnsafe()).mapToInt(Subtotals::count))
                .containsOnly(3);
        assertThat(Subtotals.sum(subtotals.totalsUnsafe()[0] + subtotals.totalsUnsafe()[2]))
                .isEqualTo(-2);
        assertThat(Subtotals.count(subtotals.totalsUnsafe()[0] + subtotals.totalsUnsafe()[2]))
                .isEqualTo(6);
    }

    @Test
    void takeTheirPartOfTheRoomOfASegment() {
        Segment segment = block(visits("2024-03", "-2"));

        assertThat(segment.statistics()).isNull();
        assertThat(requireNonNull(segment.subtotals()).bytes()).isEqualTo(6 * 8);
        // Six regions, two starts of combinations and seven of rows; 18 periods and values; the starts of two runs; six
        // totals; of one year its end, and in each run a count and two extremes.
        assertThat(segment.bytes())
                .isEqualTo(6 * 4 + 2 * 4 + 7 * 4 + 18 + 18 * 4 + 3 * 4 + 6 * 8 + 4 + 2 * 4 + 2 * 4 + 2 * 4);
    }

    @Test
    void theRunsOfARangeOfSeriesBeginBehindItsStart() {
        Subtotals subtotals = requireNonNull(block(visits("2024-03", "-2")).subtotals());

        assertThat(IntStream.of(0, 1, 3, 4, 6).map(subtotals.runs()::firstRun)).containsExactly(0, 1, 1, 2, 2);
    }

    @Test
    void totalsWithFewRowsAreNotWorthTheirRoom() {
        assertThat(block(visits("2024-04", "-2")).subtotals()).isNull();
    }

    @Test
    void totalsThatMightNotFitAreNotKept() {
        // 43 bits have room for a run's nine values of 2^43 / 10, not for nine of 2^43 / 9.
        String fits = Long.toString((1L << 43) / 10);
        String tooGreat = Long.toString((1L << 43) / 9);

        assertThat(block(visits("2024-03", fits)).subtotals()).isNotNull();
        assertThat(block(visits("2024-03", tooGreat)).subtotals()).isNull();
        assertThat(block(visits("2024-03", Long.toString(Long.MIN_VALUE))).subtotals())
                .isNull();
    }

    @Test
    void rowsWithRemarksAreLeftOut() {
        TableFixture remarked =
                visits("2024-03", "-2").missing("visits", "c7", "2024-01", ObservationStatus.NOT_COLLECTED);

        SeriesBlock block = remarked.table().blocks().get(0);
        assertThat(block.segments()).hasSize(2);
        assertThat(requireNonNull(block.segments().get(0).subtotals()).totalsUnsafe())
                .isEqualTo(requireNonNull(block(visits("2024-03", "-2")).subtotals())
                        .totalsUnsafe());
        assertThat(block.segments().get(1).subtotals()).isNull();
    }

    private static Segment block(TableFixture fixture) {
        return fixture.table().blocks().get(0).segments().get(0);
    }

    /** Six communities in two towns, each with three rows; the last period and its values are given. */
    private static TableFixture visits(String lastPeriod, String last) {
        TableFixture fixture = new TableFixture()
                .sector("s", "")
                .indicator("visits", IndicatorKind.FLOW, "count:家次", 0)
                .region("c7", RegionLevel.COMMUNITY, "");
        for (String town : List.of("t", "u")) {
            fixture.region(town, RegionLevel.TOWNSHIP, "");
            for (int c = 0; c < COMMUNITIES; c++) {
                String community = town + c;
                fixture.region(community, RegionLevel.COMMUNITY, town)
                        .row("visits", community, "2024-01", c == 0 ? "-2" : "3")
                        .row("visits", community, "2024-02", c == 0 ? "2" : "-1")
                        .row("visits", community, lastPeriod, last);
            }
        }
        return fixture;
    }
}
