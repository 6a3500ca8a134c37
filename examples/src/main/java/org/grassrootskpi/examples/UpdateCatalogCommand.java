package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.grassrootskpi.files.WholeFile;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.report.WorkReport;
import org.grassrootskpi.tables.TextWorkbook;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.update.CatalogUpdate;
import org.grassrootskpi.update.ReviewException;
import org.grassrootskpi.update.ReviewTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Takes a new report into a catalogue: first a table to say yes or no in, then one file more. */
@Command(
        name = "update-catalog",
        mixinStandardHelpOptions = true,
        description =
                "Next year's report into a catalogue: a table of what it would add, in which a person says yes or no,"
                        + " and with that table one file that is added to the folder.")
final class UpdateCatalogCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Main main;

    @Parameters(
            paramLabel = "FILE",
            description = "The report: text or HTML in UTF-8 or GB18030, docx or PDF; - reads standard input.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private String file;

    @Option(
            names = "--into",
            required = true,
            paramLabel = "DIR",
            description = "The folder of catalogue files; none of them is altered.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Path folder;

    @Option(
            names = "--table",
            paramLabel = "TABLE",
            description = "The table to write, .tsv or .xlsx (default: review-YEAR.tsv in the folder).")
    private @Nullable Path table;

    @Option(
            names = "--decisions",
            paramLabel = "TABLE",
            description = "That table with decisions, as you saved it: adds what says yes, as report-YEAR.json.")
    private @Nullable Path decided;

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            description = "What the report looks back on, for example 2025 (default: what its headings name).")
    private @Nullable String period;

    @Option(
            names = "--region",
            paramLabel = "CODE",
            description = "The region of the catalogue that the report is of (default: that of most values).")
    private @Nullable String region;

    @Option(
            names = "--known-on",
            paramLabel = "DATE",
            description =
                    "The day on which the report was published, for values that it revises (default: the first day behind"
                            + " its period).")
    private @Nullable LocalDate knownOn;

    @Option(
            names = "--lang",
            defaultValue = "en",
            description =
                    "Language of the table and the lists: zh or en, or one of the catalogue's names such as fr (default: en).")
    private Language language = Language.EN;

    @Mixin
    private final OverwriteOption overwriteOption = new OverwriteOption();

    @Override
    public Integer call() throws IOException {
        if (table != null && decided != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "expected --table, which writes a table, or --decisions, which reads it, got both");
        }
        Catalog catalog = CatalogJson.readFolder(folder);
        CatalogUpdate update =
                propose(ReadReportCommand.read(file, spec.commandLine().getErr()), catalog);
        String year = update.document().period().toString().toLowerCase(Locale.ROOT);
        Path added = folder.resolve("report-" + year + ".json");
        if (Files.exists(added)) {
            throw new FileAlreadyExistsException(
                    added.toString(),
                    null,
                    "is there already: take it out of the folder first, to take the report in anew");
        }
        return decided == null
                ? write(update, table == null ? folder.resolve("review-" + year + ".tsv") : table)
                : add(update, catalog, decided, added);
    }

    private CatalogUpdate propose(WorkReport report, Catalog catalog) {
        if (period == null && region == null && knownOn == null) {
            return CatalogUpdate.propose(report, catalog);
        }
        TimePeriod on = period == null
                ? report.period()
                        .orElseThrow(
                                () -> new IllegalArgumentException(
                                        "The report names no year in its title or its headings: say with --period what it looks back on"))
                : TimePeriod.parse(period);
        Region of = region == null ? CatalogUpdate.home(catalog) : catalog.region(region);
        return knownOn == null
                ? CatalogUpdate.propose(report, catalog, on, of)
                : CatalogUpdate.propose(report, catalog, on, of, knownOn);
    }

    private int write(CatalogUpdate update, Path to) throws IOException {
        overwriteOption.require(to);
        ReviewTable review = ReviewTable.of(update, language);
        if (isWorkbook(to)) {
            List<ImmutableList<String>> rows = new ArrayList<>();
            rows.add(review.head());
            rows.addAll(review.rows());
            TextWorkbook.write(rows, to);
        } else {
            WholeFile.write(to, out -> out.write(review.toTsv()));
        }
        new UpdateText(
                        new ReportPage(spec.commandLine().getOut(), new Labels(language), false, main.width(), false),
                        update)
                .print(to);
        return 0;
    }

    private int add(CatalogUpdate update, Catalog catalog, Path from, Path added) throws IOException {
        ReviewTable review = ReviewTable.of(update, language);
        PrintWriter err = spec.commandLine().getErr();
        ReviewTable.Decisions decisions;
        try {
            decisions = isWorkbook(from)
                    ? review.read(from.toString(), TextWorkbook.read(from))
                    : review.read(
                            from.toString(),
                            WorkReport.decode(InputFile.read(from.toString())).text());
        } catch (ReviewException e) {
            e.problems().forEach(err::println);
            return 1;
        }
        if (decisions.accepted().isEmpty()) {
            throw new IllegalArgumentException(
                    from + ": no row says yes, so nothing was added: write yes (是) in the column"
                            + " decision of the rows that are right");
        }
        String json = CatalogJson.toJsonAdditions(catalog, update.accept(decisions.accepted()));
        WholeFile.write(added, out -> out.write(json));
        Labels labels = new Labels(language);
        spec.commandLine()
                .getOut()
                .println(labels.of(
                        "update.added",
                        added,
                        decisions.accepted().size(),
                        decisions.rejected().size(),
                        decisions.open().size()));
        return 0;
    }

    private static boolean isWorkbook(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".xlsx") && !name.endsWith(".tsv") && !name.endsWith(".csv") && !name.endsWith(".txt")) {
            throw new IllegalArgumentException(path + ": expected a table whose name ends in .tsv or .xlsx");
        }
        return name.endsWith(".xlsx");
    }
}
