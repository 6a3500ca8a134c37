package org.grassrootskpi.query;

import java.util.Optional;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.time.Frequency;
import org.jspecify.annotations.Nullable;

/**
 * What a share, a rank or a contribution relates a group to: the region that it directly belongs to or all regions ({@link #REGIONS}), a
 * region of a level, a period of a frequency, or the groups that differ from it in one dimension only.
 */
record Scope(
        @Nullable RegionLevel region,
        @Nullable Frequency period,
        @Nullable Dimension dimension) {
    static final Scope REGIONS = new Scope(null, null, null);

    static Scope in(RegionLevel level) {
        return new Scope(level, null, null);
    }

    static Scope in(Frequency frequency) {
        return new Scope(null, frequency, null);
    }

    /** Returns the groups that differ in one dimension only. */
    static Scope over(Dimension dimension, String ofRegions) {
        if (dimension.kind() == Dimension.Kind.REGION) {
            throw new IllegalArgumentException("Expected indicators, sectors, periods or an extra dimension, got "
                    + dimension + ", to which regions need not add up; ask for " + ofRegions);
        }
        return new Scope(null, null, dimension);
    }

    /** Returns the larger group that a group belongs to, if one is named. */
    Optional<String> within() {
        return Optional.<Object>ofNullable(region)
                .or(() -> Optional.ofNullable(period))
                .map(Object::toString);
    }
}
