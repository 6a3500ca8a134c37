package org.grassrootskpi.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.duckdb.DuckDBConnection;
import org.grassrootskpi.benchmarks.SmallQuestion.Kind;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Order;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultColumn;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.ObservationTable;

/** One of the rivals that answer a dashboard. */
interface DashboardSide extends AutoCloseable {
    /** Answers a question for one client: the value in hundredths, the share, the rank, or the sum of the values with their places. */
    double ask(SmallQuestion question) throws SQLException;

    /** Returns the same side for another client, which asks at the same time. */
    DashboardSide another() throws SQLException;

    @Override
    default void close() throws SQLException {}

    /** Our table, asked by queries that are made for each question. */
    record Ours(Engine engine) implements DashboardSide {
        private static final Dimension COMMUNITY = Dimension.region(RegionLevel.COMMUNITY);
        private static final int TOP = 10;

        static Ours of(ObservationTable table) {
            return new Ours(Engine.local(table).withThreads(1));
        }

        @Override
        public double ask(SmallQuestion question) {
            Query query = Query.select(BenchmarkData.indicator(question.indicator()))
                    .during(BenchmarkData.month(question.month()));
            String community = BenchmarkData.community(question.community());
            String parent = BenchmarkData.parent(question.parent());
            return switch (question.kind()) {
                case VALUE ->
                    100 * value(engine.execute(query.within(community).measures(Measure.value())), Measure.value());
                case SHARE ->
                    value(
                            engine.execute(
                                    query.within(community).groupBy(COMMUNITY).measures(Measure.share())),
                            Measure.share());
                case RANK -> {
                    ResultTable ranks = engine.execute(
                            query.within(parent).groupBy(COMMUNITY).measures(Measure.rank()));
                    yield rank(ranks, community);
                }
                case TOP_10 ->
                    top(engine.execute(query.within(parent)
                            .groupBy(COMMUNITY)
                            .measures(Measure.value())
                            .observedOnly()
                            .orderBy(Order.descending(Measure.value()))
                            .limit(TOP)));
            };
        }

        private static double value(ResultTable result, Measure measure) {
            return result.cells(measure).doubleAt(0);
        }

        private static double rank(ResultTable ranks, String community) {
            for (int row = 0; row < ranks.rowCount(); row++) {
                if (ranks.row(row).region().orElseThrow().code().equals(community)) {
                    return ranks.cells(Measure.rank()).doubleAt(row);
                }
            }
            return Double.NaN;
        }

        private static double top(ResultTable result) {
            ResultColumn<Cell> values = result.cells(Measure.value());
            double sum = 0;
            for (int row = 0; row < result.rowCount(); row++) {
                sum += (row + 1) * Math.rint(100 * values.doubleAt(row));
            }
            return sum;
        }

        @Override
        public DashboardSide another() {
            return this;
        }
    }

    /** DuckDB's sorted table of small integers, asked by prepared statements; the numbers of the keys are known to the client. */
    final class Duck implements DashboardSide {
        private static final Map<Kind, String> SQL = new EnumMap<>(
                Map.of(
                        Kind.VALUE,
                        "SELECT value FROM best WHERE indicator = ?::UTINYINT AND community = ?::USMALLINT AND month = ?::UTINYINT",
                        Kind.SHARE,
                        "SELECT sum(value) FILTER (WHERE community = ?)::DOUBLE / sum(value) FROM best"
                                + " WHERE indicator = ?::UTINYINT AND community >= ?::USMALLINT AND community < ?::USMALLINT"
                                + " AND month = ?::UTINYINT",
                        Kind.RANK,
                        "SELECT 1 + count(*) FROM best WHERE indicator = ?::UTINYINT AND community >= ?::USMALLINT"
                                + " AND community < ?::USMALLINT AND month = ?::UTINYINT AND value > (SELECT value FROM best"
                                + " WHERE indicator = ?::UTINYINT AND community = ?::USMALLINT AND month = ?::UTINYINT)",
                        Kind.TOP_10,
                        "SELECT community, value FROM best WHERE indicator = ?::UTINYINT AND community >= ?::USMALLINT"
                                + " AND community < ?::USMALLINT AND month = ?::UTINYINT ORDER BY value DESC, community LIMIT 10"));

