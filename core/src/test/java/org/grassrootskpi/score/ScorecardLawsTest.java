package org.grassrootskpi.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Laws that hold for every scorecard, whatever its figures, with fixed seeds. */
class ScorecardLawsTest {
    private static final LocalizedText NAME = LocalizedText.of("考核", "Assessment");
    private static final List<String> ITEMS = List.of("a", "b", "c", "d", "e");
    private static final int MEMBERS_OF_BOUNDS = 12;

    private static BigDecimal tenths(int number) {
        return BigDecimal.valueOf(number, 1);
    }

    private static ScoreItem item(String id, int weight) {
        return ScoreItem.builder()
                .id(id)
                .weight(BigDecimal.valueOf(weight))
                .scoring(ScoringFunction.asIs())
                .minimum(BigDecimal.ONE)
                .maximum(new BigDecimal("100"))
                .build();
    }

    private static ScoreItem group(String id, int weight, Aggregation aggregation, ScoreItem... parts) {
        return ScoreItem.builder()
                .id(id)
                .weight(BigDecimal.valueOf(weight))
                .aggregation(aggregation)
                .addParts(parts)
                .build();
    }

    /** Two groups, one in the other, and everything that follows a sum. */
    private static Scorecard card(Random random, Aggregation... aggregations) {
        Aggregation inner = aggregations[random.nextInt(aggregations.length)];
        Aggregation outer = aggregations[random.nextInt(aggregations.length)];
        return Scorecard.builder()
                .name(NAME)
                .normalisesWeights(true)
                .addItems(
                        group(
                                "work",
                                1 + random.nextInt(5),
                                outer,
                                group(
                                        "inner",
                                        1 + random.nextInt(5),
                                        inner,
                                        item("a", 1 + random.nextInt(5)),
                                        item("b", 3)),
                                item("c", 1 + random.nextInt(5))),
                        item("d", 1 + random.nextInt(5)),
                        item("e", 2))
                .addAdjustments(
                        Adjustment.builder()
                                .id("award")
                                .kind(Adjustment.Kind.BONUS)
                                .points(tenths(5 + random.nextInt(20)))
                                .build(),
                        Adjustment.builder()
                                .id("complaint")
                                .kind(Adjustment.Kind.DEDUCTION)
                                .points(tenths(5 + random.nextInt(90)))
                                .build(),
                        Adjustment.builder()
                                .id("accident")
                                .kind(Adjustment.Kind.VETO)
                                .limit(new BigDecimal("59"))
                                .build())
                .missing(MissingScores.bounds())
                .bonusCap(new BigDecimal("5"))
                .floor(BigDecimal.ZERO)
                .decimals(random.nextInt(3))
                .build();
    }

    private static Quantity between(int low, int high, int value) {
        return Quantity.of(tenths(value), Unit.COUNT, Qualifier.EXACT, Range.closed(tenths(low), tenths(high)));
    }

    private static Score score(Scorecard card, Map<String, Quantity> figures) {
        MemberFigures.Builder builder = MemberFigures.builder();
        figures.forEach((item, figure) -> builder.put("m", item, figure));
        return card.score(builder.build()).member("m").score().orElseThrow();
    }

    /** Whatever the true figures are, missing ones included, their score lies within the bounds of the score. */
    @RepeatedTest(150)
    void boundsHoldTheScoreOfEveryMemberOfTheBounds(RepetitionInfo repetition) {
        Random random = new Random(20261127L + repetition.getCurrentRepetition());
        Scorecard card = card(
                random,
                Aggregation.ARITHMETIC,
                Aggregation.GEOMETRIC,
                Aggregation.HARMONIC,
                Aggregation.AMPI_MINUS,
                Aggregation.AMPI_PLUS);
        Map<String, int[]> possible = new HashMap<>();
        Map<String, Quantity> known = new HashMap<>();
        for (String item : ITEMS) {
            int low = 10 + random.nextInt(900);
            int high = low + random.nextInt(90);
            boolean isMissing = random.nextInt(5) == 0;
            possible.put(item, isMissing ? new int[] {10, 1000} : new int[] {low, high});
            if (!isMissing) {
                known.put(item, between(low, high, low + random.nextInt(high - low + 1)));
            }
        }
        for (String id : List.of("award", "complaint", "accident")) {
            int low = id.equals("accident") ? 0 : 10 * random.nextInt(3);
            int high = low + 10 * random.nextInt(3);
            possible.put(id, new int[] {low, high});
            known.put(id, between(low, high, low));
        }

        Range<BigDecimal> bounds = score(card, known).bounds();

        for (int i = 0; i < MEMBERS_OF_BOUNDS; i++) {
            Map<String, Quantity> member = new HashMap<>();
            possible.forEach((id, ends) -> {
                boolean isWhole = !ITEMS.contains(id);
                int step = isWhole ? 10 : 1;
                int value = ends[0] + step * random.nextInt((ends[1] - ends[0]) / step + 1);
                member.put(id, between(value, value, value));
            });
            assertThat(bounds.contains(score(card, member).value()))
                    .as(card + " of " + known + ": " + score(card, member) + " of " + member + " within " + bounds)
                    .isTrue();
        }
    }

