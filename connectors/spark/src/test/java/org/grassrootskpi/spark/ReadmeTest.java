package org.grassrootskpi.spark;

import java.io.PrintStream;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.grassrootskpi.conformance.ReadmeProgram;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.sql.ObservationLayout;
import org.grassrootskpi.sql.SqlRollupSource;
import org.grassrootskpi.time.Frequency;
import org.junit.jupiter.api.Test;

/** That the program of the README is what runs, and prints what it shows. */
class ReadmeTest {
    private static final String SECTION = "In a program";

    private static void program(PrintStream out) {
        SparkSession session =
                SparkSession.builder().appName("figures").master("local[2]").getOrCreate();
        session.read().option("header", true).csv("sample/figures.csv").createOrReplaceTempView("figures");
        SqlRollupSource source = SqlRollupSource.builder(CatalogJson.readFolder(Path.of("sample/catalog")))
                .build(
                        SparkStore.of(session),
                        ObservationLayout.of("(SELECT indicator, region, period, CAST(value AS DECIMAL(18, 2)) AS value"
                                + " FROM figures)"));
        out.print(source.engine()
                .execute(Query.select("visits")
                        .groupBy(Dimension.region(RegionLevel.TOWNSHIP), Dimension.period(Frequency.QUARTERLY))));
        session.stop();
    }

    @Test
    void theProgramIsInTheReadme() throws Exception {
        ReadmeProgram.of(SECTION).isIn(ReadmeTest.class);
    }

    @Test
    void theProgramPrintsWhatTheReadmeShows() throws Exception {
        ReadmeProgram.of(SECTION).isPrintedBy(ReadmeTest::program);
    }
}
