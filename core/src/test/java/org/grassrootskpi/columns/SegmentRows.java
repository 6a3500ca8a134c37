package org.grassrootskpi.columns;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/** Lays out segments of an indicator in yuan, at two decimals, and three communities in two towns. */
final class SegmentRows {
    private SegmentRows() {}

    private static final TableFixture FIXTURE = new TableFixture()
            .sector("s", "")
            .indicator("money", IndicatorKind.FLOW, "CNY", 2)
            .region("t", RegionLevel.TOWNSHIP, "")
            .region("a", RegionLevel.COMMUNITY, "t")
            .region("b", RegionLevel.COMMUNITY, "t")
            .region("u", RegionLevel.TOWNSHIP, "")
            .region("c", RegionLevel.COMMUNITY, "u");
    static final Indicator MONEY = FIXTURE.catalog().indicator("money");
    static final RegionNumbering NUMBERING = RegionNumbering.of(FIXTURE.catalog());
    static final int A = NUMBERING.numberOf("a");
    static final int B = NUMBERING.numberOf("b");
    static final int C = NUMBERING.numberOf("c");
    static final int YEAR = TimePeriod.parse("2020").toCode();
    static final Precision NEARLY = Precision.from(Quantity.parse("近300亿元"));

    /** One row of a segment; rows are given in the order of their keys. */
    record Row(
            String extra,
            int region,
            int period,
            long value,
            int status,
            @Nullable Precision precision) {
        Row(String extra, int region, int period, long value) {
            this(extra, region, period, value, 0, null);
        }
    }

    static Row row(String extra, int region, int year, long value) {
        return new Row(extra, region, YEAR + year, value);
    }

    static Segment segment(Row... rows) {
        List<Integer> starts = new ArrayList<>();
        List<Integer> regions = new ArrayList<>();
        List<Integer> combinationStarts = new ArrayList<>();
        ImmutableList.Builder<ImmutableList<String>> combinations = ImmutableList.builder();
        int longest = 0;
        for (int i = 0; i < rows.length; i++) {
            boolean isOther = i == 0 || !rows[i].extra.equals(rows[i - 1].extra);
            if (isOther) {
                combinationStarts.add(regions.size());
                combinations.add(ImmutableList.of(rows[i].extra));
            }
            if (isOther || rows[i].region != rows[i - 1].region) {
                starts.add(i);
                regions.add(rows[i].region);
            }
            longest = Math.max(longest, i + 1 - starts.get(starts.size() - 1));
        }
        combinationStarts.add(regions.size());
        starts.add(rows.length);
        PeriodColumn periods = PeriodColumn.allocate(
                rows.length,
                List.of(rows).stream().mapToInt(Row::period).min().getAsInt(),
                List.of(rows).stream().mapToInt(Row::period).max().getAsInt());
        ValueColumn values = ValueColumn.allocate(
                rows.length,
                List.of(rows).stream().mapToLong(Row::value).min().getAsLong(),
                List.of(rows).stream().mapToLong(Row::value).max().getAsLong());
        byte[] statuses = new byte[rows.length];
        int[] precisions = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            periods.set(i, rows[i].period);
            values.set(i, rows[i].value);
            statuses[i] = (byte) rows[i].status;
            precisions[i] = rows[i].precision == null ? 0 : 1;
        }
        boolean plain = List.of(rows).stream().allMatch(row -> row.status == 0);
        return new Segment(
                MONEY,
                new SeriesIndex(ints(regions), ints(combinationStarts), combinations.build(), ints(starts), longest),
                periods,
                values,
                plain ? null : statuses,
                PrecisionColumn.of(precisions, ImmutableList.of(NEARLY)),
                NUMBERING);
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
