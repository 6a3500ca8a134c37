package org.grassrootskpi.sdmx;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Month;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.columns.RowCursor;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.Frequency;

/**
 * The codes that stand for what a table has observations of. Structure and data are written with the same.
 *
 * @param regions the regions with observations and those that they lie in, the wider ones first
 * @param indicators the indicators with observations
 * @param areas the ids of the regions
 * @param indicatorIds the ids of the indicators
 * @param dimensions the ids of the extra dimensions, by their names
 * @param members for each extra dimension the ids of its members
 */
record SdmxCodes(
        ImmutableList<Region> regions,
        ImmutableList<Indicator> indicators,
        SdmxIds areas,
        SdmxIds indicatorIds,
        SdmxIds dimensions,
        ImmutableMap<String, SdmxIds> members) {
    /** The frequency of years to date: SDMX has no code for it, and by that of months they would be in one series with these. */
    private static final String OTHER = "_O";

    private static final ImmutableList<String> RESERVED = ImmutableList.of(
            "FREQ", "REF_AREA", "INDICATOR", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "UNIT_MEASURE", "QUALIFIER");

    static SdmxCodes of(ObservationTable table) {
        List<Region> regions = regions(table);
        Set<Indicator> indicators = new LinkedHashSet<>();
        table.blocks().forEach(block -> indicators.add(block.indicator()));
        Map<String, SdmxIds> members = new LinkedHashMap<>();
        ImmutableList<String> dimensions = table.schema().dimensions();
        for (int i = 0; i < dimensions.size(); i++) {
            Set<String> all = new LinkedHashSet<>();
            for (SeriesBlock block : table.blocks()) {
                for (ImmutableList<String> combination : block.combinationValues()) {
                    all.add(combination.get(i));
                }
            }
            members.put(dimensions.get(i), SdmxIds.of(all, "M"));
        }
        return new SdmxCodes(
                ImmutableList.copyOf(regions),
                ImmutableList.copyOf(indicators),
                SdmxIds.of(regions.stream().map(Region::code).toList(), "R"),
                SdmxIds.of(indicators.stream().map(Indicator::id).toList(), "I"),
                SdmxIds.of(dimensions.stream().map(SdmxCodes::component).toList(), "D"),
                ImmutableMap.copyOf(members));
    }

    /** Returns the name of a dimension in capital letters; with a letter behind it where SDMX has another component of that name. */
    private static String component(String dimension) {
        String name = dimension.toUpperCase(Locale.ROOT);
        return RESERVED.contains(name) || !Character.isLetter(name.codePointAt(0)) ? "D_" + name : name;
    }

    private static List<Region> regions(ObservationTable table) {
        BitSet used = new BitSet();
        for (SeriesBlock block : table.blocks()) {
            RowCursor rows = new RowCursor(block);
            while (rows.next()) {
                used.set(rows.region());
            }
        }
        Set<String> codes = new LinkedHashSet<>();
        used.stream().forEach(number -> {
            List<String> path = new ArrayList<>();
            for (Optional<String> code =
                            Optional.of(table.regions().region(number).code());
                    code.isPresent() && !codes.contains(code.get());
                    code = table.catalog().region(code.get()).parent()) {
                path.add(0, code.get());
            }
            codes.addAll(path);
        });
        return codes.stream().map(table.catalog()::region).toList();
    }

    /** Returns the id of a dimension by its name. */
    String dimension(String name) {
        return dimensions.of(component(name));
    }

    /** Returns the id of a member of a dimension. */
    String member(String dimension, String member) {
        return Objects.requireNonNull(members.get(dimension)).of(member);
    }

    /** Returns the members of a dimension with their ids. */
    ImmutableSet<Map.Entry<String, String>> members(String dimension) {
        return Objects.requireNonNull(members.get(dimension)).all().entrySet();
    }

    static String frequency(Frequency frequency) {
        return frequency == Frequency.YEAR_TO_DATE || frequency.startMonth() != Month.JANUARY
                ? OTHER
                : frequency.sdmxCode();
    }
}
