package org.grassrootskpi.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.assess.PortfolioTest.LATER;
import static org.grassrootskpi.assess.PortfolioTest.nextReport;
import static org.grassrootskpi.assess.PortfolioTest.project;
import static org.grassrootskpi.assess.PortfolioTest.target;

import com.google.common.base.Splitter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Document;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Outcome;
import org.grassrootskpi.model.Outcome.Status;
import org.grassrootskpi.model.Project;
import org.grassrootskpi.model.Responsibility;
import org.grassrootskpi.model.Samples;
import org.grassrootskpi.model.Stage;
import org.grassrootskpi.model.StageModel;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets as their outcomes judge them, alone and beside milestones and figures. */
class OutcomeJudgementTest {
    private static Outcome outcome(String asOf, Status status) {
        return Outcome.builder()
                .target("t")
                .asOf(TimePeriod.parse(asOf))
                .status(status)
                .build();
    }

    static TargetState state(Catalog.Builder catalog, String asOf) {
        return Portfolio.of(catalog.build(), LocalDate.parse(asOf)).targets().stream()
                .filter(state -> state.target().id().equals("t"))
                .findFirst()
                .orElseThrow();
    }

    static Catalog.Builder with(Target target) {
        return Samples.valid().addDocuments(nextReport()).addTargets(target);
    }

    @ParameterizedTest
    @CsvSource({
        // before the deadline
        "COMPLETE, NOT_STARTED, 2025-03, 2025-04-15, OPEN,         NOT_STARTED, , 0",
        "COMPLETE, UNDER_WAY,   2025-03, 2025-04-15, OPEN,         UNDER_WAY,   , 0",
        "COMPLETE, DONE,        2025-03, 2025-04-15, REACHED,      DONE,        2025-03, 0",
        // an outcome of a later time is not known yet
        "COMPLETE, DONE,        2025-04, 2025-04-15, OPEN,         ,            , 0",
        // after it: what was said before the deadline says nothing of it
        "COMPLETE, UNDER_WAY,   2025-05, 2025-07-10, NOT_REPORTED, UNDER_WAY,   , 0",
        "COMPLETE, UNDER_WAY,   2025-06, 2025-07-10, OVERDUE,      UNDER_WAY,   , 10",
        "COMPLETE, PARTLY,      2025-06, 2025-07-10, OVERDUE,      PARTLY,      , 10",
        "COMPLETE, NOT_STARTED, 2025-06, 2025-07-10, OVERDUE,      NOT_STARTED, , 10",
        "COMPLETE, DROPPED,     2025-05, 2025-07-10, WITHDRAWN,    DROPPED,     , 0",
        // what is to be begun is reached by being under way
        "START,    UNDER_WAY,   2025-05, 2025-07-10, REACHED,      UNDER_WAY,   2025-05, 0",
        "START,    NOT_STARTED, 2025-06, 2025-07-10, OVERDUE,      NOT_STARTED, , 10",
        // what goes on and what is striven for is never overdue
        "CONTINUE, UNDER_WAY,   2025-06, 2025-07-10, UNDER_WAY,    UNDER_WAY,   , 0",
    })
    void anOutcomeJudgesATargetThatNothingElseFollows(
            Target.Strength strength,
            Status status,
            String reported,
            String asOf,
            Progress progress,
            @Nullable Status shown,
            @Nullable String reached,
            long daysOverdue) {
        TargetState state = state(
                with(target("t", "2025-06").strength(strength).build()).addOutcomes(outcome(reported, status)), asOf);

        assertThat(state.progress()).isEqualTo(progress);
        assertThat(state.status()).isEqualTo(Optional.ofNullable(shown));
        assertThat(state.reached()).isEqualTo(Optional.ofNullable(reached).map(TimePeriod::parse));
        assertThat(state.daysOverdue()).isEqualTo(daysOverdue);
        assertThat(state.derived()).isEmpty();
        assertThat(state.isContradicted()).isFalse();
    }

