package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.grassrootskpi.catalog.PinghuCatalog;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.files.WholeFile;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Order;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.text.CsvField;
import org.grassrootskpi.text.TextWidth;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Rolls invented monthly figures of the communities up to the published totals. */
@Command(
        name = "aggregate",
        mixinStandardHelpOptions = true,
        description = "Rolls a year of invented community figures up to the published totals.")
final class AggregateCommand implements Callable<Integer> {
    private static final String PINGHU = "440307003";
    private static final TimePeriod YEAR = TimePeriod.parse("2024");
    private static final String HANDLED = "safety.requests.handled";
    private static final String CLOSING_RATE = "safety.requests.closing-rate";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Main main;

    @Option(names = "--seed", defaultValue = "2024", description = "Seed of the split (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Also write the invented observations of the requests as CSV.")
    private @Nullable Path csv;

    @Mixin
    private final OverwriteOption overwrite = new OverwriteOption();

    @Override
    public Integer call() throws IOException {
        overwrite.require(csv);
        PrintWriter out = spec.commandLine().getOut();
        Catalog catalog = PinghuCatalog.load();
        List<Observation> months = MonthlySplit.of(catalog, PINGHU, YEAR, seed);
        ImmutableSet<String> indicators =
                months.stream().map(Observation::indicator).collect(ImmutableSet.toImmutableSet());
        Engine engine =
                Engine.local(ObservationTable.builder(catalog).addAll(months).build());
        Query year = Query.select(indicators).within(PINGHU).during(YEAR);

        if (csv != null) {
            write(csv, months);
            Unfinished.tell(spec.commandLine().getErr(), WholeFile.unfinished(csv));
        }

        out.println(String.join(
                "\n",
                TextWidth.wrap(
                        "The report states annual totals. Each of " + indicators.size() + " flows was cut into 12"
                                + " communities x 12 months at random (seed " + seed + "): " + months.size()
                                + " observations.",
                        main.width())));

        title(out, "Public requests handled, by community");
        print(
                out,
                engine.execute(Query.select(HANDLED)
                        .within(PINGHU)
                        .during(YEAR)
                        .groupBy(Dimension.region(RegionLevel.COMMUNITY))
                        .measures(Measure.value(), Measure.share(), Measure.rank())
                        .orderBy(Order.descending(Measure.value()))));

        title(out, "Their closing rate, by quarter: closed / handled at every level, never a mean of rates");
        print(
                out,
                engine.execute(Query.select(HANDLED, CLOSING_RATE)
                        .within(PINGHU)
                        .during(YEAR)
                        .groupBy(Dimension.indicator(), Dimension.period(Frequency.QUARTERLY))
                        .measures(Measure.value(), Measure.periodOnPeriod())));

        title(out, "Observations by sector");
        print(out, engine.execute(year.groupBy(Dimension.topSector()).measures(Measure.count())));

        title(out, "The totals of the parts compared with those of the report");
        ResultTable totals = engine.execute(year.groupBy(Dimension.indicator()));
        long equal = totals.stream()
                .filter(row -> catalog.observation(row.indicator().orElseThrow(), PINGHU, YEAR)
                        .flatMap(Observation::figure)
                        .filter(figure -> figure.value()
                                        .compareTo(row.cell(Measure.value()).get())
                                == 0)
                        .isPresent())
                .count();
        out.println(
                equal + " of " + totals.rowCount() + " are equal to the last digit; the others are not stated there.");

        title(out, "What a spreadsheet would print in silence: the sum of the closing rates");
        engine.execute(Query.select(CLOSING_RATE).within(PINGHU).during(YEAR).measures(Measure.sum()))
                .refusals()
                .forEach(refusal ->
                        out.println(refusal.reason() + ": " + refusal.message() + "\n" + refusal.suggestion()));
        return 0;
    }

    private static void write(Path file, List<Observation> observations) throws IOException {
        WholeFile.write(file, out -> {
            out.write("indicator,region,period,value\n");
            for (Observation observation : observations) {
                if (observation.indicator().startsWith("safety.requests.")) {
                    List<String> fields = List.of(
                            observation.indicator(),
                            observation.region(),
                            observation.period().toString(),
                            observation.figure().orElseThrow().value().toPlainString());
                    out.write(CsvField.record(fields) + "\n");
                }
            }
        });
    }

    private void print(PrintWriter out, ResultTable table) {
        out.println(table.toText(main.width()));
    }

    private void title(PrintWriter out, String title) {
        out.println();
        out.println(title);
        out.println("-".repeat(main.width()));
    }
}
