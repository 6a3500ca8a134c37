package org.grassrootskpi.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundedFigureTest {
    private static Cell cell(String value, Qualifier qualifier, String unit) {
        return Cell.builder(new BigDecimal(value), Unit.parse(unit).base())
                .precision(qualifier, Range.all())
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "1200,     count:次,         0",
        "12.50,    CNY,              1",
        "3.14159,  CNY,              2",
        "0.5,      万元,             2",
        "0.96547,  %,                1",
        "0.0123,   百分点,           1",
    })
    void keepsAtMostTwoDecimalsOfAPlainValueAndHasAFixedNumberForOtherUnits(String value, String unit, int decimals) {
        assertThat(RoundedFigure.usualDecimals(cell(value, Qualifier.EXACT, unit), Unit.parse(unit)))
                .isEqualTo(decimals);
    }

    @ParameterizedTest
    @CsvSource({
        "EXACT,     125, 1.3",
        "ABOUT,     125, 1.3",
        "BELOW,     121, 1.3",
        "AT_MOST,   121, 1.3",
        "ABOVE,     129, 1.2",
        "AT_LEAST,  129, 1.2",
        "EXACT,    -125, -1.3",
        "BELOW,    -129, -1.2",
        "ABOVE,    -121, -1.3",
    })
    void roundsToTheSideOnWhichTheTrueValueLies(Qualifier qualifier, String value, BigDecimal printed) {
        assertThat(RoundedFigure.number(cell(value, qualifier, "CNY"), Unit.of("百元", "CNY", 100, 1), 1))
                .isEqualTo(printed);
    }

    /** 亩 is 2000/3 m2, 公顷 10000 m2; a seventh of a metre has no end as a decimal number. */
    @ParameterizedTest
    @CsvSource({"2000, 亩, 1, 3, 2000, 3.000", "15000, 公顷, 10000, 1, 1.5, 1.500", "1, 七, 7, 1, 1, 0.143"})
    void convertsIntoTheUnit(
            BigDecimal value, String symbol, long numerator, long denominator, String inUnit, BigDecimal printed) {
        Unit unit = symbol.equals("亩") ? Unit.parse("亩") : Unit.of(symbol, "m2", numerator, denominator);

        assertThat(RoundedFigure.number(cell(value.toPlainString(), Qualifier.EXACT, "m2"), unit, 3))
                .isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({
        "EXACT,    1234.5, '1,234.5',          '1,234.5'",
        "EXACT,   -1234.5, '-1,234.5',         '-1,234.5'",
        "EXACT,    0,      0,                  0",
        "ABOVE,    600,    超600,              over 600",
        "BELOW,    600,    不足600,            under 600",
        "ABOUT,   -1600,   '约-1,600',         'about -1,600'",
        "AT_LEAST, 3,      不低于3,            at least 3",
        "AT_MOST,  3,      不高于3,            at most 3",
    })
    void printsTheQualifierBeforeTheNumber(Qualifier qualifier, BigDecimal number, String chinese, String english) {
        Cell cell = cell(number.toPlainString(), qualifier, "CNY");

        assertThat(RoundedFigure.text(cell, number, Language.ZH)).isEqualTo(chinese);
        assertThat(RoundedFigure.text(cell, number, Language.EN)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
        "百分点,           个百分点, pp",
        "percentage-point, 个百分点, pp",
        "CNY,              元,       CNY",
        "亿元,             亿元,     亿元",
        "%,                %,        %",
        "count:件,         件,       件",
        "万件,             万件,     万件",
        "count,            '',       ''",
        "万,               万,       万",
        "rank,             '',       ''",
    })
    void printsTheSymbolOfAUnitAsTablesDo(String unit, String chinese, String english) {
        assertThat(RoundedFigure.symbol(Unit.parse(unit), Language.ZH)).isEqualTo(chinese);
        assertThat(RoundedFigure.symbol(Unit.parse(unit), Language.EN)).isEqualTo(english);
    }
}