    /** To leave a missing item out is to give it the mean of the others. */
    @RepeatedTest(40)
    void leavingOutIsSettingToTheMeanOfTheOthers(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Scorecard card = Scorecard.builder()
                .name(NAME)
                .normalisesWeights(true)
                .addItems(
                        item("a", 1 + random.nextInt(9)),
                        item("b", 1 + random.nextInt(9)),
                        item("c", 1 + random.nextInt(9)))
                .missing(MissingScores.renormalise(new BigDecimal("0.01")))
                .build();
        Map<String, Quantity> figures = new HashMap<>();
        for (String id : List.of("a", "b")) {
            int value = 10 + random.nextInt(900);
            figures.put(id, between(value, value, value));
        }

        BigDecimal without = score(card, figures).value();
        figures.put("c", Quantity.ofExact(without, Unit.COUNT));

        assertThat(score(card, figures).value()).isCloseTo(without, Offset.offset(new BigDecimal("1e-30")));
    }

    /** A better figure never lowers the score; of means that punish unevenness it may. */
    @RepeatedTest(60)
    void noBetterFigureLowersTheScore(RepetitionInfo repetition) {
        Random random = new Random(77L * repetition.getCurrentRepetition());
        Scorecard card = card(random, Aggregation.ARITHMETIC, Aggregation.GEOMETRIC, Aggregation.HARMONIC);
        Map<String, Quantity> figures = new HashMap<>();
        for (String item : ITEMS) {
            int value = 10 + random.nextInt(900);
            figures.put(item, between(value, value + random.nextInt(20), value));
        }
        for (String id : List.of("award", "complaint", "accident")) {
            figures.put(id, between(0, 0, 0));
        }
        Score before = score(card, figures);

        for (String item : ITEMS) {
            Map<String, Quantity> better = new HashMap<>(figures);
            better.put(
                    item,
                    Objects.requireNonNull(figures.get(item))
                            .plus(Quantity.ofExact(tenths(1 + random.nextInt(80)), Unit.COUNT)));
            Score after = score(card, better);
            assertThat(after.value()).isGreaterThanOrEqualTo(before.value());
            assertThat(after.bounds().lowerEndpoint())
                    .isGreaterThanOrEqualTo(before.bounds().lowerEndpoint());
        }
    }

    @Test
    void dominanceIsAntisymmetricAndTransitive() {
        Random random = new Random(13);
        List<String> members = new ArrayList<>();
        List<List<BigDecimal>> scores = new ArrayList<>();
        for (int member = 0; member < 14; member++) {
            members.add("m" + member);
            scores.add(List.of(
                    tenths(random.nextInt(900) + 30 * member),
                    tenths(random.nextInt(500) + 30 * member),
                    tenths(random.nextInt(900)),
                    tenths(random.nextInt(300))));
        }
        WeightRobustness robustness = WeightRobustness.of(
                members,
                List.of(new BigDecimal("0.4"), new BigDecimal("0.3"), new BigDecimal("0.2"), new BigDecimal("0.1")),
                scores);
        BigDecimal tolerance = new BigDecimal("0.3");
        int chains = 0;
        for (String one : members) {
            for (String two : members) {
                boolean oneFirst = !one.equals(two) && robustness.dominates(one, two, tolerance);
                assertThat(oneFirst && robustness.dominates(two, one, tolerance))
                        .isFalse();
                for (String three : members) {
                    if (oneFirst && !two.equals(three) && robustness.dominates(two, three, tolerance)) {
                        chains++;
                        assertThat(robustness.dominates(one, three, tolerance)).isTrue();
                    }
                }
            }
        }
        assertThat(chains).isGreaterThan(30);
    }
}
