package org.grassrootskpi.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.totals.TotalData.row;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

class TotalTallyTest {
    private static final Source TOTAL = Source.of("all", RegionLevel.TOWNSHIP, Frequency.ANNUAL);
    private static final Source PARTS = Source.of("all", RegionLevel.COMMUNITY, Frequency.ANNUAL);
    private static final boolean[] ADDED = {true, true};

    private static TotalTally tally() {
        return new TotalTally(TotalCheck.Kind.REGIONS, Optional.of("parts"), TOTAL, PARTS, BigDecimal.ONE);
    }

    private static TotalRows rows(List<TotalData.Row> rows) {
        return new TotalRows(TotalData.result(true, rows), ImmutableList.of("sex"));
    }

    @Test
    void countsAndDescribes() {
        TotalRows rows = rows(List.of(
                row("all", "a", "2024", "11"),
                row("one", "a", "2024", "7"),
                row("other", "a", "2024", "3"),
                row("all", "a", "2023", "12"),
                row("none", "a", "2024", "")));
        TotalTally tally = tally();

        tally.compare(rows, 0, rows, new int[] {1, 2}, ADDED);
        tally.compare(rows, 3, rows, new int[] {1, 2}, ADDED);
        // The total is not there, or one of the parts, or neither.
        tally.compare(rows, -1, rows, new int[] {1, 2}, ADDED);
        tally.compare(rows, 4, rows, new int[] {1, 2}, ADDED);
        tally.compare(rows, 0, rows, new int[] {1, -1}, ADDED);
        tally.compare(rows, 0, rows, new int[] {4, 1}, ADDED);
        tally.compare(rows, -1, rows, new int[] {1, -1}, ADDED);
        tally.compare(rows, 4, rows, new int[] {4, 1}, ADDED);

        TotalCheck check = tally.toCheck();
        assertThat(check)
                .isEqualTo(new TotalCheck(
                        TotalCheck.Kind.REGIONS,
                        Optional.of("parts"),
                        TOTAL,
                        PARTS,
                        1,
                        1,
                        4,
                        ImmutableList.of(new TotalMismatch(
                                TotalData.region("a"),
                                TimePeriod.parse("2023"),
                                ImmutableMap.of("sex", "all"),
                                TotalData.cell("12").quantity().orElseThrow(),
                                TotalData.cell("10").quantity().orElseThrow()))));
        assertThat(check.made()).isEqualTo(2);
    }

    @Test
    void describesTheFirstThousandAndCountsTheOthers() {
        List<TotalData.Row> all = new ArrayList<>();
        for (int i = 0; i < 1002; i++) {
            all.add(row("all", "r" + i, "2024", "5"));
        }
        all.add(row("all", "part", "2024", "1"));
        TotalRows rows = rows(all);
        TotalTally tally = tally();
        for (int i = 0; i < 1002; i++) {
            tally.compare(rows, i, rows, new int[] {1002}, ADDED);
        }

        TotalCheck check = tally.toCheck();
        assertThat(check.failed()).isEqualTo(1002);
        assertThat(check.made()).isEqualTo(1002);
        assertThat(check.mismatches()).hasSize(TotalCheck.MOST_DESCRIBED);
        assertThat(check.mismatches().get(999).region()).isEqualTo(TotalData.region("r999"));
    }

    @Test
    void countsWhatBelongsToNoRegionWithoutDescribingIt() {
        TotalRows rows = rows(List.of(
                new TotalData.Row("all", null, "2024", "all", TotalData.cell("5")), row("one", "a", "2024", "1")));
        TotalTally tally = tally();
        tally.compare(rows, 0, rows, new int[] {1}, ADDED);

        assertThat(tally.toCheck().failed()).isEqualTo(1);
        assertThat(tally.toCheck().mismatches()).isEmpty();
    }
}
