package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.check.Finding;
import org.grassrootskpi.check.Place;
import org.grassrootskpi.documents.DocxComment;
import org.grassrootskpi.documents.DocxComments;
import org.grassrootskpi.files.WholeFile;

/** A copy of a docx in which each finding is a comment on its sentence. */
final class CheckReportComments {
    private static final String AUTHOR = "check-report";

    private final Labels labels;

    CheckReportComments(Labels labels) {
        this.labels = labels;
    }

    void write(byte[] docx, List<Finding> findings, Path copy) throws IOException {
        List<DocxComment> comments = new ArrayList<>();
        findings.forEach(finding -> comments.add(comment(finding)));
        byte[] commented = DocxComments.add(docx, AUTHOR, comments);
        WholeFile.writeBytes(copy, out -> out.write(commented));
    }

    private DocxComment comment(Finding finding) {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        lines.add(labels.of(
                "check.comment",
                labels.of("check", finding.level()),
                finding.rule().title().in(labels.language().ofWords()),
                finding.rule().id()));
        lines.add(finding.sum());
        CheckReportText.remedies(finding, labels).ifPresent(lines::add);
        for (Place place : finding.places()) {
            if (!place.source().isEmpty()) {
                lines.add(labels.of("check.from", place.source(), Integer.toString(place.line()), place.sentence()));
            }
        }
        // What another source has and the report lacks is said at the beginning.
        return finding.places().stream()
                .filter(place -> place.source().isEmpty())
                .findFirst()
                .map(place -> new DocxComment(place.sentence(), place.start(), lines.build()))
                .orElseGet(() -> new DocxComment("", lines.build()));
    }
}
