package org.grassrootskpi.examples;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.grassrootskpi.catalog.PinghuCatalog;
import org.grassrootskpi.io.CatalogJson;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.report.CatalogDraft;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Drafts a catalogue from a report. */
@Command(
        name = "draft-catalog",
        mixinStandardHelpOptions = true,
        description = "A folder of catalogue files drafted from a report, and a list of what is unsure.")
final class DraftCatalogCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The report in UTF-8 or GB18030; - reads standard input.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private String file;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Path out;

    @Option(
            names = "--catalog",
            paramLabel = "DIR",
            description = "A folder of catalogue files with the indicators to bind to (default: those of Pinghu).")
    private @Nullable Path folder;

    @Override
    public Integer call() throws IOException {
        Catalog known = folder == null ? PinghuCatalog.load() : CatalogJson.readFolder(folder);
        CatalogDraft draft = CatalogDraft.of(ReadReportCommand.read(file), known);
        draft.writeTo(out);
        PrintWriter print = spec.commandLine().getOut();
        print.printf(
                Locale.ROOT,
                "%d figures and names bound to indicators%n",
                draft.bindings().size());
        print.printf(Locale.ROOT, "%d indicators proposed%n", draft.proposed().size());
        print.printf(Locale.ROOT, "%d unsure, see %s%n", draft.unsure().size(), out.resolve("unsure.tsv"));
        return 0;
    }
}
