package org.grassrootskpi.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.grassrootskpi.conformance.RandomQueries;
import org.grassrootskpi.conformance.Seeds;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.sql.ObservationRows;
import org.grassrootskpi.sql.SqlRollupSource;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That an engine over region numbers, period codes and whole numbers of 64 bits in Spark answers like the local one. */
class SparkCodedEngineTest {
    private static Engine engine(ObservationTable table) {
        ObservationRows rows = ObservationRows.of(table);
        List<StructField> fields = new ArrayList<>();
        for (String column : rows.columns()) {
            DataType type = fields.size() == ObservationRows.VALUE
                    ? DataTypes.LongType
                    : fields.size() == 1 || fields.size() == 2 ? DataTypes.IntegerType : DataTypes.StringType;
            fields.add(DataTypes.createStructField(column, type, true));
        }
        RegionNumbering regions = RegionNumbering.of(table.catalog());
        List<Row> coded = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            @Nullable Object[] values = row.toArray();
            values[1] = regions.numberOf(String.valueOf(values[1]));
            values[2] = TimePeriod.parse(String.valueOf(values[2])).toCode();
            if (values[ObservationRows.VALUE] instanceof BigDecimal value) {
                values[ObservationRows.VALUE] = value.unscaledValue().longValueExact();
            }
            coded.add(RowFactory.create(values));
        }
        Sessions.shared()
                .createDataFrame(coded, DataTypes.createStructType(fields))
                .createOrReplaceTempView("coded");
        return SqlRollupSource.builder(table.catalog())
                .schema(table.schema())
                .build(
                        SparkStore.of(Sessions.shared()),
                        rows.layout("coded")
                                .withRegionNumber("region")
                                .withPeriodCode("period")
                                .withUnscaledValue("value"))
                .engine();
    }

    static LongStream seeds() {
        return Seeds.of(SparkCodedEngineTest.class, 1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithTheOracleOnRandomQueries(long seed) {
        new RandomQueries("mvn -pl connectors/spark -am test -Dtest=SparkCodedEngineTest", SparkCodedEngineTest::engine)
                .check(seed);
    }

    @Test
    void sumsMayHaveMoreThan64Bits() {
        ObservationTable table = new TableFixture()
                .sector("s", "")
                .region("a", RegionLevel.COMMUNITY, "")
                .indicator("spent", IndicatorKind.FLOW, "元", 2)
                .row("spent", "a", "2024-01", "90000000000000000.01")
                .row("spent", "a", "2024-02", "90000000000000000.02")
                .row("spent", "a", "2024-03", "90000000000000000.03")
                .row("spent", "a", "2024-04", "-0.07")
                .table();

        assertThat(engine(table)
                        .execute(Query.select("spent").during("2024").measures(Measure.sum()))
                        .row(0)
                        .cell(Measure.sum())
                        .get())
                .isEqualTo("269999999999999999.99");
    }
}
