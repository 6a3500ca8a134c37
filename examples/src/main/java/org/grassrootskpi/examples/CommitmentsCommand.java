package org.grassrootskpi.examples;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.grassrootskpi.assess.Portfolio;
import org.grassrootskpi.assess.Progress;
import org.grassrootskpi.model.Catalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints the ledger of commitments: what became of each by a date. */
@Command(
        name = "commitments",
        mixinStandardHelpOptions = true,
        description =
                "The ledger of commitments by unit: what was promised, what became of it by a date, what shows it.")
final class CommitmentsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Main main;

    @Mixin
    private final CatalogOption catalogOption = new CatalogOption();

    @Mixin
    private final SampleOption sampleOption = new SampleOption();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The date at which things are judged (default: 2025-07-01; with --sample 2025-09-30).")
    private @Nullable LocalDate asOf;

    @Option(names = "--unit", paramLabel = "UNIT", description = "Only what this unit is in charge of.")
    private @Nullable String unit;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "Only what was last reported so: ${COMPLETION-CANDIDATES}.")
    private Commitments.@Nullable Reported status;

    @Option(
            names = "--progress",
            paramLabel = "PROGRESS",
            description = "Only what is judged so: ${COMPLETION-CANDIDATES}.")
    private @Nullable Progress progress;

    @Mixin
    private final ReportOptions reportOptions = new ReportOptions();

    @Override
    public Integer call() throws IOException {
        boolean isSample = sampleOption.isAsked(catalogOption, spec);
        Catalog catalog = isSample ? SampleMonths.load() : catalogOption.load();
        LocalDate date = asOf != null ? asOf : LocalDate.parse(isSample ? "2025-09-30" : "2025-07-01");
        Portfolio portfolio = Portfolio.of(catalog, date);
        Commitments commitments = new Commitments(
                        catalog, portfolio, portfolio.targets(), isSample || sampleOption.isSimulated())
                .only(unit, status, progress);
        PrintWriter out = spec.commandLine().getOut();
        reportOptions.print(
                new ReportOptions.Paper(out, main.width(), commitments.isSimulated()),
                page -> new CommitmentsText(commitments, page).print(),
                (labels, records) -> CommitmentsData.print(commitments, labels, records),
                () -> CommitmentsData.json(commitments));
        return 0;
    }
}
