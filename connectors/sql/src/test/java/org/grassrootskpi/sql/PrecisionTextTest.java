package org.grassrootskpi.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.quantity.Quantity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrecisionTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            509.45亿元 | EXACT 1000000 [-500000, 500000)
            超600宗    | ABOVE 1 (0, )
            近6万人    | BELOW 10000 [-60000, 0)
            """)
    void readsWhatItWrites(String figure, String text) {
        Precision precision = Precision.from(Quantity.parse(figure));

        assertThat(PrecisionText.of(precision)).isEqualTo(text);
        assertThat(PrecisionText.parse(text)).isEqualTo(precision);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "EXACT", "EXACT 1", "NEAR 1 [0, 1)", "EXACT 1 [0; 1)", "EXACT 1e3 [0, 1)", "EXACT 1 [0, 1) "
            })
    void refusesOtherForms(String text) {
        assertThatThrownBy(() -> PrecisionText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected a qualifier, a step and an interval, such as 'EXACT 100 [-50, 50)', got '" + text
                        + "'");
    }
}
