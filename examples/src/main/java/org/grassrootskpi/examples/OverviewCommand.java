package org.grassrootskpi.examples;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
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

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Main main;

    @Option(
            names = "--lang",
            defaultValue = "en",
            description =
                    "Language of names and labels: zh or en, or one of the catalogue's names such as fr (default: en).")
    private Language language = Language.EN;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Option(
            names = "--notes",
            description = "Print the catalogue's notes on a figure: its cohort, its definition, what the report"
                    + " does not say.")
    private boolean notes;

    @Mixin
    private final CatalogOption catalogOption = new CatalogOption();

    @Override
    public Integer call() {
        Catalog catalog = catalogOption.load();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(OverviewJson.of(catalog).toPrettyString());
        } else {
            new OverviewText(catalog, language, notes, main.width()).print(out);
        }
        return 0;
    }
}
