package org.grassrootskpi.engine;

import java.io.PrintStream;
import org.grassrootskpi.conformance.ReadmeProgram;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.Frequency;
import org.junit.jupiter.api.Test;

/** The program that the README shows of shares and ranks over dimensions, and what it prints. */
class DimensionReadmeTest {
    @Test
    void showsThisProgramAndItsOutput() throws Exception {
        ReadmeProgram shown = ReadmeProgram.of("Shares and ranks over any dimension");

        shown.isIn(DimensionReadmeTest.class);
        shown.isPrintedBy(DimensionReadmeTest::show);
    }

    private static void show(PrintStream out) {
        ObservationTable table = observed();
        Engine engine = Engine.local(table);
        out.print(engine.execute(Query.select("people")
                .during("2024")
                .where("age", "60+")
                .groupBy(Dimension.region(RegionLevel.TOWNSHIP), Dimension.extra("age"))
                .measures(Measure.value(), Measure.shareOver(Dimension.extra("age")))));
        out.print(engine.execute(Query.select("letters", "calls")
                .within("440307")
                .during("2024-Q1..2024-Q2")
                .groupBy(Dimension.period(Frequency.QUARTERLY))
                .measures(
                        Measure.value(),
                        Measure.shareOver(Dimension.indicator()),
                        Measure.rankOver(Dimension.indicator()),
                        Measure.shareOf(Frequency.ANNUAL))));
    }

    private static ObservationTable observed() {
        TableFixture fixture = new TableFixture()
                .sector("life", "")
                .region("440307", RegionLevel.TOWNSHIP, "")
                .region("440308", RegionLevel.TOWNSHIP, "")
                .indicator(TableFixture.indicator("people", "life", IndicatorKind.STOCK, "count:人", 0)
                        .build())
                .indicator(TableFixture.indicator("letters", "life", IndicatorKind.FLOW, "count:件", 0)
                        .build())
                .indicator(TableFixture.indicator("calls", "life", IndicatorKind.FLOW, "count:件", 0)
                        .build());
        String[] ages = {"0-14", "15-59", "60+"};
        int[][] people = {{3_000, 14_000, 3_000}, {1_200, 5_100, 3_700}};
        int[][] cases = {{40, 160}, {30, 120}, {20, 130}, {10, 190}};
        for (int i = 0; i < people.length; i++) {
            for (int age = 0; age < ages.length; age++) {
                fixture.row("people", "44030" + (7 + i), "2024", Integer.toString(people[i][age]), ages[age]);
            }
        }
        for (int quarter = 0; quarter < cases.length; quarter++) {
            String period = "2024-Q" + (quarter + 1);
            fixture.row("letters", "440307", period, Integer.toString(cases[quarter][0]), "of all ages");
            fixture.row("calls", "440307", period, Integer.toString(cases[quarter][1]), "of all ages");
        }
        return fixture.table(TableSchema.builder().addDimensions("age").build());
    }
}
