package org.grassrootskpi.examples.demo;

import java.io.PrintWriter;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.tables.ImportedTable;

/** Five states of the United States in two censuses: codes that begin with zeros, thousands separators, years as columns. */
final class CensusOfTheUnitedStates {
    private CensusOfTheUnitedStates() {}

    static void run(PrintWriter out) {
        ImportedTable census = PublicTable.read("census-of-the-united-states.csv");
        census.questions().forEach(out::println);
        String population = census.catalog().indicators().get(0).id();
        out.print(census.engine()
                .execute(Query.select(population)
                        .during("2020")
                        .groupBy(Dimension.region(RegionLevel.PROVINCE))
                        .measures(Measure.value(), Measure.difference(BasePeriod.yearsEarlier(10)))));
        out.print(census.engine()
                .execute(Query.select(population)
                        .during("2020")
                        .measures(Measure.sum(), Measure.growth(BasePeriod.yearsEarlier(10)))));
    }
}
