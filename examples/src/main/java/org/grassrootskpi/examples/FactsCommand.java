package org.grassrootskpi.examples;

import java.util.concurrent.Callable;
import org.grassrootskpi.model.Catalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints every fact of the report as CSV. */
@Command(
        name = "facts",
        mixinStandardHelpOptions = true,
        description = "Every fact of the report as CSV, one a line, with its quote.")
final class FactsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Mixin
    private final CatalogOption catalogOption = new CatalogOption();

    @Mixin
    private final CsvOutput csvOutput = new CsvOutput();

    @Override
    public Integer call() {
        // Loaded before the first line is written: a catalogue that cannot be read leaves no output.
        Catalog catalog = catalogOption.load();
        CsvOutput.Records csv = csvOutput.to(spec.commandLine().getOut());
        csv.write(Fact.COLUMNS);
        for (Fact fact : Facts.of(catalog)) {
            csv.write(fact.fields());
        }
        csv.finish();
        return 0;
    }
}
