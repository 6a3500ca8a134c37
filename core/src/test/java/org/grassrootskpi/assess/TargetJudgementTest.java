package org.grassrootskpi.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.assess.PortfolioTest.CITED;
import static org.grassrootskpi.assess.PortfolioTest.LATER;
import static org.grassrootskpi.assess.PortfolioTest.SUMMER_2025;
import static org.grassrootskpi.assess.PortfolioTest.catalog;
import static org.grassrootskpi.assess.PortfolioTest.milestone;
import static org.grassrootskpi.assess.PortfolioTest.nextReport;
import static org.grassrootskpi.assess.PortfolioTest.progress;
import static org.grassrootskpi.assess.PortfolioTest.target;
import static org.grassrootskpi.assess.PortfolioTest.works;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Milestone;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Samples;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets as a later document or the lack of one judges them. */
class TargetJudgementTest {
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

    private static TargetState judged(
            Target.Strength strength, String asked, String deadline, String asOf, Milestone... told) {
        return Portfolio.of(works(strength, asked, deadline, told), LocalDate.parse(asOf))
                .targets()
                .get(0);
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
        // a printed figure is from half a place below to half a place above it: 1.0万宗 may be 9950
        "HIGHER, COMPLETE, 1万宗, 1.0万宗, 2026-01-01, UNDECIDED",
        "HIGHER, COMPLETE, 1万宗, 1.1万宗, 2026-01-01, REACHED",
        "LOWER,  COMPLETE, 1万宗, 1.0万宗, 2026-01-01, UNDECIDED",
        "LOWER,  COMPLETE, 1万宗, 0.9万宗, 2026-01-01, REACHED",
        // the words of a target count, too
        "HIGHER, COMPLETE, 超5宗, 5宗,     2026-01-01, OVERDUE",
        "HIGHER, COMPLETE, 超5宗, 6宗,     2026-01-01, REACHED",
        "HIGHER, COMPLETE, 近9宗, 8宗,     2026-01-01, UNDECIDED",
        "HIGHER, COMPLETE, 近9宗, 9宗,     2026-01-01, REACHED",
        "HIGHER, COMPLETE, 不低于5宗, 5宗, 2026-01-01, REACHED",
        "LOWER,  COMPLETE, 不足5宗, 5宗,   2026-01-01, OVERDUE",
        // better neither way: by the words of the target; near a value: nobody says how near
        "NEUTRAL, COMPLETE, 5宗,  6宗,     2026-01-01, REACHED",
        "NEUTRAL, COMPLETE, 不超过5宗, 6宗, 2026-01-01, OVERDUE",
        "NEUTRAL, COMPLETE, 不超过5宗, 5宗, 2026-01-01, REACHED",
        "TARGET, COMPLETE, 5宗,   6宗,     2026-01-01, UNDECIDED",
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
}
