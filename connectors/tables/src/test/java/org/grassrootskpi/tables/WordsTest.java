package org.grassrootskpi.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.grassrootskpi.model.IndicatorKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What words in names and heads mean, and where they mean nothing. */
class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "Unemployment rate, RATIO",
        "unemployment_rates, RATIO",
        "growthRate, GROWTH",
        "UNRATE, RATIO",
        "Population density, RATIO",
        "Populations, STOCK",
        "POP, STOCK",
        "群众满意度, RATIO",
        "Bevölkerung, STOCK"
    })
    void findsTheKindInAName(String name, IndicatorKind kind) {
        assertThat(Words.kind(name)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Corporate profits", "Exchange of goods", "Popular votes", "Shipments", "taxable income"})
    void findsNoKindInTheMiddleOfAWord(String name) {
        assertThat(Words.kind(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Brasil e Unidade da Federação, REGION",
        "Country/Region, REGION",
        "ref_area.label, REGION",
        "Statistic Label, INDICATOR",
        "obs_status.label, STATUS"
    })
    void findsTheRoleOfAHead(String head, TableMapping.Role role) {
        assertThat(Words.role(head)).contains(role);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Region and year", "Brasil e França", "Area / Yield"})
    void findsNoRoleInAHeadThatSaysSeveralThings(String head) {
        assertThat(Words.role(head)).isEqualTo(Optional.empty());
    }
}
