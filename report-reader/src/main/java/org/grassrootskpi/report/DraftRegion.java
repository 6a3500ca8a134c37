package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.grassrootskpi.divisions.Division;
import org.grassrootskpi.divisions.Divisions;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.UnknownIdException;

/**
 * The region that a drafted catalogue is about: one that was given, one that the text names, or open. A draft never
 * chooses it by itself. Immutable and thread-safe.
 */
public final class DraftRegion {
    private static final String OPEN = "draft";

    private final Region home;
    private final ImmutableList<Region> above;
    private final ImmutableList<Region> parts;
    private final String path;
    private final boolean shortNames;

    private DraftRegion(
            Region home, ImmutableList<Region> above, ImmutableList<Region> parts, String path, boolean shortNames) {
        this.home = home;
        this.above = above;
        this.parts = parts;
        this.path = path;
        this.shortNames = shortNames;
    }

    /**
     * Finds a region by its code or the path of its names.
     *
     * @param place a code ({@code 440307003}) or a path of names ({@code 深圳市/平湖街道})
     * @param known a catalogue whose regions are looked at first; they may be finer, and have English names
     * @param china the divisions that are looked at next
     * @return the region with those above it and its parts
     * @throws UnknownIdException if neither knows the place, with the nearest spelling
     * @throws org.grassrootskpi.divisions.AmbiguousDivisionException if the path leads to several places
     */
    public static DraftRegion of(String place, Catalog known, Divisions china) {
        if (hasRegion(known, place)) {
            return of(known.region(place), known);
        }
        return of(place.matches("[0-9]+") ? china.byCode(place) : china.byPath(place), known, china);
    }

    /**
     * A region of a catalogue.
     *
     * @param region one of its regions
     * @param known the catalogue
     * @return the region with those above it and its parts
     */
    public static DraftRegion of(Region region, Catalog known) {
        List<Region> above = new ArrayList<>();
        for (Optional<String> parent = region.parent(); parent.isPresent(); ) {
            Region next = known.region(parent.get());
            above.add(0, next);
            parent = next.parent();
        }
        ImmutableList<Region> parts = known.regions().stream()
                .filter(part -> part.parent().equals(Optional.of(region.code())))
                .collect(ImmutableList.toImmutableList());
        return new DraftRegion(region, ImmutableList.copyOf(above), parts, path(above, region), true);
    }

    private static DraftRegion of(Division division, Catalog known, Divisions china) {
        if (hasRegion(known, division.code())) {
            return of(known.region(division.code()), known);
        }
        ImmutableList<Region> above =
                division.ancestors().stream().map(Division::toRegion).collect(ImmutableList.toImmutableList());
        ImmutableList<Region> parts = china.children(division.code()).stream()
                .map(Division::toRegion)
                .collect(ImmutableList.toImmutableList());
        return new DraftRegion(division.toRegion(), above, parts, division.path(), false);
    }

    /**
     * No region: the draft gets one named 待补 that a person has to replace.
     *
     * @return the open region, whose code is {@code draft}
     */
    public static DraftRegion open() {
        Region region = Region.builder()
                .code(OPEN)
                .name(LocalizedText.of("待补", "To be filled in"))
                .level(RegionLevel.TOWNSHIP)
                .build();
        return new DraftRegion(region, ImmutableList.of(), ImmutableList.of(), "待补", false);
    }

    /**
     * Finds the regions that the lines above the first heading of a report may mean: every place of the catalogue and of the
     * divisions that has the name printed there, below the places printed before it.
     *
     * @param report the report
     * @param known a catalogue with regions
     * @param china the divisions
     * @return one where only one reading is possible, several where the name is that of several places, none where no
     *     name of a place begins a line
     */
    public static ImmutableList<DraftRegion> named(WorkReport report, Catalog known, Divisions china) {
        for (String line : new ReportHeader(report).lines()) {
            ImmutableList<String> names = PlaceNames.at(line, known, china);
            if (!names.isEmpty()) {
                return candidates(names, known, china);
            }
        }
        return ImmutableList.of();
    }

    private static ImmutableList<DraftRegion> candidates(ImmutableList<String> names, Catalog known, Divisions china) {
        ImmutableList<Division> found = china.find(String.join("/", names));
        Set<String> codes = new LinkedHashSet<>();
        found.forEach(division -> codes.add(division.code()));
        Stream.Builder<DraftRegion> candidates = Stream.builder();
        found.forEach(division -> candidates.add(of(division, known, china)));
        String last = names.get(names.size() - 1);
        ImmutableSet<String> before = ImmutableSet.copyOf(names.subList(0, names.size() - 1));
        known.regions().stream()
                .filter(region -> region.name().zh().equals(last) && !codes.contains(region.code()))
                .map(region -> of(region, known))
                .filter(region -> region.above.stream()
                        .map(above -> above.name().zh())
                        .collect(ImmutableSet.toImmutableSet())
                        .containsAll(before))
                .forEach(candidates::add);
        return candidates.build().collect(ImmutableList.toImmutableList());
    }

    private static boolean hasRegion(Catalog known, String code) {
        return known.regions().stream().anyMatch(region -> region.code().equals(code));
    }

    private static String path(List<Region> above, Region region) {
        StringBuilder path = new StringBuilder();
        above.forEach(next -> path.append(next.name().zh()).append('/'));
        return path.append(region.name().zh()).toString();
    }

    /**
     * Returns the code.
     *
     * @return for example {@code 440307003}; {@code draft} where it is open
     */
    public String code() {
        return home.code();
    }

    /**
     * Returns whether it is still to be determined.
     *
     * @return true for {@link #open()}
     */
    public boolean isOpen() {
        return code().equals(OPEN);
    }

    Region home() {
        return home;
    }

    ImmutableList<Region> above() {
        return above;
    }

    ImmutableList<Region> parts() {
        return parts;
    }

    /** Returns whether its parts go by their names without 社区 or 镇: those of a catalogue do, those of the whole country do not. */
    boolean knowsShortNames() {
        return shortNames;
    }

    /** The code and the names from above. */
    @Override
    public String toString() {
        return code() + " " + path;
    }
}
