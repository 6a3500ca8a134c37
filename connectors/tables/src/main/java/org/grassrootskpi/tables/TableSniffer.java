package org.grassrootskpi.tables;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.UnitVocabulary;
import org.grassrootskpi.tables.TableMapping.Column;
import org.grassrootskpi.tables.TableMapping.ImportedIndicator;
import org.grassrootskpi.tables.TableMapping.Role;
import org.grassrootskpi.time.Frequency;
import org.jspecify.annotations.Nullable;

/** Proposes how a table is read: where its head is, what its columns hold, and what is to be asked. */
final class TableSniffer {
    private static final Pattern DECIMAL_COMMA =
            Pattern.compile("-?\\d+,(?:\\d{1,2}|\\d{4,})|-?\\d{1,3}(?:\\.\\d{3})+,\\d+");
    private static final Pattern DECIMAL_POINT =
            Pattern.compile("-?\\d*\\.(?:\\d{1,2}|\\d{4,})|-?\\d{1,3}(?:,\\d{3})+\\.\\d+");

    private static final String FINAL = "F";

    private final Grid grid;
    private final KnownRegions known;
    private final List<String> questions = new ArrayList<>();
    private int headRow;
    private int firstRow;
    private int lastRow;
    private boolean comma;
    private List<Column> columns = new ArrayList<>();
    private final Indicators indicators;
    private final Map<Integer, Set<String>> distinct = new HashMap<>();
    private final Map<Integer, ColumnStats> stats = new HashMap<>();

    TableSniffer(Grid grid, Optional<Catalog> catalog) {
        this.grid = grid;
        known = catalog.map(of -> KnownRegions.of(of.regions())).orElse(KnownRegions.NONE);
        indicators = new Indicators(catalog.map(Catalog::unitVocabulary).orElseGet(UnitVocabulary::standard));
        indicators.keepFree(
                catalog.stream().flatMap(of -> of.indicators().stream()).map(Indicator::id));
    }

