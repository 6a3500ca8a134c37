package org.grassrootskpi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.model.CatalogValidationTest.problems;

import java.util.function.UnaryOperator;
import org.grassrootskpi.model.Outcome.Status;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

/** Outcomes and responsibilities that cannot be as they are stated. */
class OutcomeValidationTest {
    private static Target target(String id) {
        return Target.builder()
                .id(id)
                .name(Samples.name(id))
                .sector("safety")
                .region("440307003")
                .strength(Target.Strength.COMPLETE)
                .deadline(TimePeriod.parse("2025"))
                .citation(Citation.of("report", "2025-1", id))
                .build();
    }

    private static Catalog.Builder catalog(UnaryOperator<Outcome.Builder> outcome) {
        Target counted = Target.builder()
                .from(target("close"))
                .type(Target.Type.INDICATOR)
                .indicator("requests.closed")
                .figure(Quantity.parse("8宗"))
                .build();
        return Samples.valid()
                .addTargets(target("beds"), counted)
                .addOutcomes(outcome.apply(Outcome.builder()
                                .target("beds")
                                .asOf(TimePeriod.parse("2025-09"))
                                .status(Status.UNDER_WAY))
                        .build());
    }

    private static void refuses(UnaryOperator<Outcome.Builder> outcome, String... expected) {
        assertThat(problems(catalog(outcome)))
                .extracting(problem -> problem.path() + ": " + problem.message())
                .containsExactly(expected);
    }

    @Test
    void everythingThatFitsIsAccepted() {
        Catalog catalog = catalog(outcome -> outcome.target("close")
                        .figure(Quantity.parse("6宗"))
                        .completion(Quantity.parse("75%"))
                        .basis(Outcome.Basis.VERIFIED)
                        .by("督查室")
                        .reason(Samples.name("waits for land"))
                        .addEvidence(Evidence.builder().file("验收单.pdf").build()))
                .build();

        assertThat(catalog.outcomes("close"))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.by()).contains("督查室"));
        assertThat(catalog.outcomes("beds")).isEmpty();
        assertThat(catalog.target("beds").id()).isEqualTo("beds");
    }

    @Test
    void whatBelongsToAnotherStatusIsRefused() {
        refuses(
                outcome -> outcome.reached(TimePeriod.parse("2025-08")),
                "outcomes[0].reached: the time at which it was reached belongs to the status DONE, got UNDER_WAY");
        refuses(
                outcome -> outcome.deadline(TimePeriod.parse("2026")),
                "outcomes[0].deadline: a new deadline belongs to the status CHANGED, got UNDER_WAY");
        refuses(
                outcome -> outcome.into("close"),
                "outcomes[0].into: the target that it is a part of belongs to the status MERGED, got UNDER_WAY");
        refuses(
                outcome -> outcome.status(Status.DONE).reached(TimePeriod.parse("2025-10")),
                "outcomes[0].reached: expected a time no later than 2025-09, as of which it is reported, got 2025-10");
        refuses(
                outcome -> outcome.status(Status.NOT_STARTED).completion(Quantity.parse("5%")),
                "outcomes[0].completion: '5%' is done of what is NOT_STARTED: expected UNDER_WAY");
    }

    @Test
    void whatWasSoWhenTheTargetWasSetIsNoOutcomeOfIt() {
        refuses(
                outcome -> outcome.asOf(TimePeriod.parse("2024-12")),
                "outcomes[0].asOf: expected a time after 2024, on which document 'report' reports that sets target 'beds',"
                        + " got 2024-12");
    }

    @Test
    void whatIsDoneIsNotDoneByHalf() {
        refuses(
                outcome -> outcome.status(Status.DONE).completion(Quantity.parse("60%")),
                "outcomes[0].completion: '60%' of what is DONE: expected 100% or more, or PARTLY");
        assertThat(catalog(outcome -> outcome.status(Status.DONE).completion(Quantity.parse("超99%")))
                        .build()
                        .outcomes())
                .hasSize(1);
    }

    @Test
    void whatAStatusNeedsIsAskedFor() {
        refuses(
                outcome -> outcome.status(Status.MERGED),
                "outcomes[0]: the outcome MERGED lacks 'into': expected the id of another target");
        refuses(
                outcome -> outcome.status(Status.MERGED).into("beds"),
                "outcomes[0]: the outcome MERGED lacks 'into': expected the id of another target");
        refuses(
                outcome -> outcome.status(Status.CHANGED),
                "outcomes[0]: the outcome CHANGED says not what was changed: expected 'deadline' or 'reason'");
        refuses(
                outcome -> outcome.addEvidence(Evidence.builder().build()),
                "outcomes[0].evidence[0]: expected at least one of 'citation', 'file' and 'address', got none");
    }

    @Test
    void unknownTargetsAndOtherUnitsAreRefused() {
        refuses(outcome -> outcome.target("bed"), "outcomes[0].target: Unknown target 'bed' (did you mean 'beds'?)");
        refuses(
                outcome -> outcome.target("close").figure(Quantity.parse("6家")),
                "outcomes[0].figure: '6家' is in count:家, but target 'close' is in count:宗");
        refuses(
                outcome -> outcome.completion(Quantity.parse("6宗")),
                "outcomes[0].completion: '6宗' is in count:宗: expected a ratio, for example '75%'");
        refuses(
                outcome -> outcome.addEvidence(Evidence.builder()
                        .citation(Citation.of("reports", "1", "路"))
                        .build()),
                "outcomes[0].evidence[0].citation.document: Unknown document 'reports' (did you mean 'report'?)");
    }

    @Test
    void aTargetHasOneOutcomeForATime() {
        Catalog.Builder catalog = catalog(outcome -> outcome)
                .addOutcomes(Outcome.builder()
                        .target("beds")
                        .asOf(TimePeriod.parse("2025-09"))
                        .status(Status.DONE)
                        .build());

        assertThat(problems(catalog))
                .extracting(problem -> problem.path() + ": " + problem.message())
                .containsExactly(
                        "outcomes[1]: target 'beds' has an outcome as of 2025-09 already: one says what became of"
                                + " it by then");
    }

    @Test
    void aTargetDoesNotContinueItself() {
        Catalog.Builder catalog = Samples.valid()
                .addTargets(
                        Target.builder().from(target("a")).continues("b").build(),
                        Target.builder().from(target("b")).continues("a").build());

        assertThat(problems(catalog)).extracting(Problem::kind).containsExactly(Problem.Kind.CYCLE);
    }

    @Test
    void aUnitIsNamedOnceAndNotBlank() {
        Target target = Target.builder()
                .from(target("a"))
                .responsible(Responsibility.builder()
                        .unit("民政办")
                        .addSupporting("城建办", "民政办", " ")
                        .build())
                .build();

        assertThat(problems(Samples.valid().addTargets(target)))
                .extracting(problem -> problem.path() + ": " + problem.message())
                .containsExactly(
                        "targets[0].responsible.supporting[1]: '民政办' is named already: expected each unit once, in charge"
                                + " or supporting",
                        "targets[0].responsible.supporting[2]: expected a name, got a blank one; omit the property");
    }
}
