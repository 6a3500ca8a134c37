package org.grassrootskpi.totals;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.grassrootskpi.query.Source;

/**
 * The published totals of one indicator, level and frequency against the sums of their parts.
 *
 * @param kind what the parts are
 * @param identity the id of the identity whose parts they are; empty for regions and periods
 * @param total the data that the totals are taken from
 * @param parts the level and frequency of the parts, with the indicator of the total; the same as the total for an identity
 * @param passed how many totals are the sum of their parts, for some values within the bounds of all of them
 * @param failed how many are not
 * @param impossible how many could not be checked: the total or one of the parts has no value, or nothing is known of its bounds
 * @param mismatches the first of those that failed, in the order of the regions, {@value #MOST_DESCRIBED} at most
 */
public record TotalCheck(
        Kind kind,
        Optional<String> identity,
        Source total,
        Source parts,
        long passed,
        long failed,
        long impossible,
        ImmutableList<TotalMismatch> mismatches) {
    /** How many totals that failed are described; further ones are only counted. */
    public static final int MOST_DESCRIBED = 1000;

    /** What the parts of a total are. */
    public enum Kind {
        /** Other indicators, those of an {@link org.grassrootskpi.model.Identity}. */
        INDICATORS,
        /** The regions that make up a region. */
        REGIONS,
        /** The periods that make up a period. */
        PERIODS
    }

    /** {@return how many totals were compared with their sums} */
    public long made() {
        return passed + failed;
    }
}
