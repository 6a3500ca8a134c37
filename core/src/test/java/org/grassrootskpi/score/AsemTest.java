package org.grassrootskpi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.grassrootskpi.assess.PublishedTable.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.assess.PublishedTable;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.score.Normalisation.Kind;
import org.junit.jupiter.api.Test;

/** The ASEM sustainable connectivity index of COINr: 51 countries, 49 indicators, eight pillars, two sub-indices. */
class AsemTest {
    private static final int MOST_WINSORISED = 5;
    private static final List<NamedCsvRecord> RAW = PublishedTable.rows("asem-raw");
    private static final List<NamedCsvRecord> META = PublishedTable.rows("asem-meta");
    private static final Map<String, Integer> WINSORISED = new LinkedHashMap<>();
    private static final MemberFigures FIGURES = figures();
    /** Three of the tests look at it. */
    private static final Scores SCORES = card(Kind.MIN_MAX).score(FIGURES);

    private static MemberFigures figures() {
        MemberFigures.Builder figures = MemberFigures.builder();
        for (NamedCsvRecord indicator : META) {
            if (indicator.getField("type").equals("Indicator")) {
                double[] treated = treated(indicator);
                for (int i = 0; i < treated.length; i++) {
                    figures.put(
                            RAW.get(i).getField("unit"),
                            indicator.getField("code"),
                            Quantity.ofExact(BigDecimal.valueOf(treated[i]), Unit.COUNT));
                }
            }
        }
        return figures.build();
    }

