package org.grassrootskpi.score;

import static org.grassrootskpi.assess.PublishedTable.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.assess.PublishedTable;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.score.ScoringFunction.Kind;
import org.grassrootskpi.score.ScoringFunction.Scale;

/** The human development index of HDR 2023/24: three dimensions, geometric mean. */
final class HumanDevelopment {
    static final Scorecard CARD = card("20", "85");

    private HumanDevelopment() {}

    static Scorecard card(String leastLife, String mostLife) {
        return Scorecard.builder()
                .name(LocalizedText.of("人类发展指数", "Human development index"))
                .aggregation(Aggregation.GEOMETRIC)
                .normalisesWeights(true)
                .addItems(
                        ScoreItem.of("life", BigDecimal.ONE, index(leastLife, mostLife)),
                        ScoreItem.builder()
                                .id("education")
                                .addParts(
                                        ScoreItem.of("expected", BigDecimal.ONE, index("0", "18")),
                                        ScoreItem.of("mean", BigDecimal.ONE, index("0", "15")))
                                .build(),
                        ScoreItem.of(
                                "income",
                                BigDecimal.ONE,
                                ScoringFunction.builder()
                                        .from(index("100", "75000"))
                                        .scale(Scale.LOG)
                                        .build()))
                .build();
    }

    /** From 0 to 1, and no more. */
    private static ScoringFunction index(String lower, String upper) {
        return ScoringFunction.builder()
                .kind(Kind.GOALPOSTS)
                .direction(Direction.HIGHER)
                .lower(new BigDecimal(lower))
                .upper(new BigDecimal(upper))
                .high(BigDecimal.ONE)
                .cap(BigDecimal.ONE)
                .build();
    }

    static Map<String, Score> scores() {
        return scores(
                CARD,
                PublishedTable.rows("hdi-2022"),
                List.of("life_expectancy", "expected_schooling", "mean_schooling", "gni_per_capita"));
    }

    static Map<String, Score> scores(Scorecard card, List<NamedCsvRecord> rows, List<String> columns) {
        List<String> items = List.of("life", "expected", "mean", "income");
        MemberFigures.Builder figures = MemberFigures.builder();
        for (NamedCsvRecord row : rows) {
            for (int i = 0; i < items.size(); i++) {
                figures.put(
                        row.getField("iso3"), items.get(i), Quantity.ofExact(number(row, columns.get(i)), Unit.COUNT));
            }
        }
        Map<String, Score> scores = new LinkedHashMap<>();
        for (MemberScore member : card.score(figures.build()).members()) {
            Optional<Score> score = member.score();
            scores.put(member.member(), score.orElseThrow());
        }
        return scores;
    }
}
