package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableList;
import org.grassrootskpi.report.FigureMention;
import org.grassrootskpi.report.FigurePeriod;

/** Writes one CSV record for each figure, under a header. */
final class MentionCsv implements MentionWriter {
    private static final ImmutableList<String> COLUMNS = ImmutableList.of(
            "start",
            "surface",
            "value",
            "unit",
            "qualifier",
            "comparison",
            "role",
            "standing",
            "against",
            "section",
            "subject",
            "period",
            "clause");

    private final CsvOutput.Records csv;

    MentionCsv(CsvOutput.Records csv) {
        this.csv = csv;
        csv.write(COLUMNS);
    }

    @Override
    public void write(FigureMention figure) {
        csv.write(ImmutableList.of(
                Integer.toString(figure.start()),
                figure.surface(),
                figure.quantity().value().toPlainString(),
                figure.quantity().unit().code(),
                MentionWriter.code(figure.quantity().qualifier()),
                MentionWriter.comparison(figure),
                MentionWriter.code(figure.role()),
                MentionWriter.code(figure.standing()),
                figure.against().orElse(""),
                figure.section().path(),
                figure.subject(),
                figure.period().map(FigurePeriod::toString).orElse(""),
                figure.clause().text()));
    }

    @Override
    public void finish() {
        csv.finish();
    }
}
