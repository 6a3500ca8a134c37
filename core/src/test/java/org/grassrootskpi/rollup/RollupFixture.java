package org.grassrootskpi.rollup;

import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.COUNTY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriodRange;

/** Roll-ups of a county x with the townships a (a1, a2) and b (b1) and a community c1 in none of them. */
public final class RollupFixture {
    public static final TableFixture TABLE = new TableFixture()
            .sector("s", "")
            .region("x", COUNTY, "")
            .region("a", TOWNSHIP, "x")
            .region("a1", COMMUNITY, "a")
            .region("a2", COMMUNITY, "a")
            .region("b", TOWNSHIP, "x")
            .region("b1", COMMUNITY, "b")
            .region("c1", COMMUNITY, "x")
            .indicator("spent", IndicatorKind.FLOW, "CNY", 2)
            .indicator("people", IndicatorKind.STOCK, "count:人", 0);

    public static final RegionNumbering REGIONS = RegionNumbering.of(TABLE.catalog());

    /** Townships, and what belongs to none. */
    public static final RegionGroups TOWNSHIPS = RegionGroups.byLevel(REGIONS, new int[0], TOWNSHIP);

    public static final PeriodGroups QUARTERS =
            PeriodGroups.of(TimePeriodRange.parse("2024-Q1..2024-Q2"), Frequency.MONTHLY);

    private static final ImmutableList<String> MEN = ImmutableList.of("men");
    private static final ImmutableList<String> WOMEN = ImmutableList.of("women");

    /** Two members that are kept apart. */
    public static final CombinationGroups SEXES = CombinationGroups.of(
            ImmutableList.of("sex"), ImmutableMap.of(MEN, ImmutableList.of(MEN), WOMEN, ImmutableList.of(WOMEN)));

    private RollupFixture() {}

    /** A roll-up of an indicator by townships and quarters. */
    public static Rollup of(String indicator, CombinationGroups combinations, Aggregate... aggregates) {
        return new Rollup(
                TABLE.catalog().indicator(indicator),
                Source.of(indicator, COMMUNITY, Frequency.MONTHLY),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TOWNSHIPS,
                QUARTERS,
                combinations,
                ImmutableSet.copyOf(aggregates));
    }

    /** A roll-up whose rows have weights or counterparts. */
    public static Rollup with(String indicator, String other, Aggregate aggregate) {
        Rollup alone = of(indicator, CombinationGroups.NONE, aggregate);
        return new Rollup(
                alone.indicator(),
                alone.source(),
                Optional.of(Source.of(other, COMMUNITY, Frequency.MONTHLY)),
                Optional.of(TABLE.catalog().indicator(other)),
                Optional.empty(),
                alone.regions(),
                alone.periods(),
                alone.combinations(),
                alone.aggregates());
    }
}
