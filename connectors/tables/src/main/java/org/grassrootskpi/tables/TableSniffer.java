package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.tables.TableMapping.Column;
import org.grassrootskpi.tables.TableMapping.Role;
import org.jspecify.annotations.Nullable;

/** Proposes how a table is read: where its head is, what its columns hold, and what is to be asked. */
final class TableSniffer {
    private static final int ROWS_TO_FIND_THE_HEAD = 50;
    private static final Pattern DECIMAL_COMMA =
            Pattern.compile("-?\\d+,(?:\\d{1,2}|\\d{4,})|-?\\d{1,3}(?:\\.\\d{3})+,\\d+");
    private static final Pattern DECIMAL_POINT =
            Pattern.compile("-?\\d*\\.(?:\\d{1,2}|\\d{4,})|-?\\d{1,3}(?:,\\d{3})+\\.\\d+");

    private final Grid grid;
    private final KnownRegions known;
    private final List<String> questions = new ArrayList<>();
    private int headRow;
    private int firstRow;
    private int lastRow;
    private boolean comma;
    private List<Column> columns = new ArrayList<>();
    private final Indicators indicators = new Indicators();
    private final Map<Integer, Set<String>> distinct = new HashMap<>();

    TableSniffer(Grid grid, KnownRegions known) {
        this.grid = grid;
        this.known = known;
    }

    TableMapping propose() {
        comma = isComma();
        findRows();
        List<String> heads = Heads.of(grid, headRow, firstRow);
        for (int column = 0; column < heads.size(); column++) {
            columns.add(Column.of(heads.get(column), role(heads.get(column), column)));
        }
        columns = new RoleChoice(grid, known, firstRow, lastRow, this::distinct, questions).settle(columns);
        askAboutTheFile();
        Optional<String> title = title();
        String period = periodOfTheTable(title);
        String indicator = nameValues(title);
        SuspectedTotals suspected = new SuspectedTotals(
                new TotalFinder(grid, columns, firstRow, lastRow, comma), columns, this::distinct, known, questions);
        List<String> leftOut = suspected.regions();
        Map<String, String> totals = suspected.members();
        RegionLevel level = level();
        return new TableMapping(
                grid.charset(),
                grid.delimiter(),
                comma ? "," : ".",
                grid.sheet(),
                grid.lines().get(headRow),
                firstRow - headRow,
                0,
                columns,
                indicator,
                period,
                level,
                indicators.guessed(grid, columns, firstRow, lastRow, comma, title, indicator, questions),
                leftOut,
                totals,
                ImmutableMap.of(),
                questions);
    }

    /** Finds out the decimal sign: a comma if cells say so and none says that it is a point. */
    private boolean isComma() {
        boolean seen = false;
        for (int row = 0; row < Math.min(grid.rows().size(), 1000); row++) {
            for (String cell : grid.rows().get(row)) {
                if (DECIMAL_POINT.matcher(cell).matches()) {
                    return false;
                }
                seen |= DECIMAL_COMMA.matcher(cell).matches();
            }
        }
        return seen;
    }

    /** Finds the first row of observations: the first with a value, whose cells are not all periods; and the head above it. */
    private void findRows() {
        int last = Math.min(grid.rows().size(), ROWS_TO_FIND_THE_HEAD);
        firstRow = -1;
        for (int row = 1; row < last && firstRow < 0; row++) {
            if (isData(row) && grid.filled(row) * 2 >= grid.filled(row - 1)) {
                firstRow = row;
            }
        }
        if (firstRow < 0) {
            throw new ImportException(List.of(new ImportProblem(
                    grid.name(),
                    "Expected a head and below it rows with numbers, found none in the first " + last
                            + " rows; name the rows of the head in a mapping")));
        }
        headRow = firstRow - 1;
        while (headRow > 0 && isPartOfHead(headRow - 1) && firstRow - headRow < 4) {
            headRow--;
        }
        lastRow = grid.rows().size() - 1;
        while (lastRow > firstRow && grid.filled(lastRow) < 2) {
            lastRow--;
        }
    }

    /** Returns whether a row above the last one of the head belongs to it: it reaches over half of the columns, without a gap. */
    private boolean isPartOfHead(int row) {
        String[] cells = grid.rows().get(row);
        int last = cells.length - 1;
        while (last > 0 && cells[last].isEmpty()) {
            last--;
        }
        return grid.filled(row) > 1
                && last * 2 >= grid.rows().get(row + 1).length - 1
                && grid.lines().get(row + 1) - grid.lines().get(row) == 1
                && !isData(row);
    }

