package org.grassrootskpi.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.grassrootskpi.tables.TableMapping.Column;
import org.grassrootskpi.tables.TableMapping.Role;

/** Settles columns that say again, in codes or words, what others say: they tell no rows apart, and are no dimensions. */
final class CopiedColumns {
    private final List<Column> columns;
    private final ColumnPairs pairs;
    private final IntFunction<Set<String>> distinct;
    private final UnitColumns unitColumns;
    private final List<String> questions;

    CopiedColumns(
            List<Column> columns,
            ColumnPairs pairs,
            IntFunction<Set<String>> distinct,
            UnitColumns unitColumns,
            List<String> questions) {
        this.columns = columns;
        this.pairs = pairs;
        this.distinct = distinct;
        this.unitColumns = unitColumns;
        this.questions = questions;
    }

    void settle() {
        // Of several codes of nations their letters are the ones that other tables have.
        List<Integer> lettersFirst = new ArrayList<>(all(Role.DIMENSION));
        lettersFirst.sort(
                Comparator.comparing(column -> !distinct.apply(column).stream().allMatch(Nations::canBeCode)));
        for (int column : lettersFirst) {
            for (int other = 0; other < columns.size() && role(column) == Role.DIMENSION; other++) {
                if (other != column) {
                    settle(column, other);
                }
            }
        }
        settleNumbersOfSeries();
        settlePartsOfIndicators();
    }

    private void settle(int column, int other) {
        Role role = role(other);
        boolean isNamed = role == Role.REGION || role == Role.INDICATOR;
        boolean isOnly = isNamed && all(role).size() == 1 && all(nameOf(role)).isEmpty();
        // Groups of regions often have a name and no code; empty cells of names are merged ones.
        boolean isNameOfCode = isNamed && (areCodes(column) != areCodes(other));
        boolean isCopy = isNameOfCode
                ? pairs.saySameWhereFilled(column, other)
                : (isNamed || isOther(role)) && pairs.saySame(column, other);
        if (!isCopy || (role == Role.DIMENSION && other > column)) {
            return;
        }
        // Years of a source are neither codes nor names.
        boolean isOther = !isOnly || arePeriods(column);
        if (!isOther && areCodes(column) && !areCodes(other)) {
            become(column, role);
            become(other, nameOf(role));
        } else {
            become(column, isOther ? Role.IGNORED : nameOf(role));
        }
    }

    private static boolean isOther(Role role) {
        return role == Role.PERIOD
                || role == Role.REGION_NAME
                || role == Role.INDICATOR_NAME
                || role == Role.STATUS
                || role == Role.DIMENSION;
    }

    private static Role nameOf(Role role) {
        return role == Role.REGION ? Role.REGION_NAME : Role.INDICATOR_NAME;
    }

    /** A column with a text for each series, such as a vector's number, says what regions, indicators and dimensions say together. */
    private void settleNumbersOfSeries() {
        List<Integer> byMembers = new ArrayList<>(all(Role.DIMENSION));
        byMembers.sort(Comparator.comparing(column -> -distinct.apply(column).size()));
        for (int column : byMembers) {
            List<Integer> others = new ArrayList<>(all(Role.REGION));
            others.addAll(all(Role.INDICATOR));
            others.addAll(all(Role.DIMENSION));
            others.remove(Integer.valueOf(column));
            if (others.size() > 1 && pairs.identifies(column, others)) {
                become(column, Role.IGNORED);
            }
        }
    }

    /** Where one indicator has several units, a dimension that says which is a part of the indicator: production in tonnes, area in hectares. */
    private void settlePartsOfIndicators() {
        List<Integer> indicators = all(Role.INDICATOR);
        List<Integer> units = all(Role.UNIT);
        if (units.size() != 1
                || pairs.determinesWhereFilled(indicators, units.get(0))
                || unitColumns.areConvertible(units.get(0))) {
            return;
        }
        Optional<Integer> part = all(Role.DIMENSION).stream()
                .filter(column -> {
                    List<Integer> with = new ArrayList<>(indicators);
                    with.add(column);
                    return pairs.determinesWhereFilled(with, units.get(0));
                })
                .min(Comparator.comparing(column -> distinct.apply(column).size()));
        if (part.isPresent()) {
            int words = new LabelColumns(columns, pairs, distinct).inWords(part.get());
            become(part.get(), Role.IGNORED);
            become(words, Role.INDICATOR);
            questions.add("indicator: '" + columns.get(words).name()
                    + "' is a part of it, since its members have units of their own");
        }
    }

    private boolean arePeriods(int column) {
        return distinct.apply(column).stream()
                .allMatch(text -> Periods.read(text, false).isPresent());
    }

    private boolean areCodes(int column) {
        return LabelColumns.areCodes(distinct.apply(column));
    }

    private Role role(int column) {
        return columns.get(column).role();
    }

    private List<Integer> all(Role role) {
        List<Integer> all = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            if (role(column) == role) {
                all.add(column);
            }
        }
        return all;
    }

    private void become(int column, Role role) {
        columns.set(column, Column.of(columns.get(column).name(), role));
    }
}
