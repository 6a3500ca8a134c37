package org.grassrootskpi.examples;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.grassrootskpi.catalog.PinghuCatalog;
import org.grassrootskpi.io.CatalogJson;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what the report says, sector by sector. */
@Command(
        name = "overview",
        mixinStandardHelpOptions = true,
        description = "What the report says, sector by sector, as a table or as JSON.")
final class OverviewCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(
            names = "--lang",
            defaultValue = "en",
            description = "Language of names and labels: ${COMPLETION-CANDIDATES} (default: en).")
    private Language language = Language.EN;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Option(
            names = "--notes",
            description = "Print what the catalogue notes of a figure: its cohort, its definition, what the report"
                    + " does not tell.")
    private boolean notes;

    @Option(
            names = "--catalog",
            paramLabel = "DIR",
            description = "A folder of catalogue files to print instead of the Pinghu report.")
    private @Nullable Path folder;

    @Override
    public Integer call() {
        Catalog catalog = folder == null ? PinghuCatalog.load() : CatalogJson.readFolder(folder);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(OverviewJson.of(catalog).toPrettyString());
        } else {
            new OverviewText(catalog, language, notes).print(out);
        }
        return 0;
    }
}
