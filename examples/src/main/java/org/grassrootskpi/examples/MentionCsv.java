package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.grassrootskpi.report.FigureMention;
import org.grassrootskpi.time.Period;

/** One CSV record a figure, under a header. */
final class MentionCsv implements MentionWriter {
    private static final ImmutableList<String> COLUMNS = ImmutableList.of(
            "start",
            "surface",
            "value",
            "unit",
            "qualifier",
            "comparison",
            "role",
            "section",
            "subject",
            "period",
            "clause");

    private final CsvWriter csv;

    MentionCsv(PrintWriter out) {
        csv = CsvWriter.builder().build(out);
        csv.writeRecord(COLUMNS);
    }

    @Override
    public void write(FigureMention figure) {
        csv.writeRecord(
                Integer.toString(figure.start()),
                figure.surface(),
                figure.quantity().value().toPlainString(),
                figure.quantity().unit().code(),
                MentionWriter.code(figure.quantity().qualifier()),
                MentionWriter.comparison(figure),
                MentionWriter.code(figure.role()),
                figure.section().path(),
                figure.subject(),
                figure.period().map(Period::toString).orElse(""),
                figure.clause().text());
    }

    @Override
    public void finish() {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
