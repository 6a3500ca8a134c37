package org.grassrootskpi.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;

/**
 * Collects rows in any order and builds an {@link ObservationTable} of them.
 *
 * <p>Rows are checked as they are added: an unknown indicator or region, a code that is no period's, a unit or a
 * decimal that does not fit the indicator is refused with the way out, and nothing of that call's row is kept.
 * Duplicate keys are found when the table is built. Not thread-safe; a builder cannot be used after {@link #build}.
 */
public final class ObservationTableBuilder {
    private static final ImmutableList<ObservationStatus> STATUSES = ImmutableList.copyOf(ObservationStatus.values());
    private static final int DUPLICATES_NAMED = 10;

    private final Catalog catalog;
    private final TableSchema schema;
    private final RegionNumbering numbering;
    private final byte[] regionLevels;
    private final ImmutableSortedMap<BlockKey, SeriesBlock> base;
    private final Map<String, Integer> indicatorIndex = new HashMap<>();
    private final boolean[] floatingPoint;
    private final RowBuffers buffers;
    private final Members members;
    private DuplicatePolicy duplicates = DuplicatePolicy.REFUSE;

    ObservationTableBuilder(
            Catalog catalog,
            TableSchema schema,
            RegionNumbering numbering,
            byte[] regionLevels,
            ImmutableSortedMap<BlockKey, SeriesBlock> base) {
        this.catalog = catalog;
        this.schema = schema;
        this.numbering = numbering;
        this.regionLevels = regionLevels;
        this.base = base;
        for (Indicator indicator : catalog.indicators()) {
            indicatorIndex.put(indicator.id(), indicatorIndex.size());
        }
        floatingPoint = new boolean[indicatorIndex.size()];
        for (String id : schema.floatingPoint()) {
            floatingPoint[indexOf(id)] = true;
        }
        buffers = new RowBuffers(numbering.levels().inOrder(), regionLevels, indicatorIndex.size());
        members = new Members(schema);
        base.values().forEach(block -> block.combinationValues().forEach(members::require));
        if (schema.dimensions().isEmpty()) {
            buffers.combination(ImmutableList.of());
        }
    }

    /**
     * Chooses what happens to a second row of one key; {@link DuplicatePolicy#REFUSE} unless chosen otherwise.
     *
     * @param policy the policy
     * @return this builder
     */
    public ObservationTableBuilder onDuplicates(DuplicatePolicy policy) {
        duplicates = policy;
        return this;
    }

    /**
     * Adds an observation. One without a figure whose status has a value (it only states a rank or a grade) is left out.
     *
     * @param observation with an indicator and a region of the catalogue
     * @param dimensions one value for each extra dimension of the schema
     * @return this builder
     * @throws org.grassrootskpi.model.UnknownIdException if indicator or region are unknown
     * @throws org.grassrootskpi.quantity.UnitMismatchException if the figure's unit is not the indicator's
     * @throws IllegalArgumentException if a dimension's value has hidden characters or looks like another one, if the
     *     figure has more decimals than the indicator or is not below 2^63 at its decimals, if it has a qualifier and
     *     the schema declares the indicator as floating-point, or if there is one with a status that has no value; the
     *     message names the observation's key
     */
    public ObservationTableBuilder add(Observation observation, String... dimensions) {
        int indicator = indexOf(observation.indicator());
        int region = numbering.numberOf(observation.region());
        int period = observation.period().toCode();
        ObservationStatus status = observation.status();
        if (observation.figure().isEmpty()) {
            if (!status.hasValue()) {
                put(indicator, region, period, 0, combinationOf(dimensions), status, 0);
            }
            return this;
        }
        if (!status.hasValue()) {
            throw new IllegalArgumentException(observation.key() + ": expected no figure with the status " + status
                    + ", got '" + observation.figure().get()
                    + "'; leave the figure out, or choose a status that has a value");
        }
        Quantity figure = observation.figure().get();
        Indicator of = catalog.indicators().get(indicator);
        BigDecimal value = figure.in(of.unit());
        int combination = combinationOf(dimensions);
        if (floatingPoint[indicator]) {
            try {
                requireExact(figure, of);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(observation.key() + ": " + e.getMessage(), e);
            }
            long bits = Double.doubleToRawLongBits(value.doubleValue());
            put(indicator, region, period, bits, combination, status, 0);
        } else {
            long unscaled = unscaled(value, of, observation);
            put(indicator, region, period, unscaled, combination, status, buffers.precision(figure, of, unscaled));
        }
        return this;
    }

    /**
     * Adds observations.
     *
     * @param observations see {@link #add}
     * @return this builder
     */
    public ObservationTableBuilder addAll(Iterable<Observation> observations) {
        for (Observation observation : observations) {
            add(observation);
        }
        return this;
    }

