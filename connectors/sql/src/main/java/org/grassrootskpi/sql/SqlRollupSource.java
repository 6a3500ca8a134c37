package org.grassrootskpi.sql;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.engine.QueryProgress;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.plan.Planner;
import org.grassrootskpi.plan.SourceExtent;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.rollup.EngineException;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupResult;
import org.grassrootskpi.rollup.RollupSource;
import org.grassrootskpi.rollup.RowProblem;
import org.grassrootskpi.sql.SqlStore.ColumnKind;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.TimePeriodRange;

/**
 * Observations in a database, rolled up there: an engine over them answers like one over a table in memory, to the last digit.
 *
 * <pre>{@code
 * SqlRollupSource source = SqlRollupSource.builder(catalog)
 *         .build(JdbcStore.of(connection), ObservationLayout.of("read_parquet('figures/*.parquet')"));
 * ResultTable result = source.engine().execute(query);
 * }</pre>
 *
 * <p>Which indicators, levels, periods and members there are is read once, when the source is built; after the data has changed, build
 * another. Thread-safe.
 */
public final class SqlRollupSource implements RollupSource {
    private final Catalog catalog;
    private final TableSchema schema;
    private final RegionNumbering regions;
    private final SqlStore store;
    private final ObservationLayout layout;
    private final Survey survey;

    private SqlRollupSource(Builder builder, SqlStore store, ObservationLayout layout, Survey survey) {
        catalog = builder.catalog;
        schema = builder.schema;
        regions = RegionNumbering.of(catalog);
        this.store = store;
        this.layout = layout;
        this.survey = survey;
    }

    /**
     * {@return a builder of a source without extra dimensions, which refuses rows that its catalogue does not fit}
     *
     * @param catalog the indicators and regions that the rows are of
     */
    public static Builder builder(Catalog catalog) {
        return new Builder(catalog);
    }

    /** {@return an engine that answers queries} */
    public Engine engine() {
        return engine((done, all) -> {});
    }

    /**
     * {@return an engine that answers queries and reports its progress}
     *
     * @param progress is called after each pass over the data
     */
    public Engine engine(QueryProgress progress) {
        return Engine.of(Planner.of(catalog, schema, extents(), this::values), this, progress);
    }

    /** {@return what there is, as it was when this was built} */
    public ImmutableList<SourceExtent> extents() {
        return survey.extents();
    }

    /** {@return what is wrong with rows that were set aside when this was built; none if it is strict} */
    public ImmutableList<RowProblem> problems() {
        return survey.problems();
    }

    @Override
    public RollupResult read(Rollup rollup) {
        return readAll(ImmutableList.of(rollup)).get(0);
    }

    @Override
    public ImmutableList<RollupResult> readAll(ImmutableList<Rollup> alike) {
        RollupStatement statement = new RollupStatement(store.dialect(), layout, schema, regions, alike);
        RollupAnswer answer = new RollupAnswer(statement, alike, layout.isUnscaled());
        if (statement.lookups().stream().anyMatch(lookup -> lookup.size() == 0)) {
            return answer.results();
        }
        try {
            store.read(statement.text(), statement.lookups(), answer::add);
        } catch (EngineException e) {
            if (alike.size() == 1 || !isOutOfMemory(e)) {
                throw e;
            }
            // The groups of all sources at once do not fit; those of half of them may.
            int half = alike.size() / 2;
            return ImmutableList.<RollupResult>builder()
                    .addAll(readAll(alike.subList(0, half)))
                    .addAll(readAll(alike.subList(half, alike.size())))
                    .build();
        }
        return answer.results();
    }

    private static boolean isOutOfMemory(EngineException e) {
        return String.valueOf(e.getMessage()).contains("Out of Memory Error");
    }

    /** The planner's question for the most complete of several sources; see {@link org.grassrootskpi.plan.SourceCounts}. */
    private long values(
            Source source,
            List<String> within,
            TimePeriodRange periods,
            ImmutableMap<String, ImmutableList<String>> members) {
        List<Integer> limited = members.keySet().stream()
                .map(dimension -> schema.dimensions().indexOf(dimension))
                .toList();
        if (within.isEmpty()) {
            return survey.values(source, periods, limited, List.copyOf(members.values()));
        }
        List<Region> inside = within.stream()
                .flatMap(code -> catalog.regionSubtree(code).stream())
                .filter(region -> region.level().equals(source.level()))
                .toList();
        if (inside.isEmpty()) {
            return 0;
        }
        return CountStatement.of(store.dialect(), layout, source, inside, regions, periods, members)
                .read(store);
    }

    /** Reads all rows by the rules of a table: once for all but the keys that occur twice, and once for those. */
    @Override
    public ImmutableList<RowProblem> verify() {
        Surveyor surveyor = new Surveyor(catalog, schema, store, layout);
        return ImmutableList.<RowProblem>builder()
                .addAll(surveyor.survey().problems())
                .addAll(surveyor.duplicates())
                .build();
    }

