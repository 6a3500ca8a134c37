package org.grassrootskpi.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores of many members in columns are those of one member after the other, to the last digit. */
class ScoreColumnsTest {
    private static final int CARDS = 400;

    private static BigDecimal decimal(Random random, int most, int scale) {
        return BigDecimal.valueOf(random.nextInt(most), random.nextInt(scale + 1));
    }

    private static ScoringFunction function(Random random) {
        Direction direction = random.nextBoolean() ? Direction.HIGHER : Direction.LOWER;
        BigDecimal lower = decimal(random, 50, 1);
        ScoringFunction.Builder function = ScoringFunction.builder();
        switch (random.nextInt(5)) {
            case 0 -> function.kind(ScoringFunction.Kind.AS_IS);
            case 1 ->
                function.kind(ScoringFunction.Kind.RATIO)
                        .at(BigDecimal.valueOf(1 + random.nextInt(90), random.nextInt(2)));
            case 2 ->
                function.kind(ScoringFunction.Kind.PER_STEP)
                        .direction(direction)
                        .at(lower)
                        .per(BigDecimal.valueOf(1 + random.nextInt(6)))
                        .points(BigDecimal.valueOf(1 + random.nextInt(3)))
                        .score(BigDecimal.valueOf(50));
            case 3 ->
                function.kind(ScoringFunction.Kind.GOALPOSTS)
                        .direction(direction)
                        .lower(lower)
                        .upper(lower.add(BigDecimal.valueOf(random.nextBoolean() ? 100 : 1 + random.nextInt(70))));
            default ->
                function.kind(ScoringFunction.Kind.PASS).direction(direction).at(lower);
        }
        if (random.nextInt(3) > 0) {
            function.floor(BigDecimal.valueOf(random.nextInt(3))).cap(BigDecimal.valueOf(60 + 20L * random.nextInt(3)));
        }
        if (random.nextInt(3) == 0) {
            function.decimals(random.nextInt(3));
        }
        return function.build();
    }

    private static ScoreItem item(Random random, String id) {
        ScoreItem.Builder item = ScoreItem.builder()
                .id(id)
                .weight(BigDecimal.valueOf(1 + random.nextInt(30)))
                .scoring(random.nextInt(10) > 0 ? function(random) : ScoringFunction.asIs());
        if (random.nextInt(4) == 0) {
            item.decimals(random.nextInt(3));
        }
        return item.build();
    }

