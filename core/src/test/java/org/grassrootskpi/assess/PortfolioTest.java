package org.grassrootskpi.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.CatalogException;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Document;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Milestone;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Project;
import org.grassrootskpi.model.Samples;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.model.Stage;
import org.grassrootskpi.model.StageModel;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.model.UnknownIdException;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.Period;
import org.junit.jupiter.api.Test;

class PortfolioTest {
    private static final Citation CITED = Citation.of("report", "2025-1", "路");
    private static final LocalDate END_OF_2024 = LocalDate.parse("2024-12-31");
    private static final LocalDate SUMMER_2025 = LocalDate.parse("2025-07-01");

    private static StageModel construction() {
        StageModel.Builder model = StageModel.builder().id("construction").name(Samples.name("construction"));
        for (String stage : List.of("planned", "started", "completed")) {
            model.addStages(Stage.builder().id(stage).name(Samples.name(stage)).build());
        }
        return model.build();
    }

    private static Milestone milestone(String stage, String period) {
        return milestone(stage, period, CITED);
    }

    private static Milestone milestone(String stage, String period, Citation citation) {
        return Milestone.builder()
                .stage(stage)
                .period(Period.parse(period))
                .citation(citation)
                .build();
    }

    private static Project project(String id, String sector, String region, Milestone... milestones) {
        return Project.builder()
                .id(id)
                .name(Samples.name(id))
                .sector(sector)
                .region(region)
                .stageModel("construction")
                .addMilestones(milestones)
                .build();
    }

    private static Target.Builder target(String id, String deadline) {
        return Target.builder()
                .id(id)
                .name(Samples.name(id))
                .sector("safety")
                .region("440307003")
                .strength(Target.Strength.COMPLETE)
                .deadline(Period.parse(deadline))
                .citation(CITED);
    }

    private static Catalog catalog() {
        return Samples.valid()
                .addSectors(Sector.builder()
                        .id("safety.fire")
                        .name(Samples.name("fire"))
                        .parent("safety")
                        .build())
                .addDocuments(Document.builder()
                        .from(Samples.report())
                        .id("next-report")
                        .period(Period.parse("2025"))
                        .build())
                .addStageModels(construction())
                .addProjects(
                        project("road", "safety", "440307003", milestone("started", "2024")),
                        project(
                                "park",
                                "safety.fire",
                                "440307003007",
                                milestone("completed", "2025-05", Citation.of("next-report", "2025-1", "园")),
                                milestone("planned", "2023"),
                                milestone("started", "2024")),
                        project("school", "safety", "440307003"))
                .addTargets(
                        target("finish-road", "2025-H1")
                                .project("road")
                                .stage("completed")
                                .build(),
                        target("finish-park", "2025-06")
                                .project("park")
                                .stage("completed")
                                .build(),
                        target("start-road-again", "2025")
                                .project("road")
                                .stage("started")
                                .build(),
                        target("talk", "2025-04").build())
                .build();
    }

    @Test
    void aProjectStandsAtTheFurthestStageReachedByTheDate() {
        Portfolio then = Portfolio.of(catalog(), END_OF_2024);

        assertThat(then.byStage().asMap())
                .hasSize(2)
                .hasEntrySatisfying(
                        "started",
                        states -> assertThat(states)
                                .extracting(state -> state.project().id())
                                .containsExactly("road", "park"))
                .hasEntrySatisfying(
                        Portfolio.NO_STAGE,
                        states -> assertThat(states)
                                .extracting(state -> state.project().id())
                                .containsExactly("school"));
        assertThat(Portfolio.of(catalog(), SUMMER_2025).byStage().get("completed"))
                .extracting(state -> state.project().id())
                .containsExactly("park");
    }

    @Test
    void aStageOfAPeriodThatHasNotEndedIsNotReachedYet() {
        assertThat(Portfolio.of(catalog(), LocalDate.parse("2024-12-30"))
                        .byStage()
                        .get("started"))
                .isEmpty();
    }

    @Test
    void theHistoryIsInTheOrderOfTime() {
        ProjectState park = Portfolio.of(catalog(), SUMMER_2025).projects().get(1);

        assertThat(park.history()).extracting(Milestone::stage).containsExactly("planned", "started", "completed");
    }