    @Test
    void theLastOutcomeByTheDateIsTheState() {
        Catalog.Builder catalog = with(target("t", "2025-12").build())
                .addOutcomes(outcome("2025-05", Status.UNDER_WAY))
                .addOutcomes(outcome("2025-03", Status.NOT_STARTED))
                .addOutcomes(Outcome.builder()
                        .from(outcome("2025-09", Status.DONE))
                        .reached(TimePeriod.parse("2025-08-20"))
                        .build());

        assertThat(state(catalog, "2025-04-10").status()).contains(Status.NOT_STARTED);
        assertThat(state(catalog, "2025-06-10").status()).contains(Status.UNDER_WAY);
        assertThat(state(catalog, "2025-10-01").status()).contains(Status.DONE);
        assertThat(state(catalog, "2025-10-01").reached()).contains(TimePeriod.parse("2025-08-20"));
        assertThat(state(catalog, "2025-10-01").reachedLate()).contains(false);
        assertThat(state(catalog, "2025-02-01").status()).isEmpty();
    }

    @Test
    void aChangedDeadlineHoldsFromThenOn() {
        Catalog.Builder catalog = with(target("t", "2025-06").build())
                .addOutcomes(Outcome.builder()
                        .from(outcome("2025-05", Status.CHANGED))
                        .deadline(TimePeriod.parse("2025-12"))
                        .build());

        assertThat(state(catalog, "2025-05-20").deadline()).isEqualTo(TimePeriod.parse("2025-06"));
        TargetState later = state(catalog, "2025-08-01");
        assertThat(later.deadline()).isEqualTo(TimePeriod.parse("2025-12"));
        assertThat(later.progress()).isEqualTo(Progress.OPEN);
        assertThat(Portfolio.of(catalog.build(), LocalDate.parse("2025-08-01")).dueBy(LocalDate.parse("2025-08-31")))
                .isEmpty();
    }

    /** 6 of 8 is 75 %. */
    @ParameterizedTest
    @CsvSource({
        "6宗,    2025-YTD09, 2025-10-08, OPEN,    UNDER_WAY,   0.75",
        "0宗,    2025-YTD09, 2025-10-08, OPEN,    NOT_STARTED, 0",
        "8宗,    2025-YTD09, 2025-10-08, REACHED, DONE,        1",
        "9宗,    2025,       2026-01-08, REACHED, DONE,        1.125",
        "6宗,    2025,       2026-01-08, OVERDUE, UNDER_WAY,   0.75",
        // a month of a year says nothing of a sum over it
        "8宗,    2025-09,    2025-10-08, OPEN,    ,            ",
        "6宗,    2025-YTD09, 2026-01-08, NOT_REPORTED, UNDER_WAY, 0.75",
    })
    void aFigureGivesTheCompletionOfATarget(
            String figure,
            String period,
            String asOf,
            Progress progress,
            @Nullable Status status,
            @Nullable String completion) {
        Catalog.Builder catalog = with(target("t", "2025")
                        .indicator("requests.closed")
                        .figure(Quantity.parse("8宗"))
                        .build())
                .addObservations(Observation.builder()
                        .indicator("requests.closed")
                        .region("440307003")
                        .period(TimePeriod.parse(period))
                        .figure(Quantity.parse(figure))
                        .citation(LATER)
                        .build());

        TargetState state = state(catalog, asOf);

        assertThat(state.progress()).isEqualTo(progress);
        assertThat(state.derived()).isEqualTo(Optional.ofNullable(status));
        assertThat(state.completion().map(share -> share.value().toPlainString()))
                .isEqualTo(Optional.ofNullable(completion));
    }

