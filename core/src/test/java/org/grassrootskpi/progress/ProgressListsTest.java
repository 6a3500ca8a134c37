package org.grassrootskpi.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.grassrootskpi.progress.ProgressSheetTest.SEPTEMBER;
import static org.grassrootskpi.progress.ProgressSheetTest.STREET;
import static org.grassrootskpi.progress.ProgressSheetTest.flow;
import static org.grassrootskpi.progress.ProgressSheetTest.observed;
import static org.grassrootskpi.progress.ProgressSheetTest.plan;
import static org.grassrootskpi.progress.ProgressSheetTest.target;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusedException;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Outcome;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.Samples;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes on which list of a monthly sheet, and what each state is judged from. */
class ProgressListsTest {
    private static Outcome outcome(String target, String asOf, Outcome.Status status) {
        return Outcome.builder()
                .target(target)
                .asOf(TimePeriod.parse(asOf))
                .status(status)
                .build();
    }

    private static ProgressItem only(Catalog.Builder catalog) {
        return ProgressSheet.of(catalog.build(), SEPTEMBER).items().get(0);
    }

    private static List<String> ids(List<ProgressItem> items) {
        return items.stream().map(item -> item.target().id()).toList();
    }

    @ParameterizedTest
    @CsvSource({"2025, 2025-09, 92", "2025-YTD10, 2025-09, 31", "2025-YTD09, 2025-09, ", "2025-YTD08, 2025-09, "})
    void whatIsReachedIsEarlyByTheDaysToItsDeadline(String deadline, String reached, @Nullable Long days) {
        ProgressItem item = only(plan().addTargets(target("t", deadline).build())
                .addOutcomes(outcome("t", reached, Outcome.Status.DONE)));

        assertThat(item.state()).isEqualTo(ItemState.REACHED);
        assertThat(item.daysEarly()).isEqualTo(Optional.ofNullable(days));
    }

    @Test
    void whatIsNotReachedIsNotEarly() {
        assertThat(only(plan().addTargets(target("t", "2025").build())
                                .addOutcomes(outcome("t", "2025-09", Outcome.Status.UNDER_WAY)))
                        .daysEarly())
                .isEmpty();
    }

    @Test
    void whatWasReachedThisMonthIsListedOnce() {
        ProgressSheet sheet = ProgressSheet.of(
                plan().addTargets(
                                target("now", "2025").build(),
                                target("before", "2025").build(),
                                target("never", "2025").build())
                        .addOutcomes(
                                outcome("now", "2025-09", Outcome.Status.DONE),
                                outcome("before", "2025-08", Outcome.Status.DONE),
                                outcome("never", "2025-09", Outcome.Status.UNDER_WAY))
                        .build(),
                SEPTEMBER);

        assertThat(ids(sheet.reached())).containsExactly("now");
        assertThat(sheet.countsBySector())
                .isEqualTo(ImmutableMap.of(
                        "safety", ImmutableMultiset.of(ItemState.REACHED, ItemState.REACHED, ItemState.UNDER_WAY)));
        assertThat(ids(sheet.dueSoon())).isEmpty();
    }

    /** At the end of September; 30 days are until the 30th of October. */
    @ParameterizedTest
    @CsvSource({
        "2025-09-30, UNDER_WAY, false",
        "2025-10-01, UNDER_WAY, true",
        "2025-10-30, UNDER_WAY, true",
        "2025-10-31, UNDER_WAY, false",
        "2025-10-30, DONE, false",
        "2025-10-30, DROPPED, false"
    })
    void whatIsOpenAndHasLessThanAMonthIsDueSoon(String deadline, Outcome.Status status, boolean soon) {
        ProgressSheet sheet = ProgressSheet.of(
                plan().addTargets(target("t", deadline).build())
                        .addOutcomes(outcome("t", "2025-09", status))
                        .build(),
                SEPTEMBER);

        assertThat(sheet.dueSoon()).hasSize(soon ? 1 : 0);
    }

    @Test
    void aRuleMayCallNothingDueSoon() {
        assertThat(ProgressRule.builder().dueSoonDays(0).build().dueSoonDays()).isZero();
        assertThatThrownBy(() -> ProgressRule.builder().dueSoonDays(-1).build())
                .isInstanceOf(AssessmentRefusedException.class)
                .hasMessageContaining("due soon expected 0 or more days, got -1");
    }

    @Test
    void theFirstMonthOfAYearHasNoneBefore() {
        Catalog catalog = plan().addTargets(flow("t", "jobs", "1200个"))
                .addObservations(observed("jobs", STREET, "2025-01", "40个"))
                .addObservations(observed("jobs", STREET, "2025-YTD02", "90个"))
                .addObservations(observed("jobs", STREET, "2025-YTD03", "91个"))
                .build();
        ProgressItem january =
                ProgressSheet.of(catalog, TimePeriod.parse("2025-01")).items().get(0);
        ProgressItem february =
                ProgressSheet.of(catalog, TimePeriod.parse("2025-02")).items().get(0);
        ProgressItem march =
                ProgressSheet.of(catalog, TimePeriod.parse("2025-03")).items().get(0);

        assertThat(january.state()).isEqualTo(ItemState.BEHIND);
        assertThat(january.before()).isEmpty();
        assertThat(january.levelBefore()).isEmpty();
        assertThat(january.monthsBehind()).isEqualTo(1);
        assertThat(february.before()).contains(ItemState.BEHIND);
        assertThat(february.levelBefore()).isEqualTo(january.level()).isPresent();
        assertThat(february.monthsBehind()).isEqualTo(2);
        assertThat(march.levelBefore()).isEqualTo(february.level());
        assertThat(march.monthsBehind()).isEqualTo(3);
    }