    /** {@return the relation and the database} */
    @Override
    public String toString() {
        return layout + " in " + store;
    }

    /** Builds a source. */
    public static final class Builder {
        private final Catalog catalog;
        private TableSchema schema = TableSchema.empty();
        private boolean isLenient;

        private Builder(Catalog catalog) {
            this.catalog = catalog;
        }

        /**
         * {@return this, with extra dimensions}
         *
         * @param ofRows the schema; without doubles
         */
        public Builder schema(TableSchema ofRows) {
            schema = ofRows;
            return this;
        }

        /**
         * {@return this, setting aside rows of unknown indicators and regions, of periods that are none or are spelled otherwise, and
         *     rows whose status contradicts the value; {@link SqlRollupSource#problems} lists them}
         */
        public Builder lenient() {
            isLenient = true;
            return this;
        }

        /**
         * Reads which observations there are.
         *
         * @param store the database
         * @param layout where the parts of an observation lie
         * @return the source
         * @throws IllegalArgumentException if the layout names columns that the relation does not have, or values that are no exact
         *     numbers
         * @throws SqlRowsException if rows are invalid, as far as this is strict; keys that occur twice are found by
         *     {@link SqlRollupSource#verify} alone
         * @throws EngineException if the database does not answer
         */
        public SqlRollupSource build(SqlStore store, ObservationLayout layout) {
            checkColumns(store.columns(layout.relation()), layout);
            ObservationLayout ofRows = isLenient ? withoutContradictions(store.dialect(), layout) : layout;
            Survey survey = new Surveyor(catalog, schema, store, layout).survey();
            ImmutableList<RowProblem> refused = survey.problems().stream()
                    .filter(problem -> !isLenient || !canBeSetAside(problem))
                    .collect(ImmutableList.toImmutableList());
            if (!refused.isEmpty()) {
                throw new SqlRowsException(layout.toString(), refused);
            }
            return new SqlRollupSource(
                    this,
                    store,
                    ofRows,
                    survey.problems().isEmpty()
                            ? survey
                            : new Surveyor(catalog, schema, store, ofRows)
                                    .survey()
                                    .with(survey.problems()));
        }

        private static boolean canBeSetAside(RowProblem problem) {
            return switch (problem.reason()) {
                case UNKNOWN_INDICATOR, UNKNOWN_REGION, BAD_PERIOD, NO_MEMBER, BAD_STATUS, NO_VALUE, CONTRADICTION ->
                    true;
                default -> false;
            };
        }

        /** Returns the layout of the rows that have a value, or a status that says why they have none. */
        private static ObservationLayout withoutContradictions(SqlDialect dialect, ObservationLayout layout) {
            String value = dialect.name(layout.value());
            return layout.withRelation("(SELECT * FROM " + layout.relation() + " c WHERE "
                    + layout.status()
                            .map(status -> {
                                String code = "coalesce(" + dialect.name(status) + ", '')";
                                return "CASE WHEN " + value + " IS NULL THEN " + code + " IN ("
                                        + StatusCodes.of(dialect, false) + ") ELSE " + code + " IN ('', "
                                        + StatusCodes.of(dialect, true) + ") END";
                            })
                            .orElse(value + " IS NOT NULL")
                    + ")");
        }

        private void checkColumns(ImmutableMap<String, ColumnKind> columns, ObservationLayout layout) {
            List<String> named =
                    new ArrayList<>(List.of(layout.indicator(), layout.region(), layout.period(), layout.value()));
            layout.status().ifPresent(named::add);
            layout.precision().ifPresent(named::add);
            schema.dimensions().forEach(dimension -> named.add(layout.dimension(dimension)));
            for (String dimension : layout.dimensions().keySet()) {
                if (!schema.dimensions().contains(dimension)) {
                    throw new IllegalArgumentException(
                            "Expected dimensions of the schema, " + schema.dimensions() + ", got '" + dimension + "'");
                }
            }
            List<String> absent =
                    named.stream().filter(name -> !columns.containsKey(name)).toList();
            if (!absent.isEmpty()) {
                throw new IllegalArgumentException("Expected the columns " + absent + " in " + layout + ", got "
                        + columns.keySet() + "; a layout says what they are called");
            }
            ColumnKind kind = columns.getOrDefault(layout.value(), ColumnKind.OTHER);
            if (kind != ColumnKind.EXACT) {
                throw new IllegalArgumentException("Expected decimals or whole numbers in the column '" + layout.value()
                        + "' of "
                        + layout + ", got " + kind + ", whose sums are not exact; let a subquery cast it, such as"
                        + " (SELECT indicator, region, period, CAST(value AS DECIMAL(18, 2)) AS value FROM …)");
            }
        }
    }
}
