package org.grassrootskpi.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Multimaps;
import java.util.Optional;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/**
 * Observations of a catalogue's indicators and regions, as columns: an immutable store of up to some two thousand million
 * rows for each indicator, level and frequency, in about six bytes a row.
 *
 * <p>It holds values with their status and precision; citations, ranks and awards stay in the catalogue. The order in
 * which rows are added makes no difference: two tables of the same rows are equal. Immutable and thread-safe.
 */
public final class ObservationTable {
    private final Catalog catalog;
    private final TableSchema schema;
    private final RegionNumbering regions;
    private final byte[] regionLevels;
    private final ImmutableSortedMap<BlockKey, SeriesBlock> blocks;
    private final ImmutableListMultimap<String, SeriesBlock> blocksByIndicator;

    ObservationTable(
            Catalog catalog,
            TableSchema schema,
            RegionNumbering regions,
            byte[] regionLevels,
            ImmutableSortedMap<BlockKey, SeriesBlock> blocks) {
        this.catalog = catalog;
        this.schema = schema;
        this.regions = regions;
        this.regionLevels = regionLevels;
        this.blocks = blocks;
        this.blocksByIndicator =
                Multimaps.index(blocks.values(), block -> block.indicator().id());
    }

    /**
     * Returns the table of a catalogue's own observations. Observations that have no figure because they only state a
     * rank or a grade are left out.
     *
     * @param catalog any catalogue
     * @return its observations as a table
     */
    public static ObservationTable of(Catalog catalog) {
        return builder(catalog).addAll(catalog.observations()).build();
    }

    /**
     * Returns the table of a catalogue's targets: for each target that sets a figure of an indicator a row of that
     * indicator, its region and the period of its deadline; of a deadline on a day the month. For engines that compare
     * observations with targets.
     *
     * @param catalog any catalogue
     * @return its targets as a table
     * @throws DuplicateRowException if two targets set the same indicator for the same region and period
     */
    public static ObservationTable ofTargets(Catalog catalog) {
        ObservationTableBuilder rows = builder(catalog);
        for (Target target : catalog.targets()) {
            if (target.indicator().isPresent() && target.figure().isPresent()) {
                TimePeriod deadline = target.deadline();
                rows.add(Observation.builder()
                        .indicator(target.indicator().get())
                        .region(target.region())
                        .period(
                                deadline.frequency() == Frequency.DAILY
                                        ? TimePeriod.containing(deadline.lastDay(), Frequency.MONTHLY)
                                        : deadline)
                        .figure(target.figure())
                        .citation(target.citation())
                        .build());
            }
        }
        return rows.build();
    }

    /**
     * Starts a table without extra dimensions, all values exact.
     *
     * @param catalog whose indicators and regions the rows are of
     * @return an empty builder
     */
    public static ObservationTableBuilder builder(Catalog catalog) {
        return builder(catalog, TableSchema.empty());
    }

    /**
     * Starts a table.
     *
     * @param catalog whose indicators and regions the rows are of
     * @param schema the extra dimensions, and which indicators hold doubles
     * @return an empty builder
     * @throws org.grassrootskpi.model.UnknownIdException if the schema names an unknown indicator
     */
    public static ObservationTableBuilder builder(Catalog catalog, TableSchema schema) {
        RegionNumbering regions = RegionNumbering.of(catalog);
        return new ObservationTableBuilder(
                catalog, schema, regions, RowBuffers.levels(regions), ImmutableSortedMap.of());
    }

    /**
     * Starts from this table: what is built shares the columns that this table has, so that adding to a large table costs
     * what the new rows cost.
     *
     * @return a builder that holds the rows of this table
     */
    public ObservationTableBuilder toBuilder() {
        return new ObservationTableBuilder(catalog, schema, regions, regionLevels, blocks);
    }

    /**
     * Returns this table with more rows, sharing its columns: the cost is that of the new rows, not that of the table.
     *
     * @param observations of this table's catalogue
     * @return a new table
     * @throws DuplicateRowException if a key is there already; see {@link #toBuilder} for other policies
     */
    public ObservationTable append(Iterable<Observation> observations) {
        return toBuilder().addAll(observations).build();
    }

    /**
     * Returns the catalogue whose indicators and regions the rows are of.
     *
     * @return the catalogue
     */
    public Catalog catalog() {
        return catalog;
    }

    /**
     * Returns the schema: what rows have besides indicator, region and period.
     *
     * @return the schema
     */
    public TableSchema schema() {
        return schema;
    }

    /**
     * Returns the numbers of the regions.
     *
     * @return the order
     */
    public RegionNumbering regions() {
        return regions;
    }

    /**
     * Returns all blocks.
     *
     * @return sorted by indicator (in the catalogue's order), level and frequency
     */
    public ImmutableList<SeriesBlock> blocks() {
        return blocks.values().asList();
    }

    /**
     * Returns the blocks of an indicator.
     *
     * @param indicator its id
     * @return from the highest level down, then from the longest periods to the shortest; possibly none
     * @throws org.grassrootskpi.model.UnknownIdException if there is no such indicator
     */
    public ImmutableList<SeriesBlock> blocks(String indicator) {
        return blocksByIndicator.get(catalog.indicator(indicator).id());
    }

    /**
     * Returns one block.
     *
     * @param indicator the indicator's id
     * @param level the regions' level
     * @param frequency the periods' frequency
     * @return empty where the table has no such rows
     * @throws org.grassrootskpi.model.UnknownIdException if there is no such indicator
     */
    public Optional<SeriesBlock> block(String indicator, RegionLevel level, Frequency frequency) {
        ImmutableList<SeriesBlock> known = blocksByIndicator.get(indicator);
        for (SeriesBlock block : known.isEmpty() ? blocks(indicator) : known) {
            if (block.level().equals(level) && block.frequency() == frequency) {
                return Optional.of(block);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the number of rows, those whose status has no value included.
     *
     * @return 0 or more
     */
    public long rows() {
        return blocks.values().stream().mapToLong(SeriesBlock::rows).sum();
    }

    /**
     * Returns the memory that all columns take.
     *
     * @return bytes
     */
    public long bytes() {
        return blocks.values().stream().mapToLong(SeriesBlock::bytes).sum();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ObservationTable that
                && catalog.equals(that.catalog)
                && schema.equals(that.schema)
                && blocks.equals(that.blocks);
    }

    @Override
    public int hashCode() {
        return blocks.hashCode();
    }

    /** {@return for example {@code 240 rows in 2 blocks}} */
    @Override
    public String toString() {
        return rows() + " rows in " + blocks.size() + " blocks";
    }
}
