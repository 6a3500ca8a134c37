package org.grassrootskpi.score;

import static org.grassrootskpi.assess.PublishedTable.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.assess.PublishedTable;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The technology achievement index of the OECD/JRC handbook: 23 countries, 8 indicators, goalposts of HDR 2001. */
final class Tai {
    static final List<String> INDICATORS = List.of(
            "patents", "royalties", "internet", "exports", "telephones", "electricity", "schooling", "university");

    private Tai() {}

    static MemberFigures figures() {
        List<NamedCsvRecord> rows = PublishedTable.rows("tai-raw");
        @Nullable BigDecimal[][] values = new BigDecimal[rows.size()][];
        List<String> countries = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            NamedCsvRecord row = rows.get(i);
            countries.add(row.getField("country"));
            values[i] = INDICATORS.stream().map(id -> number(row, id)).toArray(BigDecimal[]::new);
        }
        return MemberFigures.of(countries, INDICATORS, values);
    }

    /** The figures of two indicators are logarithms already, so that the logarithms of their goalposts are used. */
    static ScoringFunction scoring(String indicator) {
        NamedCsvRecord posts = PublishedTable.rows("tai-goalposts").stream()
                .filter(row -> row.getField("indicator").equals(indicator))
                .findFirst()
                .orElseThrow();
        boolean isLog = posts.getField("scale").equals("log10");
        return ScoringFunction.goalposts(post(posts, "minimum", isLog), post(posts, "maximum", isLog), Direction.HIGHER)
                .clamped();
    }

    private static BigDecimal post(NamedCsvRecord posts, String column, boolean isLog) {
        BigDecimal post = number(posts, column);
        return isLog ? BigDecimal.valueOf(Math.log10(post.doubleValue())) : post;
    }

    static Scorecard card(String method) {
        Scorecard.Builder card = Scorecard.builder()
                .name(LocalizedText.of("技术成就指数", "Technology achievement index"))
                .normalisesWeights(true);
        for (String indicator : INDICATORS) {
            card.addItems(ScoreItem.of(indicator, weight(method, indicator), scoring(indicator)));
        }
        return card.build();
    }

    private static BigDecimal weight(String method, String indicator) {
        if (method.equals("EW")) {
            return BigDecimal.ONE;
        }
        return PublishedTable.rows("tai-weights").stream()
                .filter(row -> row.getField("method").equals(method))
                .map(row -> number(row, indicator))
                .findFirst()
                .orElseThrow();
    }
}
