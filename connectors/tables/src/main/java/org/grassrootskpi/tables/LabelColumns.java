package org.grassrootskpi.tables;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.grassrootskpi.tables.TableMapping.Column;
import org.grassrootskpi.tables.TableMapping.Role;

/**
 * The columns that say in words what the column beside them says in codes.
 *
 * @param columns the columns
 * @param pairs which columns determine each other
 * @param distinct the texts of a column
 */
record LabelColumns(List<Column> columns, ColumnPairs pairs, IntFunction<Set<String>> distinct) {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_.-]+");

    /** Returns the column that says in words what another says in codes, or the other itself. */
    int inWords(int column) {
        for (int beside : new int[] {column + 1, column - 1}) {
            if (areCodes(column)
                    && beside >= 0
                    && beside < columns.size()
                    && columns.get(beside).role() == Role.IGNORED
                    && !areCodes(beside)
                    && pairs.saySame(column, beside)) {
                return beside;
            }
        }
        return column;
    }

    /** Returns the member in codes that is made of the others by its words, such as - for Both sexes. */
    Optional<String> total(int column) {
        int words = inWords(column);
        if (words == column) {
            return Optional.empty();
        }
        Grid grid = pairs.grid();
        for (int row : grid.column(words).firstRows(pairs.firstRow(), pairs.lastRow())) {
            if (Words.isTotal(grid.cell(row, words))) {
                return Optional.of(grid.cell(row, column));
            }
        }
        return Optional.empty();
    }

    private boolean areCodes(int column) {
        return areCodes(distinct.apply(column));
    }

    /** Returns whether texts are codes: capital letters, digits, signs between them. */
    static boolean areCodes(Set<String> texts) {
        return texts.stream().allMatch(text -> CODE.matcher(text).matches());
    }
}
