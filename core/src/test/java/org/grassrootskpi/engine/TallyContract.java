package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.grassrootskpi.conformance.Village;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.table.SeriesBlock;
import org.junit.jupiter.api.Test;

/** What every tally of exact values must get right, whatever it tallies. */
abstract class TallyContract {
    private final Tally tally;

    TallyContract(Tally tally) {
        this.tally = tally;
    }

    /** What the tally should find in one series of these values, of which there is at least one. */
    abstract BigInteger expected(List<Long> values);

    /** What the tally found. */
    abstract BigInteger found(Groups groups, int place);

    private static Village village() {
        return new Village()
                .sector("s", "")
                .region("t", RegionLevel.TOWNSHIP, "")
                .region("a", RegionLevel.COMMUNITY, "t")
                .indicator("visits", IndicatorKind.FLOW, "count:家次", 0);
    }

    private static Village months(Long... values) {
        Village village = village();
        for (int i = 0; i < values.length; i++) {
            village.row("visits", "a", "2024-0" + (i + 1), Long.toString(values[i]));
        }
        return village;
    }

    private Groups scan(Village village) {
        List<SeriesBlock> blocks = village.table().blocks();
        return Scan.of(blocks, tally, Tally.STATUS).run(2);
    }

    private void holds(Long... values) {
        Groups groups = scan(months(values));

        assertThat(groups.size()).isEqualTo(1);
        assertThat(groups.count(0)).isEqualTo(values.length);
        assertThat(found(groups, 0)).isEqualTo(expected(Arrays.asList(values)));
    }

    @Test
    void noRowsCountForNothing() {
        assertThat(scan(village()).count(0)).isZero();
    }

    @Test
    void oneRowIsItself() {
        holds(42L);
    }

    @Test
    void rowsWithoutValueCountForNothing() {
        Groups groups = scan(village()
                .missing("visits", "a", "2024-01", ObservationStatus.MISSING)
                .missing("visits", "a", "2024-02", ObservationStatus.SUPPRESSED));

        assertThat(groups.count(0)).isZero();
        assertThat(groups.withoutValue(0)).isEqualTo(2);
        assertThat(groups.worstWithoutValue(0)).isEqualTo(ObservationStatus.MISSING);
    }

    @Test
    void valuesBetweenMissingOnesCountAlone() {
        Groups groups = scan(village()
                .missing("visits", "a", "2024-01", ObservationStatus.MISSING)
                .row("visits", "a", "2024-02", "7")
                .missing("visits", "a", "2024-03", ObservationStatus.NOT_COLLECTED)
                .row("visits", "a", "2024-04", "5")
                .missing("visits", "a", "2024-05", ObservationStatus.MISSING));

        assertThat(groups.count(0)).isEqualTo(2);
        assertThat(found(groups, 0)).isEqualTo(expected(List.of(7L, 5L)));
    }

    @Test
    void zeroIsAValue() {
        holds(0L, 0L);
    }

    @Test
    void negativeAndPositiveValuesMix() {
        holds(-5L, 3L, -7L);
    }

    @Test
    void sumsBeyondALongStayExact() {
        holds(Long.MAX_VALUE, Long.MAX_VALUE, 1L);
        holds(Long.MIN_VALUE, Long.MIN_VALUE, -1L);
        holds(Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE);
    }
}
