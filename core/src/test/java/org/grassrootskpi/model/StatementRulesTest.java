package org.grassrootskpi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.grassrootskpi.model.Problem.Kind;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** That a catalogue says of ranks, times, stages, places and targets only what its documents can tell. */
class StatementRulesTest {
    private static ImmutableList<Problem> problems(Catalog.Builder builder) {
        CatalogException refused = catchThrowableOfType(CatalogException.class, builder::build);
        assertThat(refused).as("expected the catalogue to be refused").isNotNull();
        return refused.problems();
    }

    /** Source of the first: public bug report. */
    @ParameterizedTest
    @CsvSource({
        "全市首批, FIRST_EVER, FIRST_BATCH",
        "全市第一批, PLACE, FIRST_BATCH",
        "龙岗首家, FIRST_BATCH, FIRST_EVER",
        "全市首创, FRONT, FIRST_EVER",
        "全区第一, FIRST_EVER, PLACE",
        "全区前列, FIRST_EVER, FRONT",
        "历史最低, RECORD_HIGH, RECORD_LOW"
    })
    void aRankIsOfTheKindThatItsWordsSay(String quote, Rank.Kind declared, Rank.Kind said) {
        assertThat(problems(Samples.valid().addObservations(ranked(quote, declared))))
                .containsExactly(Problem.of(
                        Kind.CONTRADICTION,
                        "observations[2].ranks[0].kind",
                        "rank '" + quote + "' is of kind " + declared + ", but its words say " + said));
        assertThatCode(() ->
                        Samples.valid().addObservations(ranked(quote, said)).build())
                .doesNotThrowAnyException();
    }

    private static Observation ranked(String quote, Rank.Kind kind) {
        Rank.Builder rank = Rank.builder().kind(kind).quote(quote);
        if (kind == Rank.Kind.PLACE) {
            rank.place(1);
        }
        if (kind != Rank.Kind.RECORD_LOW && kind != Rank.Kind.RECORD_HIGH) {
            rank.scope(RegionLevel.COUNTY);
        }
        return Observation.builder()
                .from(Samples.observation("requests.closed", "9宗"))
                .addRanks(rank.build())
                .build();
    }

    @Test
    void nothingIsToldOfATimeAfterTheOneThatItsDocumentReportsOn() {
        Observation later = Observation.builder()
                .from(Samples.observation("requests.closed", "9宗"))
                .period(TimePeriod.parse("2025-01"))
                .build();
        Recognition planned = Recognition.builder()
                .id("hotel")
                .subject(Samples.name("hotel"))
                .sector("safety")
                .region("440307003")
                .period(TimePeriod.parse("2025-06"))
                .citation(Citation.of("report", "2025-1", "首家"))
                .addRanks(Rank.builder()
                        .kind(Rank.Kind.FIRST_EVER)
                        .scope(RegionLevel.TOWNSHIP)
                        .quote("首家")
                        .build())
                .build();
        Catalog.Builder builder = works(milestone("built", "2025", Optional.empty()))
                .addObservations(later)
                .addRecognitions(planned);

        assertThat(problems(builder))
                .extracting(Problem::describe)
                .containsExactly(
                        "observations[2].period: 2025-01 ends after 2024, on which document 'report' reports: "
                                + "expected an earlier period, or the status FORECAST",
                        "recognitions[0].period: 2025-06 ends after 2024, on which document 'report' reports: "
                                + "expected an earlier period; what is planned is a target",
                        "projects[0].milestones[0].period: 2025 ends after 2024, on which document 'report' reports: "
                                + "expected an earlier period; what is planned is a target");
        assertThatCode(() -> Samples.valid()
                        .addObservations(Observation.builder()
                                .from(later)
                                .status(ObservationStatus.FORECAST)
                                .build())
                        .build())
                .doesNotThrowAnyException();
    }

    @Test
    void anActivityIsBegunOrFinishedAndAStepIsNeither() {
        assertThat(problems(works(
                        milestone("talks", "2024", Optional.empty()),
                        milestone("talks", "2024", Optional.of(Milestone.Phase.BEGUN)),
                        milestone("built", "2024", Optional.of(Milestone.Phase.FINISHED)))))
                .extracting(Problem::describe)
                .containsExactly(
                        "projects[0].milestones[0].phase: stage 'talks' is an ACTIVITY: expected BEGUN or FINISHED",
                        "projects[0].milestones[2].phase: stage 'built' is a STEP, which is reached at once: "
                                + "leave the phase out");
    }

    @Test
    void aPlaceLiesInTheRegionOfItsProject() {
        Catalog.Builder builder = works();
        Project road = builder.build().project("road");

        assertThat(problems(Samples.valid()
                        .addStageModels(builder.build().stageModel("works"))
                        .addProjects(Project.builder()
                                .from(road)
                                .region("440307003007")
                                .addPlaces("440307003")
                                .scope("4403")
                                .partOf("road")
                                .build())))
                .extracting(Problem::path)
                .containsExactly("projects[0].places[0]", "projects[0].scope", "projects[0]");
    }

    /** A type says what a target is judged by, which it then has to name. */
    @ParameterizedTest
    @EnumSource(names = {"INDICATOR", "PROJECT"})
    void aTargetNamesWhatItIsJudgedBy(Target.Type type) {
        Target target = Target.builder()
                .id("plan")
                .name(Samples.name("plan"))
                .sector("safety")
                .region("440307003")
                .type(type)
                .strength(Target.Strength.COMPLETE)
                .deadline(TimePeriod.parse("2025"))
                .citation(Citation.of("report", "2025-1", "完成"))
                .build();

        assertThat(problems(Samples.valid().addTargets(target)))
                .extracting(Problem::path)
                .containsExactly("targets[0].type");
    }

    private static Milestone milestone(String stage, String period, Optional<Milestone.Phase> phase) {
        return Milestone.builder()
                .stage(stage)
                .phase(phase)
                .period(TimePeriod.parse(period))
                .citation(Citation.of("report", "2024-3", stage))
                .build();
    }

    private static Catalog.Builder works(Milestone... milestones) {
        return Samples.valid()
                .addStageModels(StageModel.builder()
                        .id("works")
                        .name(Samples.name("works"))
                        .addStages(Stage.builder()
                                .id("talks")
                                .name(Samples.name("talks"))
                                .kind(Stage.Kind.ACTIVITY)
                                .build())
                        .addStages(Stage.builder()
                                .id("built")
                                .name(Samples.name("built"))
                                .build())
                        .build())
                .addProjects(Project.builder()
                        .id("road")
                        .name(Samples.name("road"))
                        .sector("safety")
                        .region("440307003")
                        .stageModel("works")
                        .addMilestones(milestones)
                        .build());
    }
}
