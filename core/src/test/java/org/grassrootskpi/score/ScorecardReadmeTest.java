package org.grassrootskpi.score;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.grassrootskpi.assess.AttainmentRule;
import org.grassrootskpi.assess.PlanPath;
import org.grassrootskpi.assess.Schedule;
import org.grassrootskpi.assess.ScheduleState;
import org.grassrootskpi.conformance.ReadmeProgram;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

/** Runs the program under "Targets and scorecards" of the README. */
class ScorecardReadmeTest {
    private static void program(PrintStream out) {
        AttainmentRule rule = AttainmentRule.ratio(Direction.HIGHER);
        out.println(rule.assess(Quantity.parse("超500个"), Quantity.parse("560个")));

        Schedule year = Schedule.of(TimePeriod.parse("2013"), PlanPath.months());
        ScheduleState april =
                year.assess(Quantity.parse("107.4亿元"), Quantity.parse("401.9亿元"), LocalDate.parse("2013-04-30"));
        out.println(april);
        out.println(april.timeDistance().orElseThrow().latestDays().intValue() + " days");

        Scorecard card = Scorecard.of(
                LocalizedText.of("街道考核", "Assessment of subdistricts"),
                ScoreItem.of("system", new BigDecimal("40"), ScoringFunction.asIs()),
                ScoreItem.of("site", new BigDecimal("60"), ScoringFunction.asIs()));
        Scores scores = card.score(MemberFigures.builder()
                .put("甲街道", "system", Quantity.parse("95.32"))
                .put("甲街道", "site", Quantity.parse("93.50"))
                .put("乙街道", "system", Quantity.parse("95.65"))
                .put("乙街道", "site", Quantity.parse("近93.4"))
                .build());
        out.println(scores.member("甲街道").score().orElseThrow());
        out.println(scores.ranks().places());
        out.println(WeightRobustness.of(scores)
                .tolerance("乙街道", "甲街道")
                .orElseThrow()
                .setScale(2, RoundingMode.HALF_UP));
        out.println(Explanation.parts(scores.member("甲街道")).get(0).item());
    }

    @Test
    void theProgramOfThePageIsTheOneThatRuns() throws Exception {
        ReadmeProgram.of("Targets and scorecards").isIn(ScorecardReadmeTest.class);
    }

    @Test
    void itPrintsWhatThePageShows() throws Exception {
        ReadmeProgram.of("Targets and scorecards").isPrintedBy(ScorecardReadmeTest::program);
    }
}