    /** Divides by the denominator, fills gaps with the mean of the group, winsorises the ends while they are far out. */
    private static double[] treated(NamedCsvRecord indicator) {
        String code = indicator.getField("code");
        String denominator = indicator.getField("denominator");
        double[] values = new double[RAW.size()];
        Map<String, List<Double>> ofGroup = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            NamedCsvRecord row = RAW.get(i);
            values[i] = row.getField(code).isEmpty()
                            || (!denominator.isEmpty()
                                    && row.getField(denominator).isEmpty())
                    ? Double.NaN
                    : Double.parseDouble(row.getField(code))
                            / (denominator.isEmpty() ? 1 : Double.parseDouble(row.getField(denominator)));
            if (!Double.isNaN(values[i])) {
                ofGroup.computeIfAbsent(row.getField("group"), g -> new ArrayList<>())
                        .add(values[i]);
            }
        }
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                values[i] = ofGroup.getOrDefault(RAW.get(i).getField("group"), List.of()).stream()
                        .mapToDouble(x -> x)
                        .average()
                        .orElseThrow();
            }
        }
        double[] winsorised = values.clone();
        int points = 0;
        while (isFarOut(winsorised) && points < MOST_WINSORISED) {
            boolean isHigh = moment(winsorised, 3) > 0;
            double end = isHigh
                    ? Arrays.stream(winsorised).max().orElseThrow()
                    : Arrays.stream(winsorised).min().orElseThrow();
            double next = isHigh
                    ? Arrays.stream(winsorised).filter(x -> x < end).max().orElseThrow()
                    : Arrays.stream(winsorised).filter(x -> x > end).min().orElseThrow();
            winsorised = Arrays.stream(winsorised).map(x -> x == end ? next : x).toArray();
            points++;
        }
        if (isFarOut(winsorised)) {
            double min = Arrays.stream(values).min().orElseThrow();
            double max = Arrays.stream(values).max().orElseThrow();
            return Arrays.stream(values)
                    .map(x -> Math.log(x - min + 0.01 * (max - min)))
                    .toArray();
        }
        if (points > 0) {
            WINSORISED.put(code, points);
        }
        return winsorised;
    }

    private static double moment(double[] values, int order) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values)
                .map(x -> Math.pow(x - mean, order))
                .average()
                .orElseThrow();
    }

    /** Skewness and kurtosis corrected for the sample (type 2). */
    private static boolean isFarOut(double[] values) {
        double n = values.length;
        double m2 = moment(values, 2);
        double skew = moment(values, 3) / Math.pow(m2, 1.5) * Math.sqrt(n * (n - 1)) / (n - 2);
        double kurtosis = ((n + 1) * (moment(values, 4) / (m2 * m2) - 3) + 6) * (n - 1) / ((n - 2) * (n - 3));
        return Math.abs(skew) >= 2 && kurtosis >= 3.5;
    }

    private static Scorecard card(Kind kind) {
        return Scorecard.builder()
                .name(LocalizedText.of("可持续互联互通", "Sustainable connectivity"))
                .normalisesWeights(true)
                .items(parts("Index", kind))
                .build();
    }

    private static List<ScoreItem> parts(String parent, Kind kind) {
        List<ScoreItem> parts = new ArrayList<>();
        for (NamedCsvRecord row : META) {
            if (row.getField("parent").equals(parent)) {
                ScoreItem.Builder item =
                        ScoreItem.builder().id(row.getField("code")).weight(number(row, "weight"));
                if (row.getField("type").equals("Indicator")) {
                    item.normalisation(Normalisation.builder()
                            .kind(kind)
                            .direction(row.getField("direction").equals("1") ? Direction.HIGHER : Direction.LOWER)
                            .build());
                } else {
                    item.parts(parts(row.getField("code"), kind));
                }
                parts.add(item.build());
            }
        }
        return parts;
    }

    @Test
    void reproducesTheIndexToTwelveDigitsAndItsRanks() {
        Ranks ranks = SCORES.ranks();
        Ranks byPercentiles = card(Kind.PERCENTILE_RANK).score(FIGURES).ranks();

        assertThat(PublishedTable.rows("asem-index")).hasSize(51).allSatisfy(row -> {
            String unit = row.getField("unit");
            assertThat(SCORES.member(unit).score().orElseThrow().value())
                    .isCloseTo(number(row, "index"), within(new BigDecimal("1E-11")));
            assertThat(ranks.place(unit).rank()).isEqualByComparingTo(number(row, "rank"));
            assertThat(byPercentiles.place(unit).rank())
                    .isEqualByComparingTo(number(row, "rank_with_percentile_ranks"));
        });
    }

    @Test
    void reproducesThePillars() {
        for (NamedCsvRecord row : PublishedTable.rows("asem-pillars")) {
            MemberScore member = SCORES.member(row.getField("unit"));
            for (String pillar : row.getHeader()) {
                if (!pillar.equals("unit")) {
                    Score score = pillar.equals("Index")
                            ? member.score().orElseThrow()
                            : member.item(pillar).score().orElseThrow();
                    assertThat(score.value().setScale(2, RoundingMode.HALF_UP))
                            .as(row.getField("unit") + " " + pillar)
                            .isEqualByComparingTo(number(row, pillar));
                }
            }
        }
    }

    @Test
    void reproducesTheChangesOfRanksWithoutEachPillar() {
        Map<String, BigDecimal> shifts = new LinkedHashMap<>();
        Ranks all = SCORES.ranks();
        for (NamedCsvRecord row : PublishedTable.rows("asem-leave-one-out")) {
            Scorecard rest = LeaveOneOut.without(card(Kind.MIN_MAX), row.getField("removed"));
            List<String> ids = new ArrayList<>();
            ScorecardMath.forEachIndicator(rest.items(), item -> ids.add(item.id()));
            shifts.put(
                    row.getField("removed"),
                    RankStatistics.meanShift(all, rest.score(FIGURES.only(ids)).ranks())
                            .setScale(6, RoundingMode.HALF_UP));
        }

        assertThat(PublishedTable.rows("asem-leave-one-out"))
                .hasSize(8)
                .allSatisfy(row -> assertThat(shifts.get(row.getField("removed")))
                        .isEqualByComparingTo(number(row, "mean_absolute_rank_change")));
    }

    @Test
    void treatsTheSameOutliers() {
        Map<String, Integer> published = new LinkedHashMap<>();
        PublishedTable.rows("asem-treated")
                .forEach(row -> published.put(
                        row.getField("indicator"),
                        number(row, "winsorised_points").intValueExact()));

        assertThat(WINSORISED).isEqualTo(published);
    }
}
