package org.grassrootskpi.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMultiset;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusedException;
import org.grassrootskpi.assess.ScheduleState;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Document;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Outcome;
import org.grassrootskpi.model.Responsibility;
import org.grassrootskpi.model.Samples;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Monthly sheets by the definitions of the office: at the end of September nine twelfths of a year are due; a gap is what is done less
 * what is due, in points; what is reported for an earlier month says nothing of this one.
 */
class ProgressSheetTest {
    static final String STREET = "440307003";
    static final TimePeriod SEPTEMBER = TimePeriod.parse("2025-09");

    static Catalog.Builder plan() {
        return Samples.valid()
                .addDocuments(Document.builder()
                        .from(Samples.report())
                        .id("monthly")
                        .period(TimePeriod.parse("2025"))
                        .build())
                .addIndicators(
                        indicator("jobs", IndicatorKind.FLOW, Direction.HIGHER),
                        indicator("visits", IndicatorKind.FLOW, Direction.HIGHER),
                        indicator("accidents", IndicatorKind.FLOW, Direction.LOWER),
                        indicator("firms", IndicatorKind.STOCK, Direction.HIGHER));
    }

    private static Indicator indicator(String id, IndicatorKind kind, Direction direction) {
        return Indicator.builder()
                .from(Samples.flow(id))
                .kind(kind)
                .unit(Unit.parse("count:个"))
                .direction(direction)
                .build();
    }

    static Target.Builder target(String id, String deadline) {
        return Target.builder()
                .id(id)
                .name(Samples.name(id))
                .sector("safety")
                .region(STREET)
                .strength(Target.Strength.COMPLETE)
                .deadline(TimePeriod.parse(deadline))
                .citation(Citation.of("report", "2025-1", id));
    }

    static Target flow(String id, String indicator, String figure) {
        return target(id, "2025")
                .indicator(indicator)
                .figure(Quantity.parse(figure))
                .build();
    }

    static Observation observed(String indicator, String region, String period, String figure) {
        return Observation.builder()
                .indicator(indicator)
                .region(region)
                .period(TimePeriod.parse(period))
                .figure(Quantity.parse(figure))
                .citation(Citation.of("monthly", period, figure))
                .build();
    }

    /** Reads such as {@code 2025-08=600个 2025-09=900个}. */
    private static List<Observation> observed(String indicator, @Nullable String figures) {
        List<Observation> observations = new ArrayList<>();
        if (figures != null) {
            for (String figure : Splitter.on(' ').split(figures)) {
                int equals = figure.indexOf('=');
                observations.add(
                        observed(indicator, STREET, figure.substring(0, equals), figure.substring(equals + 1)));
            }
        }
        return observations;
    }

    private static Outcome.Builder outcome(String target, String asOf, Outcome.Status status) {
        return Outcome.builder().target(target).asOf(TimePeriod.parse(asOf)).status(status);
    }