    TableMapping propose() {
        comma = grid.columns().isEmpty() && isComma();
        int unitColumn = grid.columns().isEmpty() ? findColumns() : takeColumns();
        TitleLines title = TitleLines.of(grid, headRow);
        askAboutTheFile();
        PeriodQuestions periods = new PeriodQuestions(columns, title, this::distinct, questions);
        String period = periods.periodOfTheTable();
        KnownRegions inHeads = known.isEmpty() ? RegionHeads.of(columns, questions) : known;
        indicators.keepFree(columns.stream().map(Column::name));
        IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).role() == Role.INDICATOR)
                .forEach(column -> indicators.keepFree(distinct(column).stream()));
        String indicator = new ValueHeads(columns, inHeads, title, indicators, questions).settle(unitColumn);
        periods.askAbout(period);
        List<String> questionsOfIndicators = new ArrayList<>();
        ForkJoinTask<List<ImportedIndicator>> described = ForkJoinTask.adapt(() -> indicators.guessed(
                        grid,
                        columns,
                        firstRow,
                        lastRow,
                        comma,
                        title.unit(),
                        indicator,
                        unitColumn,
                        questionsOfIndicators))
                .fork();
        SuspectedTotals suspected = new SuspectedTotals(
                new TotalFinder(
                        grid, columns, firstRow, lastRow, comma, indicator == null ? "" : title.indicatorWithUnit()),
                columns,
                new LabelColumns(columns, new ColumnPairs(grid, firstRow, lastRow), this::distinct),
                this::distinct,
                this::namesWithoutCode,
                known,
                grid.wholes(),
                questions);
        List<String> leftOut = suspected.regions();
        Map<String, String> totals = suspected.members();
        LevelGuess level = LevelGuess.of(columns, this::distinct, !known.isEmpty());
        level.question().ifPresent(questions::add);
        @Nullable Frequency dates = periods.datesAs();
        List<ImportedIndicator> ofIndicators = described.join();
        questions.addAll(questionsOfIndicators);
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
                dates,
                null,
                null,
                level.level(),
                level.levels(),
                whole(level, leftOut),
                ofIndicators,
                indicators.units(),
                leftOut,
                totals,
                finals(),
                questions);
    }

    /** Finds out what the columns hold, and returns the one of units, or -1. */
    private int findColumns() {
        TableRows rows = TableRows.of(grid, comma);
        headRow = rows.head();
        firstRow = rows.first();
        lastRow = rows.last();
        List<String> heads = Heads.of(grid, headRow, firstRow);
        NamedParts named = NamedParts.of(heads, this::distinct);
        for (int column = 0; column < heads.size(); column++) {
            columns.add(Column.of(heads.get(column), role(named.of(column, heads.get(column)), column)));
        }
        RoleChoice roles = new RoleChoice(
                grid, known, firstRow, lastRow, TitleLines.of(grid, headRow).year(), named, this::distinct, questions);
        columns = roles.settle(columns);
        return roles.unitColumn();
    }

    /** Takes the columns as the file says them, below a title and a head of one row each. */
    private int takeColumns() {
        headRow = 1;
        firstRow = 2;
        lastRow = grid.height() - 1;
        columns = new ArrayList<>(grid.columns());
        return IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).role() == Role.UNIT)
                .findFirst()
                .orElse(-1);
    }

    /** Finds out the decimal sign: a comma if cells say so and none says that it is a point. */
    private boolean isComma() {
        boolean seen = false;
        for (int row = 0; row < Math.min(grid.height(), 1000); row++) {
            for (String cell : grid.row(row)) {
                if (DECIMAL_POINT.matcher(cell).matches()) {
                    return false;
                }
                seen |= DECIMAL_COMMA.matcher(cell).matches();
            }
        }
        return seen;
    }

    private ColumnStats stats(int column) {
        return stats.computeIfAbsent(column, any -> ColumnStats.of(grid, column, firstRow, lastRow, comma));
    }

    private Role role(String head, int column) {
        // 2020 flag: the flags of one year among several.
        Optional<Role> word = Words.role(head)
                .or(() -> Words.role(Heads.withoutYear(head)).filter(Role.STATUS::equals))
                .or(() -> roleInTwoLanguages(head));
        if (word.isPresent() && word.get() == Role.PERIOD && stats(column).periods() < ColumnStats.HALF) {
            // Months and quarters beside a column of years.
            return distinct(column).stream().allMatch(YearParts::canBe)
                    ? Role.PERIOD
                    : stats(column).isValues() ? Role.VALUE : Role.DIMENSION;
        }
        if (word.isEmpty() && Words.isEndOfInterval(head) && stats(column).isValues()) {
            questions.add("columns: '" + head + "' has an end of the intervals around the values; it is left out");
            return Role.IGNORED;
        }
        if (word.isPresent() && word.get() == Role.VALUE && !stats(column).isValues()) {
            return Role.DIMENSION;
        }
        if (word.isPresent()) {
            return word.get();
        }
        if (isCodes(distinct(column)) || Words.saysCodes(head)) {
            return Role.DIMENSION;
        }
        if (Periods.read(head, false).isPresent() || known.find(head).isPresent()) {
            return stats(column).isValues() ? Role.VALUE : Role.IGNORED;
        }
        if (known.isListOf(distinct(column))) {
            return Role.REGION;
        }
        if (stats(column).filled() == 0) {
            return Role.IGNORED;
        }
        boolean arePeriods = stats(column).periods() >= ColumnStats.MOSTLY;
        if (arePeriods && distinct(column).stream().noneMatch(TableSniffer::isNumber)) {
            return Role.PERIOD;
        }
        if (stats(column).isValues()) {
            return Role.VALUE;
        }
        if (arePeriods) {
            return Role.PERIOD;
        }
        return Role.DIMENSION;
    }

    /** Returns whether a text of a column has nothing but what numbers have: digits, and signs between them. */
    private static boolean isNumber(String text) {
        return text.chars().noneMatch(character -> Character.isLetter(character) || character == '/')
                && text.indexOf('-', 1) < 0;
    }

    /** Returns the role that each of several rows of a head says, as 年份 and Year do. */
    private static Optional<Role> roleInTwoLanguages(String head) {
        Set<Optional<Role>> roles =
                Splitter.on(Heads.BETWEEN).splitToStream(head).map(Words::role).collect(Collectors.toSet());
        return roles.size() == 1 ? roles.iterator().next() : Optional.empty();
    }

    /** Returns whether texts are codes although they have digits alone: all of one length, and some begin with a zero. */
    private static boolean isCodes(Set<String> texts) {
        int length = texts.stream().mapToInt(String::length).max().orElse(0);
        return length > 1
                && texts.stream()
                        .allMatch(
                                text -> text.length() == length && text.chars().allMatch(Character::isDigit))
                && texts.stream().anyMatch(text -> text.charAt(0) == '0');
    }

    private Set<String> distinct(int column) {
        return distinct.computeIfAbsent(column, any -> {
            Set<String> texts = new LinkedHashSet<>();
            for (int row : grid.column(column).firstRows(firstRow, lastRow)) {
                texts.add(grid.cell(row, column));
            }
            texts.remove("");
            return texts;
        });
    }

    /** Returns what stands in a column of names where the column of codes is empty. */
    private Set<String> namesWithoutCode(int names, int codes) {
        Set<String> found = new LinkedHashSet<>();
        for (int row = firstRow; row <= lastRow; row++) {
            if (grid.cell(row, codes).isEmpty() && !grid.cell(row, names).isEmpty()) {
                found.add(grid.cell(row, names));
            }
        }
        return found;
    }

    /** Asks about what could be read in another way: the charset, the decimal sign, years such as 2010-11. */
    private void askAboutTheFile() {
        if (TextGrid.isGuess(grid.charset())) {
            questions.add("charset: the bytes are no UTF-8, and " + grid.charset()
                    + " is a guess; if names look wrong, give the charset");
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

    /** Finds a status F that stands for final, as where no row has another one that says that a value is usual. */
    private Map<String, ObservationStatus> finals() {
        for (int column = 0; column < columns.size(); column++) {
            Set<String> texts = distinct(column);
            if (columns.get(column).role() == Role.STATUS
                    && texts.contains(FINAL)
                    && !texts.contains("A")
                    && IntStream.rangeClosed(firstRow, lastRow).noneMatch(emptyOf(column))) {
                questions.add("missing: the status F of '" + columns.get(column).name()
                        + "' is taken for final, since every row has a status and none A; if it stands for a forecast, say so"
                        + " under \"missing\"");
                return ImmutableMap.of(FINAL, ObservationStatus.NORMAL);
            }
        }
        return ImmutableMap.of();
    }

    private IntPredicate emptyOf(int column) {
        return row -> grid.at(row, column) == Cells.EMPTY && !grid.isEmpty(row);
    }

    /** Names what all regions lie in: their total, where the table has one. */
    private @Nullable String whole(LevelGuess level, List<String> leftOut) {
        boolean hasRegions = columns.stream().anyMatch(column -> column.role() == Role.REGION);
        if (!hasRegions
                || (level.level().equals(RegionLevel.COUNTRY) && level.levels().isEmpty())
                || !known.isEmpty()) {
            return null;
        }
        return leftOut.size() == 1 ? leftOut.get(0) : "all";
    }
}
