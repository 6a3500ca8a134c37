package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.grassrootskpi.catalog.CommonIndicators;
import org.grassrootskpi.report.CatalogDraft;
import org.grassrootskpi.report.DraftRegion;
import org.grassrootskpi.report.KnownIndicators;
import org.grassrootskpi.report.WorkReport;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodFormatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Puts what several reports say of the same indicators side by side. */
@Command(
        name = "compare-reports",
        mixinStandardHelpOptions = true,
        description =
                "What several reports say of the same common indicators, side by side: figures as printed, changes,"
                        + " ranks, and where they are.")
final class CompareReportsCommand implements Callable<Integer> {
    private static final String AT = "@";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Main main;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE[@PERIOD]",
            description =
                    "Reports: text in UTF-8 or GB18030, HTML, docx or PDF. A period behind @ is what a report looks back on, for example"
                            + " report.txt@2024 or report.txt@2024-H1 (default: what its headings name).")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private List<String> files;

    @Option(
            names = "--all",
            description = "Indicators that one report alone gives as well (default: those that two or more give).")
    private boolean all;

    @Mixin
    private final ReportOptions reportOptions = new ReportOptions();

    @Override
    public Integer call() throws IOException {
        KnownIndicators known = KnownIndicators.common(CommonIndicators.load());
        List<ReportComparison.Report> reports = new ArrayList<>();
        for (String file : files) {
            reports.add(read(file, known, spec.commandLine().getErr()));
        }
        ReportComparison comparison = ReportComparison.of(ImmutableList.copyOf(reports), all ? 1 : 2);
        reportOptions.print(
                new ReportOptions.Paper(spec.commandLine().getOut(), main.width(), false),
                page -> new ComparisonText(comparison, page).print(),
                (labels, records) -> ComparisonRecords.print(comparison, labels, records),
                () -> ComparisonRecords.json(comparison));
        return 0;
    }

    private static ReportComparison.Report read(String argument, KnownIndicators known, PrintWriter err)
            throws IOException {
        Optional<TimePeriod> period = period(argument);
        String file = period.isPresent() ? argument.substring(0, argument.lastIndexOf(AT)) : argument;
        WorkReport report = ReadReportCommand.read(file, err);
        try {
            CatalogDraft draft = period.isPresent()
                    ? CatalogDraft.of(report, known, DraftRegion.open(), period.get())
                    : CatalogDraft.of(report, known, DraftRegion.open());
            return ReportComparison.Report.of(Arguments.name(file), draft);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    file + ": " + e.getMessage() + "; say so behind the file, for example " + file + "@2024", e);
        }
    }

    /** The period behind the last @, if there is one; a path may have an @ of its own. */
    private static Optional<TimePeriod> period(String argument) {
        int at = argument.lastIndexOf(AT);
        if (at < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(TimePeriod.parse(argument.substring(at + 1)));
        } catch (TimePeriodFormatException e) {
            return Optional.empty();
        }
    }
}
