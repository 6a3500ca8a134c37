package org.grassrootskpi.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitFactorTest {
    @ParameterizedTest
    @CsvSource({
        "1,1,1",
        "2000/3,2000,3",
        "4000/6,2000,3",
        "4046.8564224,316160658,78125",
        "0.1/0.03,10,3",
        "0.000000000000000000000000000001,1,1000000000000000000000000000000"
    })
    void itIsAFractionInLowestTerms(String text, BigInteger numerator, BigInteger denominator) {
        UnitFactor factor = UnitFactor.parse(text);

        assertThat(factor.numerator()).isEqualTo(numerator);
        assertThat(factor.denominator()).isEqualTo(denominator);
        assertThat(factor).hasToString(text).isEqualTo(UnitFactor.parse(factor.toString()));
    }

    @Test
    void factorsOfOneFractionAreEqual() {
        assertThat(UnitFactor.parse("0.5"))
                .isEqualTo(UnitFactor.parse("1/2"))
                .hasSameHashCodeAs(UnitFactor.parse("2/4"));
        assertThat(UnitFactor.parse("0.5")).isNotEqualTo(UnitFactor.parse("0.50001"));
        assertThat(UnitFactor.ONE).isEqualTo(UnitFactor.parse("3/3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "0.0", "1/0", "0/1", "1/0.0", "-1", "+1", "1e3", "1.", ".5", "1/", "1/2/3", "1 / 2", "二"
            })
    void whatIsNoNumberAboveZeroIsRefused(String text) {
        assertThatThrownBy(() -> UnitFactor.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected a factor above zero such as 4046.8564224 or 2000/3, got '" + text + "'");
    }

    @Test
    void aUnitIsSoManyOfAnother() {
        Unit acre = Unit.of("acre", UnitFactor.parse("4046.8564224"), Unit.parse("m2"));

        assertThat(acre.code()).isEqualTo("m2");
        assertThat(Quantity.parse("2.5 acre", UnitVocabulary.standard().with(acre))
                        .value())
                .isEqualByComparingTo("10117.141056");
        assertThat(Unit.of(
                        "段", UnitFactor.parse("1/10"), Unit.of("町", UnitFactor.parse("1200000/121"), Unit.parse("m2"))))
                .isEqualTo(Unit.of("反", UnitFactor.parse("120000/121"), Unit.parse("m2")));
        assertThatThrownBy(() -> Unit.of("2x", UnitFactor.ONE, Unit.CNY))
                .hasMessage(
                        "Expected a symbol of 1 to 32 characters that begins with no digit, sign or space, found \"2x\"");
    }
}
