package org.grassrootskpi.tables;

import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.grassrootskpi.tables.TableMapping.Column;
import org.grassrootskpi.tables.TableMapping.Role;

/** Settles which of several columns of regions say where a row is: each is within the one before it. */
final class RegionColumns {
    private final List<Column> columns;
    private final ColumnPairs pairs;
    private final IntFunction<Set<String>> distinct;
    private final List<String> questions;

    RegionColumns(List<Column> columns, ColumnPairs pairs, IntFunction<Set<String>> distinct, List<String> questions) {
        this.columns = columns;
        this.pairs = pairs;
        this.distinct = distinct;
        this.questions = questions;
    }

    void settle() {
        leaveOutTotals();
        leaveOutWiderBehindNarrower();
    }

    /** A column that says nothing but Total names no region, unless no other does. */
    private void leaveOutTotals() {
        for (int column : regions()) {
            Set<String> texts = distinct.apply(column);
            if (regions().size() > 1 && !texts.isEmpty() && texts.stream().allMatch(Words::isTotal)) {
                become(column, Role.IGNORED);
            }
        }
    }

    /** A column of regions that are made of those in a column before it, such as parts of the world behind nations, has no place. */
    private void leaveOutWiderBehindNarrower() {
        for (int wider : regions()) {
            for (int narrower : regions()) {
                if (narrower < wider
                        && columns.get(wider).role() == Role.REGION
                        && pairs.determinesWhereFilled(List.of(narrower), wider)
                        && !pairs.determinesWhereFilled(List.of(wider), narrower)) {
                    questions.add("columns: '" + columns.get(wider).name() + "' has regions around those of '"
                            + columns.get(narrower).name() + "', and stands behind them; it is left out");
                    become(wider, Role.IGNORED);
                }
            }
        }
    }

    private List<Integer> regions() {
        return IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).role() == Role.REGION)
                .boxed()
                .toList();
    }

    private void become(int column, Role role) {
        columns.set(column, Column.of(columns.get(column).name(), role));
    }
}
