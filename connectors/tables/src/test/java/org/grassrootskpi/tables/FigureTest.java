package org.grassrootskpi.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.Optional;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTest {
    private static Optional<Figure> read(String cell, boolean comma) {
        return Figure.read(cell, comma, ImmutableMap.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1234         | false | 1234     | NORMAL
            -1.50        | false | -1.50    | NORMAL
            −1.50        | false | -1.50    | NORMAL
            +7           | false | 7        | NORMAL
            １２.５      | false | 12.5     | NORMAL
            .5           | false | 0.5      | NORMAL
            1,234,567.8  | false | 1234567.8 | NORMAL
            1 234 567    | false | 1234567  | NORMAL
            (1,234)      | false | -1234    | NORMAL
            1.5E3        | false | 1.5E+3   | NORMAL
            1.234,5      | true  | 1234.5   | NORMAL
            12,5         | true  | 12.5     | NORMAL
            23515 b      | false | 23515    | BREAK
            23515bp      | false | 23515    | BREAK
            12.3p        | false | 12.3     | PROVISIONAL
            12*          | false | 12       | PROVISIONAL
            98.5%        | false | 98.5     | NORMAL
            """)
    void readsNumbers(String cell, boolean comma, BigDecimal number, ObservationStatus status) {
        Figure figure = read(cell, comma).orElseThrow();

        assertThat(figure.number()).isEqualByComparingTo(number);
        assertThat(figure.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "'', MISSING",
        "':', MISSING",
        "': c', SUPPRESSED",
        "': u', MISSING",
        "x, SUPPRESSED",
        ".., MISSING",
        "…, MISSING",
        "N/A, MISSING",
        "z, CANNOT_EXIST",
        "12 c, SUPPRESSED",
        "-, MISSING"
    })
    void readsWhyThereIsNone(String cell, ObservationStatus status) {
        Figure figure = read(cell, false).orElseThrow();

        assertThat(figure.hasValue()).isFalse();
        assertThat(figure.status()).isEqualTo(status);
    }

    @Test
    void readsFiguresAsReportsPrintThem() {
        assertThat(read("超600宗", false).orElseThrow().figure()).isEqualTo(Quantity.parse("超600宗"));
    }

    @Test
    void prefersWhatTheMappingSays() {
        assertThat(Figure.read("x", false, ImmutableMap.of("x", ObservationStatus.CANNOT_EXIST))
                        .orElseThrow()
                        .status())
                .isEqualTo(ObservationStatus.CANNOT_EXIST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2M",
                "2.3bn",
                "3B",
                "5 million",
                "12..5",
                "1,23",
                "1,2345",
                "12 34",
                "a dozen",
                "1E99999",
                "--5",
                "1.234.567",
                "12 :"
            })
    void readsNothingElse(String cell) {
        assertThat(read(cell, false)).isEmpty();
    }
}
