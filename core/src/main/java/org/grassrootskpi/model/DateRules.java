package org.grassrootskpi.model;

import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.model.Problem.Kind;
import org.grassrootskpi.time.TimePeriod;

/** Checks that no fact is later than the period that the document which states it reports on. */
final class DateRules {
    private final Catalog catalog;
    private final Map<String, Document> documents;
    private final ProblemList problems;

    DateRules(Catalog catalog, Map<String, Document> documents, ProblemList problems) {
        this.catalog = catalog;
        this.documents = documents;
        this.problems = problems;
    }

    void check() {
        for (int i = 0; i < catalog.vintages().size(); i++) {
            Observation observation = catalog.vintages().get(i);
            // A forecast is a figure of what is to come, and says so.
            if (observation.status() != ObservationStatus.FORECAST) {
                told(
                        observation.citation(),
                        observation.period(),
                        "observations[" + i + "].period",
                        "expected an earlier period, or the status FORECAST");
            }
        }
        for (int i = 0; i < catalog.recognitions().size(); i++) {
            Recognition recognition = catalog.recognitions().get(i);
            told(
                    recognition.citation(),
                    recognition.period(),
                    "recognitions[" + i + "].period",
                    "expected an earlier period; what is planned is a target");
        }
        for (int i = 0; i < catalog.projects().size(); i++) {
            Project project = catalog.projects().get(i);
            for (int m = 0; m < project.milestones().size(); m++) {
                Milestone milestone = project.milestones().get(m);
                milestone(milestone, "projects[" + i + "].milestones[" + m + "]");
            }
        }
        for (int i = 0; i < catalog.milestones().size(); i++) {
            milestone(catalog.milestones().get(i).milestone(), "milestones[" + i + "].milestone");
        }
    }

    private void milestone(Milestone milestone, String path) {
        told(
                milestone.citation(),
                milestone.period(),
                path + ".period",
                "expected an earlier period; what is planned is a target");
    }

    private void told(Citation citation, TimePeriod period, String path, String wayOut) {
        Optional<Document> document = Optional.ofNullable(documents.get(citation.document()));
        document.filter(by -> period.lastDay().isAfter(by.period().lastDay()))
                .ifPresent(by -> problems.add(
                        Kind.CONTRADICTION,
                        path,
                        "%s ends after %s, on which document '%s' reports: %s",
                        period,
                        by.period(),
                        by.id(),
                        wayOut));
    }
}
