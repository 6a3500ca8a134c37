package org.grassrootskpi.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.CatalogException;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Document;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Milestone;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Project;
import org.grassrootskpi.model.Samples;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.model.Stage;
import org.grassrootskpi.model.StageModel;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.model.UnknownIdException;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortfolioTest {
    private static final Citation CITED = Citation.of("report", "2025-1", "路");
    private static final Citation LATER = Citation.of("next-report", "2025-1", "路");
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
                .period(TimePeriod.parse(period))
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
                .deadline(TimePeriod.parse(deadline))
                .citation(CITED);
    }

    private static Catalog catalog() {
        return Samples.valid()
                .addSectors(Sector.builder()
                        .id("safety.fire")
                        .name(Samples.name("fire"))
                        .parent("safety")
                        .build())
                .addDocuments(nextReport())
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
    void aTargetOfWhichNobodyReportedIsNotReportedAndNeverOverdue() {
        assertThat(Portfolio.of(catalog(), SUMMER_2025).targets())
                .extracting(TargetState::progress)
                .containsExactly(Progress.NOT_REPORTED, Progress.REACHED, Progress.OPEN, Progress.NOT_REPORTED);
        assertThat(Portfolio.of(catalog(), LocalDate.parse("2025-06-30")).targets())
                .extracting(TargetState::progress)
                .containsExactly(Progress.OPEN, Progress.REACHED, Progress.OPEN, Progress.NOT_REPORTED);
    }

    @Test
    void aStageReachedBeforeTheTargetWasSetDoesNotFulfilIt() {
        assertThat(Portfolio.of(catalog(), LocalDate.parse("2026-01-01")).targets(Progress.NOT_REPORTED))
                .extracting(Target::id)
                .contains("start-road-again");
    }

    /**
     * One target on a project that is in "planned" when it is set, and what the report of the next year tells: stage, phase
     * and period. "land" is an activity, the others are steps: planned, land, started, completed.
     */
    @ParameterizedTest
    @CsvSource({
        // in time, late, and not to be told
        "COMPLETE, completed, 2025-06,   completed, , 2025-06,  2026-01-15, REACHED, 2025-06, false",
        "COMPLETE, completed, 2025-06,   completed, , 2025-09,  2026-01-15, REACHED, 2025-09, true",
        "COMPLETE, in-use,    2025-04,   in-use,    , 2025-06,  2026-01-15, REACHED, 2025-06, true",
        "COMPLETE, completed, 2025-06,   completed, , 2025,     2026-01-15, REACHED, 2025,    ",
        "COMPLETE, started,   2025-06,   completed, , 2025-05,  2026-01-15, REACHED, 2025-05, false",
        // a source that speaks of the deadline or later says that it is not done
        "COMPLETE, completed, 2025-06,   started,   , 2025,     2026-01-15, OVERDUE, , ",
        "START,    completed, 2025-06,   started,   , 2025-06,  2026-01-15, OVERDUE, , ",
        "CONTINUE, completed, 2025-06,   started,   , 2025,     2026-01-15, UNDER_WAY, , ",
        "STRIVE,   completed, 2025-06,   started,   , 2025,     2026-01-15, NOT_MET, , ",
        // a source that speaks of an earlier time says nothing of the deadline
        "COMPLETE, completed, 2025,      started,   , 2025-06,  2026-01-15, NOT_REPORTED, , ",
        "COMPLETE, completed, 2025,      started,   , 2025-06,  2025-07-01, OPEN, , ",
        // to be finished is not to be begun
        "COMPLETE, land,      2025,      land, BEGUN, 2025,     2026-01-15, OVERDUE, , ",
        "COMPLETE, land,      2025,      land, FINISHED, 2025,  2026-01-15, REACHED, 2025, false",
        "START,    land,      2025,      land, BEGUN, 2025,     2026-01-15, REACHED, 2025, false",
        "CONTINUE, land,      2025,      land, BEGUN, 2025,     2026-01-15, UNDER_WAY, , ",
        // an activity that goes on says nothing of what comes before it
        "COMPLETE, planned,   2025,      land, BEGUN, 2025,     2026-01-15, OVERDUE, , ",
    })
    void aTargetOnAStageIsJudgedByWhatALaterDocumentTells(
            Target.Strength strength,
            String asked,
            String deadline,
            String stage,
            Milestone.@Nullable Phase phase,
            String period,
            String asOf,
            Progress progress,
            @Nullable String reached,
            @Nullable Boolean late) {
        Milestone told = Milestone.builder()
                .from(milestone(stage, period, LATER))
                .phase(Optional.ofNullable(phase))
                .build();
        TargetState state = judged(strength, asked, deadline, asOf, told);

        assertThat(state.progress()).isEqualTo(progress);
        assertThat(state.reached()).isEqualTo(Optional.ofNullable(reached).map(TimePeriod::parse));
        assertThat(state.reachedLate()).isEqualTo(Optional.ofNullable(late));
    }

    @Test
    void aProjectThatWasFurtherOnThanIsAskedProvesNothingByGoingOn() {
        Milestone started = milestone("started", "2024", CITED);
        Milestone completed = milestone("completed", "2025", LATER);
        Milestone cleared = Milestone.builder()
                .from(milestone("land", "2025", LATER))
                .phase(Milestone.Phase.FINISHED)
                .build();

        assertThat(judged(Target.Strength.COMPLETE, "land", "2025", "2026-01-15", started, completed)
                        .progress())
                .isEqualTo(Progress.OVERDUE);
        assertThat(judged(Target.Strength.COMPLETE, "land", "2025", "2026-01-15", started, cleared)
                        .progress())
                .isEqualTo(Progress.REACHED);
    }

    @Test
    void anAspirationIsNeverJudged() {
        Catalog catalog = Catalog.builder()
                .from(catalog())
                .targets(List.of(target("ironclad", "2025-04")
                        .type(Target.Type.ASPIRATION)
                        .build()))
                .build();

        assertThat(Portfolio.of(catalog, SUMMER_2025).targets(Progress.NOT_JUDGED))
                .extracting(Target::id)
                .containsExactly("ironclad");
        assertThat(Portfolio.of(catalog, SUMMER_2025).dueBy(SUMMER_2025)).isEmpty();
    }

    @Test
    void anActivityStandsWhereItsMilestonesSay() {
        Milestone begun = Milestone.builder()
                .from(milestone("land", "2024", CITED))
                .phase(Milestone.Phase.BEGUN)
                .build();
        Milestone finished = Milestone.builder()
                .from(milestone("land", "2025-06", LATER))
                .phase(Milestone.Phase.FINISHED)
                .build();
        Catalog catalog = works(Target.Strength.COMPLETE, "land", "2025", begun, finished);

        assertThat(List.of(END_OF_2024, SUMMER_2025))
                .extracting(date ->
                        Portfolio.of(catalog, date).projects().get(0).phase().orElseThrow())
                .containsExactly(Milestone.Phase.BEGUN, Milestone.Phase.FINISHED);
    }

    private static TargetState judged(
            Target.Strength strength, String asked, String deadline, String asOf, Milestone... told) {
        return Portfolio.of(works(strength, asked, deadline, told), LocalDate.parse(asOf))
                .targets()
                .get(0);
    }

    private static Catalog works(Target.Strength strength, String asked, String deadline, Milestone... told) {
        StageModel.Builder model = StageModel.builder().id("works").name(Samples.name("works"));
        for (String stage : List.of("planned", "land", "started", "completed", "in-use")) {
            model.addStages(Stage.builder()
                    .id(stage)
                    .name(Samples.name(stage))
                    .kind(stage.equals("land") ? Stage.Kind.ACTIVITY : Stage.Kind.STEP)
                    .build());
        }
        return Samples.valid()
                .addDocuments(nextReport())
                .addStageModels(model.build())
                .addProjects(Project.builder()
                        .from(project("works", "safety", "440307003", milestone("planned", "2024", CITED)))
                        .stageModel("works")
                        .addMilestones(told)
                        .build())
                .addTargets(target("asked", deadline)
                        .strength(strength)
                        .project("works")
                        .stage(asked)
                        .build())
                .build();
    }

    private static Document nextReport() {
        return Document.builder()
                .from(Samples.report())
                .id("next-report")
                .period(TimePeriod.parse("2025"))
                .build();
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

    /** What is asked, and what the report of the next year gives for the deadline's year. */
    @ParameterizedTest
    @CsvSource({
        "HIGHER, COMPLETE, 5宗,   9宗,     2025-06-30, OPEN",
        "HIGHER, COMPLETE, 5宗,   ,        2026-01-01, NOT_REPORTED",
        "HIGHER, COMPLETE, 5宗,   9宗,     2026-01-01, REACHED",
        "HIGHER, COMPLETE, 5宗,   4宗,     2026-01-01, OVERDUE",
        "HIGHER, STRIVE,   5宗,   4宗,     2026-01-01, NOT_MET",
        "LOWER,  COMPLETE, 5宗,   9宗,     2026-01-01, OVERDUE",
        "LOWER,  COMPLETE, 5宗,   5宗,     2026-01-01, REACHED",
        "HIGHER, COMPLETE, 560宗, 超500宗, 2026-01-01, UNDECIDED",
        "HIGHER, COMPLETE, 560宗, 超600宗, 2026-01-01, REACHED",
        "HIGHER, COMPLETE, 560宗, 近560宗, 2026-01-01, OVERDUE",
    })
    void aTargetOnAnIndicatorIsJudgedByItsObservation(
            Direction direction,
            Target.Strength strength,
            String asked,
            @Nullable String done,
            String asOf,
            Progress progress) {
        Catalog.Builder catalog = Samples.valid()
                .addDocuments(nextReport())
                .addIndicators(Indicator.builder()
                        .from(Samples.flow("cases"))
                        .direction(direction)
                        .build())
                .addTargets(target("few", "2025")
                        .strength(strength)
                        .indicator("cases")
                        .figure(Quantity.parse(asked))
                        .build());
        if (done != null) {
            catalog.addObservations(Observation.builder()
                    .from(Samples.observation("cases", done))
                    .period(TimePeriod.parse("2025"))
                    .citation(LATER)
                    .build());
        }

        assertThat(progress(catalog.build(), asOf)).isEqualTo(progress);
    }

    @Test
    void whatThePlanItselfSaysOfItsYearFulfilsNothing() {
        Observation planned = Observation.builder()
                .from(Samples.observation("requests.handled", "9宗"))
                .period(TimePeriod.parse("2025"))
                .status(ObservationStatus.FORECAST)
                .build();
        Catalog catalog = Samples.valid()
                .addTargets(target("few", "2025")
                        .indicator("requests.handled")
                        .figure(Quantity.parse("5宗"))
                        .build())
                .addObservations(planned)
                .build();

        assertThat(progress(catalog, "2026-01-01")).isEqualTo(Progress.NOT_REPORTED);
    }

    @Test
    void aProjectIsFoundInEachOfItsPlaces() {
        Catalog catalog = Samples.valid()
                .addStageModels(construction())
                .addProjects(Project.builder()
                        .from(project("pilot", "safety", "440307003"))
                        .addPlaces("440307003007")
                        .build())
                .addTargets(target("pilots", "2025").project("pilot").build())
                .build();

        Portfolio community = Portfolio.of(catalog, SUMMER_2025).within("440307003007");
        assertThat(community.projects()).hasSize(1);
        assertThat(community.targets()).hasSize(1);
    }

    @Test
    void stagesAreCountedAsIndicatorsOfEveryRegionAbove() {
        Catalog counted = StageCounts.addTo(catalog(), List.of(TimePeriod.parse("2024"), TimePeriod.parse("2025-Q2")));

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
