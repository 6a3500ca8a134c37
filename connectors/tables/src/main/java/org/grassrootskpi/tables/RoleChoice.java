package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.grassrootskpi.tables.TableMapping.Column;
import org.grassrootskpi.tables.TableMapping.Role;

/** Settles what columns hold once it was guessed of each by itself. */
final class RoleChoice {
    private static final ImmutableSet<String> RESERVED =
            ImmutableSet.of("indicator", "sector", "topSector", "region", "period");
    private static final int MOST_MEMBERS = 200;
    private static final int LONGEST_SIGN = 3;

    private final Grid grid;
    private final ColumnPairs pairs;
    private final KnownRegions known;
    private final int firstRow;
    private final int lastRow;
    private final OptionalInt year;
    private final NamedParts named;
    private final IntFunction<Set<String>> distinct;
    private final List<String> questions;
    private final List<Column> columns = new ArrayList<>();
    private int unitColumn = -1;

    RoleChoice(
            Grid grid,
            KnownRegions known,
            int firstRow,
            int lastRow,
            OptionalInt year,
            NamedParts named,
            IntFunction<Set<String>> distinct,
            List<String> questions) {
        this.grid = grid;
        this.pairs = new ColumnPairs(grid, firstRow, lastRow);
        this.known = known;
        this.firstRow = firstRow;
        this.lastRow = lastRow;
        this.year = year;
        this.named = named;
        this.distinct = distinct;
        this.questions = questions;
    }

    /** Makes the columns agree: names without codes become the codes, and columns that tell no rows apart are ignored. */
    List<Column> settle(List<Column> guessed) {
        columns.addAll(guessed);
        settleLabels();
        settleNations();
        promote(Role.REGION_NAME, Role.REGION);
        promote(Role.INDICATOR_NAME, Role.INDICATOR);
        new RegionColumns(columns, pairs, distinct, questions).settle();
        settleValuesWithIntervals();
        settleSigns();
        settleDimensions();
        settleStatuses();
        UnitColumns units = new UnitColumns(grid, firstRow, lastRow, columns, year, distinct, questions);
        units.recognise();
        settleRegions();
        settleWiderRegions();
        new CopiedColumns(columns, pairs, distinct, units, questions).settle();
        settlePeriods();
        unitColumn = units.settle();
        nameDimensions();
        return columns;
    }

    /** Returns the column that says the units of rows, once columns are settled, or -1; it may be a part of the indicator. */
    int unitColumn() {
        return unitColumn;
    }

