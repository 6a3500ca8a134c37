package org.grassrootskpi.examples;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.grassrootskpi.csv.ObservationCsv;
import org.grassrootskpi.files.NewFolder;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.tables.ImportException;
import org.grassrootskpi.tables.ImportProblem;
import org.grassrootskpi.tables.ImportedTable;
import org.grassrootskpi.tables.TableImport;
import org.grassrootskpi.tables.TableMapping.ImportedIndicator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns a table of somebody else into a catalogue and observations. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "A folder with the observations of a table of somebody else, their catalogue, and the mapping by which they"
                        + " were read.")
final class ImportCommand implements Callable<Integer> {
    private static final int LISTED = 20;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The table: CSV or TSV, or a workbook whose name ends in .xlsx.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Path file;

    @Option(names = "--into", required = true, paramLabel = "DIR", description = "The folder to write, new or empty.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Path folder;

    @Option(
            names = "--mapping",
            paramLabel = "M.json",
            description =
                    "How the table is read: mapping.json of an earlier run, as you corrected it (default: found out).")
    private @Nullable Path mapping;

    @Option(
            names = "--catalog",
            paramLabel = "DIR",
            description =
                    "A folder of catalogue files whose regions the table names by code or name (default: those of its rows).")
    private @Nullable Path catalog;

    @Option(
            names = "--sheet",
            paramLabel = "NAME",
            description = "The sheet of a workbook (default: the first with cells).")
    private @Nullable String sheet;

    @Option(names = "--lenient", description = "Set aside cells that cannot be read, and list them.")
    private boolean isLenient;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ImportedTable table;
        try {
            table = options(TableImport.of(file)).read();
        } catch (ImportException e) {
            list(e.problems());
            return 1;
        }
        NewFolder.write(folder, into -> {
            Files.writeString(into.resolve("mapping.json"), TableImport.toJson(table.mapping()));
            Files.createDirectory(into.resolve("catalog"));
            Files.writeString(into.resolve("catalog").resolve("imported.json"), CatalogJson.toJson(table.catalog()));
            ObservationCsv.write(table.table(), into.resolve("observations.csv"));
        });
        Unfinished.tell(spec.commandLine().getErr(), NewFolder.unfinished(folder));
        list(table.problems());
        out.println(folder + ": " + table.table() + ", " + CatalogCounts.of(table.catalog()));
        table.mapping().indicators().stream().limit(LISTED).forEach(indicator -> out.println("  " + line(indicator)));
        if (!table.questions().isEmpty()) {
            out.println("To be confirmed:");
            table.questions().forEach(question -> out.println("  " + question));
            out.println("Correct " + folder.resolve("mapping.json") + " and run it again with --mapping.");
        }
        return 0;
    }

    private TableImport options(TableImport of) throws IOException {
        TableImport asked = mapping == null ? of : of.with(mapping);
        asked = sheet == null ? asked : asked.sheet(sheet);
        asked = catalog == null ? asked : asked.against(CatalogJson.readFolder(catalog));
        return isLenient ? asked.lenient() : asked;
    }

    private void list(Iterable<ImportProblem> problems) {
        PrintWriter err = spec.commandLine().getErr();
        int listed = 0;
        int all = 0;
        for (ImportProblem problem : problems) {
            all++;
            if (listed < LISTED) {
                listed++;
                err.println(problem);
            }
        }
        if (all > listed) {
            err.println("… and " + (all - listed) + " more");
        }
    }

    private static String line(ImportedIndicator indicator) {
        return indicator.id() + ": " + indicator.name() + ", " + indicator.unit() + ", " + indicator.kind();
    }
}
