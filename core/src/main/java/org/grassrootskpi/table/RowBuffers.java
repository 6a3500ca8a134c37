package org.grassrootskpi.table;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grassrootskpi.columns.PrecisionColumn;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * The rows that were added to a table under construction, by block; and the numbers by which they name their combinations
 * and precisions.
 */
final class RowBuffers {
    private final int indicators;
    private final ImmutableList<RegionLevel> levels;
    private final byte[] regionLevels;
    private final @Nullable RowBuffer[] buffers;
    private final Map<ImmutableList<String>, Integer> combinations = new LinkedHashMap<>();
    private final Map<Precision, Integer> precisions = new LinkedHashMap<>();

    /**
     * Creates buffers without rows.
     *
     * @param levels all levels of the catalogue
     * @param regionLevels what {@link #levels(RegionNumbering)} gives of the regions
     */
    RowBuffers(ImmutableList<RegionLevel> levels, byte[] regionLevels, int indicators) {
        this.indicators = indicators;
        this.levels = levels;
        this.regionLevels = regionLevels;
        buffers = new RowBuffer[indicators * levels.size() * PeriodCodes.MARKS];
    }

    /** Returns the position of each region's level among all levels. */
    static byte[] levels(RegionNumbering numbering) {
        byte[] levels = new byte[numbering.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) numbering.depth(i);
        }
        return levels;
    }

    /**
     * Returns the buffer for rows of an indicator, a region and a period; the row is named where one of them does not
     * exist.
     */
    RowBuffer at(int indicator, int region, int period, int row) {
        if (indicator < 0 || indicator >= indicators) {
            throw new IllegalArgumentException("Row " + row + ": expected a position in Catalog.indicators() below "
                    + indicators + ", got " + indicator);
        }
        if (region < 0 || region >= regionLevels.length) {
            throw new IllegalArgumentException("Row " + row + ": expected a number of RegionNumbering below "
                    + regionLevels.length + ", got " + region);
        }
        int mark = PeriodCodes.mark(period);
        if (mark < 0) {
            throw new IllegalArgumentException(
                    "Row " + row + ": expected a code of TimePeriod.toCode(), got " + period);
        }
        int slot = (indicator * levels.size() + regionLevels[region]) * PeriodCodes.MARKS + mark;
        RowBuffer buffer = buffers[slot];
        if (buffer == null) {
            buffer = new RowBuffer();
            buffers[slot] = buffer;
        }
        return buffer;
    }

    private BlockKey keyOf(int slot) {
        int levelSlot = slot / PeriodCodes.MARKS;
        return new BlockKey(
                levelSlot / levels.size(),
                levelSlot % levels.size(),
                levels.get(levelSlot % levels.size()),
                PeriodCodes.frequencyOf(slot % PeriodCodes.MARKS));
    }

    /** Returns the buffers of all blocks that got a row, and forgets them. */
    SortedMap<BlockKey, RowBuffer> drain() {
        TreeMap<BlockKey, RowBuffer> touched = new TreeMap<>();
        for (int slot = 0; slot < buffers.length; slot++) {
            RowBuffer buffer = buffers[slot];
            if (buffer != null) {
                touched.put(keyOf(slot), buffer);
                buffers[slot] = null;
            }
        }
        return touched;
    }

    /** Returns the numbers of the combinations and precisions of a segment, which get new ones where they have none. */
    SegmentNumbers numbersOf(Segment segment) {
        PrecisionColumn stated = segment.precisions();
        return new SegmentNumbers(
                segment.combinationValues().stream().mapToInt(this::combination).toArray(),
                stated == null
                        ? new int[0]
                        : stated.dictionary().stream().mapToInt(this::number).toArray());
    }

    /** Returns the number of a combination of the extra dimensions' values, from 0. */
    int combination(ImmutableList<String> values) {
        Integer known = combinations.putIfAbsent(values, combinations.size());
        return known == null ? combinations.size() - 1 : known;
    }

    int combinationCount() {
        return combinations.size();
    }

    /**
     * Returns the number of a figure's precision; 0 where it is printed to the indicator's own decimals and has no
     * qualifier.
     */
    int precision(Quantity figure, Indicator indicator, long unscaled) {
        Precision precision = Precision.from(figure);
        return precision.equals(Segment.ownPrecision(indicator, unscaled)) ? 0 : number(precision);
    }

    /** Returns the number of a precision, from 1. */
    int number(Precision precision) {
        Integer known = precisions.putIfAbsent(precision, precisions.size() + 1);
        return known == null ? precisions.size() : known;
    }

    /** Returns the combinations in the order of their numbers. */
    ImmutableList<ImmutableList<String>> combinations() {
        return ImmutableList.copyOf(combinations.keySet());
    }

    /** Returns the precisions in the order of their numbers, of which the first is 1. */
    ImmutableList<Precision> precisions() {
        return ImmutableList.copyOf(precisions.keySet());
    }
}
