package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.io.ByteSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.grassrootskpi.check.ReportCheck;
import org.grassrootskpi.csv.ObservationCsv;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.files.WholeFile;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.pages.CheckedReport;
import org.grassrootskpi.pages.Page;
import org.grassrootskpi.progress.TargetFigures;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a page to look at. */
@Command(
        name = "page",
        mixinStandardHelpOptions = true,
        description =
                "One HTML file with tiles, pictures and every number behind them, to open from a disk: zh and en, light"
                        + " and dark, for print on A4.")
final class PageCommand implements Callable<Integer> {
    private static final TimePeriod PINGHU_MONTH = TimePeriod.ofMonth(2025, 6);
    private static final TimePeriod SAMPLE_MONTH = TimePeriod.ofMonth(2025, 9);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The HTML file to write.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Path out;

    @Mixin
    private final OverwriteOption overwrite = new OverwriteOption();

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Also write what the page is drawn from, as JSON for a page of your own.")
    private @Nullable Path json;

    @Option(
            names = "--month",
            paramLabel = "MONTH",
            description =
                    "The month at whose end things are judged, such as 2025-09 (default: 2025-06; with --sample 2025-09).")
    private @Nullable TimePeriod month;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description =
                    "Monthly figures by region, as CSV: indicator, region, period, value, status. Those of communities are"
                            + " added up to the region of a commitment where all of them reported, and drawn side by side. - is standard"
                            + " input.")
    private @Nullable String data;

    @Option(
            names = "--check",
            paramLabel = "FILE",
            description =
                    "A report to check: what cannot be right in it or is odd stands beside its sentences, as check-report"
                            + " finds it.")
    private @Nullable String check;

    @Mixin
    private final CheckSources checkSources = new CheckSources();

    @Mixin
    private final CatalogOption catalogOption = new CatalogOption();

    @Mixin
    private final SampleOption sampleOption = new SampleOption();

    @Override
    public Integer call() throws IOException {
        boolean isSample = sampleOption.isAsked(catalogOption, spec);
        if (catalogOption.isGiven() && month == null) {
            throw new ParameterException(
                    spec.commandLine(), "expected --month, such as --month 2025-09, for a catalogue of your own");
        }
        if (json != null
                && json.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
            throw new ParameterException(
                    spec.commandLine(), "expected two files, got " + out + " for --out and --json");
        }
        if (check == null && checkSources.isGiven()) {
            throw new ParameterException(
                    spec.commandLine(), "expected --check FILE, the report that is checked against other sources");
        }
        if ("-".equals(data) && "-".equals(check)) {
            throw new ParameterException(
                    spec.commandLine(), "expected standard input (-) for one of --data and --check, got it for both");
        }
        overwrite.require(out);
        overwrite.require(json);
        Catalog catalog = isSample ? SampleMonths.load() : catalogOption.load();
        TimePeriod judged = month != null ? month : isSample ? SAMPLE_MONTH : PINGHU_MONTH;
        boolean isSimulated = isSample || sampleOption.isSimulated();
        Optional<ObservationTable> table = table(catalog, isSample);
        if (table.isPresent() && !isSample) {
            catalog = TargetFigures.addTo(catalog, table.get());
        }
        Page.Builder page = Page.builder(catalog, judged);
        if (isSimulated) {
            page.simulated();
        }
        if (table.isPresent()) {
            TimePeriod toDate =
                    TimePeriod.yearToDate(judged.year(), judged.lastDay().getMonthValue());
            ImmutableList<ResultTable> figures = byLevel(catalog, table.get(), toDate);
            if (!figures.isEmpty()) {
                page.regions(figures, toDate, isSimulated);
            }
        } else if (!catalogOption.isGiven()
                && judged.year() > SimulatedCommunities.year().year()) {
            SimulatedCommunities communities = SimulatedCommunities.of(catalog);
            page.regions(communities.figures(), SimulatedCommunities.year(), true)
                    .standings(communities.standings(judged), true);
        }
        if (check != null) {
            page.checked(checked(check));
        }
        Page built = page.build();
        built.writeTo(out);
        if (json != null) {
            String text = built.toJson();
            WholeFile.write(json, writer -> writer.write(text));
        }
        Unfinished.tell(spec.commandLine().getErr(), WholeFile.unfinished(out));
        return 0;
    }

    private Optional<ObservationTable> table(Catalog catalog, boolean isSample) throws IOException {
        if (data != null) {
            ObservationTable figures = ObservationCsv.reader(catalog)
                    .read(ByteSource.wrap(InputFile.read(data)), data)
                    .table();
            if (figures.rows() == 0) {
                throw new IllegalArgumentException(data + ": expected figures below the header, got none");
            }
            return Optional.of(figures);
        }
        return isSample ? Optional.of(SampleMonths.figures(catalog)) : Optional.empty();
    }

    private CheckedReport checked(String file) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        ReportCheck against = checkSources.addTo(ReportCheck.standard(), err);
        return CheckedReports.of(Arguments.name(file), against.check(ReadReportCommand.read(file, err)));
    }

    /** Returns the figures of the regions beside one another, level by level, for the levels where there are two and more. */
    private static ImmutableList<ResultTable> byLevel(Catalog catalog, ObservationTable table, TimePeriod period) {
        ImmutableList<String> indicators = catalog.indicators().stream()
                .map(Indicator::id)
                .filter(id -> !table.blocks(id).isEmpty())
                .collect(ImmutableList.toImmutableList());
        ImmutableMultiset<RegionLevel> levels = catalog.regions().stream()
                .map(Region::level)
                .filter(level -> catalog.levels().compare(level, RegionLevel.COMMUNITY) <= 0)
                .collect(ImmutableMultiset.toImmutableMultiset());
        return levels.elementSet().stream()
                .filter(level -> levels.count(level) > 1)
                .sorted(catalog.levels()::compare)
                .map(level -> Engine.local(table)
                        .execute(Query.select(indicators)
                                .during(period)
                                .groupBy(Dimension.indicator(), Dimension.region(level))))
                .filter(result -> result.rowCount() > 0)
                .collect(ImmutableList.toImmutableList());
    }
}
