package org.grassrootskpi.query;

import java.util.Map;
import java.util.Objects;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.time.Frequency;
import org.jspecify.annotations.Nullable;

/**
 * The data that an answer was taken from: the observations of one indicator, of one level and one frequency, and no
 * others, for levels are never mixed. Immutable.
 */
public final class Source {
    private final String indicator;
    private final RegionLevel level;
    private final Frequency frequency;
    private final int hash;

    private Source(String indicator, RegionLevel level, Frequency frequency) {
        this.indicator = indicator;
        this.level = level;
        this.frequency = frequency;
        // Plans look thousands of sources up.
        this.hash = Objects.hash(indicator, level, frequency);
    }

    /**
     * {@return the observations of an indicator, level and frequency}
     *
     * @param indicator the id of the indicator
     * @param level the level of the regions observed
     * @param frequency the frequency of the periods observed
     */
    public static Source of(String indicator, RegionLevel level, Frequency frequency) {
        return new Source(indicator, level, frequency);
    }

    /** {@return the id of the indicator} */
    public String indicator() {
        return indicator;
    }

    /** {@return the level of the regions observed} */
    public RegionLevel level() {
        return level;
    }

    /** {@return the frequency of the periods observed} */
    public Frequency frequency() {
        return frequency;
    }

    /** {@return this source as it is in {@link ResultTable#toJson}, as a map} */
    public Map<String, @Nullable Object> toMap() {
        return ResultTree.of(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Source that
                && indicator.equals(that.indicator)
                && level.equals(that.level)
                && frequency == that.frequency;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** {@return such as {@code requests.handled from COMMUNITY, MONTHLY}} */
    @Override
    public String toString() {
        return indicator + " from " + level + ", " + frequency;
    }
}
