package org.grassrootskpi.tables;

import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.tables.TableMapping.NamedYear;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;

/** Reads the periods of a table's rows and heads as codes, each text once. Not thread-safe. */
final class TablePeriods {
    /** The code of a text that is no period. */
    static final int NONE = Integer.MIN_VALUE;

    private final Grid grid;
    private final TableMapping mapping;
    private final List<Integer> columns;
    private final boolean isSplit;
    private final boolean hasQuarters;
    private final Problems problems;
    private final Map<String, Integer> codes = new HashMap<>();
    private final Map<String, Boolean> partsOfYears = new HashMap<>();
    private final RowNumbers ofRows;
    private final Map<Integer, Integer> toDate = new HashMap<>();

    /** Takes what cannot be read. */
    @FunctionalInterface
    interface Problems {
        void add(int row, int column, String message);
    }

    TablePeriods(Grid grid, TableMapping mapping, List<Integer> columns, Problems problems) {
        this.grid = grid;
        this.mapping = mapping;
        this.columns = columns;
        this.problems = problems;
        ofRows = new RowNumbers(grid, columns, this::found);
        isSplit = splitsYears();
        hasQuarters = columns.size() > 1
                && mapping.columns().get(columns.get(1)).name().matches("(?i).*(季|quarter).*");
    }

    /** Returns the period of a row, or that of the whole table; {@link #NONE} if there is none. */
    int ofRow(int row) {
        if (columns.isEmpty()) {
            return mapping.period() == null ? NONE : of(mapping.period(), grid.rowOf(mapping.headRow()), 0);
        }
        return ofRows.of(row);
    }

    private int found(int row) {
        if (columns.size() == 1) {
            return of(grid.cell(row, columns.get(0)), row, columns.get(0));
        }
        String year = grid.cell(row, columns.get(0)).replace("年", "");
        String part = grid.cell(row, columns.get(1));
        return codes.computeIfAbsent(year + Heads.BETWEEN + part, text -> {
            Optional<TimePeriod> period = year.matches("(?:19|20)\\d\\d")
                    ? YearParts.read(Integer.parseInt(year), part, hasQuarters)
                    : Optional.empty();
            return code(period, text, row, columns.get(1));
        });
    }

    /** Returns the period that a head names: a part of it, such as Jan, is of the year of the row. */
    int ofHead(String head, int row, int column) {
        if (columns.size() != 1 || !partsOfYears.computeIfAbsent(head, YearParts::is)) {
            return of(head, row, column);
        }
        String year = grid.cell(row, columns.get(0)).replace("年", "");
        return codes.computeIfAbsent(year + Heads.BETWEEN + head, text -> {
            Optional<TimePeriod> period = year.matches("(?:19|20)\\d\\d")
                    ? YearParts.read(Integer.parseInt(year), head, false)
                    : Optional.empty();
            return code(period, text, row, columns.get(0));
        });
    }

    /** Returns the period of a text; {@link #NONE} if it is none. */
    int of(String text, int row, int column) {
        return codes.computeIfAbsent(text, any -> code(Periods.read(text, isSplit), text, row, column));
    }

    private int code(Optional<TimePeriod> period, String text, int row, int column) {
        if (period.isEmpty()) {
            problems.add(row, column, "Expected a period such as 2024, 2024-Q3 or 2024-07, got '" + text + "'");
        }
        Frequency datesAs = mapping.datesAs();
        Month yearsFrom = mapping.yearsFrom();
        boolean isEnd = mapping.yearsNamedBy() == NamedYear.END;
        if (yearsFrom != null && mapping.yearsNamedBy() == null && Periods.isFiscal(Periods.plain(text))) {
            problems.add(
                    row,
                    column,
                    "Expected \"yearsNamedBy\" in the mapping, START or END, since " + text
                            + " could begin or end in the year of that number, got none");
            return NONE;
        }
        return period.map(of -> yearsFrom == null ? of : Periods.yearFrom(yearsFrom, text, of, isEnd))
                .map(of -> datesAs != null && of.frequency() == Frequency.DAILY
                        ? TimePeriod.containing(of.firstDay(), datesAs)
                        : of)
                .map(TimePeriod::toCode)
                .orElse(NONE);
    }

    /** Returns the time from January to the end of a month or quarter; other periods as they are. */
    int toDate(int code) {
        return toDate.computeIfAbsent(code, any -> {
            TimePeriod period = TimePeriod.ofCode(code);
            boolean isPart = period.frequency() == Frequency.MONTHLY
                    || period.frequency() == Frequency.QUARTERLY
                    || period.frequency() == Frequency.HALF_YEARLY;
            return isPart
                    ? TimePeriod.containing(period.lastDay(), Frequency.YEAR_TO_DATE)
                            .toCode()
                    : code;
        });
    }

    private boolean splitsYears() {
        for (int column : columns) {
            int first = grid.rowOf(mapping.headRow()) + mapping.headRows();
            for (int row : grid.column(column).firstRows(first, grid.height() - 1)) {
                if (Periods.isSplitYear(grid.cell(row, column))) {
                    return true;
                }
            }
        }
        return mapping.columns().stream().anyMatch(column -> Periods.isSplitYear(column.name()));
    }
}