    private boolean isData(int row) {
        if (grid.filled(row) < 2) {
            return false;
        }
        int values = 0;
        int periods = 0;
        boolean isBelowText = row > 0;
        for (int column = 1; column < grid.rows().get(row).length; column++) {
            String cell = grid.cell(row, column);
            if (!cell.isEmpty() && Figure.read(cell, comma, ImmutableMap.of()).isPresent()) {
                values++;
                periods += Periods.read(cell, false).isPresent() ? 1 : 0;
                isBelowText &= row > 0 && isText(grid.cell(row - 1, column));
            }
        }
        // Values that could all be years are years in a head, unless they have a head above them.
        return values > periods || (values > 0 && isBelowText);
    }

    private boolean isText(String cell) {
        return !cell.isEmpty()
                && Figure.read(cell, comma, ImmutableMap.of()).isEmpty()
                && Periods.read(cell, false).isEmpty();
    }

    private Role role(String head, int column) {
        ColumnStats stats = ColumnStats.of(grid, column, firstRow, lastRow, comma);
        Optional<Role> word = Words.role(head);
        if (word.isPresent() && word.get() == Role.PERIOD && stats.periods() < ColumnStats.HALF) {
            // Months and quarters beside a column of years.
            return distinct(column).stream().allMatch(cell -> cell.matches("(?:[qQ第]?\\d{1,2}|[一二三四])[月季度]*"))
                    ? Role.PERIOD
                    : stats.isValues() ? Role.VALUE : Role.DIMENSION;
        }
        if (word.isPresent() && word.get() == Role.VALUE && !stats.isValues()) {
            return Role.DIMENSION;
        }
        if (word.isPresent()) {
            return word.get();
        }
        if (Periods.read(head, false).isPresent() || known.find(head).isPresent()) {
            return stats.isValues() ? Role.VALUE : Role.IGNORED;
        }
        if (known.isListOf(distinct(column))) {
            return Role.REGION;
        }
        if (stats.filled() == 0) {
            return Role.IGNORED;
        }
        if (stats.isValues()) {
            return Role.VALUE;
        }
        if (stats.periods() >= ColumnStats.MOSTLY) {
            return Role.PERIOD;
        }
        return Role.DIMENSION;
    }

    private Set<String> distinct(int column) {
        return distinct.computeIfAbsent(column, any -> {
            Set<String> texts = new LinkedHashSet<>();
            String before = "";
            for (int row = firstRow; row <= lastRow; row++) {
                String cell = grid.cell(row, column);
                // Tables are sorted by most of their columns.
                if (!cell.isEmpty() && !cell.equals(before)) {
                    texts.add(cell);
                    before = cell;
                }
            }
            return texts;
        });
    }

    /** Asks about what could be read in another way: the charset, the decimal sign, years such as 2010-11. */
    private void askAboutTheFile() {
        if ("GB18030".equals(grid.charset())) {
            questions.add(
                    "charset: the bytes are no UTF-8, and GB18030 is a guess; if names look wrong, give the charset");
        }
        boolean isAmbiguous = false;
        boolean isSplit = false;
        for (int column = 0; column < columns.size(); column++) {
            Role role = columns.get(column).role();
            if (role == Role.VALUE && ";".equals(grid.delimiter())) {
                List<String> numbers = new ArrayList<>();
                for (int row = firstRow; row <= Math.min(lastRow, firstRow + ColumnStats.ROWS_TO_LOOK_AT); row++) {
                    String cell = grid.cell(row, column);
                    if (cell.indexOf(',') >= 0 || cell.indexOf('.') >= 0) {
                        numbers.add(cell);
                    }
                }
                isAmbiguous |= !numbers.isEmpty()
                        && numbers.stream().allMatch(cell -> cell.matches("-?[1-9]\\d{0,2}[.,]\\d{3}"));
            } else if (role == Role.PERIOD) {
                isSplit |=
                        !distinct(column).isEmpty() && distinct(column).stream().allMatch(Periods::couldBeSplitYear);
            }
        }
        if (isAmbiguous) {
            questions.add(
                    "decimal: all numbers of a column have one sign and three digits behind it, so that it could stand for"
                            + " thousands or for decimals; it is read with '" + (comma ? "," : ".") + "' for decimals");
        }
        if (isSplit) {
            questions.add(
                    "period: texts such as 2010-11 are read as months; years that end in the next one are written 2010/11");
        }
    }

    /** Returns the text above the head. */
    private Optional<String> title() {
        StringBuilder title = new StringBuilder();
        for (int row = 0; row < headRow; row++) {
            for (String cell : grid.rows().get(row)) {
                title.append(cell).append(' ');
            }
        }
        return Optional.of(title.toString().strip()).filter(text -> !text.isEmpty());
    }

