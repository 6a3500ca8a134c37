package org.grassrootskpi.assess;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A named band of a measure: 良好 from 80 to below 85. Closed below and open above unless said otherwise; without an end it goes on
 * for ever.
 *
 * <p>A colour is an attribute and means nothing by itself: red is praise on one office's board and blame on another's.
 */
@Value.Immutable
public interface Level {
    /** {@return the name, unique among the levels} */
    String name();

    /** {@return where it begins; empty for no beginning} */
    Optional<BigDecimal> lower();

    /** {@return whether its beginning belongs to it; true by default} */
    @Value.Default
    default boolean lowerIncluded() {
        return true;
    }

    /** {@return where it ends; empty for no end} */
    Optional<BigDecimal> upper();

    /** {@return whether its end belongs to it; false by default} */
    @Value.Default
    default boolean upperIncluded() {
        return false;
    }

    /** {@return the colour in which it is shown, as a name or in the spelling of CSS; empty for none} */
    Optional<String> colour();

    /** {@return the band as a range} */
    default Range<BigDecimal> band() {
        BoundType below = lowerIncluded() ? BoundType.CLOSED : BoundType.OPEN;
        BoundType above = upperIncluded() ? BoundType.CLOSED : BoundType.OPEN;
        if (lower().isPresent() && upper().isPresent()) {
            return Range.range(lower().get(), below, upper().get(), above);
        }
        if (lower().isPresent()) {
            return Range.downTo(lower().get(), below);
        }
        return upper().map(end -> Range.upTo(end, above)).orElseGet(Range::all);
    }

    /**
     * {@return a level}
     *
     * @param name its name
     * @param band its band, with any ends
     */
    static Level of(String name, Range<BigDecimal> band) {
        Builder level = builder().name(name);
        if (band.hasLowerBound()) {
            level.lower(band.lowerEndpoint()).lowerIncluded(band.lowerBoundType() == BoundType.CLOSED);
        }
        if (band.hasUpperBound()) {
            level.upper(band.upperEndpoint()).upperIncluded(band.upperBoundType() == BoundType.CLOSED);
        }
        return level.build();
    }

    /** Refuses a band with nothing in it. */
    @Value.Check
    default void check() {
        boolean isEmpty = lower().isPresent()
                && upper().isPresent()
                && (lower().get().compareTo(upper().get()) > 0
                        || (lower().get().compareTo(upper().get()) == 0 && !(lowerIncluded() && upperIncluded())));
        if (isEmpty) {
            throw new AssessmentRefusedException(
                    AssessmentRefusal.Reason.LEVELS_DO_NOT_PARTITION,
                    "the level '" + name() + "' from " + lower().get() + " to " + upper().get() + " has nothing in it",
                    "let it end above its beginning");
        }
    }

    /**
     * Starts a level.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Level}; {@code build()} refuses a missing attribute by name. */
    final class Builder extends ImmutableLevel.Builder {
        Builder() {}
    }
}
