package org.grassrootskpi.totals;

import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Identity;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.plan.SourceExtent;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.MissingPolicy;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.time.Frequency;

/** Asks an engine for totals and the sums of their parts, and compares them row by row. */
final class TotalChecker {
    private final Engine engine;
    private final Catalog catalog;
    private final ImmutableList<String> extras;
    private final ImmutableListMultimap<String, SourceExtent> extents;
    private final ImmutableListMultimap<String, Region> regionsByParent;
    private final ImmutableList.Builder<TotalCheck> checks = ImmutableList.builder();

    TotalChecker(Engine engine) {
        this.engine = engine;
        this.catalog = engine.planner().catalog();
        this.extras = engine.planner().schema().dimensions();
        this.extents = engine.planner().extents().stream()
                .sorted(Comparator.comparing(
                                (SourceExtent extent) -> extent.source().level(), catalog.levels()::compare)
                        .thenComparing(extent -> extent.source().frequency()))
                .collect(toImmutableListMultimap(extent -> extent.source().indicator(), extent -> extent));
        this.regionsByParent =
                Multimaps.index(catalog.regions(), region -> region.parent().orElse(""));
    }

    ImmutableList<TotalCheck> check() {
        catalog.identities().forEach(this::identity);
        for (Indicator indicator : catalog.indicators()) {
            boolean isObserved = indicator.formula().isEmpty();
            if (isObserved && indicator.kind().isAdditiveOverRegions()) {
                regions(indicator.id());
            }
            if (isObserved && indicator.kind().isAdditiveOverTime()) {
                periods(indicator.id());
            }
        }
        return checks.build();
    }

    private void identity(Identity identity) {
        for (SourceExtent total : extents.get(identity.total())) {
            Source source = total.source();
            ImmutableList<String> there = Stream.concat(
                            Stream.of(identity.total()),
                            identity.parts().stream().map(Identity.Part::indicator))
                    .filter(id -> extents.get(id).stream().anyMatch(extent -> isAlike(extent.source(), source)))
                    .collect(ImmutableList.toImmutableList());
            Query query = Query.select(there)
                    .groupBy(dimensions(source, Dimension.indicator()))
                    .during(total.periods())
                    .sourcedFrom(source.level(), source.frequency());
            TotalTally tally = new TotalTally(
                    TotalCheck.Kind.INDICATORS,
                    Optional.of(identity.id()),
                    source,
                    source,
                    identity.tolerance().map(Quantity::value).orElse(BigDecimal.ZERO));
            compare(identity, new TotalRows(engine.execute(query), extras), tally);
            checks.add(tally.toCheck());
        }
    }

    /** Compares the rows of each region and period, which lie one behind the other. */
    private static void compare(Identity identity, TotalRows rows, TotalTally tally) {
        ImmutableList<Identity.Part> parts = identity.parts();
        boolean[] isAdded = new boolean[parts.size()];
        int[] found = new int[parts.size()];
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < found.length; i++) {
            isAdded[i] = parts.get(i).isAdded();
            positions.put(parts.get(i).indicator(), i);
        }
        for (int row = 0; row < rows.size(); ) {
            int total = -1;
            Arrays.fill(found, -1);
            int first = row;
            while (row < rows.size() && rows.isSameGroup(first, row)) {
                Integer part = positions.get(rows.indicator(row));
                if (part == null) {
                    total = row;
                } else {
                    found[part] = row;
                }
                row++;
            }
            tally.compare(rows, total, rows, found, isAdded);
        }
    }

    private static boolean isAlike(Source one, Source other) {
        return one.level().equals(other.level()) && one.frequency() == other.frequency();
    }

    private Dimension[] dimensions(Source source, Dimension... last) {
        List<Dimension> dimensions = new ArrayList<>();
        dimensions.add(Dimension.region(source.level()));
        dimensions.add(Dimension.period(source.frequency()));
        extras.forEach(name -> dimensions.add(Dimension.extra(name)));
        dimensions.addAll(List.of(last));
        return dimensions.toArray(Dimension[]::new);
    }

    /** Each level against the next one of the same frequency of which there is data. */
    private void regions(String indicator) {
        for (SourceExtent total : extents.get(indicator)) {
            extents.get(indicator).stream()
                    .map(SourceExtent::source)
                    .filter(parts -> parts.frequency() == total.source().frequency()
                            && catalog.levels()
                                            .compare(
                                                    parts.level(),
                                                    total.source().level())
                                    > 0)
                    .min(Comparator.comparing(Source::level, catalog.levels()::compare))
                    .ifPresent(parts -> compare(TotalCheck.Kind.REGIONS, total, parts));
        }
    }

    /** Each frequency against the longest shorter one of the same level that divides its periods. */
    private void periods(String indicator) {
        for (SourceExtent total : extents.get(indicator)) {
            Frequency frequency = total.source().frequency();
            extents.get(indicator).stream()
                    .map(SourceExtent::source)
                    .filter(parts -> parts.level().equals(total.source().level())
                            && parts.frequency() != frequency
                            && parts.frequency().nestsIn(frequency))
                    .min(Comparator.comparing(Source::frequency))
                    .ifPresent(parts -> compare(TotalCheck.Kind.PERIODS, total, parts));
        }
    }

    private void compare(TotalCheck.Kind kind, SourceExtent total, Source parts) {
        Source source = total.source();
        Query query =
                Query.select(source.indicator()).groupBy(dimensions(source)).during(total.periods());
        ResultTable totals = engine.execute(query.sourcedFrom(source.level(), source.frequency()));
        ResultTable sums = engine.execute(
                query.sourcedFrom(parts.level(), parts.frequency()).missing(MissingPolicy.requireAll()));
        TotalTally tally = new TotalTally(kind, Optional.empty(), source, parts, BigDecimal.ZERO);
        Map<String, Made> made = kind == TotalCheck.Kind.REGIONS ? made(parts.level()) : Map.of();
        TotalRows rows = new TotalRows(totals, extras);
        TotalRows summed = new TotalRows(sums, extras);
        int[] sum = new int[1];
        boolean[] isAdded = {true};
        for (int row = 0; row < rows.size(); row++) {
            sum[0] = summed.find(rows, row);
            Made region = made.getOrDefault(rows.region(row).map(Region::code).orElse(""), Made.WHOLLY);
            if (region == Made.NOT && sum[0] >= 0) {
                sum[0] = -1;
            }
            if (region != Made.OF_NOTHING) {
                tally.compare(rows, row, summed, sum, isAdded);
            }
        }
        checks.add(tally.toCheck());
    }

    /** What a region is made of. */
    private enum Made {
        /** Of regions of the level of the parts. */
        WHOLLY,
        /** Of others as well, or only of others. */
        NOT,
        /** Of no regions. */
        OF_NOTHING
    }

    /** Returns for each region above a level whether the regions of that level make it up. */
    private Map<String, Made> made(RegionLevel level) {
        Map<String, Made> made = new HashMap<>();
        for (Region top : catalog.topRegions()) {
            made(top, level, made);
        }
        return made;
    }

    private boolean made(Region region, RegionLevel level, Map<String, Made> made) {
        if (catalog.levels().compare(region.level(), level) >= 0) {
            return region.level().equals(level);
        }
        ImmutableList<Region> children = regionsByParent.get(region.code());
        boolean isWhole = !children.isEmpty();
        for (Region child : children) {
            isWhole &= made(child, level, made);
        }
        made.put(region.code(), children.isEmpty() ? Made.OF_NOTHING : isWhole ? Made.WHOLLY : Made.NOT);
        return isWhole;
    }
}
