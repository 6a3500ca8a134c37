package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.grassrootskpi.files.WholeFile;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the tables of a report. */
@Command(
        name = "tables",
        mixinStandardHelpOptions = true,
        description = "Tables of indicators, projects and tasks for a report, as Word, Excel or Markdown.")
final class TablesCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(names = "--format", required = true, description = "${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private OfficeTableFormat format;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Path out;

    @Mixin
    private final OverwriteOption overwrite = new OverwriteOption();

    @Option(
            names = "--lang",
            defaultValue = "zh",
            description = "zh or en, or a language of the catalogue's names such as fr (default: zh).")
    private Language language = Language.ZH;

    @Mixin
    private final CatalogOption catalogOption = new CatalogOption();

    @Override
    public Integer call() throws IOException {
        overwrite.require(out);
        Catalog catalog = catalogOption.load();
        ImmutableList<OfficeTable> tables = new OfficeTables(catalog, language).all();
        if (tables.isEmpty()) {
            throw new IllegalArgumentException(
                    "The catalogue has no observation, no project and no target, so that there is no table to write");
        }
        WholeFile.writeBytes(out, to -> format.write(tables, to));
        spec.commandLine()
                .getErr()
                .println(new Labels(Language.EN)
                        .of(
                                "table.written",
                                out,
                                tables.size(),
                                tables.stream().mapToInt(of -> of.rows().size()).sum()));
        return 0;
    }
}
