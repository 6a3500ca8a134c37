package org.grassrootskpi.examples.demo;

import java.io.PrintWriter;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.tables.ImportedTable;

/** Five states of India by sex: one value a row, and members of which one is the total, so that nobody is counted twice. */
final class CensusOfIndia {
    private CensusOfIndia() {}

    static void run(PrintWriter out) {
        ImportedTable census = PublicTable.read("census-of-india.csv");
        census.questions().forEach(out::println);
        Query people = Query.select(census.indicator("Population").id()).during("2011");
        out.print(census.engine()
                .execute(people.groupBy(Dimension.region(RegionLevel.PROVINCE))
                        .measures(Measure.sum(), Measure.share())));
        out.print(census.engine().execute(people.groupBy(Dimension.extra("Sex")).measures(Measure.sum())));
    }
}
