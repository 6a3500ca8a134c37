package org.grassrootskpi.model;

import java.util.Optional;
import org.immutables.value.Value;

/** A place among one's peers or in one's own history, as a report prints it: 全区第一, 十强, 全区首家, 历史最低. */
@Value.Immutable
public interface Rank {
    /** The kind of a place. */
    enum Kind {
        /** An exact place: 第一. */
        PLACE,
        /** Among the first so many, the exact place not said: 十强. */
        TOP,
        /** Near the front, no number said: 前列, 领先. */
        FRONT,
        /** The first of its kind in time: 首家, 首个, 首创. */
        FIRST_EVER,
        /** One of the first group, which has several members and no order: 首批. */
        FIRST_BATCH,
        /** Lower than ever before: 历史最低. */
        RECORD_LOW,
        /** Higher than ever before: 历史最高. */
        RECORD_HIGH
    }

    /**
     * Returns the kind of place.
     *
     * @return the kind
     */
    Kind kind();

    /**
     * Returns the place, or how many are meant by "the first so many".
     *
     * @return 1 or more; present exactly for {@link Kind#PLACE} and {@link Kind#TOP}
     */
    Optional<Integer> place();

    /**
     * Returns the scope of the comparison: {@link RegionLevel#COUNTY} for 全区, {@link RegionLevel#PREFECTURE} for 全市.
     *
     * @return empty for records, which compare with one's own past
     */
    Optional<RegionLevel> scope();

    /**
     * Returns the words as printed.
     *
     * @return never blank
     */
    String quote();

    /**
     * Starts a rank.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Refuses a kind without its place or its scope, and the other way round. */
    @Value.Check
    default void check() {
        boolean numbered = kind() == Kind.PLACE || kind() == Kind.TOP;
        if (place().isPresent() != numbered) {
            throw new IllegalStateException("rank '" + quote() + "' of kind " + kind()
                    + (numbered ? " needs a place" : " has no place, got " + place().get()));
        }
        if (place().isPresent() && place().get() < 1) {
            throw new IllegalStateException(
                    "rank '" + quote() + "': expected a place of 1 or more, got " + place().get());
        }
        boolean record = kind() == Kind.RECORD_LOW || kind() == Kind.RECORD_HIGH;
        if (scope().isPresent() == record) {
            throw new IllegalStateException("rank '" + quote() + "' of kind " + kind()
                    + (record ? " compares with the own past and has no scope" : " needs a scope"));
        }
    }

    /** Builds a {@link Rank}; {@code build()} refuses a missing or contradictory attribute by name. */
    final class Builder extends ImmutableRank.Builder {
        Builder() {}
    }
}
