package org.grassrootskpi.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.CatalogException;
import org.grassrootskpi.model.Citation;
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
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

class PortfolioTest {
    static final Citation CITED = Citation.of("report", "2025-1", "路");

    static final Citation LATER = Citation.of("next-report", "2025-1", "路");

    private static final LocalDate END_OF_2024 = LocalDate.parse("2024-12-31");

    static final LocalDate SUMMER_2025 = LocalDate.parse("2025-07-01");

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

    static Milestone milestone(String stage, String period, Citation citation) {
        return Milestone.builder()
                .stage(stage)
                .period(TimePeriod.parse(period))
                .citation(citation)
                .build();
    }

    static Project project(String id, String sector, String region, Milestone... milestones) {
        return Project.builder()
                .id(id)
                .name(Samples.name(id))
                .sector(sector)
                .region(region)
                .stageModel("construction")
                .addMilestones(milestones)
                .build();
    }

    static Target.Builder target(String id, String deadline) {
        return Target.builder()
                .id(id)
                .name(Samples.name(id))
                .sector("safety")
                .region("440307003")
                .strength(Target.Strength.COMPLETE)
                .deadline(TimePeriod.parse(deadline))
                .citation(CITED);
    }

    static Catalog catalog() {
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

    static Catalog works(Target.Strength strength, String asked, String deadline, Milestone... told) {
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

    static Document nextReport() {
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

    static Progress progress(Catalog catalog, String asOf) {
        return Portfolio.of(catalog, LocalDate.parse(asOf)).targets().get(0).progress();
    }

    /** Two projects and a target on each, one in a sub-sector and in a community; and a target without a project. */
    private static Portfolio two() {
        return Portfolio.of(
                Samples.valid()
                        .addSectors(Sector.builder()
                                .id("safety.fire")
                                .name(Samples.name("fire"))
                                .parent("safety")
                                .build())
                        .addStageModels(construction())
                        .addProjects(
                                project("road", "safety", "440307003", milestone("started", "2024")),
                                project("park", "safety.fire", "440307003007", milestone("started", "2024")))
                        .addTargets(
                                target("of-road", "2025-06").project("road").build(),
                                target("of-park", "2025")
                                        .sector("safety.fire")
                                        .region("440307003007")
                                        .project("park")
                                        .build(),
                                target("talk", "2025-04").build())
                        .build(),
                SUMMER_2025);
    }

    private static List<String> targets(Portfolio portfolio) {
        return portfolio.targets().stream().map(state -> state.target().id()).toList();
    }

    private static List<String> projects(Portfolio portfolio) {
        return portfolio.projects().stream().map(state -> state.project().id()).toList();
    }

    @Test
    void narrowsTargetsWithTheProjectsThatTheyAreOn() {
        Portfolio all = two();

        assertThat(targets(all.inSector("safety.fire"))).containsExactly("of-park");
        assertThat(projects(all.inSector("safety.fire"))).containsExactly("park");
        assertThat(targets(all.inSector("safety"))).containsExactly("of-road", "of-park", "talk");
        assertThat(targets(all.within("440307003007"))).containsExactly("of-park");
        assertThat(projects(all.within("440307003007"))).containsExactly("park");
        assertThat(targets(all.within("440307003"))).containsExactly("of-road", "of-park", "talk");
        assertThat(projects(all.atStage("started"))).containsExactly("road", "park");
        assertThat(projects(all.atStage("planned"))).isEmpty();
        assertThat(targets(all.atStage("planned"))).isEmpty();
    }

    @Test
    void theTargetsAtAStageAreThoseOfItsProjects() {
        Portfolio before = Portfolio.of(
                Samples.valid()
                        .addStageModels(construction())
                        .addProjects(
                                project("road", "safety", "440307003", milestone("started", "2024")),
                                project("school", "safety", "440307003", milestone("planned", "2024")))
                        .addTargets(
                                target("of-road", "2025-06").project("road").build(),
                                target("of-school", "2025-06").project("school").build())
                        .build(),
                SUMMER_2025);

        assertThat(projects(before.atStage("planned"))).containsExactly("school");
        assertThat(targets(before.atStage("planned"))).containsExactly("of-school");
        assertThat(before.targets(Progress.NOT_REPORTED))
                .extracting(Target::id)
                .containsExactly("of-road", "of-school");
        assertThat(before.targets(Progress.REACHED)).isEmpty();
    }

    @Test
    void thePhaseIsThatOfTheFurthestStage() {
        Milestone cleared = Milestone.builder()
                .from(milestone("land", "2024", CITED))
                .phase(Milestone.Phase.FINISHED)
                .build();
        Catalog catalog =
                works(Target.Strength.COMPLETE, "completed", "2025", cleared, milestone("started", "2025-01", LATER));

        assertThat(Portfolio.of(catalog, END_OF_2024).projects().get(0).phase()).contains(Milestone.Phase.FINISHED);
        assertThat(Portfolio.of(catalog, SUMMER_2025).projects().get(0).phase())
                .as("a step has none")
                .isEmpty();
    }

    @Test
    void milestonesOfOneDayAreInTheOrderOfTheStages() {
        Portfolio portfolio = Portfolio.of(
                Samples.valid()
                        .addStageModels(construction())
                        .addProjects(project(
                                "road",
                                "safety",
                                "440307003",
                                milestone("completed", "2024"),
                                milestone("planned", "2024"),
                                milestone("started", "2024")))
                        .build(),
                SUMMER_2025);

        assertThat(portfolio.projects().get(0).history())
                .extracting(Milestone::stage)
                .containsExactly("planned", "started", "completed");
    }
}
