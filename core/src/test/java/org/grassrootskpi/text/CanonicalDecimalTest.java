package org.grassrootskpi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalDecimalTest {
    @ParameterizedTest
    @CsvSource({
        "1.50, 15, 1",
        "1.00, 1, 0",
        "100, 100, 0",
        "1E+2, 100, 0",
        "1.20E+1, 12, 0",
        "0, 0, 0",
        "0.00, 0, 0",
        "0E+5, 0, 0",
        "-0.10, -1, 1",
        "1E-3, 1, 3"
    })
    void equalNumbersAreEqualObjects(BigDecimal number, long digits, int scale) {
        assertThat(CanonicalDecimal.of(number)).isEqualTo(BigDecimal.valueOf(digits, scale));
    }
}
