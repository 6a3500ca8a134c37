package org.grassrootskpi.rollup;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.query.Source;

/**
 * What an engine has to do: read the observations of one source once and put them together in slots.
 *
 * <p>A row belongs to the slot of its region, of its period and of its combination of the extra dimensions' members; rows
 * without a slot of one of these are not read. Rows whose status has no value count for the worst status and for the number
 * of rows without a value alone.
 *
 * @param indicator the indicator of the source, which says how many decimals its values have
 * @param source the observations to read, and no others
 * @param other for {@link Aggregate#WEIGHTED_SUM} the source of the weights, for {@link Aggregate#PAIRED_SUM} that of the
 *     counterparts, of the same level and frequency: a row's weight or counterpart is the row there of the same region, period
 *     and extra dimensions
 * @param otherIndicator the indicator of the other source
 * @param lag for counterparts of earlier periods how far back they lie; they are read even where no slot takes their periods
 * @param regions which regions are put together
 * @param periods which periods are put together
 * @param combinations which combinations of the extra dimensions' members are put together
 * @param aggregates what to gather
 */
public record Rollup(
        Indicator indicator,
        Source source,
        Optional<Source> other,
        Optional<Indicator> otherIndicator,
        Optional<Lag> lag,
        RegionGroups regions,
        PeriodGroups periods,
        CombinationGroups combinations,
        ImmutableSet<Aggregate> aggregates) {

    /**
     * {@return whether another roll-up differs in the indicator at most, so that one pass over the rows, grouped by the indicator as
     * well, answers both}
     *
     * @param another any roll-up
     */
    public boolean isLike(Rollup another) {
        return source.level() == another.source.level()
                && source.frequency() == another.source.frequency()
                && (ofItself() ? another.ofItself() : other.equals(another.other))
                && lag.equals(another.lag)
                && regions.equals(another.regions)
                && periods.equals(another.periods)
                && combinations.equals(another.combinations)
                && aggregates.equals(another.aggregates);
    }

    /** Whether the counterparts are of the source itself, an earlier period. */
    private boolean ofItself() {
        return other.filter(source::equals).isPresent();
    }

    /** {@return the slot of each region that the source may have rows of, by its code; others are not read} */
    public ImmutableMap<String, Integer> slotByRegion() {
        return regions.slotByCode(source.level());
    }

    /** {@return such as {@code requests.handled from COMMUNITY, MONTHLY: 12 regions, 2024-01..2024-12 by QUARTERLY, [SUM]}} */
    @Override
    public String toString() {
        return source
                + other.map(o -> (aggregates.contains(Aggregate.WEIGHTED_SUM) ? " weighted by " : " paired with ")
                                + o.indicator())
                        .orElse("")
                + lag.map(l -> " of " + l.comparison()).orElse("")
                + ": "
                + regions
                + ", "
                + periods
                + (combinations.isPlain() ? "" : ", " + combinations)
                + ", "
                + aggregates;
    }
}
