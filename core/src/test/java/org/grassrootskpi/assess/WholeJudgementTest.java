package org.grassrootskpi.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.assess.OutcomeJudgementTest.state;
import static org.grassrootskpi.assess.OutcomeJudgementTest.with;
import static org.grassrootskpi.assess.PortfolioTest.LATER;
import static org.grassrootskpi.assess.PortfolioTest.milestone;
import static org.grassrootskpi.assess.PortfolioTest.project;
import static org.grassrootskpi.assess.PortfolioTest.target;

import java.math.BigDecimal;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Milestone;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Outcome.Status;
import org.grassrootskpi.model.Programme;
import org.grassrootskpi.model.Project;
import org.grassrootskpi.model.Samples;
import org.grassrootskpi.model.Stage;
import org.grassrootskpi.model.StageModel;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

/** What becomes of a target of a programme or a project follows from its indicator or its parts. */
class WholeJudgementTest {
    @Test
    void aProgrammeIsFollowedByItsOnlyIndicatorInTheUnitOfTheFigure() {
        Catalog.Builder catalog = with(target("t", "2025")
                        .programme("quick")
                        .figure(Quantity.parse("8宗"))
                        .build())
                .addProgrammes(Programme.builder()
                        .id("quick")
                        .name(Samples.name("quick"))
                        .sector("safety")
                        .addIndicators("requests.closed", "requests.closing-rate")
                        .addCitations(Citation.of("report", "2024-5", "快办"))
                        .build())
                .addObservations(Observation.builder()
                        .indicator("requests.closed")
                        .region("440307003")
                        .period(TimePeriod.parse("2025-YTD06"))
                        .figure(Quantity.parse("2宗"))
                        .citation(LATER)
                        .build());

        assertThat(state(catalog, "2025-07-05").completion().map(Quantity::value))
                .contains(new BigDecimal("0.25"));
    }

    @Test
    void aWholeIsDoneAsFarAsItsPartsAre() {
        StageModel model = StageModel.builder()
                .id("construction")
                .name(Samples.name("construction"))
                .addStages(Stage.builder()
                        .id("started")
                        .name(Samples.name("started"))
                        .build())
                .addStages(Stage.builder()
                        .id("completed")
                        .name(Samples.name("completed"))
                        .build())
                .build();
        Catalog.Builder catalog = with(target("t", "2025")
                        .project("parks")
                        .stage("completed")
                        .build())
                .addStageModels(model)
                .addProjects(project("parks", "safety", "440307003"))
                .addProjects(part("east", milestone("completed", "2025-04", LATER)))
                .addProjects(part("west", milestone("started", "2025-04", LATER)))
                .addProjects(part("north"))
                .addProjects(part("south", milestone("completed", "2025-06", LATER)));

        TargetState state = state(catalog, "2025-07-05");

        assertThat(state.progress()).isEqualTo(Progress.OPEN);
        assertThat(state.status()).contains(Status.UNDER_WAY);
        assertThat(state.completion().map(Quantity::value)).contains(new BigDecimal("0.5"));
    }

    private static Project part(String id, Milestone... milestones) {
        return Project.builder()
                .from(project(id, "safety", "440307003", milestones))
                .partOf("parks")
                .build();
    }
}
