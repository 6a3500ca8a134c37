package org.grassrootskpi.publish;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.quantity.Unit;

/**
 * How a result is printed for readers: language, units, decimals, and what lies in columns.
 *
 * <pre>{@code
 * TableFormat.of(Language.ZH).withUnits("亿元", "公顷").withDecimals(1).withAcross("period");
 * }</pre>
 *
 * <p>Unless it says otherwise, a ratio is printed in percent with one decimal, a value in a larger unit with two, and any other as it
 * is, with at most two. Immutable and thread-safe.
 */
public final class TableFormat {
    private static final int MOST_DECIMALS = 20;

    private final Language language;
    private final ImmutableList<Unit> units;
    private final ImmutableMap<String, Unit> unitByIndicator;
    private final OptionalInt decimals;
    private final ImmutableMap<String, Integer> decimalsByIndicator;
    private final Optional<String> across;
    private final String missing;

    private TableFormat(
            Language language,
            ImmutableList<Unit> units,
            ImmutableMap<String, Unit> unitByIndicator,
            OptionalInt decimals,
            ImmutableMap<String, Integer> decimalsByIndicator,
            Optional<String> across,
            String missing) {
        this.language = language;
        this.units = units;
        this.unitByIndicator = unitByIndicator;
        this.decimals = decimals;
        this.decimalsByIndicator = decimalsByIndicator;
        this.across = across;
        this.missing = missing;
    }

    /**
     * {@return a format with the usual units and decimals, a row for each row of the result}
     *
     * @param language the language of names, heads and notes
     */
    public static TableFormat of(Language language) {
        return new TableFormat(
                language,
                ImmutableList.of(),
                ImmutableMap.of(),
                OptionalInt.empty(),
                ImmutableMap.of(),
                Optional.empty(),
                "…");
    }

    /**
     * {@return this with units in which values are printed that fit them}
     *
     * @param symbols such as {@code 亿元}, {@code 公顷}, {@code 万人}; a value is printed in the first of the same base
     * @throws org.grassrootskpi.quantity.QuantityFormatException if one is no unit
     */
    public TableFormat withUnits(String... symbols) {
        return withUnits(Arrays.stream(symbols).map(Unit::parse).toArray(Unit[]::new));
    }

    /**
     * {@return this with units in which values are printed that fit them, of the catalogue's own among them}
     *
     * @param units such as {@code catalog.unitVocabulary().parse("acre")}; a value is printed in the first of the same base
     */
    public TableFormat withUnits(Unit... units) {
        return new TableFormat(
                language, ImmutableList.copyOf(units), unitByIndicator, decimals, decimalsByIndicator, across, missing);
    }

    /**
     * {@return this with the unit of one indicator}
     *
     * @param indicator its id
     * @param symbol such as {@code 万元}; measures of other units, such as a growth, stay in theirs
     * @throws org.grassrootskpi.quantity.QuantityFormatException if it is no unit
     */
    public TableFormat withUnit(String indicator, String symbol) {
        return withUnit(indicator, Unit.parse(symbol));
    }

    /**
     * {@return this with the unit of one indicator, which may be one of the catalogue's own}
     *
     * @param indicator its id
     * @param unit a unit; measures of other units, such as a growth, stay in theirs
     */
    public TableFormat withUnit(String indicator, Unit unit) {
        return new TableFormat(
                language, units, put(unitByIndicator, indicator, unit), decimals, decimalsByIndicator, across, missing);
    }

    /**
     * {@return this with a number of decimals for all values}
     *
     * @param places 0 to 20; values are rounded half up, or to the side on which the true one lies where that is known
     */
    public TableFormat withDecimals(int places) {
        return new TableFormat(
                language,
                units,
                unitByIndicator,
                OptionalInt.of(checked(places)),
                decimalsByIndicator,
                across,
                missing);
    }

    /**
     * {@return this with a number of decimals for the values of one indicator}
     *
     * @param indicator its id
     * @param places 0 to 20
     */
    public TableFormat withDecimals(String indicator, int places) {
        return new TableFormat(
                language,
                units,
                unitByIndicator,
                decimals,
                put(decimalsByIndicator, indicator, checked(places)),
                across,
                missing);
    }

    /**
     * {@return this with a column for each member of a dimension, side by side}
     *
     * @param column the name of a column of the result, such as {@code period} or {@code region}
     */
    public TableFormat withAcross(String column) {
        return new TableFormat(
                language, units, unitByIndicator, decimals, decimalsByIndicator, Optional.of(column), missing);
    }

    /**
     * {@return this with another text for cells without a value; a note says why there is none}
     *
     * @param text such as {@code -}
     */
    public TableFormat withMissing(String text) {
        return new TableFormat(language, units, unitByIndicator, decimals, decimalsByIndicator, across, text);
    }

    private static <T> ImmutableMap<String, T> put(ImmutableMap<String, T> map, String key, T value) {
        return ImmutableMap.<String, T>builder().putAll(map).put(key, value).buildKeepingLast();
    }

    private static int checked(int places) {
        if (places < 0 || places > MOST_DECIMALS) {
            throw new IllegalArgumentException("Expected 0 to " + MOST_DECIMALS + " decimals, got " + places);
        }
        return places;
    }

    /** {@return the language of names, heads and notes} */
    public Language language() {
        return language;
    }

    /** {@return the column whose members lie side by side; empty if none do} */
    public Optional<String> across() {
        return across;
    }

    /** {@return the text of cells without a value} */
    public String missing() {
        return missing;
    }

    /** Returns the unit in which a value of an indicator is printed. */
    Unit unit(String indicator, Unit of) {
        Unit own = unitByIndicator.get(indicator);
        if (own != null && own.hasSameBase(of)) {
            return own;
        }
        for (Unit unit : units) {
            if (unit.hasSameBase(of)) {
                return unit;
            }
        }
        if (of.isPercentagePoint()) {
            return RoundedFigure.PERCENTAGE_POINT;
        }
        return of.isRatio() ? RoundedFigure.PERCENT : of;
    }

    /** Returns how many decimals a value of an indicator is printed with; empty where the format does not say. */
    OptionalInt decimals(String indicator) {
        Integer own = decimalsByIndicator.get(indicator);
        return own == null ? decimals : OptionalInt.of(own);
    }
}