    @Test
    void targetsAreReachedOpenLateOrUnknownAsOfADate() {
        assertThat(Portfolio.of(catalog(), SUMMER_2025).targets())
                .extracting(TargetState::progress)
                .containsExactly(Progress.LATE, Progress.REACHED, Progress.OPEN, Progress.UNKNOWN);
        assertThat(Portfolio.of(catalog(), LocalDate.parse("2025-06-30")).targets(Progress.LATE))
                .isEmpty();
        assertThat(Portfolio.of(catalog(), SUMMER_2025).targets(Progress.LATE))
                .extracting(Target::id)
                .containsExactly("finish-road");
    }

    @Test
    void aStageReachedBeforeTheTargetWasSetDoesNotFulfilIt() {
        assertThat(Portfolio.of(catalog(), LocalDate.parse("2026-01-01")).targets(Progress.LATE))
                .extracting(Target::id)
                .contains("start-road-again");
    }

    @Test
    void whatIsDueIsWhatIsNotReachedWithTheEarliestDeadlineFirst() {
        assertThat(Portfolio.of(catalog(), SUMMER_2025).dueBy(LocalDate.parse("2025-12-31")))
                .extracting(Target::id)
                .containsExactly("talk", "finish-road", "start-road-again");
        assertThat(Portfolio.of(catalog(), END_OF_2024).dueBy(LocalDate.parse("2025-06-29")))
                .extracting(Target::id)
                .containsExactly("talk");
    }

    @Test
    void narrowsToSectorsRegionsAndStages() {
        Portfolio all = Portfolio.of(catalog(), END_OF_2024);

        assertThat(all.inSector("safety").projects()).hasSize(3);
        assertThat(all.inSector("safety.fire").projects())
                .extracting(state -> state.project().id())
                .containsExactly("park");
        assertThat(all.inSector("safety.fire").targets()).isEmpty();
        assertThat(all.within("440307003007").bySector().keySet()).containsExactly("safety.fire");
        assertThat(all.within("440307003").byRegion().keySet()).containsExactly("440307003", "440307003007");
        assertThat(all.atStage("started").targets()).hasSize(3);
        assertThatThrownBy(() -> all.inSector("saftey")).isInstanceOf(UnknownIdException.class);
    }

    @Test
    void aTargetOnAnIndicatorIsReachedByItsObservation() {
        Target few = target("few", "2025")
                .indicator("requests.handled")
                .figure(Quantity.parse("5宗"))
                .build();
        Observation nine = Observation.builder()
                .from(Samples.observation("requests.handled", "9宗"))
                .period(Period.parse("2025"))
                .build();
        Catalog.Builder builder = Samples.valid().addTargets(few);

        assertThat(progress(builder.build(), "2025-06-30")).isEqualTo(Progress.OPEN);
        assertThat(progress(builder.build(), "2026-01-01")).isEqualTo(Progress.UNKNOWN);
        assertThat(progress(builder.addObservations(nine).build(), "2026-01-01"))
                .isEqualTo(Progress.REACHED);
    }

    @Test
    void lowerIsBetterWhereTheIndicatorSaysSo() {
        Target few = target("few", "2024")
                .indicator("cases")
                .figure(Quantity.parse("5宗"))
                .build();
        Indicator cases = Indicator.builder()
                .from(Samples.flow("cases"))
                .direction(Direction.LOWER)
                .build();
        Catalog catalog = Samples.valid()
                .addIndicators(cases)
                .addObservations(Samples.observation("cases", "9宗"))
                .addTargets(few)
                .build();

        assertThat(progress(catalog, "2025-01-01")).isEqualTo(Progress.LATE);
    }

    @Test
    void stagesAreCountedAsIndicatorsOfEveryRegionAbove() {
        Catalog counted = StageCounts.addTo(catalog(), List.of(Period.parse("2024"), Period.parse("2025-Q2")));

        assertThat(counted.indicatorsOf("projects"))
                .extracting(Indicator::id)
                .containsExactly(
                        "projects.construction.planned",
                        "projects.construction.started",
                        "projects.construction.completed");
        assertThat(counted.observations("projects.construction.started"))
                .extracting(
                        Observation::key,
                        observation ->
                                observation.figure().orElseThrow().value().intValueExact())
                .containsExactly(
                        tuple("projects.construction.started:440307003:2024", 2),
                        tuple("projects.construction.started:440307003007:2024", 1),
                        tuple("projects.construction.started:440307003:2025-Q2", 1));
        assertThatThrownBy(() -> StageCounts.addTo(counted, List.of())).isInstanceOf(CatalogException.class);
    }

    private static Progress progress(Catalog catalog, String asOf) {
        return Portfolio.of(catalog, LocalDate.parse(asOf)).targets().get(0).progress();
    }
}
