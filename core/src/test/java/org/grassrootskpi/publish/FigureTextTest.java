package org.grassrootskpi.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            509.45亿元   | 50.945 billion CNY
            近8900万元   | under 89 million CNY
            超万个       | over 10,000
            2678家次     | 2,678
            三年         | 3
            98.6公顷     | 986,000 m²
            +6.34%       | +6.34%
            近300%       | under 300%
            -2.5%        | -2.5%
            超1.5倍      | over 1.5 times
            """)
    void aPrintedFigureStaysInChineseAndIsWordedInEnglishWithAllItsDigits(String printed, String english) {
        Quantity figure = Quantity.parse(printed);

        assertThat(FigureText.of(figure, Language.ZH)).isEqualTo(figure.toString());
        assertThat(FigureText.of(figure, Language.EN)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            123456789.12 | CNY       | EXACT    | 1.235亿元      | 123.5 million CNY
            12345        | CNY       | EXACT    | 1.235万元      | 12,345 CNY
            12345        | count:件  | EXACT    | 1.2345万件     | 12,345
            986000       | m2        | EXACT    | 98.6万平方米   | 986,000 m²
            0.958333     | ratio     | EXACT    | 95.83%         | 95.83%
            123456789    | CNY       | AT_LEAST | 不低于1.234亿元 | at least 123.4 million CNY
            123456789    | CNY       | AT_MOST  | 不高于1.235亿元 | at most 123.5 million CNY
            -123456789   | CNY       | AT_LEAST | 不低于-1.235亿元 | at least -123.5 million CNY
            0            | CNY       | EXACT    | 0元            | 0 CNY
            """)
    void aComputedFigureIsRoundedSoThatItNeverSaysMoreThanIsKnown(
            BigDecimal value, String unit, Qualifier qualifier, String chinese, String english) {
        Quantity figure = Quantity.of(value, Unit.parse(unit), qualifier, Range.all());

        assertThat(FigureText.of(figure, Language.ZH)).isEqualTo(chinese);
        assertThat(FigureText.of(figure, Language.EN)).isEqualTo(english);
    }

    @Test
    void aLargeNumberKeepsItsSign() {
        assertThat(FigureText.of(Quantity.parse("-3亿元"), Language.EN)).isEqualTo("-300 million CNY");
    }
}
