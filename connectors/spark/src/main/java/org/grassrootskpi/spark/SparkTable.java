package org.grassrootskpi.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.grassrootskpi.rollup.EngineException;
import org.grassrootskpi.sql.ObservationLayout;
import org.grassrootskpi.sql.ObservationRows;
import org.grassrootskpi.table.ObservationTable;
import org.jspecify.annotations.Nullable;

/**
 * Gives observations in memory to Spark, as a temporary view of a session or as a data frame: ids, codes and periods as text, values as
 * decimals, a status and a precision where there are any, and a column for each extra dimension.
 *
 * <pre>{@code
 * ObservationLayout layout = SparkTable.createView(observations, session, "observation");
 * session.table("observation").write().parquet("/data/figures");
 * }</pre>
 *
 * <p>The rows travel with each job that reads the view; large tables are better written as Parquet once and read from there.
 */
public final class SparkTable {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w{0,62}");
    private static final int DIGITS = 38;

    private SparkTable() {}

    /**
     * Creates a temporary view.
     *
     * @param table the observations
     * @param session the session that will see the view
     * @param name the name of a view that does not exist yet: letters, digits and underscores
     * @return where the columns lie, for {@link org.grassrootskpi.sql.SqlRollupSource.Builder#build}
     * @throws IllegalArgumentException if the name is another, or the table has columns of doubles, which are not added up alike
     * @throws EngineException if there is such a view
     */
    public static ObservationLayout createView(ObservationTable table, SparkSession session, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Expected a name of letters, digits and underscores, such as observation, got '" + name + "'");
        }
        ObservationRows rows = ObservationRows.of(table);
        try {
            dataset(rows, session).createTempView(name);
        } catch (AnalysisException e) {
            throw new EngineException("The view '" + name + "' cannot be created: " + e.getSimpleMessage(), e);
        }
        return rows.layout(name);
    }

    private static Dataset<Row> dataset(ObservationRows rows, SparkSession session) {
        List<StructField> fields = new ArrayList<>();
        for (String column : rows.columns()) {
            fields.add(DataTypes.createStructField(
                    column,
                    fields.size() == ObservationRows.VALUE
                            ? DataTypes.createDecimalType(DIGITS, rows.decimals())
                            : DataTypes.StringType,
                    true));
        }
        List<Row> copies = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            copies.add(RowFactory.create(row.toArray()));
        }
        return session.createDataFrame(copies, DataTypes.createStructType(fields));
    }
}
