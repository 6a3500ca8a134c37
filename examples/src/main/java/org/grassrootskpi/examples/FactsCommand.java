package org.grassrootskpi.examples;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.Callable;
import org.grassrootskpi.catalog.PinghuCatalog;
import picocli.CommandLine.Command;
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

    @Override
    public Integer call() throws IOException {
        Writer out = spec.commandLine().getOut();
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(Fact.COLUMNS);
        for (Fact fact : Facts.of(PinghuCatalog.load())) {
            csv.writeRecord(fact.fields());
        }
        csv.flush();
        return 0;
    }
}
