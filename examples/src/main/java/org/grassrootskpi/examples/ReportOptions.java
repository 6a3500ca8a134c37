package org.grassrootskpi.examples;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.grassrootskpi.model.Language;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The form and the language in which a command prints its report. */
final class ReportOptions {
    @Option(
            names = "--format",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); csv has a row for each item.")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(
            names = "--lang",
            defaultValue = "en",
            description =
                    "Language of names and labels: zh or en, or one of the catalogue's names such as fr (default: en).")
    private Language language = Language.EN;

    @Mixin
    private final CsvOutput csvOutput = new CsvOutput();

    /** Where a report is printed: its columns, and whether each table says that its figures are invented. */
    record Paper(PrintWriter out, int width, boolean isSimulated) {}

    /** Prints a report in the form that is asked for. */
    void print(
            Paper paper,
            Consumer<ReportPage> tables,
            BiConsumer<Labels, CsvOutput.Records> records,
            Supplier<JsonNode> json) {
        Labels labels = new Labels(language);
        switch (format) {
            case TEXT, MARKDOWN ->
                tables.accept(new ReportPage(
                        paper.out(), labels, format == ReportFormat.MARKDOWN, paper.width(), paper.isSimulated()));
            case CSV -> records.accept(labels, csvOutput.to(paper.out()));
            case JSON -> paper.out().println(json.get().toPrettyString());
        }
    }
}
