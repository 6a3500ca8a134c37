package org.grassrootskpi.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.rollup.EngineException;
import org.grassrootskpi.rollup.RowProblem.Reason;
import org.grassrootskpi.sql.ObservationLayout;
import org.grassrootskpi.sql.SqlRollupSource;
import org.grassrootskpi.sql.SqlRowsException;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of the rows that Spark sees, and where it sees them; that the answers are right is the business of the suite. */
class SparkRowsTest {
    private final SparkSession session = Sessions.shared();

    private static TableFixture fixture() {
        return new TableFixture()
                .sector("s", "")
                .region("town", RegionLevel.TOWNSHIP, "")
                .region("a", RegionLevel.COMMUNITY, "town")
                .region("b", RegionLevel.COMMUNITY, "town")
                .indicator("visits", IndicatorKind.FLOW, "count:人", 0)
                .indicator("spent", IndicatorKind.FLOW, "元", 2);
    }

    private static ObservationLayout values(String rows) {
        return ObservationLayout.of("(SELECT * FROM VALUES " + rows + " AS t(indicator, region, period, value))");
    }

    private SqlRollupSource source(ObservationLayout layout, String... dimensions) {
        return SqlRollupSource.builder(fixture().catalog())
                .schema(TableSchema.builder().addDimensions(dimensions).build())
                .build(SparkStore.of(session), layout);
    }

    @Test
    void readsParquetFilesThatSparkHasWritten(@TempDir Path folder) {
        Catalog catalog = fixture().catalog();
        ObservationTable observations = fixture()
                .row("visits", "a", "2024-01", "3")
                .row("visits", "b", "2024-02", "4")
                .row("spent", "b", "2024-02", "12345678901234.56")
                .table();
        ObservationLayout view = SparkTable.createView(observations, session, "written_figures");
        String files = folder.resolve("the figures").toString();
        session.table("written_figures").write().parquet(files);

        Query query =
                Query.select("visits", "spent").groupBy(Dimension.indicator(), Dimension.region(RegionLevel.TOWNSHIP));
        ResultTable expected = Engine.local(observations).execute(query);

        assertThat(source(view).engine().execute(query)).isEqualTo(expected);
        assertThat(SqlRollupSource.builder(catalog)
                        .build(SparkStore.of(session), ObservationLayout.of("parquet.`" + files + "`"))
                        .engine()
                        .execute(query))
                .isEqualTo(expected);
        assertThatThrownBy(() -> SparkTable.createView(observations, session, "written_figures"))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith(
                        "The view 'written_figures' cannot be created: [TEMP_TABLE_OR_VIEW_ALREADY_EXISTS]");
        session.catalog().dropTempView("written_figures");
    }

    @Test
    void readsColumnsAndMembersOfAnyName() {
        ObservationLayout layout = ObservationLayout.of(
                        "(SELECT * FROM VALUES ('visits', 'a', '2024-01', 3, 'it\\'s `odd`\\\\'),"
                                + " ('visits', 'a', '2024-01', 4, 'even')"
                                + " AS t(`k.pi`, `select`, `the ``period```, `数值`, `way of it`))")
                .withIndicator("k.pi")
                .withRegion("select")
                .withPeriod("the `period`")
                .withValue("数值")
                .withDimension("way", "way of it");

        assertThat(source(layout, "way")
                        .engine()
                        .execute(Query.select("visits").within("town").where("way", "it's `odd`\\"))
                        .row(0)
                        .cell("value")
                        .get())
                .isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "('visitors', 'a', '2024-01', 3)   | UNKNOWN_INDICATOR",
                "('visits', 'c', '2024-01', 3)     | UNKNOWN_REGION",
                "('visits', 'a', '2024-1', 3)      | BAD_PERIOD",
                "('visits', 'a', 'soon', 3)        | BAD_PERIOD",
                "('visits', 'a', '2024-01', 3.5BD) | TOO_MANY_DECIMALS",
                "('visits', 'a', '2024-01', CAST(NULL AS INT)) | NO_VALUE",
            })
    void refusesRowsThatATableRefuses(String row, Reason reason) {
        assertThatThrownBy(() -> source(values(row)))
                .isInstanceOfSatisfying(
                        SqlRowsException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.reason())
                                .containsExactly(reason));
    }

    @Test
    void refusesRowsWithoutAMember() {
        ObservationLayout layout = ObservationLayout.of("(SELECT * FROM VALUES ('visits', 'a', '2024-01', 3, 'x'),"
                + " ('visits', 'b', '2024-01', 4, NULL) AS t(indicator, region, period, value, way))");

        assertThatThrownBy(() -> source(layout, "way"))
                .isInstanceOfSatisfying(
                        SqlRowsException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.reason())
                                .containsExactly(Reason.NO_MEMBER));
    }

    @Test
    void findsKeysThatOccurTwice() {
        SqlRollupSource source = source(
                values("('visits', 'a', '2024-01', 3), ('visits', 'a', '2024-01', 4), ('visits', 'b', '2024-01', 4)"));

        assertThat(source.verify()).extracting(problem -> problem.reason()).containsExactly(Reason.DUPLICATE);
    }

    @Test
    void refusesAColumnThatIsNotThere() {
        assertThatThrownBy(() -> source(values("('visits', 'a', '2024-01', 3)").withStatus("flag")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected the columns [flag] in ")
                .hasMessageEndingWith(", got [indicator, region, period, value]; a layout says what they are called");
    }

    @Test
    void refusesDoubles() {
        assertThatThrownBy(() -> source(values("('visits', 'a', '2024-01', 3.0D)")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected decimals or whole numbers in the column 'value' of ")
                .hasMessageContaining("got FLOATING_POINT, whose sums are not exact");
    }

    @Test
    void tellsTheListenerOfEachPass() {
        List<String> passes = new ArrayList<>();
        SqlRollupSource source = source(values("('visits', 'a', '2024-01', 3)"));

        source.engine((done, all) -> passes.add(done + " of " + all)).execute(Query.select("visits"));

        assertThat(passes).containsExactly("1 of 1");
    }

    @Test
    void refusesNamesThatAreNone() {
        assertThatThrownBy(() -> SparkTable.createView(fixture().table(), session, "my figures"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Expected a name of letters, digits and underscores, such as observation, got 'my figures'");
    }
}
