package org.grassrootskpi.examples.demo;

import java.io.PrintWriter;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Order;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.tables.ImportedTable;

/** Five provinces of China in two censuses: a Chinese table with title, unit and source, and growth over ten years. */
final class CensusOfChina {
    private CensusOfChina() {}

    static void run(PrintWriter out) {
        ImportedTable census = PublicTable.read("census-of-china.csv");
        census.questions().forEach(out::println);
        Measure growth = Measure.growth(BasePeriod.inYear(2010));
        out.print(census.engine()
                .execute(Query.select(census.catalog().indicators().get(0).id())
                        .during("2020")
                        .groupBy(Dimension.region(RegionLevel.PROVINCE))
                        .measures(Measure.value(), growth, Measure.rank(growth))
                        .orderBy(Order.descending(growth))));
    }
}
