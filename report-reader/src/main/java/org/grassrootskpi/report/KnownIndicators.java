package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Sector;

/**
 * The indicators that a draft binds figures to: common ones, which any place may report, and those of the catalogue of one
 * place.
 *
 * <p>A common indicator is bound only where the text names it by one of its whole names, and is asked first. Those of a place
 * are also found by parts of names and by their units, as {@link CatalogDraft} says. Where both have an id, the indicator is
 * the place's, with the names and vetoes of both. Immutable and thread-safe.
 *
 * <pre>{@code
 * KnownIndicators known = KnownIndicators.common(CommonIndicators.load()).withPlace(PinghuCatalog.load());
 * }</pre>
 */
public final class KnownIndicators {
    private final Catalog place;
    private final Catalog common;
    private final Catalog all;
    private final ImmutableSet<String> commonIds;

    private KnownIndicators(Catalog place, Catalog common) {
        this.place = place;
        this.common = common;
        Set<String> ids = new LinkedHashSet<>();
        common.indicators().forEach(indicator -> ids.add(indicator.id()));
        this.commonIds = ImmutableSet.copyOf(ids);
        this.all = merged(place, common);
    }

    /**
     * Returns common indicators alone.
     *
     * @param common a catalogue of sectors and indicators, such as that of the class {@code CommonIndicators}
     * @return the indicators, bound by whole names
     */
    public static KnownIndicators common(Catalog common) {
        return new KnownIndicators(Catalog.builder().build(), common);
    }

    /**
     * Returns the indicators of one catalogue alone.
     *
     * @param place a catalogue of a place, or one without observations, whose indicators may be those of every place
     * @return the indicators
     */
    public static KnownIndicators ofPlace(Catalog place) {
        return new KnownIndicators(place, Catalog.builder().build());
    }

    /**
     * Adds the indicators of a place.
     *
     * @param of the catalogue of a place, which replaces one that was given before
     * @return these and those
     */
    public KnownIndicators withPlace(Catalog of) {
        return new KnownIndicators(of, common);
    }

    private static Catalog merged(Catalog place, Catalog common) {
        if (common.indicators().isEmpty()) {
            return place;
        }
        Map<String, Sector> sectors = new LinkedHashMap<>();
        place.sectors().forEach(sector -> sectors.put(sector.id(), sector));
        common.sectors().forEach(sector -> sectors.putIfAbsent(sector.id(), sector));
        Map<String, Indicator> indicators = new LinkedHashMap<>();
        place.indicators().forEach(indicator -> indicators.put(indicator.id(), indicator));
        common.indicators().forEach(indicator -> indicators.merge(indicator.id(), indicator, KnownIndicators::named));
        return Catalog.builder()
                .addAllDocuments(place.documents())
                .addAllUnits(place.units())
                .addAllRegionLevels(place.regionLevels())
                .addAllRegions(place.regions())
                .addAllSectors(sectors.values())
                .addAllIndicators(indicators.values())
                .addAllObservations(place.observations())
                .build();
    }

    private static Indicator named(Indicator own, Indicator common) {
        Set<String> aliases = new LinkedHashSet<>(own.aliases());
        aliases.addAll(common.aliases());
        Set<String> vetoes = new LinkedHashSet<>(own.vetoes());
        vetoes.addAll(common.vetoes());
        return Indicator.builder().from(own).aliases(aliases).vetoes(vetoes).build();
    }

    /** All of them, with what the catalogue of the place says of its own. */
    Catalog catalog() {
        return all;
    }

    Catalog place() {
        return place;
    }

    boolean isCommon(String id) {
        return commonIds.contains(id);
    }

    /** The common indicators as they are in {@link #catalog()}. */
    ImmutableList<Indicator> commonOnes() {
        return all.indicators().stream()
                .filter(indicator -> isCommon(indicator.id()))
                .collect(ImmutableList.toImmutableList());
    }
}