    /** Periods and figures of one flow, target 8 by the end of 2025, as of 2025-10-08. */
    @ParameterizedTest
    @CsvSource({
        // quarters and months that follow each other add up, and a month that is missing ends the sum
        "2025-Q1=2宗 2025-Q2=2宗 2025-Q3=1宗,              5,  2025-Q3, 0.625",
        "2025-Q1=2宗 2025-04=1宗 2025-06=3宗,              3,  2025-04, 0.375",
        "2025-02=1宗 2025-03=1宗,                          ,   ,        ",
        // of two ways to the same day the one with fewer parts, of sums until different days the longer
        "2025-Q1=2宗 2025-Q2=2宗 2025-YTD06=5宗,           5,  2025-YTD06, 0.625",
        "2025-YTD06=3宗 2025-07=1宗,                       4,  2025-07, 0.5",
        "2025-10=9宗,                                      ,   ,        ",
    })
    void aFlowIsAddedUpFromItsBeginning(
            String figures, @Nullable String figure, @Nullable String reported, @Nullable String completion) {
        Catalog.Builder catalog = with(target("t", "2025")
                .indicator("requests.closed")
                .figure(Quantity.parse("8宗"))
                .build());
        for (String observed : Splitter.on(' ').split(figures)) {
            int equals = observed.indexOf('=');
            catalog.addObservations(Observation.builder()
                    .indicator("requests.closed")
                    .region("440307003")
                    .period(TimePeriod.parse(observed.substring(0, equals)))
                    .figure(Quantity.parse(observed.substring(equals + 1)))
                    .citation(LATER)
                    .build());
        }

        TargetState state = state(catalog, "2025-10-08");

        assertThat(state.figure().map(done -> done.value().toPlainString())).isEqualTo(Optional.ofNullable(figure));
        assertThat(state.reported()).isEqualTo(Optional.ofNullable(reported).map(TimePeriod::parse));
        assertThat(state.completion().map(share -> share.value().toPlainString()))
                .isEqualTo(Optional.ofNullable(completion));
    }

    @Test
    void theLaterOfAnOutcomeAndAFigureGivesTheCompletion() {
        Catalog.Builder catalog = with(target("t", "2025")
                        .indicator("requests.closed")
                        .figure(Quantity.parse("8宗"))
                        .build())
                .addOutcomes(Outcome.builder()
                        .from(outcome("2025-03", Status.UNDER_WAY))
                        .completion(Quantity.parse("25%"))
                        .build())
                .addObservations(Observation.builder()
                        .indicator("requests.closed")
                        .region("440307003")
                        .period(TimePeriod.parse("2025-YTD09"))
                        .figure(Quantity.parse("6宗"))
                        .citation(LATER)
                        .build());

        assertThat(state(catalog, "2025-04-08").completion()).contains(Quantity.parse("25%"));
        assertThat(state(catalog, "2025-10-08").completion().map(Quantity::value))
                .contains(new BigDecimal("0.75"));
        assertThat(state(catalog, "2025-10-08").reported()).contains(TimePeriod.parse("2025-YTD09"));
    }

    /** The rate of a month is a report, and neither reaches the rate of a year nor outweighs an outcome. */
    @Test
    void theRateOfAPartOfTheTimeDecidesNothing() {
        Catalog.Builder catalog = with(target("t", "2025")
                        .indicator("requests.closing-rate")
                        .figure(Quantity.parse("96%"))
                        .build())
                .addOutcomes(outcome("2025-11", Status.DONE))
                .addObservations(Observation.builder()
                        .indicator("requests.closing-rate")
                        .region("440307003")
                        .period(TimePeriod.parse("2025-12"))
                        .figure(Quantity.parse("91%"))
                        .citation(LATER)
                        .build());

        TargetState state = state(catalog, "2026-01-08");

        assertThat(state.progress()).isEqualTo(Progress.REACHED);
        assertThat(state.figure()).contains(Quantity.parse("91%"));
        assertThat(state.completion()).isEmpty();
        assertThat(state.reported()).contains(TimePeriod.parse("2025-12"));
    }

    @Test
    void whatWasSaidAndWhatWasMeasuredMayContradictEachOther() {
        Target target = target("t", "2025")
                .indicator("requests.closed")
                .figure(Quantity.parse("8宗"))
                .build();
        Observation six = Observation.builder()
                .indicator("requests.closed")
                .region("440307003")
                .period(TimePeriod.parse("2025"))
                .figure(Quantity.parse("6宗"))
                .citation(LATER)
                .build();
        Catalog.Builder done = with(target).addObservations(six).addOutcomes(outcome("2025-12", Status.DONE));
        Catalog.Builder early = with(target).addObservations(six).addOutcomes(outcome("2025-10", Status.DONE));

        assertThat(state(done, "2026-01-05").isContradicted()).isTrue();
        assertThat(state(done, "2026-01-05").progress()).isEqualTo(Progress.REACHED);
        // The figure is later than the outcome, so it decides.
        assertThat(state(early, "2026-01-05").progress()).isEqualTo(Progress.OVERDUE);
        assertThat(state(early, "2026-01-05").status()).contains(Status.UNDER_WAY);
    }

