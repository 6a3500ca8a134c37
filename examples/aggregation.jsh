// The aggregation engine by hand. From the project's root after mvn -q -DskipTests package, or with other paths from elsewhere:
//
//   jshell --class-path examples/target/grassroots-kpi-examples.jar examples/aggregation.jsh
//
// requests-2024.csv holds invented monthly figures of Pinghu's twelve communities that add up to the published totals.

import org.grassrootskpi.catalog.PinghuCatalog
import org.grassrootskpi.engine.Engine
import org.grassrootskpi.csv.ObservationCsv
import org.grassrootskpi.model.*
import org.grassrootskpi.query.*
import org.grassrootskpi.table.ObservationTable
import org.grassrootskpi.time.Frequency

// The folder examples, which the jar was built in.
Path examples = Path.of(PinghuCatalog.class.getProtectionDomain().getCodeSource().getLocation().toURI()).getParent().resolveSibling("")

// Load.
Catalog catalog = PinghuCatalog.load()
ObservationTable table = ObservationCsv.reader(catalog).read(examples.resolve("requests-2024.csv")).table()
Engine engine = Engine.local(table)
System.out.println(table)

// Ask: every indicator by its own rule, the flow summed, the rate recomputed from its parts.
Query requests = Query.select("safety.requests.handled", "safety.requests.closing-rate").within("440307003").during("2024")
System.out.println(engine.execute(requests.groupBy(Dimension.indicator(), Dimension.period(Frequency.QUARTERLY))))

// The three communities with most requests.
Query handled = Query.select("safety.requests.handled").within("440307003").during("2024").groupBy(Dimension.region(RegionLevel.COMMUNITY))
ResultTable busiest = engine.execute(handled.measures(Measure.value(), Measure.share(), Measure.rank()).orderBy(Order.descending(Measure.value())).limit(3))
System.out.println(busiest)

// Numbers for numeric work.
double[] shares = busiest.doubles("share")
System.out.println(Arrays.stream(shares).sum() + " of all requests")

// What makes no sense is refused, with the way out.
engine.execute(requests.measures(Measure.sum())).refusals().forEach(System.out::println)

// Export.
System.out.println(busiest.toMarkdown())
Files.writeString(examples.resolve("target/busiest.csv"), busiest.toCsv())

/exit
