package org.grassrootskpi.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Vintage;
import org.grassrootskpi.model.VintagePreference;
import org.jspecify.annotations.Nullable;

/**
 * Observations of which keys may have several values: a table for each {@link Vintage}, from which a table with one value of each key
 * is taken, as it was known on a day.
 *
 * <pre>{@code
 * ObservationVintages vintages = ObservationCsv.reader(catalog).read(Path.of("gdp.csv")).vintages();
 * Engine then = Engine.local(vintages.asKnownOn(LocalDate.of(2025, 3, 1)));
 * Engine now = Engine.local(vintages.preferred());
 * }</pre>
 *
 * <p>So the values are chosen before they enter an engine, and every engine answers the same, in memory or in a database. A table of one
 * vintage, or of none, is that table itself: its rows need not a byte more. Otherwise a vintage costs what a table of its rows costs, and
 * choosing costs the rows of all vintages but the first. Immutable and thread-safe.
 */
public final class ObservationVintages {
    private static final Comparator<Optional<Vintage>> BY_DAY = VintagePreference.NEWEST.order();

    private final ImmutableSortedMap<Optional<Vintage>, ObservationTable> layers;
    private final ObservationTable none;
    private final ObservationTable preferred;

    private ObservationVintages(ImmutableSortedMap<Optional<Vintage>, ObservationTable> layers, ObservationTable none) {
        this.layers = layers;
        this.none = none;
        this.preferred = choose(layers);
    }

    /**
     * Returns all values of a catalogue.
     *
     * @param catalog any catalogue
     * @return its observations by their vintages; those without a figure are left out, as {@link ObservationTable#of} leaves them out
     */
    public static ObservationVintages of(Catalog catalog) {
        Map<Optional<Vintage>, ObservationTableBuilder> builders = new HashMap<>();
        for (Observation value : catalog.vintages()) {
            builders.computeIfAbsent(value.vintage(), vintage -> ObservationTable.builder(catalog))
                    .add(value);
        }
        Map<Optional<Vintage>, ObservationTable> layers = new HashMap<>();
        builders.forEach((vintage, rows) -> layers.put(vintage, rows.build()));
        return new ObservationVintages(
                sorted(layers), ObservationTable.builder(catalog).build());
    }

    /**
     * Returns a table whose rows have no vintage.
     *
     * @param table any table
     * @return that table alone
     */
    public static ObservationVintages of(ObservationTable table) {
        return of(Map.of(Optional.empty(), table));
    }

    /**
     * Returns tables as vintages.
     *
     * @param layers the rows of each vintage, and those without one
     * @return all of them
     * @throws IllegalArgumentException if there are none, or they are not of one catalogue and one schema
     */
    public static ObservationVintages of(Map<Optional<Vintage>, ObservationTable> layers) {
        List<ObservationTable> tables = ImmutableList.copyOf(layers.values());
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("Expected the table of one vintage at least, got none");
        }
        ObservationTable first = tables.get(0);
        for (ObservationTable table : tables) {
            if (!table.catalog().equals(first.catalog()) || !table.schema().equals(first.schema())) {
                throw new IllegalArgumentException("Expected tables of one catalogue and one schema, got others");
            }
        }
        return new ObservationVintages(
                sorted(layers),
                ObservationTable.builder(first.catalog(), first.schema()).build());
    }

    private static ImmutableSortedMap<Optional<Vintage>, ObservationTable> sorted(
            Map<Optional<Vintage>, ObservationTable> layers) {
        return ImmutableSortedMap.copyOf(layers, BY_DAY);
    }

    /**
     * Returns the rows of each vintage.
     *
     * @return from the vintage that became known first to the newest; those without a vintage at the head
     */
    public ImmutableSortedMap<Optional<Vintage>, ObservationTable> layers() {
        return layers;
    }

    /**
     * Returns the value of each key that the {@linkplain Catalog#vintagePreference() preference} of the catalogue prefers.
     *
     * @return one row for each key
     */
    public ObservationTable preferred() {
        return preferred;
    }

    /**
     * Returns the values as they were known on a day.
     *
     * @param day any day
     * @return one row for each key of which a value was known: of those of that day and before, and those without a vintage, the one that
     *     the {@linkplain Catalog#vintagePreference() preference} of the catalogue prefers
     */
    public ObservationTable asKnownOn(LocalDate day) {
        ImmutableSortedMap.Builder<Optional<Vintage>, ObservationTable> known =
                new ImmutableSortedMap.Builder<>(BY_DAY);
        layers.forEach((vintage, rows) -> {
            if (vintage.filter(of -> of.knownOn().isAfter(day)).isEmpty()) {
                known.put(vintage, rows);
            }
        });
        ImmutableSortedMap<Optional<Vintage>, ObservationTable> chosen = known.buildOrThrow();
        return chosen.size() == layers.size() ? preferred : choose(chosen);
    }

    private ObservationTable choose(Map<Optional<Vintage>, ObservationTable> of) {
        Comparator<Optional<Vintage>> order = none.catalog().vintagePreference().order();
        List<ObservationTable> tables = of.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(order))
                .map(Map.Entry::getValue)
                .filter(table -> table.rows() > 0)
                .toList();
        if (tables.size() < 2) {
            return tables.isEmpty() ? none : tables.get(0);
        }
        ObservationTableBuilder chosen = tables.get(0).toBuilder().onDuplicates(DuplicatePolicy.KEEP_LAST);
        tables.subList(1, tables.size()).forEach(chosen::addAll);
        return chosen.build();
    }

    /**
     * Returns the number of rows of all vintages.
     *
     * @return 0 or more
     */
    public long rows() {
        return layers.values().stream().mapToLong(ObservationTable::rows).sum();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ObservationVintages that && layers.equals(that.layers);
    }

    @Override
    public int hashCode() {
        return layers.hashCode();
    }

    /** {@return for example {@code 240 rows of 3 vintages}} */
    @Override
    public String toString() {
        return rows() + " rows of " + layers.size() + (layers.size() == 1 ? " vintage" : " vintages");
    }
}
