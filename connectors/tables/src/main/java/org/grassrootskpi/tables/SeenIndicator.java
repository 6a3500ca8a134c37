package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.jspecify.annotations.Nullable;

/** What was seen of one indicator: what it is called, in which unit its values are, and how many digits they have. Not thread-safe. */
final class SeenIndicator {
    private static final int MOST_DECIMALS = 9;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final int PERCENT_DIGITS = 2;
    private static final int LARGEST_OF_TWO_DIGITS = 99;

    final String text;
    final String id;

    @Nullable String unit;

    @Nullable String name;

    boolean isPercent;

    /** The first cell with an interval behind its number. */
    @Nullable String interval;

    boolean hasNumbersWithoutPercent;
    private boolean hasPlainNumbers;
    private long standIn;
    private int standIns;
    private boolean hasOtherNegatives;

    @Nullable private String unitOfCells;

    private int decimals;
    private BigDecimal largest = BigDecimal.ZERO;
    /** For each number of decimals the greatest of the numbers that were read without an object, times their power of ten. */
    private final long[] largestByScale = new long[PlainNumber.MOST_DECIMALS + 1];

    /** What numbers in another unit than that of the first need in the base unit. */
    private int decimalsInBase;

    private BigDecimal largestInBase = BigDecimal.ZERO;

    SeenIndicator(String text, String id) {
        this.text = text;
        this.id = id;
    }

    /** Returns whether a unit is said that is not the first one. */
    boolean isOther(String other) {
        return !other.isEmpty() && unit != null && !unit.equals(other);
    }

    String name() {
        return name == null || name.isEmpty() ? text : name;
    }

    /** Returns the unit that columns, heads or the title say. */
    Optional<String> said(Optional<String> unitOfTitle) {
        return Optional.ofNullable(unit)
                // What one cell says of itself does not hold for the others.
                .or(() -> Optional.ofNullable(hasPlainNumbers ? null : unitOfCells))
                .or(() -> Heads.unit(name())
                        .filter(head ->
                                unitOfTitle.isEmpty() || UnitWords.read(head).isPresent()))
                .or(() -> unitOfTitle);
    }

    /** Sees a {@link PlainNumber}. */
    void see(long number) {
        int scale = PlainNumber.scale(number);
        hasPlainNumbers = true;
        hasNumbersWithoutPercent = true;
        decimals = Math.max(decimals, scale);
        long digits = PlainNumber.unscaled(number);
        largestByScale[scale] = Math.max(largestByScale[scale], Math.abs(digits));
        if (digits < 0) {
            seeNegative(number, -digits);
        }
    }

    private void seeNegative(long number, long digits) {
        long last = digits % 10;
        long rest = digits;
        while (rest % 10 == last) {
            rest /= 10;
        }
        if (rest == 0 && digits > LARGEST_OF_TWO_DIGITS && (standIn == 0 || standIn == number)) {
            standIn = number;
            standIns++;
        } else {
            hasOtherNegatives = true;
        }
    }

    /** Returns a negative number of one digit again and again, such as -999, that seems to stand for no value. */
    Optional<String> standIn() {
        return standIns > 1 || (standIns == 1 && !hasOtherNegatives)
                ? Optional.of(PlainNumber.text(standIn))
                : Optional.empty();
    }

    /** Sees any cell, whose number is a multiple of a power of ten. */
    void see(String cell, int power, boolean comma) {
        Optional<Figure> read = Figure.read(cell, comma, ImmutableMap.of());
        if (read.isPresent() && read.get().number() != null) {
            BigDecimal number = read.get().number().scaleByPowerOfTen(power);
            interval = interval == null && Figure.hasInterval(cell) ? cell : interval;
            hasPlainNumbers = true;
            isPercent |= read.get().isPercent();
            hasNumbersWithoutPercent |= !read.get().isPercent();
            decimals = Math.max(decimals, number.scale());
            largest = largest.max(number.abs());
            if (read.get().isPercent()) {
                decimalsInBase = Math.max(decimalsInBase, number.scale() + PERCENT_DIGITS);
            }
        } else if (read.isPresent() && read.get().figure() != null && unitOfCells == null) {
            unitOfCells = read.get().figure().unit().toString();
        }
    }

    /** Sees a number in another unit than the first one. */
    void seeOther(String cell, int power, boolean comma, String otherUnit) {
        Optional<Unit> of = UnitWords.read(otherUnit);
        Optional<Figure> read = Figure.read(cell, comma, ImmutableMap.of());
        if (of.isPresent() && read.isPresent() && read.get().number() != null) {
            BigDecimal value = Quantity.of(read.get().number().scaleByPowerOfTen(power), of.get())
                    .value();
            hasPlainNumbers = true;
            hasNumbersWithoutPercent |= !read.get().isPercent();
            decimalsInBase = Math.max(decimalsInBase, value.scale());
            largestInBase = largestInBase.max(value.abs());
        }
    }

    /** Returns how many decimals values need in the base unit; null where a decimal of nine digits or 64 bits does not hold them. */
    @Nullable Integer decimals(Unit of) {
        for (int scale = 0; scale < largestByScale.length; scale++) {
            largest = largest.max(BigDecimal.valueOf(largestByScale[scale], scale));
        }
        try {
            BigDecimal step = new BigDecimal(BigInteger.ONE, decimals)
                    .multiply(new BigDecimal(of.numerator()))
                    .divide(new BigDecimal(of.denominator()))
                    .stripTrailingZeros();
            int needed = Math.max(Math.max(0, step.scale()), decimalsInBase);
            BigDecimal most = largest.multiply(new BigDecimal(of.numerator()))
                    .divide(new BigDecimal(of.denominator()))
                    .max(largestInBase)
                    .movePointRight(needed);
            return needed > MOST_DECIMALS || most.compareTo(LARGEST) > 0 ? null : Integer.valueOf(needed);
        } catch (ArithmeticException e) {
            return null;
        }
    }
}
