package org.grassrootskpi.spark;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.grassrootskpi.rollup.EngineException;
import org.grassrootskpi.sql.Lookup;
import org.grassrootskpi.sql.SqlDialect;
import org.grassrootskpi.sql.SqlRow;
import org.grassrootskpi.sql.SqlStore;
import org.jspecify.annotations.Nullable;

/**
 * What a Spark session sees: its tables, its temporary views, and files by {@code parquet.`…`}.
 *
 * <pre>{@code
 * SqlRollupSource source = SqlRollupSource.builder(catalog)
 *         .build(SparkStore.of(session), ObservationLayout.of("parquet.`/data/figures`"));
 * ResultTable result = source.engine().execute(query);
 * }</pre>
 *
 * <p>Small relations are temporary views of the session while a statement runs. The jobs of a statement have a tag of their own, by which
 * they are cancelled when the thread that asks is interrupted; the job group is the caller's. Executors need no class of this library.
 *
 * <p>The session stays the caller's, who stops it. Thread-safe; statements of several threads run at the same time.
 */
public final class SparkStore implements SqlStore {
    private final SparkSession session;

    private SparkStore(SparkSession session) {
        this.session = session;
    }

    /**
     * {@return what a session sees}
     *
     * @param session a session in this process, with a context of its own: not one of Spark Connect
     */
    public static SparkStore of(SparkSession session) {
        return new SparkStore(session);
    }

    /**
     * {@return what the session of this process sees: the one that runs, or a new one}
     *
     * <p>A new one has the settings that {@code spark-submit} or system properties such as {@code spark.master} give it; it runs in this
     * process where they name no master.
     */
    public static SparkStore getOrCreate() {
        SparkSession.Builder session = SparkSession.builder();
        if (!new SparkConf().contains("spark.master")) {
            session.master("local[*]");
        }
        return of(session.getOrCreate());
    }

    @Override
    public SqlDialect dialect() {
        return SqlDialect.SPARK;
    }

    @Override
    public void read(String select, ImmutableList<Lookup> lookups, RowHandler rows) {
        answer(select, lookups).forEach(row -> rows.row(new Fields(row)));
    }

    private List<Row> answer(String select, ImmutableList<Lookup> lookups) {
        SparkContext context = running();
        String tag = "grassroots_kpi_" + UUID.randomUUID().toString().replace("-", "");
        List<String> views = new ArrayList<>();
        context.addJobTag(tag);
        try {
            List<String> relations = new ArrayList<>();
            for (Lookup lookup : lookups) {
                String view = lookup.name() + "_of_" + tag;
                createView(view, lookup);
                views.add(view);
                relations.add(lookup.name() + " AS (SELECT * FROM " + view + ")");
            }
            String with = relations.isEmpty() ? "" : "WITH " + String.join(",\n     ", relations) + "\n";
            return session.sql(with + select).collectAsList();
        } catch (Exception e) {
            // Exceptions of Java that Scala does not declare, such as InterruptedException.
            throw failure(e, context, tag, select);
        } finally {
            context.removeJobTag(tag);
            views.forEach(session.catalog()::dropTempView);
        }
    }

    private SparkContext running() {
        SparkContext context = session.sparkContext();
        if (context.isStopped()) {
            throw new EngineException("The Spark session was stopped; build another source over one that runs", null);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new EngineException("The query was interrupted before Spark was asked", null);
        }
        return context;
    }

    private static EngineException failure(Exception e, SparkContext context, String tag, String statement) {
        if (e instanceof InterruptedException || Thread.currentThread().isInterrupted()) {
            context.cancelJobsWithTag(tag);
            Thread.currentThread().interrupt();
            return new EngineException("The query was interrupted while Spark answered", e);
        }
        if (context.isStopped()) {
            return new EngineException("The Spark session was stopped while it answered", e);
        }
        return new EngineException("Spark refused a statement: " + message(e) + "\n" + statement, e);
    }

    /** Returns what Spark says, without the plan that it adds. */
    private static String message(Exception e) {
        return e instanceof AnalysisException analysis ? analysis.getSimpleMessage() : String.valueOf(e.getMessage());
    }

    private void createView(String name, Lookup lookup) throws AnalysisException {
        List<StructField> fields = new ArrayList<>();
        for (Lookup.Column column : lookup.columns()) {
            fields.add(DataTypes.createStructField(
                    column.name(), column.isText() ? DataTypes.StringType : DataTypes.IntegerType, false));
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lookup.size(); i++) {
            Object[] values = new Object[fields.size()];
            for (int column = 0; column < values.length; column++) {
                Lookup.Column of = lookup.columns().get(column);
                String text = of.values().get(i);
                values[column] = of.isText() ? text : (Object) Integer.valueOf(text);
            }
            rows.add(RowFactory.create(values));
        }
        session.createDataFrame(rows, DataTypes.createStructType(fields)).createTempView(name);
    }

    @Override
    public ImmutableMap<String, ColumnKind> columns(String relation) {
        SparkContext context = running();
        String statement = "SELECT * FROM " + relation + " LIMIT 0";
        StructType columns;
        try {
            columns = session.sql(statement).schema();
        } catch (Exception e) {
            throw failure(e, context, "", statement);
        }
        ImmutableMap.Builder<String, ColumnKind> kinds = ImmutableMap.builder();
        for (StructField column : columns.fields()) {
            kinds.put(column.name(), kind(column.dataType()));
        }
        return kinds.buildKeepingLast();
    }

    private static ColumnKind kind(DataType type) {
        if (type instanceof DecimalType
                || type instanceof LongType
                || type instanceof IntegerType
                || type instanceof ShortType
                || type instanceof ByteType) {
            return ColumnKind.EXACT;
        }
        if (type instanceof DoubleType || type instanceof FloatType) {
            return ColumnKind.FLOATING_POINT;
        }
        return type instanceof StringType ? ColumnKind.TEXT : ColumnKind.OTHER;
    }

    /** {@return the application and its master} */
    @Override
    public String toString() {
        SparkContext context = session.sparkContext();
        return "Spark '" + context.appName() + "' at " + context.master();
    }

    /** The fields of a row. */
    private record Fields(Row row) implements SqlRow {
        @Override
        public @Nullable String text(int field) {
            Object value = row.get(field);
            return value == null ? null : value.toString();
        }

        @Override
        public @Nullable BigDecimal number(int field) {
            Object value = row.get(field);
            if (value == null || value instanceof BigDecimal) {
                return (BigDecimal) value;
            }
            try {
                return new BigDecimal(value.toString());
            } catch (NumberFormatException e) {
                throw new EngineException("Spark's answer cannot be read as a number: " + value, e);
            }
        }
    }
}