    private static Observation observation(String region, String period, ObservationStatus status, String figure) {
        Observation.Builder observation = Observation.builder()
                .indicator("firms")
                .region(region)
                .period(TimePeriod.parse(period))
                .status(status)
                .citation(Citation.of("monthly", period, "x"));
        if (!figure.isEmpty()) {
            observation.figure(Quantity.parse(figure));
        }
        return observation.build();
    }

    /** From the value at the end of 2024 to 150; 147 in September is on schedule from 138 and behind from 100. */
    @ParameterizedTest
    @CsvSource({
        "440307003, 2024, NORMAL, 138个, ON_SCHEDULE",
        "440307003007, 2024, NORMAL, 138个, UNDER_WAY",
        "440307003, 2024, FORECAST, 138个, UNDER_WAY",
        "440307003, 2024-11, NORMAL, 138个, UNDER_WAY",
        "440307003, 2024, SUPPRESSED, '', UNDER_WAY",
    })
    void aStockBeginsWithWhatWasObservedThereBeforeTheYear(
            String region, String period, ObservationStatus status, String figure, ItemState state) {
        ProgressItem item = only(plan().addTargets(flow("t", "firms", "150个"))
                .addObservations(observation(region, period, status, figure))
                .addObservations(observed("firms", STREET, "2025-09", "147个")));

        assertThat(item.state()).isEqualTo(state);
    }

    @Test
    void ofTwoBeginningsThatOfTheShorterPeriodCounts() {
        Catalog.Builder catalog = plan().addTargets(flow("t", "firms", "150个"))
                .addObservations(observation(STREET, "2024", ObservationStatus.NORMAL, "100个"))
                .addObservations(observation(STREET, "2024-12", ObservationStatus.NORMAL, "146个"))
                .addObservations(observed("firms", STREET, "2025-09", "147个"));

        assertThat(only(catalog).state()).isEqualTo(ItemState.BEHIND);
    }

    /** Of 1200 jobs 900 are due. */
    @ParameterizedTest
    @CsvSource({
        "2025-09, 50%, BEHIND",
        "2025-09, '', ON_SCHEDULE",
        "2025-08, 50%, ON_SCHEDULE",
    })
    void aCompletionThatIsStatedForTheMonthOutweighsTheFigure(String asOf, String completion, ItemState state) {
        Outcome.Builder outcome =
                Outcome.builder().target("t").asOf(TimePeriod.parse(asOf)).status(Outcome.Status.UNDER_WAY);
        if (!completion.isEmpty()) {
            outcome.completion(Quantity.parse(completion));
        }

        assertThat(only(plan().addTargets(flow("t", "jobs", "1200个"))
                                .addObservations(observed("jobs", STREET, "2025-YTD09", "900个"))
                                .addOutcomes(outcome.build()))
                        .state())
                .isEqualTo(state);
    }

    private static Catalog.Builder village(String... targets) {
        Catalog.Builder catalog = plan().addRegions(Region.builder()
                .code("440307003008")
                .name(Samples.name("440307003008"))
                .level(RegionLevel.COMMUNITY)
                .parent(STREET)
                .build());
        for (String target : targets) {
            List<String> parts = Splitter.on(' ').splitToList(target);
            catalog.addTargets(target(
                            parts.get(0) + "-" + parts.get(1) + "-"
                                    + parts.get(2).replace(".", "-"),
                            parts.get(3))
                    .region("44030700300" + parts.get(0))
                    .indicator(parts.get(1))
                    .figure(Quantity.parse(parts.get(2) + "个"))
                    .build());
        }
        return catalog;
    }

    private static List<String> places(Catalog.Builder catalog) {
        return ProgressSheet.of(catalog.build(), SEPTEMBER).standings().places().stream()
                .map(standing -> standing.region() + " "
                        + standing.place().score().value().stripTrailingZeros().toPlainString() + " "
                        + standing.lost().size())
                .toList();
    }

    @Test
    void ofTwoTargetsTheOneWithTheLaterDeadlineIsRanked() {
        assertThat(places(village("7 jobs 100 2025", "7 jobs 50 2025-YTD10", "8 jobs 50 2025-YTD10", "8 jobs 100 2025")
                        .addObservations(observed("jobs", "440307003007", "2025-YTD09", "40个"))
                        .addObservations(observed("jobs", "440307003008", "2025-YTD09", "20个"))))
                .containsExactly("440307003007 40 1", "440307003008 20 1");
    }

    @Test
    void aLimitIsNotRankedAndWhatIsWhollyDoneLosesNothing() {
        assertThat(places(village("7 jobs 100 2025", "8 jobs 100 2025", "7 accidents 3 2025")
                        .addObservations(observed("jobs", "440307003007", "2025-YTD09", "100个"))
                        .addObservations(observed("accidents", "440307003007", "2025-YTD09", "1个"))
                        .addObservations(observed("jobs", "440307003008", "2025-YTD09", "20个"))))
                .containsExactly("440307003007 100 0", "440307003008 20 1");
    }

    @Test
    void whatWasReachedEarlierCountsWithoutANewReport() {
        assertThat(places(village("7 jobs 100 2025", "8 jobs 100 2025")
                        .addObservations(observed("jobs", "440307003007", "2025-YTD06", "100个"))
                        .addObservations(observed("jobs", "440307003008", "2025-YTD08", "90个"))))
                .containsExactly("440307003007 100 0");
    }

    @Test
    void targetsOfOthersAreNotRanked() {
        Target street = flow("street", "jobs", "100个");

        assertThat(places(plan().addTargets(street).addObservations(observed("jobs", STREET, "2025-YTD09", "90个"))))
                .isEmpty();
    }
}