    /** Adds the rows of a table of the same catalogue and schema. */
    void addAll(ObservationTable table) {
        TableCopy.copy(table, this, catalog);
    }

    /**
     * Adds rows of one indicator from arrays, in any order; all of them exact, to the indicator's decimals.
     *
     * @param indicator the indicator's id
     * @param regions numbers of {@link RegionNumbering}
     * @param periods codes of {@link TimePeriod#toCode()}
     * @param unscaled values times ten to the power of the indicator's decimals
     * @return this builder
     * @throws org.grassrootskpi.model.UnknownIdException if the indicator is unknown
     * @throws IllegalArgumentException if the schema has extra dimensions, whose values arrays do not give; if the arrays
     *     differ in length, the schema declares the indicator as floating-point, or a number or code does not exist; the
     *     message names the row, and the rows before it have been added
     */
    public ObservationTableBuilder addAll(String indicator, int[] regions, int[] periods, long[] unscaled) {
        checkNoExtraDimensions();
        int of = indexOf(indicator);
        checkExact(of);
        checkBulk(regions.length, periods.length, unscaled.length);
        for (int i = 0; i < regions.length; i++) {
            buffers.at(of, regions[i], periods[i], i).add(regions[i], periods[i], unscaled[i]);
        }
        return this;
    }

    /**
     * Adds rows of many indicators from arrays, in any order; all of them exact, to their indicators' decimals.
     *
     * @param indicators positions in {@link Catalog#indicators()}
     * @param regions numbers of {@link RegionNumbering}
     * @param periods codes of {@link TimePeriod#toCode()}
     * @param unscaled values times ten to the power of the indicators' decimals
     * @return this builder
     * @throws IllegalArgumentException if the schema has extra dimensions, whose values arrays do not give; if the
     *     arrays differ in length, the schema declares one of the indicators as floating-point, or a position, number
     *     or code does not exist; the message names the row, and the rows before it have been added
     */
    public ObservationTableBuilder addAll(int[] indicators, int[] regions, int[] periods, long[] unscaled) {
        checkNoExtraDimensions();
        checkBulk(indicators.length, regions.length, periods.length);
        checkBulk(indicators.length, unscaled.length, unscaled.length);
        for (int i = 0; i < regions.length; i++) {
            if (indicators[i] >= 0 && indicators[i] < floatingPoint.length) {
                checkExact(indicators[i]);
            }
            buffers.at(indicators[i], regions[i], periods[i], i).add(regions[i], periods[i], unscaled[i]);
        }
        return this;
    }