        private final Connection connection;
        private final Map<Kind, PreparedStatement> statements = new EnumMap<>(Kind.class);

        Duck(Connection connection) throws SQLException {
            this.connection = connection;
            for (Map.Entry<Kind, String> sql : SQL.entrySet()) {
                statements.put(sql.getKey(), connection.prepareStatement(sql.getValue()));
            }
        }

        @Override
        public double ask(SmallQuestion question) throws SQLException {
            PreparedStatement statement = Objects.requireNonNull(statements.get(question.kind()));
            int from = question.parent() * BenchmarkData.CHILDREN;
            int[] parameters = switch (question.kind()) {
                case VALUE -> new int[] {question.indicator(), question.community(), question.month()};
                case SHARE ->
                    new int[] {
                        question.community(),
                        question.indicator(),
                        from,
                        from + BenchmarkData.CHILDREN,
                        question.month()
                    };
                case RANK ->
                    new int[] {
                        question.indicator(),
                        from,
                        from + BenchmarkData.CHILDREN,
                        question.month(),
                        question.indicator(),
                        question.community(),
                        question.month()
                    };
                case TOP_10 -> new int[] {question.indicator(), from, from + BenchmarkData.CHILDREN, question.month()};
            };
            for (int i = 0; i < parameters.length; i++) {
                statement.setInt(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                if (question.kind() != Kind.TOP_10) {
                    return rows.next() ? rows.getDouble(1) : Double.NaN;
                }
                double sum = 0;
                for (int place = 1; rows.next(); place++) {
                    sum += place * rows.getDouble(2);
                }
                return sum;
            }
        }

        @Override
        public DashboardSide another() throws SQLException {
            return new Duck(((DuckDBConnection) connection).duplicate());
        }

        @Override
        public void close() throws SQLException {
            for (PreparedStatement statement : statements.values()) {
                statement.close();
            }
            connection.close();
        }

        /** Returns a database in memory. */
        static Connection connect() throws SQLException {
            return DriverManager.getConnection("jdbc:duckdb:");
        }
    }

    /** What a programmer writes in an afternoon: one map of all cells, exact for sums of whole hundredths and nothing else. */
    record Cube(Map<Long, Long> cells, DataSet.Shape shape) implements DashboardSide {
        static Cube of(BenchmarkData data) {
            Map<Long, Long> cells = new HashMap<>();
            data.forEach((indicator, community, month, scaled) ->
                    cells.put(key(data.shape(), indicator, community, month), scaled));
            return new Cube(cells, data.shape());
        }

        private static long key(DataSet.Shape shape, int indicator, int community, int month) {
            return ((long) indicator * shape.communities() + community) * shape.periods() + month;
        }

        @Override
        public double ask(SmallQuestion question) {
            Long own = cells.get(key(shape, question.indicator(), question.community(), question.month()));
            if (own == null || question.kind() == Kind.VALUE) {
                return own == null ? Double.NaN : own;
            }
            long[] siblings = new long[BenchmarkData.CHILDREN];
            int size = 0;
            long sum = 0;
            int rank = 1;
            int from = question.parent() * BenchmarkData.CHILDREN;
            for (int community = from; community < from + BenchmarkData.CHILDREN; community++) {
                Long value = cells.get(key(shape, question.indicator(), community, question.month()));
                if (value != null) {
                    siblings[size++] = value;
                    sum += value;
                    rank += value > own ? 1 : 0;
                }
            }
            return switch (question.kind()) {
                case VALUE, SHARE -> (double) own / sum;
                case RANK -> rank;
                case TOP_10 -> top(siblings, size);
            };
        }

        private static double top(long[] values, int size) {
            Arrays.sort(values, 0, size);
            double sum = 0;
            for (int place = 1; place <= Math.min(10, size); place++) {
                sum += place * (double) values[size - place];
            }
            return sum;
        }

        @Override
        public DashboardSide another() {
            return this;
        }
    }
}