    @ParameterizedTest
    @CsvSource({
        "DONE, 6宗, 8宗, true",
        "DONE, 8宗, 8宗, false",
        "DONE, 超6宗, 8宗, false",
        "PARTLY, 6宗, 8宗, false",
        "DONE, 8宗, 超8宗, true",
        "DONE, 9宗, 不超过8宗, true",
        "DONE, 0.8万宗, 8000宗, false"
    })
    void anOutcomeMayContradictItself(Status status, String figure, String asked, boolean contradicted) {
        Catalog.Builder catalog = with(target("t", "2025")
                        .figure(Quantity.parse(asked))
                        .build())
                .addOutcomes(Outcome.builder()
                        .from(outcome("2025-12", status))
                        .figure(Quantity.parse(figure))
                        .build());

        assertThat(state(catalog, "2026-01-05").isContradicted()).isEqualTo(contradicted);
    }

    @Test
    void unfinishedTargetsThatTheNextPlanDoesNotTakeUpAreListed() {
        Document nextPlan = Document.builder()
                .from(nextReport())
                .id("plan-2026")
                .period(TimePeriod.parse("2025"))
                .plannedPeriod(TimePeriod.parse("2026"))
                .build();
        Catalog.Builder catalog = Samples.valid()
                .addDocuments(nextReport(), nextPlan)
                .addTargets(
                        target("done", "2025").build(), target("open", "2025").build())
                .addTargets(target("taken-up", "2025").build())
                .addTargets(target("goes-on", "2025")
                        .strength(Target.Strength.CONTINUE)
                        .build())
                .addTargets(target("again", "2026")
                        .continues("taken-up")
                        .citation(Citation.of("plan-2026", "2026-1", "路"))
                        .build())
                .addOutcomes(Outcome.builder()
                        .from(outcome("2025-11", Status.DONE))
                        .target("done")
                        .build());

        assertThat(Portfolio.of(catalog.build(), LocalDate.parse("2026-02-01")).notTakenUp())
                .extracting(Target::id)
                .containsExactly("open");
        assertThat(Portfolio.of(catalog.build(), LocalDate.parse("2025-12-31")).notTakenUp())
                .isEmpty();
    }

    @Test
    void aTargetIsInTheChargeOfItsUnitOrThatOfItsProject() {
        Catalog.Builder catalog = Samples.valid()
                .addDocuments(nextReport())
                .addStageModels(StageModel.builder()
                        .id("construction")
                        .name(Samples.name("construction"))
                        .addStages(Stage.builder()
                                .id("completed")
                                .name(Samples.name("completed"))
                                .build())
                        .build())
                .addProjects(Project.builder()
                        .from(project("park", "safety", "440307003"))
                        .responsible(Responsibility.builder().unit("城建办").build())
                        .build())
                .addTargets(target("own", "2025")
                        .project("park")
                        .stage("completed")
                        .responsible(Responsibility.builder()
                                .unit("民政办")
                                .addSupporting("城建办")
                                .leader("王主任")
                                .build())
                        .build())
                .addTargets(target("of-project", "2025")
                        .project("park")
                        .stage("completed")
                        .build())
                .addTargets(target("nobody", "2025").build());
        Portfolio portfolio = Portfolio.of(catalog.build(), LocalDate.parse("2025-06-01"));

        assertThat(portfolio.byUnit().keySet()).containsExactly("民政办", "城建办", Portfolio.NO_UNIT);
        assertThat(portfolio.inCharge("城建办").targets())
                .extracting(state -> state.target().id())
                .containsExactly("of-project");
        assertThat(portfolio.inCharge("城建办").projects())
                .extracting(state -> state.project().id())
                .containsExactly("park");
    }
}
