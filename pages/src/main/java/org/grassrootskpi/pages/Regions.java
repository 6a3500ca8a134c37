package org.grassrootskpi.pages;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Lists;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.ResultRow;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.time.TimePeriod;

/** Collects the figures of regions from the results of queries, one for each level. */
final class Regions {
    private final Catalog catalog;
    private final Names names;
    private final ImmutableList<ResultRow> rows;
    private final TimePeriod period;
    private final boolean isSimulated;

    Regions(Catalog catalog, Names names, List<ResultTable> results, TimePeriod period, boolean isSimulated) {
        this.catalog = catalog;
        this.names = names;
        this.rows = results.stream().flatMap(result -> result.rows().stream()).collect(ImmutableList.toImmutableList());
        this.period = period;
        this.isSimulated = isSimulated;
    }

    /**
     * Refuses results that are not one cell for each indicator and region.
     *
     * @throws IllegalArgumentException with the way out
     */
    static void check(List<ResultTable> results) {
        Set<String> seen = new HashSet<>();
        for (ResultTable result : results) {
            for (ResultRow row : result.rows()) {
                if (row.indicator().isEmpty() || row.region().isEmpty()) {
                    throw refused(row + " has no indicator or no region");
                }
                if (!seen.add(row.indicator().get() + ' ' + row.region().get().code())) {
                    throw refused("several of " + row.indicator().get() + " in "
                            + row.region().get().code());
                }
            }
        }
    }

    private static IllegalArgumentException refused(String got) {
        return new IllegalArgumentException("Expected one figure for each indicator and region, got " + got
                + "; group by Dimension.indicator() and Dimension.region(level) alone");
    }

    PageData.RegionFigures table() {
        Map<String, Region> regions = new LinkedHashMap<>();
        Map<String, PageData.Column> indicators = new LinkedHashMap<>();
        ImmutableList.Builder<PageData.RegionCell> cells = ImmutableList.builder();
        for (ResultRow row : rows) {
            Region region = row.region().orElseThrow();
            Indicator indicator = catalog.indicator(row.indicator().orElseThrow());
            regions.putIfAbsent(region.code(), region);
            indicators.putIfAbsent(
                    indicator.id(),
                    new PageData.Column(
                            indicator.id(),
                            Text.of(indicator.name()),
                            indicator.kind() == IndicatorKind.FLOW || indicator.kind() == IndicatorKind.STOCK));
            Cell cell = row.cell(Measure.value());
            cells.add(new PageData.RegionCell(
                    region.code(), indicator.id(), cell.quantity().map(Figure::of), missing(cell)));
        }
        return new PageData.RegionFigures(
                isSimulated, Names.period(period), parts(regions), List.copyOf(indicators.values()), cells.build());
    }

    /** Puts the regions in the order of the tree: each before those that are parts of it. */
    private ImmutableList<PageData.Part> parts(Map<String, Region> regions) {
        ListMultimap<String, PageData.Part> below = ArrayListMultimap.create();
        for (Region region : regions.values()) {
            Optional<String> parent = region.parent();
            while (parent.isPresent() && !regions.containsKey(parent.get())) {
                parent = catalog.region(parent.get()).parent();
            }
            below.put(
                    parent.orElse(""),
                    new PageData.Part(
                            region.code(),
                            Text.of(region.name()),
                            region.level().code(),
                            parent));
        }
        ImmutableList.Builder<PageData.Part> inOrder = ImmutableList.builder();
        Deque<PageData.Part> next = new ArrayDeque<>(below.get(""));
        while (!next.isEmpty()) {
            PageData.Part part = next.pop();
            inOrder.add(part);
            Lists.reverse(below.get(part.code())).forEach(next::push);
        }
        return inOrder.build();
    }

    /** Returns the cells as rows of the table of numbers. */
    ImmutableList<PageData.NumberRow> rows() {
        ImmutableList.Builder<PageData.NumberRow> numbers = ImmutableList.builder();
        for (ResultRow row : rows) {
            Region region = row.region().orElseThrow();
            Indicator indicator = catalog.indicator(row.indicator().orElseThrow());
            Cell cell = row.cell(Measure.value());
            String top = names.topSector(indicator.sector());
            numbers.add(new PageData.NumberRow(
                    PageData.NumberKind.REGION,
                    top,
                    names.sector(top),
                    indicator.id(),
                    Text.of(indicator.name()),
                    region.code(),
                    Text.of(region.name()),
                    period.toString(),
                    Names.period(period),
                    Numbers.better(indicator),
                    cell.quantity().map(Figure::of),
                    missing(cell),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Words.of("computed", cell.present())),
                    isSimulated));
        }
        return numbers.build();
    }

    private static Optional<Text> missing(Cell cell) {
        if (cell.hasValue()) {
            return Optional.empty();
        }
        return Optional.of(
                cell.refusal().isPresent()
                        ? Words.of("refused")
                        : cell.absence()
                                .map(absence -> Words.of("absence", absence))
                                .orElseGet(() -> Words.of("missing")));
    }
}
