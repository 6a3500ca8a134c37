package org.grassrootskpi.rollup;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.time.Frequency;

/**
 * The task of an engine: read the observations of one source once and aggregate them in slots.
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
 * @param required further sources of the same level and frequency, for {@link Aggregate#PAIRED_SUM}: a row and its counterpart are
 *     left out where one of these has no row with a value of the same region, period and extra dimensions
 * @param lag for counterparts of earlier periods the distance back to them; they are read even if no slot has their periods
 * @param regions the groups of regions
 * @param periods the groups of periods
 * @param combinations the groups of combinations of the extra dimensions' members
 * @param aggregates the aggregates of each slot
 */
public record Rollup(
        Indicator indicator,
        Source source,
        Optional<Source> other,
        Optional<Indicator> otherIndicator,
        ImmutableList<Source> required,
        Optional<Lag> lag,
        RegionGroups regions,
        PeriodGroups periods,
        CombinationGroups combinations,
        ImmutableSet<Aggregate> aggregates) {
    /**
     * Creates a task without further sources.
     *
     * @param indicator as in the record
     * @param source as in the record
     * @param other as in the record
     * @param otherIndicator as in the record
     * @param lag as in the record
     * @param regions as in the record
     * @param periods as in the record
     * @param combinations as in the record
     * @param aggregates as in the record
     */
    public Rollup(
            Indicator indicator,
            Source source,
            Optional<Source> other,
            Optional<Indicator> otherIndicator,
            Optional<Lag> lag,
            RegionGroups regions,
            PeriodGroups periods,
            CombinationGroups combinations,
            ImmutableSet<Aggregate> aggregates) {
        this(
                indicator,
                source,
                other,
                otherIndicator,
                ImmutableList.of(),
                lag,
                regions,
                periods,
                combinations,
                aggregates);
    }

    /**
     * All of a roll-up but its indicator: what roll-ups that can be read in one pass have in common.
     *
     * @param level the level of the source
     * @param frequency the frequency of the source
     * @param other the source of the weights or counterparts; empty where there are none, or where they are of the source itself
     * @param isOfItself whether the counterparts are of the source itself
     * @param required the sources that must have a value as well
     * @param lag how far back counterparts of earlier periods lie
     * @param regions which regions are combined
     * @param periods which periods are combined
     * @param combinations which combinations of the extra dimensions' members are combined
     * @param aggregates what to gather
     */
    public record Shape(
            RegionLevel level,
            Frequency frequency,
            Optional<Source> other,
            boolean isOfItself,
            ImmutableList<Source> required,
            Optional<Lag> lag,
            RegionGroups regions,
            PeriodGroups periods,
            CombinationGroups combinations,
            ImmutableSet<Aggregate> aggregates) {}

    /** {@return all of this but the indicator: equal for roll-ups that are {@linkplain #isLike alike}} */
    public Shape shape() {
        boolean ofItself = other.filter(source::equals).isPresent();
        return new Shape(
                source.level(),
                source.frequency(),
                ofItself ? Optional.empty() : other,
                ofItself,
                required,
                lag,
                regions,
                periods,
                combinations,
                aggregates);
    }

    /**
     * {@return whether another roll-up differs in the indicator at most, so that one pass over the rows, grouped by the indicator as
     * well, answers both}
     *
     * @param another any roll-up
     */
    public boolean isLike(Rollup another) {
        return shape().equals(another.shape());
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
                + (required.isEmpty()
                        ? ""
                        : " where there is "
                                + required.stream().map(Source::indicator).collect(Collectors.joining(", ")))
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
