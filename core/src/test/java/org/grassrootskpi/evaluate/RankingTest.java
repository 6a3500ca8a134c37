package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Remark;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static Cell cell(String value) {
        return Cell.builder(new BigDecimal(value), Unit.COUNT)
                .contributors(1, 1)
                .build();
    }

    private static Cell about(String value, String from, String to) {
        return Cell.builder(new BigDecimal(value), Unit.COUNT)
                .precision(Qualifier.ABOUT, Range.closed(new BigDecimal(from), new BigDecimal(to)))
                .contributors(1, 1)
                .build();
    }

    private static Cell asOf(String value, String period) {
        return Cell.builder(new BigDecimal(value), Unit.COUNT)
                .contributors(1, 1)
                .asOf(Optional.of(TimePeriod.parse(period)))
                .build();
    }

    private static List<String> ranks(List<Cell> cells, boolean ascending, int... peers) {
        return new Ranking(cells, peers, ascending)
                .ranks().stream().map(Cell::toString).toList();
    }

    @Test
    void givesEqualsOneRankAndLeavesTheNextOut() {
        List<Cell> cells = List.of(cell("5"), cell("7"), cell("7"), cell("1"));

        assertThat(ranks(cells, false, 0, 0, 0, 0)).containsExactly("3 (1/1)", "1 (1/1)", "1 (1/1)", "4 (1/1)");
        assertThat(ranks(cells, true, 0, 0, 0, 0)).containsExactly("2 (1/1)", "3 (1/1)", "3 (1/1)", "1 (1/1)");
    }

    @Test
    void ranksAmongPeersOnly() {
        assertThat(ranks(List.of(cell("5"), cell("7"), cell("6")), false, 0, 1, 0))
                .containsExactly("2 (1/1)", "1 (1/1)", "1 (1/1)");
        assertThat(new Ranking(List.of(cell("5"), cell("7")), new int[] {Ranking.ALONE, Ranking.NOWHERE}, false)
                        .ranks().stream().map(Cell::absence))
                .containsExactly(Optional.of(Absence.MISSING_BASE), Optional.of(Absence.NO_OBSERVATION));
    }

    @Test
    void ranksStocksOfTheLastMomentAlone() {
        List<Cell> ranks = new Ranking(
                        List.of(asOf("5", "2024-02"), asOf("9", "2024-01"), asOf("3", "2024-02")), new int[3], false)
                .ranks();

        assertThat(ranks.stream().map(Cell::absence))
                .containsExactly(Optional.empty(), Optional.of(Absence.DIFFERENT_PERIODS), Optional.empty());
        assertThat(ranks.get(2).get()).isEqualByComparingTo("2");
    }

    @Test
    void boundsARankByWhoMayBeBetter() {
        List<Cell> ranks = new Ranking(List.of(about("5", "4", "8"), cell("7"), cell("9")), new int[3], false).ranks();

        assertThat(ranks.stream().map(Cell::get))
                .containsExactly(new BigDecimal("3"), new BigDecimal("2"), new BigDecimal("1"));
        assertThat(ranks.stream().map(Cell::bounds))
                .containsExactly(
                        Range.closed(new BigDecimal("2"), new BigDecimal("3")),
                        Range.closed(new BigDecimal("2"), new BigDecimal("3")),
                        Range.singleton(new BigDecimal("1")));
    }

    private static Cell atLeast(String value) {
        return Cell.builder(new BigDecimal(value), Unit.COUNT)
                .precision(Qualifier.AT_LEAST, Range.atLeast(new BigDecimal(value)))
                .contributors(1, 1)
                .build();
    }

    private static Cell atMost(String value) {
        return Cell.builder(new BigDecimal(value), Unit.COUNT)
                .precision(Qualifier.AT_MOST, Range.atMost(new BigDecimal(value)))
                .contributors(1, 1)
                .build();
    }

    private static List<String> bounds(List<Cell> cells, boolean ascending) {
        return new Ranking(cells, new int[cells.size()], ascending)
                .ranks().stream()
                        .map(cell -> cell.bounds().lowerEndpoint() + ".."
                                + cell.bounds().upperEndpoint())
                        .toList();
    }

    @Test
    void boundsTheRanksOfFiguresWithoutAnEnd() {
        assertThat(bounds(List.of(atLeast("5"), cell("7"), cell("9"), cell("1")), false))
                .as("5 or more may be the first; 7 and 9 may have it above them")
                .containsExactly("1..3", "2..3", "1..2", "4..4");
        assertThat(bounds(List.of(atLeast("5"), cell("7"), cell("9"), cell("1")), true))
                .containsExactly("2..4", "2..3", "3..4", "1..1");
        assertThat(bounds(List.of(atMost("8"), cell("7"), cell("9")), false)).containsExactly("2..3", "2..3", "1..1");
        assertThat(bounds(List.of(atMost("8"), cell("7"), cell("9")), true)).containsExactly("1..2", "1..2", "3..3");
    }

    @Test
    void boundsTheRanksOfEqualsAndOfSeveralVagueFigures() {
        assertThat(bounds(List.of(about("5", "4", "6"), about("5", "4", "6"), cell("6"), cell("9"), cell("9")), false))
                .containsExactly("3..5", "3..5", "3..3", "1..1", "1..1");
        assertThat(bounds(List.of(about("9", "8", "10"), about("2", "1", "9"), about("5", "3", "7")), false))
                .containsExactly("1..2", "1..3", "2..3");
    }

    @Test
    void keepsTheRemarksOfWhatIsRanked() {
        Cell remarked = Cell.builder(BigDecimal.ONE, Unit.COUNT)
                .contributors(1, 2)
                .unpaired(2)
                .remark(Remark.AS_OBSERVED)
                .build();

        assertThat(ranks(List.of(remarked), false, 0)).containsExactly("1 (1/2), 2 unpaired, as observed");
    }
}
