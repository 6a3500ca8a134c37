package org.grassrootskpi.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.grassrootskpi.report.FigureMention;
import org.grassrootskpi.report.FigurePeriod;
import org.grassrootskpi.report.FigureReader;
import org.grassrootskpi.report.WorkReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A long report with tables that LibreOffice 7.4 wrote as docx and PDF has the figures of the HTML that it was given. */
class LibreOfficeFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"html", "docx", "pdf"})
    void allFormatsHaveTheSameFigures(String format) throws IOException {
        ReportDocument document = ReportDocument.decode(
                Resources.toByteArray(Resources.getResource(LibreOfficeFilesTest.class, "libreoffice." + format)));
        String expected = Resources.toString(
                Resources.getResource(LibreOfficeFilesTest.class, "figures.txt"), StandardCharsets.UTF_8);

        WorkReport report = document.report();
        List<String> found = FigureReader.read(report).stream()
                .map(LibreOfficeFilesTest::describe)
                .toList();
        assertThat(found).isEqualTo(Splitter.on('\n').omitEmptyStrings().splitToList(expected));
        assertThat(document.warnings()).isEmpty();
    }

    private static String describe(FigureMention figure) {
        return String.join(
                "|",
                figure.surface().replace("\n", ""),
                figure.quantity().value().toPlainString(),
                figure.quantity().unit().code(),
                figure.subject(),
                figure.period().map(FigurePeriod::toString).orElse("None"),
                figure.role().name().toLowerCase(Locale.ROOT),
                figure.standing().name().toLowerCase(Locale.ROOT),
                figure.against().orElse("None"));
    }
}
