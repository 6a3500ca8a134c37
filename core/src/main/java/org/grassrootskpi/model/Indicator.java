package org.grassrootskpi.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.grassrootskpi.quantity.Unit;
import org.immutables.value.Value;

/**
 * A measure with a fixed meaning: what is counted, in which unit, and by which rule its values combine.
 *
 * <p>It does not hold values; those are {@link Observation}s.
 */
@Value.Immutable
public interface Indicator {
    /**
     * Returns the id by which others refer to it, for example {@code land.consolidated}.
     *
     * @return unique among the indicators of a catalogue
     */
    String id();

    /**
     * Returns the name.
     *
     * @return in both languages
     */
    LocalizedText name();

    /**
     * Returns the sector that it belongs to.
     *
     * @return the id of a {@link Sector}
     */
    String sector();

    /**
     * Returns the kind, which decides how values combine.
     *
     * @return the kind
     */
    IndicatorKind kind();

    /**
     * Returns the base unit of its values, such as {@code CNY} or {@code count:家}; figures may be printed in any unit
     * with the same base.
     *
     * @return a unit with multiplier one
     */
    Unit unit();

    /**
     * Returns the largest number of decimals of a value in the base unit.
     *
     * @return 0 to 9; a figure with more is refused rather than rounded
     */
    int decimals();

    /**
     * Returns which direction is better.
     *
     * @return the direction
     */
    Direction direction();

    /**
     * Returns the definition: what is counted, and what is not.
     *
     * @return in both languages
     */
    LocalizedText definition();

    /**
     * Returns the indicator above the line of a {@link IndicatorKind#RATIO}.
     *
     * @return the id of an additive indicator; present exactly when {@link #denominator()} is
     */
    Optional<String> numerator();

    /**
     * Returns the indicator below the line of a {@link IndicatorKind#RATIO}.
     *
     * @return the id of an additive indicator; present exactly when {@link #numerator()} is
     */
    Optional<String> denominator();

    /**
     * Returns the indicator that weights a mean of this {@link IndicatorKind#RATIO} or {@link IndicatorKind#INDEX}.
     *
     * @return the id of an additive indicator; empty where no weight is known
     */
    Optional<String> weight();

    /**
     * Returns the indicator whose change this {@link IndicatorKind#GROWTH} is.
     *
     * @return the id of an indicator; empty where the base is not published
     */
    Optional<String> base();

    /**
     * Returns how it follows from other indicators, such as {@code births - deaths} or {@code 1000 * doctors / residents}.
     *
     * @return a formula over FLOWs, STOCKs and RATIOs of parts whose kind and unit are those of this indicator; empty where
     *     it is observed, or a ratio of two parts
     */
    Optional<IndicatorFormula> formula();

    /**
     * Returns the indicator that already counts everything this one counts, as land for industry is counted in all
     * land.
     *
     * @return the id of an indicator of the same unit; adding the two would count twice
     */
    Optional<String> partOf();

    /**
     * Returns other names under which reports print it.
     *
     * @return in Chinese, possibly empty
     */
    ImmutableList<String> aliases();

    /**
     * Returns words that make another measure of it where a report prints them with its name, as 新增 does beside the name of
     * a stock.
     *
     * @return in Chinese, possibly empty
     */
    ImmutableList<String> vetoes();

    /**
     * Returns who answers for it.
     *
     * @return the unit in charge with others, or empty where nobody said
     */
    Optional<Responsibility> responsible();

    /**
     * Starts an indicator.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link Indicator}; {@code build()} refuses a missing attribute by name. */
    final class Builder extends ImmutableIndicator.Builder {
        Builder() {}
    }
}
