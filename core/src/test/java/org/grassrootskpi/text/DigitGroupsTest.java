package org.grassrootskpi.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitGroupsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0           | 0
            123         | 123
            1234        | 1,234
            123456.7891 | 123,456.7891
            1234567     | 1,234,567
            """)
    void partsThousandsBeforeThePoint(String digits, String grouped) {
        assertThat(DigitGroups.of(digits)).isEqualTo(grouped);
    }
}