    private void settleDimensions() {
        boolean hasValue =
                columns.stream().anyMatch(column -> Words.role(column.name()).equals(Optional.of(Role.VALUE)));
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column.role() == Role.VALUE
                    && hasValue
                    && Words.role(column.name()).isEmpty()
                    && Heads.period(column.name(), year).isEmpty()) {
                // Beside a column that is called the value, numbers are something else.
                columns.set(
                        i,
                        Column.of(
                                column.name(),
                                distinct.apply(i).size() <= MOST_MEMBERS ? Role.DIMENSION : Role.IGNORED));
            }
            if (columns.get(i).role() == Role.DIMENSION) {
                columns.set(i, dimension(column.name(), distinct.apply(i)));
            }
        }
    }

    /** Of several columns that are called the value, one whose numbers have intervals behind them says the others again. */
    private void settleValuesWithIntervals() {
        List<Integer> values = IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).role() == Role.VALUE
                        && Words.role(columns.get(column).name()).equals(Optional.of(Role.VALUE)))
                .boxed()
                .toList();
        List<Integer> withIntervals = values.stream()
                .filter(column -> distinct.apply(column).stream().anyMatch(Figure::hasInterval))
                .toList();
        if (withIntervals.size() < values.size()) {
            for (int column : withIntervals) {
                questions.add("columns: '" + columns.get(column).name()
                        + "' has intervals behind its numbers, which other columns have alone; it is left out");
                columns.set(column, Column.of(columns.get(column).name(), Role.IGNORED));
            }
        }
    }

    /** Asks about signs of notes in a column without a head behind one of values, of which nothing says what they mean. */
    private void settleSigns() {
        for (int column = 1; column < columns.size(); column++) {
            Column of = columns.get(column);
            Set<String> texts = distinct.apply(column);
            boolean areSigns = of.role() == Role.DIMENSION
                    && of.name().equals(Heads.unnamed(column))
                    && columns.get(column - 1).role() == Role.VALUE
                    && texts.stream().allMatch(text -> text.length() <= LONGEST_SIGN);
            if (areSigns && texts.stream().allMatch(text -> Words.flags(text).isPresent())) {
                columns.set(column, Column.of(of.name(), Role.STATUS));
            } else if (areSigns) {
                questions.add("columns: the signs " + String.join(", ", texts) + " behind the values of '"
                        + columns.get(column - 1).name()
                        + "' are left out; if they are statuses, give the column the role STATUS and say what they"
                        + " mean under \"missing\"");
                columns.set(column, Column.of(of.name(), Role.IGNORED));
            }
        }
    }

    /** Calls dimensions whose heads say little, such as cat01_code, as the column with their words is called. */
    private void nameDimensions() {
        LabelColumns labels = new LabelColumns(columns, pairs, distinct);
        for (int column = 0; column < columns.size(); column++) {
            Column of = columns.get(column);
            if (of.role() != Role.DIMENSION) {
                continue;
            }
            boolean saysLittle = Words.saysCodes(of.name()) || of.name().matches(".*\\d.*");
            String words = saysLittle ? columns.get(labels.inWords(column)).name() : of.name();
            String name = dimensionName(named.of(column, words));
            if (columns.stream().noneMatch(other -> name.equals(other.dimension()))) {
                columns.set(column, new Column(of.name(), Role.DIMENSION, null, null, null, name, null));
            }
        }
    }

    private void promote(Role from, Role to) {
        if (columns.stream().noneMatch(column -> column.role() == to)) {
            columns.replaceAll(column -> column.role() == from ? Column.of(column.name(), to) : column);
        }
    }

    private static Column dimension(String name, Set<String> members) {
        if (members.size() < 2 || members.size() > MOST_MEMBERS) {
            return Column.of(name, Role.IGNORED);
        }
        return new Column(name, Role.DIMENSION, null, null, null, dimensionName(name), null);
    }

    /** Returns the name of a dimension for a head: the same, unless every table has such a part. */
    static String dimensionName(String head) {
        return RESERVED.contains(head) ? head + " of the table" : head;
    }

    /** Finds columns that say in words what the column before them says in codes. */
    private void settleLabels() {
        for (int column = 1; column < columns.size(); column++) {
            Role before = columns.get(column - 1).role();
            Role role = columns.get(column).role();
            boolean canBeLabel = role == Role.DIMENSION
                    || ((role == Role.REGION || role == Role.INDICATOR)
                            && before == role
                            && areCodes(column) != areCodes(column - 1));
            if (canBeLabel && before != Role.VALUE && pairs.saySame(column, column - 1)) {
                boolean isCode =
                        (role == Role.DIMENSION || role == before) && areCodes(column) && !areCodes(column - 1);
                if (isCode && (before == Role.REGION || before == Role.INDICATOR)) {
                    columns.set(column, Column.of(columns.get(column).name(), before));
                    Role name = before == Role.REGION ? Role.REGION_NAME : Role.INDICATOR_NAME;
                    columns.set(column - 1, Column.of(columns.get(column - 1).name(), name));
                    continue;
                }
                boolean areBothCodes = role == Role.DIMENSION && before == Role.DIMENSION && areCodes(column - 1);
                if (areBothCodes && areNations(column) && !areNations(column - 1)) {
                    columns.set(column - 1, Column.of(columns.get(column - 1).name(), Role.IGNORED));
                    continue;
                }
                Role label = switch (before) {
                    case REGION -> Role.REGION_NAME;
                    case REGION_NAME -> Role.REGION;
                    case INDICATOR -> Role.INDICATOR_NAME;
                    default -> Role.IGNORED;
                };
                columns.set(column, Column.of(columns.get(column).name(), label));
            }
        }
    }

    /** Keeps one of two columns with the codes of nations, of two and of three letters. */
    private void settleNations() {
        for (int column = 0; column < columns.size(); column++) {
            for (int other = 0; other < columns.size(); other++) {
                if (columns.get(column).role() == Role.REGION
                        && columns.get(other).role() == Role.REGION
                        && distinct.apply(column).stream().allMatch(code -> code.matches("[A-Z]{2}"))
                        && distinct.apply(other).stream().allMatch(code -> code.matches("[A-Z]{3}"))
                        && pairs.saySame(column, other)) {
                    columns.set(column, Column.of(columns.get(column).name(), Role.IGNORED));
                }
            }
        }
    }

    /** Keeps one of several columns of statuses, such as codes and their words, unless each is right behind a column of values. */
    private void settleStatuses() {
        int first = -1;
        for (int column = 0; column < columns.size(); column++) {
            boolean isBehindValue = column > 0 && columns.get(column - 1).role() == Role.VALUE;
            if (columns.get(column).role() != Role.STATUS || (isBehindValue && hasSeveralValues())) {
                continue;
            }
            if (first >= 0) {
                if (!pairs.saySame(column, first)) {
                    questions.add("columns: '" + columns.get(column).name() + "' has statuses beside those of '"
                            + columns.get(first).name() + "'; it is left out");
                }
                columns.set(column, Column.of(columns.get(column).name(), Role.IGNORED));
            } else {
                first = column;
            }
        }
    }

    private boolean areNations(int column) {
        return distinct.apply(column).stream().allMatch(Nations::canBeCode);
    }

    private boolean hasSeveralValues() {
        return columns.stream().filter(column -> column.role() == Role.VALUE).count() > 1;
    }

    private boolean areCodes(int column) {
        return LabelColumns.areCodes(distinct.apply(column));
    }

    /** Makes the first column of numbers that are all years the period, where nothing else is. */
    private void settlePeriods() {
        settleSecondPeriods();
        if (columns.stream()
                .anyMatch(column -> column.role() == Role.PERIOD
                        || (column.role() == Role.VALUE
                                && Heads.period(column.name(), year).isPresent()))) {
            return;
        }
        for (int column = 0; column < columns.size(); column++) {
            Column of = columns.get(column);
            if (of.role() == Role.VALUE
                    && !distinct.apply(column).isEmpty()
                    && distinct.apply(column).stream()
                            .allMatch(cell -> Periods.read(cell, false).isPresent())) {
                columns.set(column, Column.of(of.name(), Role.PERIOD));
                questions.add("period: '" + of.name() + "' is taken for it, since its numbers could all be years");
                return;
            }
        }
    }

    /** Makes a column of merged cells, with texts above empty cells, before a column of regions the regions that these lie in. */
    private void settleWiderRegions() {
        for (int column = columns.size() - 2; column >= 0; column--) {
            boolean isBefore = columns.get(column).role() == Role.DIMENSION
                    && columns.get(column + 1).role() == Role.REGION;
            if (isBefore && isMerged(column, column + 1)) {
                questions.add(
                        "region: the regions of '" + columns.get(column + 1).name() + "' are taken to lie in those of '"
                                + columns.get(column).name() + "', whose cells are merged");
                columns.set(column, Column.of(columns.get(column).name(), Role.REGION));
            }
        }
    }

    private boolean isMerged(int column, int beside) {
        for (int row = firstRow + 1; row <= lastRow; row++) {
            if (grid.cell(row, column).isEmpty() && !grid.cell(row, beside).isEmpty()) {
                return !grid.cell(firstRow, column).isEmpty() && !comesAgain(beside);
            }
        }
        return false;
    }

    /** Returns whether a region stands in several rows, as it does below each of some categories. */
    private boolean comesAgain(int regions) {
        Set<String> seen = new HashSet<>();
        for (int row = firstRow; row <= lastRow; row++) {
            String region = grid.cell(row, regions);
            if (!region.isEmpty() && !Words.isAggregate(region) && !seen.add(region)) {
                return true;
            }
        }
        return false;
    }

    /** Keeps a second column of periods only if it holds months or quarters of the years in the first. */
    private void settleSecondPeriods() {
        List<Integer> periods = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).role() == Role.PERIOD) {
                periods.add(column);
            }
        }
        for (int column : periods.subList(Math.min(1, periods.size()), periods.size())) {
            boolean areParts = column == periods.get(1)
                    && distinct.apply(column).stream().allMatch(YearParts::canBe)
                    && distinct.apply(periods.get(0)).stream().allMatch(text -> text.matches("(?:19|20)\\d\\d年?"));
            if (!areParts && pairs.saySame(column, periods.get(0))) {
                columns.set(column, Column.of(columns.get(column).name(), Role.IGNORED));
            } else if (!areParts) {
                questions.add("columns: '" + columns.get(column).name() + "' has periods beside those of '"
                        + columns.get(periods.get(0)).name() + "'; it is left out");
                columns.set(column, Column.of(columns.get(column).name(), Role.IGNORED));
            }
        }
    }

    /** Makes the first column whose texts look like regions one, where none is called so. */
    private void settleRegions() {
        if (columns.stream().anyMatch(column -> column.role() == Role.REGION)
                || columns.stream().anyMatch(column -> known.find(column.name()).isPresent())) {
            return;
        }
        for (int column = 0; column < columns.size(); column++) {
            Set<String> texts = distinct.apply(column);
            long alike = texts.stream()
                    .filter(text -> Nations.canBeCode(text) || Words.level(text).isPresent())
                    .count();
            Role role = columns.get(column).role();
            if ((role == Role.DIMENSION || role == Role.IGNORED) && alike * 2 > texts.size()) {
                questions.add("region: '" + columns.get(column).name() + "' is taken for it by what it holds");
                columns.set(column, Column.of(columns.get(column).name(), Role.REGION));
                return;
            }
        }
    }
}