    /**
     * Adds rows of an indicator that the schema declares as floating-point.
     *
     * @param indicator the indicator's id
     * @param regions numbers of {@link RegionNumbering}
     * @param periods codes of {@link TimePeriod#toCode()}
     * @param values finite numbers in the indicator's unit
     * @return this builder
     * @throws org.grassrootskpi.model.UnknownIdException if the indicator is unknown
     * @throws IllegalArgumentException if the schema has extra dimensions, whose values arrays do not give; if the
     *     indicator is not floating-point, the arrays differ in length, a number or code does not exist, or a value is
     *     not finite; the message names the row
     */
    public ObservationTableBuilder addAll(String indicator, int[] regions, int[] periods, double[] values) {
        checkNoExtraDimensions();
        int of = indexOf(indicator);
        if (!floatingPoint[of]) {
            throw new IllegalArgumentException("Indicator '" + indicator
                    + "' holds exact decimals: expected unscaled longs, or its name in TableSchema.floatingPoint()");
        }
        checkBulk(regions.length, periods.length, values.length);
        for (int i = 0; i < regions.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "Row " + i + ": expected a finite number, got " + values[i] + "; leave missing rows out");
            }
            // Adding zero turns -0.0 into 0.0, so that equal values are stored alike.
            long bits = Double.doubleToRawLongBits(values[i] + 0.0);
            buffers.at(of, regions[i], periods[i], i).add(regions[i], periods[i], bits);
        }
        return this;
    }

    /**
     * Builds the table with as many threads as the machine has.
     *
     * @return the table
     * @throws DuplicateRowException if keys occur twice and the policy is {@link DuplicatePolicy#REFUSE}
     */
    public ObservationTable build() {
        List<DuplicateRow> refused = new ArrayList<>();
        Built built = build(DUPLICATES_NAMED, refused);
        if (built.duplicates() > 0) {
            throw new DuplicateRowException(built.duplicateKeys(), built.duplicates());
        }
        return built.table();
    }

    /**
     * Builds the table without the rows that {@link DuplicatePolicy#REFUSE} refuses: the first row of each key stays, and
     * the others are reported. Under another policy nothing is refused.
     *
     * @param most how many refused rows of each block are reported at most
     * @param refused is given the refused rows, block by block
     * @return the table
     */
    public ObservationTable build(int most, Consumer<DuplicateRow> refused) {
        List<DuplicateRow> rows = new ArrayList<>();
        ObservationTable table = build(most, rows).table();
        rows.forEach(refused);
        return table;
    }

    /**
     * Adds rows one by one, with the status and precision of their values: for readers of large files.
     *
     * @return adds to this builder
     */
    public RowAppender appender() {
        return new RowAppender(this);
    }

    /** A table, the first keys that occur twice, and how many of them there are. */
    private record Built(ObservationTable table, ImmutableList<String> duplicateKeys, long duplicates) {}

    private Built build(int most, List<DuplicateRow> refused) {
        SortedMap<BlockKey, RowBuffer> touched = buffers.drain();
        touched.keySet().stream()
                .map(base::get)
                .filter(Objects::nonNull)
                .flatMap(block -> block.segments().stream())
                .forEach(buffers::numbersOf);
        ImmutableList<ImmutableList<String>> allCombinations = buffers.combinations();
        ImmutableList<Precision> allPrecisions = buffers.precisions();
        ConcurrentSkipListMap<BlockKey, SeriesBlock> built = new ConcurrentSkipListMap<>(base);
        List<BlockBuilder> builders = new ArrayList<>();
        List<ForkJoinTask<?>> tasks = new ArrayList<>();
        touched.forEach((key, buffer) -> {
            BlockBuilder builder = new BlockBuilder(
                    key,
                    catalog.indicators().get(key.indicator()),
                    floatingPoint[key.indicator()],
                    numbering,
                    buffers,
                    allCombinations,
                    allPrecisions,
                    duplicates,
                    most,
                    base.get(key));
            builders.add(builder);
            tasks.add(ForkJoinTask.adapt(() -> {
                built.put(key, builder.build(buffer));
            }));
        });
        ForkJoinTask.invokeAll(tasks);
        builders.forEach(builder -> refused.addAll(builder.duplicateRows()));
        return new Built(
                new ObservationTable(catalog, schema, numbering, regionLevels, ImmutableSortedMap.copyOf(built)),
                builders.stream()
                        .flatMap(builder -> builder.duplicateKeys().stream())
                        .collect(ImmutableList.toImmutableList()),
                builders.stream().mapToLong(BlockBuilder::duplicateKeyTotal).sum());
    }

    private void put(
            int indicator,
            int region,
            int period,
            long value,
            int combination,
            ObservationStatus status,
            int precision) {
        buffers.at(indicator, region, period, 0)
                .add(region, period, value, combination, (byte) STATUSES.indexOf(status), precision);
    }

    Indicator indicator(int position) {
        return catalog.indicators().get(position);
    }

    boolean isFloatingPoint(int indicator) {
        return floatingPoint[indicator];
    }

    RowBuffers buffers() {
        return buffers;
    }

    private int indexOf(String indicator) {
        Integer index = indicatorIndex.get(indicator);
        return index != null ? index : indexOf(catalog.indicator(indicator).id());
    }

    private int combinationOf(String... dimensions) {
        return combination(ImmutableList.copyOf(dimensions));
    }

    int combination(ImmutableList<String> combination) {
        if (combination.size() != schema.dimensions().size()) {
            throw new IllegalArgumentException("Expected a value for each of the dimensions " + schema.dimensions()
                    + ", got " + combination.size());
        }
        members.require(combination);
        return buffers.combination(combination);
    }

    boolean hasExtraDimensions() {
        return !schema.dimensions().isEmpty();
    }

    /** Refuses what a double cannot say. */
    static void requireExact(Quantity figure, Indicator of) {
        if (figure.qualifier() != Qualifier.EXACT) {
            throw new IllegalArgumentException("expected an exact figure for a column of doubles, got " + figure
                    + "; take '" + of.id() + "' out of TableSchema.floatingPoint()");
        }
    }

    /** Refuses arrays where each row needs the values of extra dimensions, which they do not have. */
    private void checkNoExtraDimensions() {
        if (hasExtraDimensions()) {
            throw new IllegalArgumentException("Expected a value of each of the dimensions " + schema.dimensions()
                    + " for every row, got arrays without them; add the rows by appender(), with"
                    + " combination(combinationOf(...)), or as observations");
        }
    }

    private static long unscaled(BigDecimal value, Indicator indicator, Observation observation) {
        try {
            return RowAppender.unscaled(value, indicator);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(observation.key() + ": " + e.getMessage(), e);
        }
    }

    private void checkExact(int indicator) {
        if (floatingPoint[indicator]) {
            throw new IllegalArgumentException("Indicator '"
                    + catalog.indicators().get(indicator).id()
                    + "' holds doubles by TableSchema.floatingPoint(): expected an array of doubles");
        }
    }

    private static void checkBulk(int first, int second, int third) {
        if (first != second || second != third) {
            throw new IllegalArgumentException(
                    "Expected arrays of one length, got " + first + ", " + second + " and " + third);
        }
    }
}
