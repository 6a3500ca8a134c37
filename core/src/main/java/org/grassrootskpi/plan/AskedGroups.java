package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionGroup;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.UnknownIdException;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;

/** Puts the members of groups of regions in place of their codes. */
final class AskedGroups {
    private final Catalog catalog;
    private final ImmutableMap<String, RegionGroup> byCode;

    AskedGroups(Catalog catalog) {
        this.catalog = catalog;
        byCode = Maps.uniqueIndex(catalog.regionGroups(), RegionGroup::code);
    }

    /** Returns a query that is limited to the members of the groups that it is limited to, or has as rows. */
    Query inRegions(Query query) {
        Optional<Dimension> rows = dimension(query);
        if (rows.isPresent() && !query.within().isEmpty()) {
            throw RefusedException.of(
                    Reason.REGION_CUT,
                    "within(" + String.join(", ", query.within()) + ") would cut the groups of " + rows.get(),
                    "leave within(...) out, or group by Dimension.region(level)");
        }
        if (rows.isEmpty() && query.within().stream().noneMatch(byCode::containsKey)) {
            return query;
        }
        Set<String> regions = new LinkedHashSet<>();
        of(query).forEach(group -> regions.addAll(group.members()));
        for (String code : query.within()) {
            RegionGroup group = byCode.get(code);
            if (group == null) {
                regions.add(code);
            } else {
                regions.addAll(group.members());
            }
        }
        return query.within(regions.toArray(String[]::new));
    }

    private static Optional<Dimension> dimension(Query query) {
        return query.groupBy().stream()
                .filter(dimension -> dimension.regionGroups().isPresent())
                .findFirst();
    }

    /** Returns the groups that are rows of a query's result. */
    ImmutableList<RegionGroup> of(Query query) {
        Optional<ImmutableList<String>> codes = dimension(query).flatMap(Dimension::regionGroups);
        if (codes.isEmpty()) {
            return ImmutableList.of();
        }
        if (byCode.isEmpty()) {
            throw unknown("the catalogue has no groups of regions");
        }
        return codes.get().isEmpty()
                ? byCode.values().asList()
                : codes.get().stream().map(this::group).collect(ImmutableList.toImmutableList());
    }

    private RegionGroup group(String code) {
        RegionGroup group = byCode.get(code);
        if (group == null) {
            throw unknown(new UnknownIdException("group of regions", code, byCode.keySet()).getMessage());
        }
        return group;
    }

    private static RefusedException unknown(String message) {
        return RefusedException.of(
                Reason.UNKNOWN_REGION, message, "name a group of the catalogue's regionGroups, or declare it there");
    }

    /** Returns a group as the region that its row names, of the coarsest level of its members. */
    Region asRegion(RegionGroup group) {
        RegionLevel coarsest = group.members().stream()
                .map(member -> catalog.region(member).level())
                .min(catalog.levels()::compare)
                .orElseThrow();
        return Region.builder()
                .code(group.code())
                .name(group.name())
                .level(coarsest)
                .build();
    }
}
