package org.grassrootskpi.assess;

import java.io.PrintStream;
import java.time.LocalDate;
import org.grassrootskpi.conformance.ReadmeProgram;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Revised;
import org.grassrootskpi.model.Vintage;
import org.grassrootskpi.model.Vintage.Maturity;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.table.ObservationTable;
import org.junit.jupiter.api.Test;

/** Runs the program under "Revised figures" of the README. */
class RevisedFiguresReadmeTest {
    private static Observation gdp(String figure, Vintage vintage) {
        return Observation.builder().from(Revised.gdp(figure)).vintage(vintage).build();
    }

    private static void program(PrintStream out) {
        Catalog places = Revised.catalog().build();
        Catalog catalog = Catalog.builder()
                .from(places)
                .addObservations(
                        gdp("1260582亿元", Vintage.of(LocalDate.of(2024, 1, 17), Maturity.PRELIMINARY)),
                        gdp("1294272亿元", Vintage.of(LocalDate.of(2024, 12, 26), Maturity.REVISED)))
                .build();
        Query query = Query.select("gdp").during("2023");
        out.print(Engine.local(ObservationTable.of(catalog)).execute(query));
        out.print(Engine.local(ObservationTable.of(catalog.asKnownOn(LocalDate.of(2024, 6, 30))))
                .execute(query));
        for (Revision revision : RevisionTable.of(catalog).revisions()) {
            out.println(revision.value().printed().get() + ", "
                    + revision.difference().map(Quantity::value));
        }
    }

    @Test
    void theProgramOfThePageIsTheOneThatRuns() throws Exception {
        ReadmeProgram.of("Revised figures").isIn(RevisedFiguresReadmeTest.class);
    }

    @Test
    void itPrintsWhatThePageShows() throws Exception {
        ReadmeProgram.of("Revised figures").isPrintedBy(RevisedFiguresReadmeTest::program);
    }
}
