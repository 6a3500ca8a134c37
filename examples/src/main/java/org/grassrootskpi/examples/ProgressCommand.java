package org.grassrootskpi.examples;

import com.google.common.io.ByteSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.grassrootskpi.csv.ObservationCsv;
import org.grassrootskpi.json.RuleJson;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.progress.ProgressRule;
import org.grassrootskpi.progress.ProgressSheet;
import org.grassrootskpi.progress.TargetFigures;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints the monthly sheet of a supervision office. */
@Command(
        name = "progress",
        mixinStandardHelpOptions = true,
        description =
                "The monthly sheet of a supervision office: which commitments are behind, overdue or not reported, what is"
                        + " needed, and how communities rank. Without --catalog it shows a simulated subdistrict, and every table says so.")
final class ProgressCommand implements Callable<Integer> {
    private static final TimePeriod SAMPLE_MONTH = TimePeriod.ofMonth(2025, 9);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Main main;

    @Option(
            names = "--month",
            paramLabel = "MONTH",
            description = "The month at whose end things are judged, such as 2025-09 (default: 2025-09 of the simulated"
                    + " subdistrict).")
    private @Nullable TimePeriod month;

    @Mixin
    private final CatalogOption catalogOption = new CatalogOption();

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description =
                    "Monthly figures by region, as CSV: indicator, region, period, value, status. Those of communities are"
                            + " added up to the region of a commitment where all of them reported. - is standard input.")
    private @Nullable String data;

    @Option(
            names = "--rule",
            paramLabel = "FILE",
            description =
                    "The rule of the sheet, as JSON: the path on which things are due, the levels of the gap, the days in"
                            + " which something is due soon, and the level of the regions that are ranked. What it leaves out has its"
                            + " default: months, Yinchuan's lights, 30 days, communities.")
    private @Nullable Path rule;

    @Mixin
    private final ReportOptions reportOptions = new ReportOptions();

    @Mixin
    private final SampleOption sampleOption = new SampleOption();

    @Override
    public Integer call() throws IOException {
        boolean isSample = sampleOption.isAsked(catalogOption, spec) || !catalogOption.isGiven();
        if (!isSample && month == null) {
            throw new ParameterException(
                    spec.commandLine(), "expected --month, such as --month 2025-09, for a catalogue of your own");
        }
        Catalog catalog = isSample ? SampleMonths.load() : catalogOption.load();
        if (data != null) {
            ObservationTable figures = ObservationCsv.reader(catalog)
                    .read(ByteSource.wrap(InputFile.read(data)), data)
                    .table();
            if (figures.rows() == 0) {
                throw new IllegalArgumentException(data + ": expected figures below the header, got none");
            }
            catalog = TargetFigures.addTo(catalog, figures);
        }
        ProgressReport report = new ProgressReport(
                catalog,
                ProgressSheet.of(
                        catalog,
                        month == null ? SAMPLE_MONTH : month,
                        rule == null ? ProgressRule.standard() : RuleJson.readFile(rule, ProgressRule.class)),
                isSample || sampleOption.isSimulated());
        PrintWriter out = spec.commandLine().getOut();
        reportOptions.print(
                new ReportOptions.Paper(out, main.width(), report.isSimulated()),
                page -> new ProgressText(report, page).print(),
                (labels, records) -> ProgressData.print(report, labels, records),
                () -> ProgressData.json(report));
        return 0;
    }
}
