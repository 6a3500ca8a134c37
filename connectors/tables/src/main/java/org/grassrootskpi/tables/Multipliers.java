package org.grassrootskpi.tables;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.grassrootskpi.quantity.Unit;

/**
 * Reads the multiples of a column as powers of ten: exponents such as 6, factors such as 1000000, or words such as millions. Whether its
 * numbers are exponents or factors is seen from all of them: exponents are small, and one of the factors is a hundred or more. Not
 * thread-safe.
 */
final class Multipliers {
    /** Of a table without such a column. */
    static final Multipliers NONE = new Multipliers(-1, Form.EXPONENTS);

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:[, ]\\d{3})*(?:\\.\\d+)?(?:[eE][+-]?\\d{1,2})?");
    private static final Pattern SMALL = Pattern.compile("-?\\d{1,2}");
    private static final BigDecimal LEAST_FACTOR = BigDecimal.valueOf(100);

    private final int column;
    private final Form form;
    private final Map<String, Optional<Integer>> known = new HashMap<>();

    /** What the numbers of a column are. */
    private enum Form {
        EXPONENTS,
        FACTORS,
        /** 1 and 10 are both, and not the same. */
        UNCLEAR
    }

    private Multipliers(int column, Form form) {
        this.column = column;
        this.form = form;
    }

    /** Looks at a column, or at none if its number is negative. */
    static Multipliers of(Grid grid, int column, String head, int firstRow, int lastRow) {
        if (column < 0) {
            return NONE;
        }
        boolean hasOnesAlone = true;
        boolean hasNumbers = false;
        String before = "";
        for (int row = firstRow; row <= lastRow; row++) {
            String cell = grid.cell(row, column);
            if (cell.equals(before) || !NUMBER.matcher(cell).matches()) {
                continue;
            }
            before = cell;
            hasNumbers = true;
            if (number(cell).abs().compareTo(LEAST_FACTOR) >= 0 || cell.indexOf('.') >= 0) {
                return new Multipliers(column, Form.FACTORS);
            }
            hasOnesAlone &= cell.equals("1") || cell.equals("10");
        }
        return new Multipliers(
                column, hasNumbers && hasOnesAlone && !Words.isExponent(head) ? Form.UNCLEAR : Form.EXPONENTS);
    }

    /** Returns the power of ten of a row; empty if its cell is none. */
    Optional<Integer> power(Grid grid, int row) {
        return column < 0 ? Optional.of(0) : known.computeIfAbsent(grid.cell(row, column), this::read);
    }

    private Optional<Integer> read(String cell) {
        boolean isNumber = NUMBER.matcher(cell).matches();
        if (!isNumber) {
            return Words.power(cell);
        }
        return switch (form) {
            case UNCLEAR -> Optional.empty();
            case EXPONENTS -> SMALL.matcher(cell).matches() ? Optional.of(Integer.valueOf(cell)) : Optional.empty();
            case FACTORS -> {
                BigDecimal factor = number(cell).stripTrailingZeros();
                yield factor.unscaledValue().equals(BigInteger.ONE) ? Optional.of(-factor.scale()) : Optional.empty();
            }
        };
    }

    private static BigDecimal number(String cell) {
        return new BigDecimal(cell.replaceAll("[, ]", ""));
    }

    /**
     * Returns the power of ten by which a number is multiplied beside its unit: where the unit names the same multiple, as of 百万美元 beside
     * a column that says millions, it is meant once.
     *
     * @return empty if unit and column name different multiples
     */
    static Optional<Integer> beside(Unit unit, int power) {
        int named = power > 0 ? UnitWords.power(unit) : 0;
        return named == 0 ? Optional.of(power) : named == power ? Optional.of(0) : Optional.empty();
    }

    int column() {
        return column;
    }
}
