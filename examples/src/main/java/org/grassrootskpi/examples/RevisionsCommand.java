package org.grassrootskpi.examples;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.grassrootskpi.assess.RevisionTable;
import org.grassrootskpi.model.Catalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints every value of the figures that were revised, and what each revision changed. */
@Command(
        name = "revisions",
        mixinStandardHelpOptions = true,
        description = "Every value of the figures that were revised: day, source, and what it changed.")
final class RevisionsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Main main;

    @Option(
            names = "--known-on",
            paramLabel = "DATE",
            description = "Leave out the values that became known after this day (default: none).")
    private @Nullable LocalDate knownOn;

    @Mixin
    private final CatalogOption catalogOption = new CatalogOption();

    @Mixin
    private final ReportOptions reportOptions = new ReportOptions();

    @Override
    public Integer call() {
        Catalog all = catalogOption.load();
        Catalog catalog = knownOn == null ? all : all.asKnownOn(knownOn);
        RevisionsReport report = new RevisionsReport(catalog, RevisionTable.of(catalog));
        reportOptions.print(
                new ReportOptions.Paper(spec.commandLine().getOut(), main.width(), false),
                report::print,
                report::print,
                report::json);
        return 0;
    }
}
