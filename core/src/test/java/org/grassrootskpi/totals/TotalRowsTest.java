package org.grassrootskpi.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.totals.TotalData.row;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

class TotalRowsTest {
    private static final ImmutableList<String> SEX = ImmutableList.of("sex");

    private static TotalRows rows(TotalData.Row... rows) {
        return new TotalRows(TotalData.result(true, List.of(rows)), SEX);
    }

    /** For each row of the second the row of the first that is of the same group. */
    private static int[] found(TotalRows in, TotalRows of) {
        return IntStream.range(0, of.size()).map(row -> in.find(of, row)).toArray();
    }

    private static TotalData.Row of(String member) {
        TotalData.Row row = row("i", "a", "2024", "1");
        return new TotalData.Row(row.indicator(), row.region(), row.period(), member, row.cell());
    }

    @Test
    void saysWhatARowIsOf() {
        TotalRows rows = new TotalRows(
                TotalData.result(
                        true,
                        List.of(
                                row("i", "a", "2024", "1"),
                                new TotalData.Row("j", null, "2023", "f", TotalData.absent()))),
                SEX);

        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.region(0)).contains(TotalData.region("a"));
        assertThat(rows.region(1)).isEqualTo(Optional.empty());
        assertThat(rows.period(1)).isEqualTo(TimePeriod.parse("2023"));
        assertThat(rows.indicator(1)).isEqualTo("j");
        assertThat(rows.members(1)).isEqualTo(ImmutableMap.of("sex", "f"));
        assertThat(rows.values().get(0)).isEqualTo(TotalData.cell("1"));
        assertThat(rows.hasValue(0)).isTrue();
        assertThat(rows.hasValue(1)).isFalse();
        assertThat(rows.hasValue(-1)).isFalse();
        assertThat(new TotalRows(TotalData.result(true, List.of(of("f"))), ImmutableList.of()).members(0))
                .isEmpty();
    }

    @Test
    void groupsByRegionPeriodAndMembers() {
        TotalRows rows = rows(
                row("i", "a", "2024", "1"),
                row("j", "a", "2024", "2"),
                row("i", "a", "2023", "1"),
                row("i", "b", "2024", "1"),
                of("f"),
                new TotalData.Row("i", null, "2024", "all", TotalData.cell("1")));

        assertThat(IntStream.range(0, 6).mapToObj(row -> rows.isSameGroup(0, row)))
                .containsExactly(true, true, false, false, false, false);
        assertThat(rows.isSameGroup(5, 5)).isTrue();
        assertThat(rows.isSameGroup(5, 0)).isFalse();
    }

    @Test
    void findsRowsOfTheSameOrderAndOfAnyOther() {
        TotalData.Row[] all = {
            row("i", "a", "2023", "1"),
            row("i", "a", "2024", "2"),
            row("i", "b", "2023", "3"),
            row("i", "b", "2024", "4")
        };
        TotalData.Row[] reversed = {all[3], all[2], all[1], all[0]};
        TotalData.Row[] some = {all[0], all[2], all[3]};

        assertThat(found(rows(all), rows(all))).containsExactly(0, 1, 2, 3);
        assertThat(found(rows(all), rows(reversed))).containsExactly(3, 2, 1, 0);
        assertThat(found(rows(all), rows(some))).containsExactly(0, 2, 3);
        assertThat(found(rows(some), rows(all))).containsExactly(0, -1, 1, 2);
        assertThat(found(rows(), rows(all))).containsExactly(-1, -1, -1, -1);
        assertThat(found(rows(of("f"), of("m"), of("all")), rows(of("m"), of("all"), of("f"), of("x"))))
                .containsExactly(1, 2, 0, -1);
    }

    @Test
    void findsTheSameRowAgain() {
        TotalRows in = rows(row("i", "a", "2023", "1"), row("i", "a", "2024", "2"));
        TotalRows of = rows(row("i", "a", "2024", "1"), row("i", "c", "2024", "1"));

        int[] twice = {in.find(of, 0), in.find(of, 0), in.find(of, 1), in.find(of, 0)};
        assertThat(twice).containsExactly(1, 1, -1, 1);
        assertThat(Arrays.stream(found(in, of))).containsExactly(1, -1);
    }

    @Test
    void findsWhatBelongsToNoRegion() {
        TotalData.Row nowhere = new TotalData.Row("i", null, "2024", "all", TotalData.cell("1"));

        assertThat(found(rows(of("all"), nowhere), rows(nowhere, nowhere))).containsExactly(1, 1);
    }
}
