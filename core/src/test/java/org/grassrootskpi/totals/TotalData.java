package org.grassrootskpi.totals;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.List;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.PlainFigure;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/** Small results, as an engine would give them. */
final class TotalData {
    static final Unit UNIT = Unit.parse("count:宗");

    private TotalData() {}

    /** The group and the cell of one row. */
    record Row(String indicator, @Nullable Region region, String period, String member, Cell cell) {}

    static Region region(String code) {
        return Region.builder()
                .code(code)
                .name(LocalizedText.of(code, code))
                .level(RegionLevel.TOWNSHIP)
                .build();
    }

    static Row row(String indicator, String region, String period, String value) {
        return new Row(indicator, region(region), period, "all", value.isEmpty() ? absent() : cell(value));
    }

    static Cell absent() {
        return Cell.builder(Absence.NO_OBSERVATION, UNIT).contributors(0, 1).build();
    }

    /** The cell of a figure as a report prints it, of a number such as 12.5, or of a number and its slack such as 12.5±0.05. */
    static Cell cell(String figure) {
        int slack = figure.indexOf('±');
        if (slack < 0 && figure.matches("-?[0-9.]+")) {
            return Cell.builder(new BigDecimal(figure), UNIT).contributors(1, 1).build();
        }
        if (slack < 0) {
            Quantity parsed = Quantity.parse(figure);
            return Cell.builder(parsed.value(), UNIT)
                    .precision(parsed.qualifier(), parsed.bounds())
                    .contributors(1, 1)
                    .build();
        }
        BigDecimal value = new BigDecimal(figure.substring(0, slack));
        BigDecimal off = new BigDecimal(figure.substring(slack + 1));
        return Cell.builder(value, UNIT)
                .precision(Qualifier.EXACT, Range.closed(value.subtract(off), value.add(off)))
                .contributors(1, 1)
                .build();
    }

    /** A result whose cells can be read without being made where they are plain, or of which none can. */
    static ResultTable result(boolean readsPlain, List<Row> rows) {
        return ResultTable.builder(rows.size())
                .regions("region", row -> rows.get(row).region())
                .periods("period", row -> TimePeriod.parse(rows.get(row).period()))
                .texts("sex", row -> rows.get(row).member())
                .texts("indicator", row -> rows.get(row).indicator())
                .cells(
                        "value",
                        row -> rows.get(row).cell(),
                        row -> rows.get(row).cell().doubleValue(),
                        (row, into) -> readsPlain && isRead(rows.get(row).cell(), into))
                .build();
    }

    private static boolean isRead(Cell cell, PlainFigure into) {
        if (!cell.hasValue()
                || cell.qualifier() != Qualifier.EXACT
                || !cell.bounds().hasLowerBound()) {
            return false;
        }
        BigDecimal value = cell.get();
        BigDecimal slack = cell.bounds().upperEndpoint().subtract(value);
        return into.set(
                UNIT,
                value.unscaledValue().longValueExact(),
                value.scale(),
                slack.unscaledValue().longValueExact(),
                Math.max(0, slack.scale()),
                1,
                1);
    }
}