    private static Scorecard card(Random random, List<String> ids) {
        List<ScoreItem> items = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(3); i++) {
            items.add(item(random, "i" + i));
        }
        Scorecard.Builder card = Scorecard.builder()
                .name(LocalizedText.of("考核", "Assessment"))
                .normalisesWeights(true)
                .aggregation(random.nextInt(4) == 0 ? Aggregation.TOTAL : Aggregation.ARITHMETIC);
        if (random.nextBoolean()) {
            ScoreItem.Builder group = ScoreItem.builder()
                    .id("group")
                    .weight(BigDecimal.valueOf(1 + random.nextInt(9)))
                    .aggregation(random.nextInt(4) == 0 ? Aggregation.TOTAL : Aggregation.ARITHMETIC)
                    .addParts(item(random, "g0"), item(random, "g1"));
            if (random.nextInt(6) == 0) {
                group.decimals(1);
            }
            items.add(group.build());
        }
        if (random.nextInt(3) == 0) {
            card.decimals(random.nextInt(3));
        }
        if (random.nextInt(3) == 0) {
            card.floor(BigDecimal.valueOf(random.nextInt(60)));
        }
        if (random.nextBoolean()) {
            card.missing(
                    random.nextBoolean() ? MissingScores.bounds() : MissingScores.renormalise(new BigDecimal("0.1")));
        }
        ScorecardMath.forEachIndicator(items, item -> ids.add(item.id()));
        return card.items(items).build();
    }

    private static MemberFigures figures(Random random, List<String> ids, int members) {
        MemberFigures.Builder figures = MemberFigures.builder();
        boolean isWhole = random.nextInt(4) == 0;
        boolean hasGaps = random.nextBoolean();
        for (int member = 0; member < members; member++) {
            for (String id : ids) {
                BigDecimal number = BigDecimal.valueOf(random.nextInt(2000) - (isWhole ? 0 : 300), random.nextInt(3));
                Quantity printed = Quantity.of(number, Unit.COUNT);
                switch (hasGaps ? random.nextInt(20) : 2) {
                    case 0 -> figures.missing("m" + member, id);
                    case 1 -> figures.put("m" + member, id, printed.withQualifier(Qualifier.ABOUT));
                    default ->
                        figures.put(
                                "m" + member,
                                id,
                                isWhole || random.nextInt(3) == 0 ? Quantity.ofExact(number, Unit.COUNT) : printed);
                }
            }
        }
        return figures.build();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void scoresAndRanksAsOneByOne(long seed) {
        Random random = new Random(seed);
        int inColumns = 0;
        for (int i = 0; i < CARDS; i++) {
            List<String> ids = new ArrayList<>();
            Scorecard card = card(random, ids);
            MemberFigures figures = figures(random, ids, 1 + random.nextInt(8));
            Scores columns = new ScorecardMath(card, figures).run();
            Scores single = new ScorecardMath(card, figures).run(false);
            inColumns += columns.columns() == null ? 0 : 1;

            for (MemberScore expected : single.members()) {
                MemberScore member = columns.member(expected.member());
                assertThat(member.score()).as(card + " " + expected).isEqualTo(expected.score());
                assertThat(member.base()).isEqualTo(expected.base());
                assertThat(member.score().map(Score::toString))
                        .isEqualTo(expected.score().map(Score::toString));
                assertThat(member.steps()).isEqualTo(expected.steps());
                assertThat(member.items()).hasToString(expected.items().toString());
                assertThat(member.coverage()).isEqualTo(expected.coverage());
                assertThat(member.refusal()).isEqualTo(expected.refusal());
            }
            assertThat(columns.ranks().places()).isEqualTo(single.ranks().places());
        }
        assertThat(inColumns).isGreaterThan(CARDS / 4);
    }

    /** The weights over the denominator of all scores have hundreds of bits, and the figures few or nearly all of a long. */
    @ParameterizedTest
    @CsvSource({"12, 1000", "12, 10000000000000", "40, 1000"})
    void addsScoresWhoseCommonDenominatorIsLong(int count, long figures) {
        Random random = new Random(count + figures);
        List<ScoreItem> items = new ArrayList<>();
        MemberFigures.Builder made = MemberFigures.builder();
        BigInteger range = BigInteger.valueOf(figures);
        for (int i = 0; i < count; i++) {
            range = range.nextProbablePrime();
            BigDecimal lower = BigDecimal.valueOf(random.nextInt(50));
            items.add(ScoreItem.of(
                    "i" + i,
                    BigDecimal.valueOf(1 + random.nextInt(30)),
                    ScoringFunction.goalposts(
                            lower,
                            lower.add(new BigDecimal(range)),
                            random.nextBoolean() ? Direction.HIGHER : Direction.LOWER)));
            for (int member = 0; member < 30; member++) {
                BigDecimal figure = BigDecimal.valueOf((long) (2 * figures * (random.nextDouble() - 0.5)), 1);
                // The last five members are the first five again: they tie.
                made.put("m" + member, "i" + i, Quantity.of(figure, Unit.COUNT));
                if (member < 5) {
                    made.put("n" + member, "i" + i, Quantity.of(figure, Unit.COUNT));
                }
            }
        }
        Scorecard card = Scorecard.builder()
                .name(LocalizedText.of("考核", "Assessment"))
                .items(items)
                .normalisesWeights(true)
                .build();

        Scores columns = new ScorecardMath(card, made.build()).run();
        Scores single = new ScorecardMath(card, made.build()).run(false);

        assertThat(columns.columns()).isNotNull();
        assertThat(columns.members().stream().map(MemberScore::score).toList())
                .isEqualTo(single.members().stream().map(MemberScore::score).toList());
        assertThat(columns.ranks().places()).isEqualTo(single.ranks().places());
        assertThat(columns.ranks().places().stream().filter(Ranks.Place::isTied))
                .hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void findsNeighboursAsWithFractions(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CARDS; i++) {
            int items = 1 + random.nextInt(6);
            List<BigDecimal> weights = new ArrayList<>();
            List<String> members = new ArrayList<>();
            List<List<BigDecimal>> scores = new ArrayList<>();
            for (int j = 0; j < items; j++) {
                weights.add(BigDecimal.valueOf(1 + random.nextInt(40), random.nextInt(2)));
            }
            for (int m = 0; m < 1 + random.nextInt(7); m++) {
                members.add("m" + m);
                List<BigDecimal> row = new ArrayList<>();
                for (int j = 0; j < items; j++) {
                    row.add(BigDecimal.valueOf(random.nextInt(30) - 5, random.nextInt(3)));
                }
                scores.add(row);
            }
            WeightRobustness robustness = WeightRobustness.of(members, weights, scores);

            assertThat(robustness.neighbours()).isEqualTo(robustness.neighboursOfFractions());
        }
    }

    @Test
    void findsNeighboursOfAScorecardAsWithFractions() {
        Random random = new Random(6);
        int compared = 0;
        for (int i = 0; i < CARDS; i++) {
            List<String> ids = new ArrayList<>();
            Scorecard card = card(random, ids);
            MemberFigures figures = figures(random, ids, 1 + random.nextInt(8));
            Scores columns = new ScorecardMath(card, figures).run();
            Scores single = new ScorecardMath(card, figures).run(false);
            boolean isWhole = single.members().stream()
                    .allMatch(member ->
                            member.score().isPresent() && member.missing().isEmpty());
            if (isWhole && columns.columns() != null) {
                compared++;
                assertThat(WeightRobustness.of(columns).neighbours())
                        .isEqualTo(WeightRobustness.of(single).neighboursOfFractions());
            }
        }
        assertThat(compared).isGreaterThan(20);
    }

    /** Places by the definition: 1 + those that are ahead. */
    @Test
    void drawsThePlacesThatWeightsGive() {
        List<String> members = List.of("a", "b", "c", "d");
        double[][] scores = {{1, 9, 3}, {2, 2, 8}, {1, 9, 3}, {7, 1, 4}};
        int[][] counts = new int[4][4];
        SplittableRandom random = new SplittableRandom(11);
        for (int draw = 0; draw < 500; draw++) {
            double[] weights = new double[3];
            for (int j = 0; j < 3; j++) {
                weights[j] = -Math.log1p(-random.nextDouble());
            }
            for (int i = 0; i < 4; i++) {
                int ahead = 0;
                for (int other = 0; other < 4; other++) {
                    ahead += composite(scores[other], weights) > composite(scores[i], weights) ? 1 : 0;
                }
                counts[i][ahead]++;
            }
        }

        RankAcceptability drawn = RankAcceptability.draw(members, scores, 500, 11);

        for (int i = 0; i < 4; i++) {
            for (int rank = 1; rank <= 4; rank++) {
                assertThat(drawn.share(members.get(i), rank)).isEqualTo(counts[i][rank - 1] / 500.0);
            }
        }
        assertThat(Optional.of(drawn.draws())).contains(500);
    }

    private static double composite(double[] scores, double[] weights) {
        double sum = 0;
        for (int j = 0; j < scores.length; j++) {
            sum += weights[j] * scores[j];
        }
        return sum;
    }
}
