package org.grassrootskpi.examples;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.grassrootskpi.documents.ReportDocument;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.report.FigureDoubt;
import org.grassrootskpi.report.FigureReader;
import org.grassrootskpi.report.ReaderVocabulary;
import org.grassrootskpi.report.WorkReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the figures that a report in Chinese prose contains. */
@Command(
        name = "read-report",
        mixinStandardHelpOptions = true,
        description =
                "The figures in a report of Chinese prose, each with its place and its meaning. Figures that cannot"
                        + " be read whole are listed on standard error, each with the reason.")
final class ReadReportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "The report: text or HTML in UTF-8 or GB18030, docx or PDF; - reads standard input.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private String file;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "How to print them: ${COMPLETION-CANDIDATES} (default: text).")
    private MentionFormat format = MentionFormat.TEXT;

    @Option(
            names = "--catalog",
            paramLabel = "DIR",
            description = "A folder of catalogue files: figures may be in the units that it declares.")
    private @Nullable Path catalog;

    @Mixin
    private final CsvOutput csvOutput = new CsvOutput();

    @Override
    public Integer call() throws IOException {
        WorkReport report = read(file, spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        MentionWriter writer = format.writer(out, csvOutput);
        List<FigureDoubt> doubts = new ArrayList<>();
        FigureReader.read(report, vocabulary(), writer::write, doubts::add);
        writer.finish();
        // Lines for machines hold figures alone.
        PrintWriter list =
                format == MentionFormat.TEXT ? out : spec.commandLine().getErr();
        if (!doubts.isEmpty()) {
            list.print("Not read, because the text next to the figure continues it: " + doubts.size() + "\n");
            doubts.forEach(doubt -> list.print("  " + doubt.message() + "\n"));
            list.flush();
        }
        return 0;
    }

    private ReaderVocabulary vocabulary() {
        return catalog == null ? ReaderVocabulary.standard() : ReaderVocabulary.of(CatalogJson.readFolder(catalog));
    }

    /** Reads a report in a file, and says on standard error what of the file is not in it. */
    static WorkReport read(String file, PrintWriter warn) throws IOException {
        return decode(file, InputFile.read(file), warn).report();
    }

    /** Reads a document from the bytes of a file, and says on standard error what of the file is not in it. */
    static ReportDocument decode(String file, byte[] bytes, PrintWriter warn) {
        ReportDocument document = ReportDocument.decode(bytes);
        document.warnings().forEach(warning -> warn.print(file + ": " + warning + "\n"));
        warn.flush();
        return document;
    }
}