    private static ProgressItem item(Catalog.Builder catalog, String id) {
        return ProgressSheet.of(catalog.build(), SEPTEMBER).items().stream()
                .filter(item -> item.target().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> gap(ProgressItem item) {
        return item.schedule()
                .flatMap(ScheduleState::gap)
                .map(gap -> gap.value()
                        .movePointRight(2)
                        .setScale(2, RoundingMode.HALF_UP)
                        .toPlainString());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-YTD09=900个,                 ON_SCHEDULE,  0.00",
        "2025-YTD09=899个,                 BEHIND,       -0.08",
        "2025-YTD09=600个,                 BEHIND,       -25.00",
        "2025-YTD09=近900个,               BEHIND,       0.00",
        "2025-YTD09=超800个,               UNDECIDED,    -8.33",
        "2025-YTD09=1200个,                REACHED,      25.00",
        "2025-H1=700个 2025-Q3=250个,      ON_SCHEDULE,  4.17",
        "2025-YTD08=1000个,                NOT_REPORTED, ",
        ",                                 NOT_REPORTED, ",
    })
    void aFlowIsComparedWithWhatIsDue(@Nullable String figures, ItemState state, @Nullable String gap) {
        ProgressItem item =
                item(plan().addTargets(flow("t", "jobs", "1200个")).addAllObservations(observed("jobs", figures)), "t");

        assertThat(item.state()).isEqualTo(state);
        assertThat(gap(item)).isEqualTo(Optional.ofNullable(gap));
    }

    /** From 138 at the end of 2024 to 150: nine of twelve are due. */
    @ParameterizedTest
    @CsvSource({
        "2024=138个 2025-09=147个, ON_SCHEDULE, 0.00",
        "2024=138个 2025-09=141个, BEHIND,      -50.00",
        "2024=138个 2025-09=137个, BEHIND,      -83.33",
        "2025-09=147个,            UNDER_WAY,   ",
    })
    void aStockIsComparedFromItsValueAtTheBeginning(String figures, ItemState state, @Nullable String gap) {
        Target target = Target.builder()
                .from(flow("t", "firms", "150个"))
                .citation(Citation.of("report", "2025-1", "150个"))
                .build();

        ProgressItem item = item(plan().addTargets(target).addAllObservations(observed("firms", figures)), "t");

        assertThat(item.state()).isEqualTo(state);
        assertThat(gap(item)).isEqualTo(Optional.ofNullable(gap));
    }

    @ParameterizedTest
    @CsvSource({
        // deadline, strength, as of, status, completion
        "2025,    COMPLETE, 2025-09, UNDER_WAY,   80%, ON_SCHEDULE",
        "2025,    COMPLETE, 2025-09, UNDER_WAY,   70%, BEHIND",
        // a printed 75 % may be 74.6 %
        "2025,    COMPLETE, 2025-09, UNDER_WAY,   75%, UNDECIDED",
        "2025-10, COMPLETE, 2025-09, UNDER_WAY,   80%, BEHIND",
        "2025,    COMPLETE, 2025-09, UNDER_WAY,   ,    UNDER_WAY",
        "2025,    COMPLETE, 2025-08, UNDER_WAY,   80%, NOT_REPORTED",
        "2025,    COMPLETE, 2025-09, DONE,        ,    REACHED",
        "2025,    COMPLETE, 2025-02, DROPPED,     ,    WITHDRAWN",
        "2025,    CONTINUE, 2025-09, UNDER_WAY,   ,    UNDER_WAY",
        "2025,    STRIVE,   2025-09, UNDER_WAY,   ,    NOT_JUDGED",
        "2025-H1, COMPLETE, 2025-06, UNDER_WAY,   80%, OVERDUE",
        "2025-H1, COMPLETE, 2025-05, UNDER_WAY,   80%, NOT_REPORTED",
        "2026,    COMPLETE, 2025-09, NOT_STARTED, ,    UNDER_WAY",
    })
    void anOutcomeOfTheMonthDecides(
            String deadline,
            Target.Strength strength,
            String asOf,
            Outcome.Status status,
            @Nullable String completion,
            ItemState state) {
        Outcome.Builder outcome = outcome("t", asOf, status);
        if (completion != null) {
            outcome.completion(Quantity.parse(completion));
        }

        assertThat(item(
                                plan().addTargets(target("t", deadline)
                                                .strength(strength)
                                                .build())
                                        .addOutcomes(outcome.build()),
                                "t")
                        .state())
                .isEqualTo(state);
    }

    @Test
    void whatNobodyReportsIsNotReportedAndWhatHasNotBegunIsNotBegun() {
        Catalog.Builder catalog = plan().addTargets(
                        target("now", "2025").build(), target("later", "2026").build());

        assertThat(item(catalog, "now").state()).isEqualTo(ItemState.NOT_REPORTED);
        assertThat(item(catalog, "later").state()).isEqualTo(ItemState.NOT_BEGUN);
    }

    @Test
    void aLimitAndARateAreUnderWayWithTheirFigure() {
        Catalog.Builder catalog = plan().addTargets(flow("few", "accidents", "不超过3个"))
                .addTargets(target("rate", "2025")
                        .indicator("requests.closing-rate")
                        .figure(Quantity.parse("96%"))
                        .build())
                .addObservations(observed("accidents", STREET, "2025-YTD09", "1个"))
                .addObservations(observed("requests.closing-rate", STREET, "2025-YTD09", "95.8%"));

        assertThat(item(catalog, "few").state()).isEqualTo(ItemState.UNDER_WAY);
        assertThat(item(catalog, "rate").state()).isEqualTo(ItemState.UNDER_WAY);
        assertThat(item(catalog, "rate").judged().figure()).contains(Quantity.parse("95.8%"));
        assertThat(item(catalog, "rate").schedule()).isEmpty();
    }

    /** Target 1200, 100 due each month. */
    @ParameterizedTest
    @CsvSource({
        "2025-YTD07=600个 2025-YTD08=700个 2025-YTD09=800个, BEHIND,      BEHIND,       3, false, false",
        "2025-YTD07=600个 2025-YTD08=800个 2025-YTD09=800个, BEHIND,      ON_SCHEDULE,  1, true,  false",
        "2025-YTD08=700个 2025-YTD09=900个,                  ON_SCHEDULE, BEHIND,       0, false, true",
        "2025-YTD07=600个 2025-YTD09=800个,                  BEHIND,      NOT_REPORTED, 1, false, false",
        "2025-YTD08=超700个 2025-YTD09=800个,                BEHIND,      UNDECIDED,    1, false, false",
    })
    void theMonthsBeforeSayWhoFellAndWhoRecovered(
            String figures, ItemState state, ItemState before, int monthsBehind, boolean fallen, boolean recovered) {
        ProgressItem item =
                item(plan().addTargets(flow("t", "jobs", "1200个")).addAllObservations(observed("jobs", figures)), "t");

        assertThat(item.state()).isEqualTo(state);
        assertThat(item.before()).contains(before);
        assertThat(item.monthsBehind()).isEqualTo(monthsBehind);
        assertThat(item.hasFallen()).isEqualTo(fallen);
        assertThat(item.hasRecovered()).isEqualTo(recovered);
    }

    @Test
    void listsTheWorstFirstAndWhatIsDueOrOverdue() {
        ProgressSheet sheet = ProgressSheet.of(
                plan().addTargets(flow("a", "jobs", "1200个"), flow("b", "visits", "100个"))
                        .addTargets(target("soon", "2025-10-30")
                                .responsible(
                                        Responsibility.builder().unit("民政办").build())
                                .build())
                        .addTargets(target("not-soon", "2025-10-31").build())
                        .addTargets(target("late", "2025-H1").build())
                        .addTargets(target("later", "2025-08").build())
                        .addObservations(observed("jobs", STREET, "2025-YTD09", "800个"))
                        .addObservations(observed("visits", STREET, "2025-YTD09", "20个"))
                        .addOutcomes(
                                outcome("late", "2025-06", Outcome.Status.UNDER_WAY)
                                        .build(),
                                outcome("later", "2025-08", Outcome.Status.NOT_STARTED)
                                        .build())
                        .build(),
                SEPTEMBER);

        assertThat(ids(sheet.behind())).containsExactly("b", "a");
        assertThat(sheet.behind().get(0).level().orElseThrow()).hasToString("red");
        assertThat(sheet.behind().get(1).level().orElseThrow()).hasToString("yellow");
        assertThat(ids(sheet.dueSoon())).containsExactly("soon");
        assertThat(sheet.daysLeft(sheet.dueSoon().get(0))).isEqualTo(30);
        assertThat(ids(sheet.overdue())).containsExactly("late", "later");
        assertThat(sheet.overdue().get(0).judged().daysOverdue()).isEqualTo(92);
        assertThat(ids(sheet.notReported())).containsExactly("soon", "not-soon");
        assertThat(sheet.counts())
                .isEqualTo(ImmutableMultiset.of(
                        ItemState.BEHIND,
                        ItemState.BEHIND,
                        ItemState.OVERDUE,
                        ItemState.OVERDUE,
                        ItemState.NOT_REPORTED,
                        ItemState.NOT_REPORTED));
        assertThat(sheet.countsByUnit().get("民政办")).isEqualTo(ImmutableMultiset.of(ItemState.NOT_REPORTED));
    }

    private static List<String> ids(List<ProgressItem> items) {
        return items.stream().map(item -> item.target().id()).toList();
    }

    @Test
    void saysWhichFiguresAreNotToBeReliedOn() {
        ProgressSheet sheet = ProgressSheet.of(
                plan().addTargets(flow("vague", "jobs", "1200个"))
                        .addTargets(flow("old", "visits", "100个"))
                        .addTargets(target("said", "2025")
                                .figure(Quantity.parse("100个"))
                                .build())
                        .addTargets(target("silent", "2025").build())
                        .addObservations(observed("jobs", STREET, "2025-YTD09", "超800个"))
                        .addObservations(observed("visits", STREET, "2025-YTD07", "60个"))
                        .addOutcomes(outcome("said", "2025-09", Outcome.Status.DONE)
                                .figure(Quantity.parse("92个"))
                                .build())
                        .build(),
                SEPTEMBER);

        assertThat(sheet.doubts())
                .extracting(doubt -> doubt.item().target().id() + " " + doubt.reason())
                .containsExactly("vague UNDECIDED", "vague VAGUE", "old OLD", "said CONTRADICTED");
    }

    @ParameterizedTest
    @CsvSource({"2025", "2025-Q3", "2025-09-30", "2025-YTD09"})
    void refusesWhatIsNoMonth(String period) {
        assertThatThrownBy(() -> ProgressSheet.of(plan().build(), TimePeriod.parse(period)))
                .isInstanceOf(AssessmentRefusedException.class)
                .hasMessageContaining("expected a month, got " + period);
    }

    @Test
    void aCatalogueWithoutCommitmentsGivesAnEmptySheet() {
        ProgressSheet sheet = ProgressSheet.of(plan().build(), TimePeriod.parse("2025-01"));

        assertThat(sheet.items()).isEmpty();
        assertThat(sheet.counts()).isEmpty();
        assertThat(sheet.standings().places()).isEmpty();
        assertThat(sheet.doubts()).isEmpty();
    }
}
