package org.grassrootskpi.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.model.Award;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Rank;
import org.grassrootskpi.model.Rating;
import org.junit.jupiter.api.Test;

/** Holds what the catalogue quotes against the text that it quotes from. */
class CatalogAgainstReportTest {
    private static final Catalog PINGHU = PinghuCatalog.load();

    private record Quote(String element, String section, String text) {}

    private final List<Quote> quotes = new ArrayList<>();

    @Test
    void everyQuoteStandsInItsSection() throws IOException {
        ImmutableMap<String, String> sections = SharedReport.sections();
        collect();

        assertThat(quotes)
                .hasSizeGreaterThan(130)
                .allSatisfy(quote -> assertThat(sections.getOrDefault(quote.section(), "no section " + quote.section()))
                        .as(quote.element())
                        .contains(quote.text()));
    }

    @Test
    void everyFigureOfTheInventoryIsQuotedInItsSectionOrLeftOutByName() throws IOException {
        collect();
        List<String> missing = new ArrayList<>();
        for (Map<String, String> row : SharedReport.inventory()) {
            String figure = row.getOrDefault("figure", "");
            String section = row.getOrDefault("section_ordinal", "");
            boolean measured = List.of("quantity", "rate", "growth", "rank").contains(row.get("kind"));
            if (measured && section.startsWith("2024") && !figure.isEmpty()) {
                String cited = "2024-" + (1 + "一二三四五六七".indexOf(section.charAt(section.length() - 2)));
                boolean quoted = quotes.stream()
                        .anyMatch(quote -> quote.section().equals(cited)
                                && (quote.text().contains(figure) || figure.contains(quote.text())));
                if (!quoted) {
                    missing.add(row.get("id") + " " + figure);
                }
            }
        }

        // Part of the name of a service circle, see the README of this module.
        assertThat(missing).containsExactly("S24-6.30 一刻钟");
    }

    private void collect() {
        PINGHU.observations().forEach(observation -> {
            Citation citation = observation.citation();
            add(observation.key(), citation, citation.quote());
            observation.printed().ifPresent(figure -> add(observation.key(), citation, figure));
            observation.yearOnYear().ifPresent(change -> add(observation.key(), citation, change.quote()));
            observation.completion().ifPresent(share -> add(observation.key(), citation, share.quote()));
            beside(observation.key(), citation, observation.ranks(), observation.rating(), observation.awards());
        });
        PINGHU.recognitions().forEach(recognition -> {
            add(recognition.id(), recognition.citation(), recognition.citation().quote());
            beside(
                    recognition.id(),
                    recognition.citation(),
                    recognition.ranks(),
                    recognition.rating(),
                    recognition.awards());
        });
    }

    private void beside(
            String element, Citation citation, List<Rank> ranks, Optional<Rating> rating, List<Award> awards) {
        ranks.forEach(rank -> add(element, citation, rank.quote()));
        rating.ifPresent(grade -> add(element, citation, grade.quote()));
        awards.forEach(award -> add(element, citation, award.quote()));
    }

    private void add(String element, Citation citation, String text) {
        quotes.add(new Quote(element, citation.section(), text));
    }
}