    private @Nullable String periodOfTheTable(Optional<String> title) {
        boolean isNamed = columns.stream()
                .anyMatch(column -> column.role() == Role.PERIOD
                        || (column.role() == Role.VALUE
                                && Heads.period(column.name()).isPresent()));
        if (isNamed) {
            return null;
        }
        String from = title.orElse("") + " " + grid.name();
        Matcher year = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?:年(?:\\d{1,2}(?:[-—至]\\d{1,2})?月)?)?(?!\\d)")
                .matcher(from);
        if (year.find()) {
            questions.add("period: no column has one; " + year.group() + " is from the title or the name of the file");
            return Periods.read(year.group(), false).map(Object::toString).orElse(year.group(1));
        }
        questions.add("period: no column has one, and neither has the title; give it as \"period\"");
        return null;
    }

    /** Says for each column of values what its head names, and returns the id of the only indicator where nothing names one. */
    private @Nullable String nameValues(Optional<String> title) {
        boolean hasIndicators = columns.stream().anyMatch(column -> column.role() == Role.INDICATOR);
        boolean hasRegions = columns.stream().anyMatch(column -> column.role() == Role.REGION);
        List<Integer> values = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).role() == Role.VALUE) {
                values.add(column);
            }
        }
        boolean isOnly = false;
        String unitOfHead = "";
        boolean hasPeriodsInHeads = columns.stream().noneMatch(column -> column.role() == Role.PERIOD)
                && values.stream()
                        .anyMatch(column ->
                                Heads.period(columns.get(column).name()).isPresent());
        for (int column : values) {
            Column of = columns.get(column);
            Heads.Parts parts = Heads.parts(of.name(), known);
            String indicator = null;
            boolean isNamed = !Heads.withoutUnit(parts.rest()).isEmpty()
                    && Words.role(parts.rest()).isEmpty();
            if (hasPeriodsInHeads && parts.period().isEmpty()) {
                questions.add("columns: '" + of.name() + "' has no period while others have one; it is left out");
                columns.set(column, Column.of(of.name(), Role.IGNORED));
                continue;
            }
            if (!hasIndicators && isNamed) {
                indicator = indicators.add(parts.rest());
            } else if (!hasIndicators) {
                isOnly = true;
                unitOfHead = Heads.unit(parts.rest()).orElse(unitOfHead);
            }
            columns.set(
                    column,
                    new Column(
                            of.name(),
                            Role.VALUE,
                            indicator,
                            parts.period().map(Object::toString).orElse(null),
                            parts.region().orElse(null),
                            null));
        }
        if (!hasRegions && columns.stream().allMatch(column -> column.region() == null)) {
            questions.add("region: no column has one; all rows are filed under one region called 'all'");
        }
        if (hasIndicators || !isOnly) {
            return null;
        }
        String text = indicatorOfTheTable(title);
        questions.add("indicator: no column names one; '" + text + "' is from the title or the name of the file");
        String id = indicators.add(text);
        if (!unitOfHead.isEmpty()) {
            indicators.unit(text, unitOfHead);
        }
        return id;
    }

    private String indicatorOfTheTable(Optional<String> title) {
        String text = title.map(words -> words.lines().findFirst().orElse(words))
                .map(Heads::withoutUnit)
                .filter(words -> words.length() <= 60)
                .orElseGet(() -> grid.name().replaceFirst("\\.[A-Za-z]+$", ""));
        return text.isBlank() ? "value" : text.strip();
    }

    private RegionLevel level() {
        for (int column = columns.size() - 1; column >= 0; column--) {
            if (columns.get(column).role() == Role.REGION || columns.get(column).role() == Role.REGION_NAME) {
                Map<RegionLevel, Long> votes = new LinkedHashMap<>();
                Stream<String> names = distinct(column).stream().filter(name -> !Words.isAggregate(name));
                names.forEach(name -> Words.level(name).ifPresent(level -> votes.merge(level, 1L, Long::sum)));
                Optional<Map.Entry<RegionLevel, Long>> most =
                        votes.entrySet().stream().max(Map.Entry.comparingByValue());
                if (most.isPresent()
                        && most.get().getValue() * 2 > distinct(column).size()) {
                    return most.get().getKey();
                }
                if (distinct(column).stream()
                                        .filter(code -> code.matches("[A-Z]{2,3}"))
                                        .count()
                                * 2
                        > distinct(column).size()) {
                    return RegionLevel.COUNTRY;
                }
            }
        }
        if (known.isEmpty()) {
            questions.add("level: neither names nor codes say of what level the regions are; PROVINCE is a guess");
        }
        return RegionLevel.PROVINCE;
    }
}
