package org.grassrootskpi.pages;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Change;
import org.grassrootskpi.model.Completion;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.progress.ItemState;
import org.grassrootskpi.progress.ProgressSheet;
import org.grassrootskpi.publish.FigureText;
import org.grassrootskpi.quantity.Quantity;

/** Collects the numbers of the page and the tiles of the sectors. */
final class Numbers {
    /** So many figures a tile shows; the table has the rest. */
    private static final int HEADLINES = 4;

    private record Observed(int depth, LocalDate last, int days) {}

    private static final Comparator<Observed> LATEST_OF_THE_LARGEST = Comparator.comparingInt(Observed::depth)
            .reversed()
            .thenComparing(Observed::last)
            .thenComparing(Observed::days);

    private final Catalog catalog;
    private final Names names;
    private final ProgressSheet sheet;
    private final List<Observed> observed = new ArrayList<>();
    private final ImmutableList<String> chosen;
    private final boolean isSimulated;
    private final Map<String, Integer> places = new HashMap<>();

    Numbers(Catalog catalog, Names names, ProgressSheet sheet, ImmutableList<String> chosen, boolean isSimulated) {
        this.catalog = catalog;
        this.names = names;
        this.sheet = sheet;
        this.chosen = chosen;
        this.isSimulated = isSimulated;
        for (Region region : catalog.regions()) {
            places.put(region.code(), places.size());
        }
    }

    /** Returns a row for each observation, in the order of the sectors and the indicators. */
    ImmutableList<PageData.NumberRow> observations() {
        ImmutableList.Builder<PageData.NumberRow> rows = ImmutableList.builder();
        for (Sector top : catalog.topSectors()) {
            for (Sector sector : catalog.sectorSubtree(top.id())) {
                for (Indicator indicator : catalog.indicatorsOf(sector.id())) {
                    for (Observation observation : inOrder(catalog.observations(indicator.id()))) {
                        rows.add(row(indicator, observation));
                        observed.add(new Observed(
                                depth(observation),
                                observation.period().lastDay(),
                                observation.period().lengthInDays()));
                    }
                }
            }
        }
        return rows.build();
    }

    /** Returns the position of the level of an observation's region among the catalogue's levels. */
    private int depth(Observation observation) {
        return catalog.levels().depth(catalog.region(observation.region()).level());
    }

    /** Puts the largest regions first, each with its periods one after the other. */
    private List<Observation> inOrder(List<Observation> observations) {
        return observations.stream()
                .sorted(Comparator.comparingInt((Observation observation) -> depth(observation))
                        .thenComparing(observation -> Objects.requireNonNull(places.get(observation.region())))
                        .thenComparing(observation -> observation.period().firstDay())
                        .thenComparing(observation -> observation.period().lastDay()))
                .toList();
    }

    private PageData.NumberRow row(Indicator indicator, Observation observation) {
        String top = names.topSector(indicator.sector());
        return new PageData.NumberRow(
                PageData.NumberKind.OBSERVATION,
                top,
                names.sector(top),
                indicator.id(),
                Text.of(indicator.name()),
                observation.region(),
                names.region(observation.region()),
                observation.period().toString(),
                Names.period(observation.period()),
                better(indicator),
                observation.figure().map(figure -> Figure.of(figure, shown(observation, figure))),
                observation.figure().isPresent()
                        ? Optional.empty()
                        : Optional.of(Words.of("status", observation.status())),
                observation.yearOnYear().map(Change::value).map(Figure::of),
                observation.completion().map(Completion::value).map(Figure::of),
                Optional.of(names.cited(observation.citation())),
                observation.note().map(Text::of),
                isSimulated);
    }

    /** A zero that the document prints in words is shown in these words in Chinese. */
    private static Text shown(Observation observation, Quantity figure) {
        String printed = observation.printed().orElseThrow();
        boolean isShort = printed.equals(figure.toString()) || figure.value().signum() != 0;
        return new Text(isShort ? FigureText.of(figure, Language.ZH) : printed, FigureText.of(figure, Language.EN));
    }

    static PageData.Better better(Indicator indicator) {
        return indicator.direction() == Direction.HIGHER
                ? PageData.Better.HIGHER
                : indicator.direction() == Direction.LOWER ? PageData.Better.LOWER : PageData.Better.NEITHER;
    }

    /** Returns a tile for each top sector that has a number or a commitment. */
    ImmutableList<PageData.SectorTile> tiles(List<PageData.NumberRow> rows) {
        ImmutableList.Builder<PageData.SectorTile> tiles = ImmutableList.builder();
        for (Sector top : catalog.topSectors()) {
            List<Integer> own = IntStream.range(0, rows.size())
                    .filter(i -> rows.get(i).sector().equals(top.id()))
                    .boxed()
                    .toList();
            ImmutableMultiset<ItemState> states = sheet.items().stream()
                    .filter(item -> names.topSector(item.target().sector()).equals(top.id()))
                    .map(item -> item.state())
                    .collect(ImmutableMultiset.toImmutableMultiset());
            if (!own.isEmpty() || !states.isEmpty()) {
                tiles.add(new PageData.SectorTile(
                        top.id(),
                        Text.of(top.name()),
                        own.size(),
                        states.size(),
                        headlines(rows, own),
                        states(states)));
            }
        }
        return tiles.build();
    }

    /**
     * Chooses what stands on a tile: the caller's indicators, else those with a change, then those with a completion, then the
     * others, each in the order of the catalogue; of an indicator only what was observed last in the largest region.
     */
    private List<Integer> headlines(List<PageData.NumberRow> rows, List<Integer> own) {
        Map<String, Integer> byIndicator = new LinkedHashMap<>();
        for (int i : own) {
            byIndicator.merge(
                    rows.get(i).indicator(),
                    i,
                    (a, b) -> LATEST_OF_THE_LARGEST.compare(observed.get(a), observed.get(b)) >= 0 ? a : b);
        }
        List<Integer> latest = List.copyOf(byIndicator.values());
        List<Integer> asked = latest.stream()
                .filter(i -> chosen.contains(rows.get(i).indicator()))
                .sorted(Comparator.comparing(i -> chosen.indexOf(rows.get(i).indicator())))
                .toList();
        if (!asked.isEmpty()) {
            return asked.stream().limit(HEADLINES).toList();
        }
        return latest.stream()
                .sorted(Comparator.comparing(i -> order(rows.get(i))))
                .limit(HEADLINES)
                .toList();
    }

    private static int order(PageData.NumberRow row) {
        return row.change().isPresent()
                ? 0
                : row.completion().isPresent() ? 1 : row.figure().isPresent() ? 2 : 3;
    }

    static Map<String, Integer> states(ImmutableMultiset<ItemState> states) {
        Map<ItemState, Integer> counts = new EnumMap<>(ItemState.class);
        states.entrySet().forEach(entry -> counts.put(entry.getElement(), entry.getCount()));
        Map<String, Integer> named = new LinkedHashMap<>();
        counts.forEach((state, count) -> named.put(state.name(), count));
        return named;
    }
}
