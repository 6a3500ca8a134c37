package org.grassrootskpi.engine;

import java.io.PrintStream;
import org.grassrootskpi.conformance.ReadmeProgram;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Order;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.junit.jupiter.api.Test;

/** The program that the README shows of targets in queries, and what it prints. */
class TargetsReadmeTest {
    @Test
    void showsThisProgramAndItsOutput() throws Exception {
        ReadmeProgram shown = ReadmeProgram.of("Targets in queries");

        shown.isIn(TargetsReadmeTest.class);
        shown.isPrintedBy(TargetsReadmeTest::show);
    }

    private static void show(PrintStream out) {
        TableFixture rows = places();
        TableFixture set = places().row("requests.handled", "440307001", "2025", "1200");
        set.row("requests.handled", "440307002", "2025", "800");
        for (int month = 1; month <= 9; month++) {
            rows.row("requests.handled", "440307001", "2025-0" + month, "95")
                    .row("requests.handled", "440307002", "2025-0" + month, "70")
                    .row("requests.handled", "440307003", "2025-0" + month, "10");
        }
        Catalog catalog = rows.catalog();
        ObservationTable done = TableFixture.table(catalog, TableSchema.empty(), rows.rows());
        ObservationTable targets = TableFixture.table(catalog, TableSchema.empty(), set.rows());

        Engine engine = Engine.local(done).withTargets(targets);
        out.print(engine.execute(Query.select("requests.handled")
                .during("2025-09")
                .groupBy(Dimension.region(RegionLevel.COMMUNITY))
                .measures(Measure.yearToDate(), Measure.target(), Measure.attainment(), Measure.gapToSchedule())
                .orderBy(Order.ascending(Measure.gapToSchedule()))));
    }

    private static TableFixture places() {
        TableFixture fixture = new TableFixture().sector("s", "").region("440307", RegionLevel.TOWNSHIP, "");
        for (int community = 1; community <= 3; community++) {
            fixture.region("44030700" + community, RegionLevel.COMMUNITY, "440307");
        }
        return fixture.indicator(TableFixture.indicator("requests.handled", "s", IndicatorKind.FLOW, "count:件", 0)
                .direction(Direction.HIGHER)
                .build());
    }
}
