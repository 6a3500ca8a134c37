package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.model.UnknownIdException;

/**
 * The indicators of a catalogue, their sectors and their sources, by the number of the indicator: its position in the catalogue.
 * Immutable and thread-safe.
 */
final class IndicatorIndex {
    private final ImmutableList<Indicator> indicators;
    private final ImmutableMap<String, Integer> numbers;
    private final ImmutableList<String> sectors;
    private final ImmutableList<String> topSectors;
    private final ImmutableList<ImmutableList<SourceExtent>> extents;

    IndicatorIndex(Catalog catalog, ImmutableListMultimap<String, SourceExtent> extents) {
        indicators = catalog.indicators();
        numbers = IntStream.range(0, indicators.size())
                .boxed()
                .collect(ImmutableMap.toImmutableMap(
                        number -> indicators.get(number).id(), number -> number));
        Map<String, Sector> known = new HashMap<>();
        ImmutableList.Builder<String> own = ImmutableList.builder();
        ImmutableList.Builder<String> tops = ImmutableList.builder();
        for (Indicator indicator : indicators) {
            Sector sector = known.computeIfAbsent(indicator.sector(), catalog::sector);
            own.add(sector.id());
            tops.add(topOf(sector, catalog).id());
        }
        sectors = own.build();
        topSectors = tops.build();
        this.extents = indicators.stream()
                .map(indicator -> extents.get(indicator.id()))
                .collect(ImmutableList.toImmutableList());
    }

    private static Sector topOf(Sector sector, Catalog catalog) {
        Sector top = sector;
        while (top.parent().isPresent()) {
            top = catalog.sector(top.parent().get());
        }
        return top;
    }

    Indicator indicator(int number) {
        return indicators.get(number);
    }

    /** Returns the sector of an indicator, or the one above it that is below none. */
    String sector(int number, boolean isTop) {
        return isTop ? topSectors.get(number) : sectors.get(number);
    }

    /** Returns the extents of the sources of an indicator; none where nothing was observed. */
    ImmutableList<SourceExtent> extents(int number) {
        return extents.get(number);
    }

    UnknownIdException unknown(String id) {
        return new UnknownIdException("indicator", id, numbers.keySet());
    }

    /** Returns a look-up for one thread. */
    Lookup lookup() {
        return new Lookup();
    }

    /**
     * Finds numbers by ids. An indicator as far behind the last found as that was behind the one before is found without a search:
     * thousands that are asked for in the order of the catalogue, or of sectors that take turns in it, need no table of hashes, which
     * lie all over the memory.
     */
    final class Lookup {
        private int last = -1;
        private int step = 1;

        private Lookup() {}

        /** Returns the number of an indicator; -1 where the catalogue has none of this id. */
        int numberOf(String id) {
            int next = last + step;
            if (next < 0
                    || next >= indicators.size()
                    || !indicators.get(next).id().equals(id)) {
                Integer found = numbers.get(id);
                if (found == null) {
                    return -1;
                }
                next = found;
                step = next - last;
            }
            last = next;
            return next;
        }
    }
}
