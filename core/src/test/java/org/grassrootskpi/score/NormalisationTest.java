package org.grassrootskpi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.grassrootskpi.assess.PublishedTable.number;

import com.google.common.collect.Range;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.grassrootskpi.assess.PublishedTable;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.score.Normalisation.Kind;
import org.junit.jupiter.api.Test;

class NormalisationTest {
    private static BigDecimal d(String decimal) {
        return new BigDecimal(decimal);
    }

    /** Table 15 of the OECD/JRC handbook: ten normalisations of mean years of schooling of 23 countries. */
    @Test
    void reproducesTheNormalisationsOfTheHandbook() {
        Map<String, Normalisation> columns = Map.of(
                "rank_ascending", Normalisation.of(Kind.RANK),
                "z_score", Normalisation.of(Kind.Z_SCORE),
                "min_max",
                        Normalisation.builder()
                                .kind(Kind.MIN_MAX)
                                .high(BigDecimal.ONE)
                                .build(),
                "ratio_to_mean", Normalisation.of(Kind.RATIO_TO_MEAN),
                "ratio_to_best", Normalisation.of(Kind.RATIO_TO_BEST),
                "ratio_to_worst", Normalisation.of(Kind.RATIO_TO_WORST),
                "difference_to_mean", Normalisation.of(Kind.DIFFERENCE_TO_MEAN),
                "difference_to_worst", Normalisation.of(Kind.DIFFERENCE_TO_WORST),
                "above_below_mean_20pct",
                        Normalisation.builder()
                                .kind(Kind.ABOVE_BELOW_MEAN)
                                .threshold(d("0.2"))
                                .build(),
                "percentile", Normalisation.of(Kind.PERCENTILE_RANK));
        List<NamedCsvRecord> rows = PublishedTable.rows("tai-normalised-schooling");
        List<BigDecimal> values = rows.stream().map(row -> number(row, "value")).toList();
        int equal = 0;
        for (Map.Entry<String, Normalisation> column : columns.entrySet()) {
            List<Score> scores = column.getValue().scores(values);
            for (int i = 0; i < rows.size(); i++) {
                int decimals = column.getKey().equals("percentile") ? 1 : 2;
                BigDecimal published = number(rows.get(i), column.getKey());
                BigDecimal computed = scores.get(i).value().setScale(decimals, RoundingMode.HALF_UP);
                assertThat(computed).as(column.getKey() + " " + rows.get(i)).isEqualByComparingTo(published);
                equal++;
            }
        }

        assertThat(equal).isEqualTo(230);
    }

    @Test
    void turnsRoundWhereLessIsBetter() {
        List<BigDecimal> values = List.of(d("2"), d("4"), d("8"));

        assertThat(values(
                        Normalisation.builder()
                                .kind(Kind.MIN_MAX)
                                .direction(Direction.LOWER)
                                .build(),
                        values))
                .containsExactly("100", "66.67", "0");
        assertThat(values(
                        Normalisation.builder()
                                .kind(Kind.RANK)
                                .direction(Direction.LOWER)
                                .build(),
                        values))
                .containsExactly("3", "2", "1");
        assertThat(values(
                        Normalisation.builder()
                                .kind(Kind.RATIO_TO_BEST)
                                .direction(Direction.LOWER)
                                .build(),
                        values))
                .containsExactly("1", "0.5", "0.25");
    }

    private static List<String> values(Normalisation rule, List<BigDecimal> values) {
        return rule.scores(values).stream()
                .map(score -> score.value()
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString())
                .toList();
    }

    @Test
    void refusesSamplesWithoutARange() {
        assertThatThrownBy(() -> Normalisation.of(Kind.MIN_MAX).scores(List.of(d("2"), d("2"))))
                .hasMessageContaining("ZERO_RANGE");
        assertThatThrownBy(() -> Normalisation.of(Kind.Z_SCORE).scores(List.of(d("2"))))
                .hasMessageContaining("ZERO_RANGE");
        assertThatThrownBy(() -> Normalisation.of(Kind.RATIO_TO_MEAN).scores(List.of(d("2"), d("0"))))
                .hasMessageContaining("NOT_POSITIVE");
        assertThatThrownBy(() -> Normalisation.of(Kind.ABOVE_BELOW_MEAN)).hasMessageContaining("threshold");
        assertThat(Normalisation.of(Kind.MIN_MAX).scores(List.of())).isEmpty();
    }

    /** For every member of the bounds of all figures each score lies within its bounds, which some corner reaches. */
    @Property
    void holdsForEveryMemberOfTheBounds(
            @ForAll @Size(min = 2, max = 5) List<@IntRange(min = 10, max = 60) Integer> values,
            @ForAll @Size(min = 25, max = 25) List<@IntRange(min = 0, max = 4) Integer> choices) {
        List<Bounded> figures = new ArrayList<>();
        List<BigDecimal> members = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            int value = values.get(i) * 10;
            int width = choices.get(i);
            figures.add(Bounded.of(Fraction.of(value), Fraction.of(value - width), Fraction.of(value + width)));
            members.add(BigDecimal.valueOf(value - width + 2L * width * choices.get(5 + i) / 4));
        }
        for (Kind kind : Kind.values()) {
            Normalisation.Builder rule = Normalisation.builder().kind(kind);
            Normalisation normalisation =
                    kind == Kind.ABOVE_BELOW_MEAN ? rule.threshold(d("0.2")).build() : rule.build();
            List<Bounded> bounded;
            List<Score> one;
            try {
                bounded = SampleMath.scores(normalisation, figures);
                one = normalisation.scores(members);
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageContaining("ZERO_RANGE");
                continue;
            }
            for (int i = 0; i < values.size(); i++) {
                Range<BigDecimal> possible = bounded.get(i).bounds();
                assertThat(possible.encloses(one.get(i).bounds())
                                || possible.contains(one.get(i).value()))
                        .as(kind + " " + possible + " " + one.get(i))
                        .isTrue();
            }
        }
    }
}
