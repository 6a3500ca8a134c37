package org.grassrootskpi.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.grassrootskpi.csv.MemberFiguresCsv;
import org.grassrootskpi.json.RuleJson;
import org.grassrootskpi.score.MemberScore;
import org.grassrootskpi.score.Ranks;
import org.grassrootskpi.score.Score;
import org.grassrootskpi.score.Scorecard;
import org.grassrootskpi.score.Scores;
import org.junit.jupiter.api.Test;

/** The worked scorecard: scores that are computed here by hand, from the rules as they were published. */
class SubdistrictScorecardTest {
    private static final MemberFiguresCsv.Table FIGURES = SubdistrictScorecard.simulatedFigures();
    private static final Scores SCORES = SubdistrictScorecard.rule().score(FIGURES.figures());

    private static BigDecimal score(String member) {
        return SCORES.member(member).score().orElseThrow().value();
    }

    @Test
    void scoresByTheRulesItCites() {
        // hotline .3*99.2 + .35*91.4 + .35*93.0 = 94.3; city .4*94.2 + .4*91.55 + .2*93 = 92.9; tasks 60 + 40*28/40 =
        // 88
        // .4*94.3 + .3*92.9 + .3*88 = 91.99, and half a point for one commendation
        assertThat(score("示例一街道")).isEqualByComparingTo("92.49");
        // hotline 88.735, city .4*92.3 + .4*87.65 + .2*90.5 = 90.08, tasks 76: 85.318; one yellow, one red card: 3
        // points off
        assertThat(score("示例四街道")).isEqualByComparingTo("82.32");
        // city without the system: 40 and 20 of 60, that is (2*88.9 + 91) / 3 = 89.6; hotline 93.025; tasks 91; half a
        // point
        assertThat(score("示例五街道")).isEqualByComparingTo("91.89");
    }

    @Test
    void aMissingRateGivesBoundsFromWorstToBest() {
        // 14 points of the whole hang on the satisfaction rate: 40 % of 35 %
        Score score = SCORES.member("示例三街道").score().orElseThrow();

        assertThat(SCORES.member("示例三街道").missing()).containsExactly("satisfaction");
        assertThat(score.bounds().upperEndpoint().subtract(score.bounds().lowerEndpoint()))
                .isBetween(new BigDecimal("14"), new BigDecimal("14.4"));
        assertThat(SCORES.member("示例三街道").level().orElseThrow().isDecided()).isFalse();
    }

    @Test
    void aVetoLeavesTheScoreAndDoesNotPass() {
        assertThat(score("示例六街道")).isEqualByComparingTo(score("示例八街道"));
        assertThat(SCORES.member("示例六街道").notReached()).containsExactly("accident");
        assertThat(SCORES.member("示例八街道").notReached()).isEmpty();
    }

    @Test
    void ranksWithinGroupsWithTiesAndRanges() {
        ImmutableMap.Builder<String, Score> scores = ImmutableMap.builder();
        for (MemberScore member : SCORES.members()) {
            scores.put(member.member(), member.score().orElseThrow());
        }
        Ranks ranks = SubdistrictScorecard.rule().ranking().rank(scores.buildOrThrow(), FIGURES.groups());

        assertThat(ranks.place("示例六街道").isTied()).isTrue();
        assertThat(ranks.place("示例五街道").rank()).isEqualByComparingTo("1");
        assertThat(ranks.place("示例五街道").group()).isEqualTo("镇街组");
        assertThat(ranks.place("示例三街道").isDecided()).isFalse();
    }

    @Test
    void theRuleIsReadBackAsItIsWritten() {
        Scorecard rule = SubdistrictScorecard.rule();

        assertThat(rule.source().orElseThrow()).contains("Jungar", "Nantong", "Guangyuan", "Shanghai");
        assertThat(RuleJson.read(
                        "rule",
                        ByteSource.wrap(RuleJson.toJson(rule).getBytes(StandardCharsets.UTF_8)),
                        Scorecard.class))
                .isEqualTo(rule);
    }
}
