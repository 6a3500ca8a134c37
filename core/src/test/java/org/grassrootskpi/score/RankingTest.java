package org.grassrootskpi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.grassrootskpi.assess.PublishedTable.number;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.grassrootskpi.assess.PublishedTable;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.score.Ranks.Place;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static BigDecimal d(String decimal) {
        return new BigDecimal(decimal);
    }

    private static Map<String, BigDecimal> villages() {
        Map<String, BigDecimal> scores = new LinkedHashMap<>();
        PublishedTable.rows("cn-village-ranking")
                .forEach(row -> scores.put(row.getField("village"), number(row, "score")));
        return scores;
    }

    private static long equalToPublished(Ranking ranking) {
        Ranks ranks = ranking.rankValues(villages());
        return PublishedTable.rows("cn-village-ranking").stream()
                .filter(row -> ranks.place(row.getField("village")).rank().compareTo(number(row, "rank")) == 0)
                .count();
    }

    @Test
    void reproducesTheVillagesOfMatouWithSharedPlaces() {
        assertThat(equalToPublished(Ranking.competition())).isEqualTo(24);
        assertThat(equalToPublished(Ranking.dense())).isEqualTo(9);
    }

    @Test
    void reproducesThePlacesOfKaipingAndYijiang() {
        Map<String, BigDecimal> rates = new LinkedHashMap<>();
        PublishedTable.rows("cn-completion-ranking")
                .forEach(row -> rates.put(row.getField("unit"), number(row, "completion_pct")));
        Ranks ranks = Ranking.competition().rankValues(rates);
        PublishedTable.rows("cn-completion-ranking")
                .forEach(row ->
                        assertThat(ranks.place(row.getField("unit")).rank()).isEqualByComparingTo(number(row, "rank")));
        Map<String, BigDecimal> scores = new LinkedHashMap<>();
        PublishedTable.rows("cn-community-ranking")
                .forEach(row -> scores.put(row.getField("community"), number(row, "score")));
        Ranks communities = Ranking.competition().rankValues(scores);
        PublishedTable.rows("cn-community-ranking")
                .forEach(row -> assertThat(
                                communities.place(row.getField("community")).rank())
                        .isEqualByComparingTo(number(row, "rank")));
    }

    /** The rank of HDR 2023/24 is that of the rounded index: 193 of 193, but only 166 of the index as it is. */
    @Test
    void ranksRoundedScoresWhereTheRuleSaysSo() {
        Map<String, Score> scores = HumanDevelopment.scores();
        Map<String, BigDecimal> published = new LinkedHashMap<>();
        PublishedTable.rows("hdi-2022").forEach(row -> published.put(row.getField("iso3"), number(row, "rank")));

        assertThat(equal(Ranking.competition().rounded(3).rank(scores), published))
                .isEqualTo(193);
        assertThat(equal(Ranking.competition().rank(scores), published)).isEqualTo(166);
    }

    private static long equal(Ranks ranks, Map<String, BigDecimal> published) {
        return ranks.places().stream()
                .filter(place -> place.rank().compareTo(published.get(place.member())) == 0)
                .count();
    }

    @Test
    void givesTiesWhatTheRuleSays() {
        Map<String, BigDecimal> scores = ImmutableMap.of("a", d("5"), "b", d("9"), "c", d("9.0"), "e", d("1"));

        assertThat(Ranking.competition().rankValues(scores).places())
                .map(Place::toString)
                .containsExactly("b 1", "c 1", "a 3", "e 4");
        assertThat(Ranking.dense().rankValues(scores).places())
                .map(Place::toString)
                .containsExactly("b 1", "c 1", "a 2", "e 3");
        assertThat(Ranking.average().rankValues(scores).places())
                .map(Place::toString)
                .containsExactly("b 1.5", "c 1.5", "a 3", "e 4");
        assertThat(Ranking.competition().rankValues(scores).place("b").isTied()).isTrue();
        assertThat(Ranking.builder()
                        .direction(Direction.LOWER)
                        .build()
                        .rankValues(scores)
                        .places())
                .map(Place::toString)
                .containsExactly("e 1", "a 2", "b 3", "c 3");
        assertThat(Ranking.competition().rankValues(Map.of()).places()).isEmpty();
    }

    @Test
    void ranksWithinGroupsAndCutsNoTie() {
        Map<String, Score> scores = new LinkedHashMap<>();
        for (String member : List.of("a 9", "b 8", "c 8", "d 7", "x 3", "y 2")) {
            scores.put(member.substring(0, 1), Score.of(member.substring(2)));
        }
        Ranks ranks = Ranking.competition()
                .rank(scores, Map.of("a", "town", "b", "town", "c", "town", "d", "town", "x", "hill", "y", "hill"));

        assertThat(ranks.places())
                .map(place -> place.group() + " " + place)
                .containsExactly("town a 1", "town b 2", "town c 2", "town d 4", "hill x 1", "hill y 2");
        assertThat(ranks.first(2)).map(Place::member).containsExactly("a", "b", "c", "x", "y");
        assertThat(ranks.first(1)).map(Place::member).containsExactly("a", "x");
        assertThat(ranks.last(2)).map(Place::member).containsExactly("y", "x", "d", "c", "b");
        assertThat(ranks.first(0)).isEmpty();
        assertThatThrownBy(() -> ranks.place("z")).hasMessageContaining("UNKNOWN_ID");
    }

    @Test
    void saysWhoRoseAndWhoCameAndLeft() {
        Ranks before = Ranking.competition().rankValues(ImmutableMap.of("a", d("3"), "b", d("2"), "c", d("1")));
        Ranks now = Ranking.competition().rankValues(ImmutableMap.of("a", d("3"), "d", d("5"), "c", d("4")));

        assertThat(now.changesSince(before))
                .containsExactly(
                        new Ranks.Change("d", Optional.empty(), Optional.of(d("1"))),
                        new Ranks.Change("c", Optional.of(d("3")), Optional.of(d("2"))),
                        new Ranks.Change("a", Optional.of(d("1")), Optional.of(d("3"))),
                        new Ranks.Change("b", Optional.of(d("2")), Optional.empty()));
        assertThat(now.changesSince(before))
                .map(Ranks.Change::rise)
                .containsExactly(Optional.empty(), Optional.of(d("1")), Optional.of(d("-2")), Optional.empty());
    }

    @Test
    void givesTheBestAndTheWorstPlaceThatBoundsAllow() {
        Map<String, Score> scores = ImmutableMap.of(
                "a", Score.of(d("9"), Range.closedOpen(d("8"), d("10"))),
                "b", Score.of(d("8"), Range.openClosed(d("7"), d("8"))),
                "c", Score.of("7"),
                "d", Score.of(d("7"), Range.all()));

        assertThat(Ranking.competition().rank(scores).places())
                .map(Place::toString)
                .containsExactly("a 1 (1-2)", "b 2 (1-3)", "c 3 (3-4)", "d 3 (1-4)");
    }

    /** The bounds of places against trying all combinations of ends and middles. */
    @Property(tries = 150)
    void agreesWithTryingAllMembersOfSmallBounds(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 0, max = 6) Integer> values,
            @ForAll @Size(min = 5, max = 5) List<@IntRange(min = 0, max = 2) Integer> widths) {
        Map<String, Score> scores = new LinkedHashMap<>();
        List<List<BigDecimal>> choices = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            int v = values.get(i);
            int w = widths.get(i);
            scores.put(
                    "m" + i,
                    Score.of(
                            BigDecimal.valueOf(v), Range.closed(BigDecimal.valueOf(v - w), BigDecimal.valueOf(v + w))));
            List<BigDecimal> choice = new ArrayList<>();
            for (int x = 2 * (v - w); x <= 2 * (v + w); x++) {
                choice.add(BigDecimal.valueOf(x).divide(BigDecimal.valueOf(2)));
            }
            choices.add(choice);
        }
        for (Ranking ranking : List.of(Ranking.competition(), Ranking.dense(), Ranking.average())) {
            Map<String, BigDecimal> best = new LinkedHashMap<>();
            Map<String, BigDecimal> worst = new LinkedHashMap<>();
            combine(choices, new ArrayList<>(), combination -> {
                for (int i = 0; i < combination.size(); i++) {
                    BigDecimal place = place(ranking, combination, i);
                    best.merge("m" + i, place, BigDecimal::min);
                    worst.merge("m" + i, place, BigDecimal::max);
                }
            });
            for (Place place : ranking.rank(scores).places()) {
                assertThat(place.best())
                        .as(ranking + " best of " + scores)
                        .isLessThanOrEqualTo(best.get(place.member()));
                assertThat(place.worst()).as(ranking + " worst").isGreaterThanOrEqualTo(worst.get(place.member()));
                if (ranking.ties() != Ranking.Ties.DENSE) {
                    assertThat(place.best()).as(ranking + " " + scores).isEqualByComparingTo(best.get(place.member()));
                    assertThat(place.worst())
                            .as(ranking + " " + scores)
                            .isEqualByComparingTo(worst.get(place.member()));
                }
            }
        }
    }

    /** The definitions of the three kinds of places, by counting. */
    private static BigDecimal place(Ranking ranking, List<BigDecimal> scores, int i) {
        long above = scores.stream().filter(s -> s.compareTo(scores.get(i)) > 0).count();
        long equal =
                scores.stream().filter(s -> s.compareTo(scores.get(i)) == 0).count();
        return switch (ranking.ties()) {
            case COMPETITION -> BigDecimal.valueOf(1 + above);
            case DENSE ->
                BigDecimal.valueOf(1
                        + scores.stream()
                                .filter(s -> s.compareTo(scores.get(i)) > 0)
                                .map(BigDecimal::stripTrailingZeros)
                                .distinct()
                                .count());
            case AVERAGE -> BigDecimal.valueOf(2 * above + equal + 1).divide(BigDecimal.valueOf(2));
        };
    }

    private static void combine(
            List<List<BigDecimal>> choices, List<BigDecimal> chosen, Consumer<List<BigDecimal>> action) {
        if (chosen.size() == choices.size()) {
            action.accept(chosen);
            return;
        }
        for (BigDecimal choice : choices.get(chosen.size())) {
            chosen.add(choice);
            combine(choices, chosen, action);
            chosen.remove(chosen.size() - 1);
        }
    }
}
