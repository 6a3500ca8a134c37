package org.grassrootskpi.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainDecimalTest {
    /** Reads the number between two other bytes, as it lies in a row. */
    private static long scaled(String number, int decimals) {
        return PlainDecimal.scaled(
                ("7" + number + "7").getBytes(StandardCharsets.UTF_8), 1, number.length() + 1, decimals);
    }

    private static double nearest(String number) {
        return PlainDecimal.nearest(("." + number + "7").getBytes(StandardCharsets.UTF_8), 1, number.length() + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "12, 0, 12",
        "12, 2, 1200",
        "12.5, 1, 125",
        "12.5, 3, 12500",
        "-12.5, 1, -125",
        "-0, 2, 0",
        "0.001, 3, 1",
        "007, 0, 7",
        "1234567890.98765, 5, 123456789098765",
        "999999999999999999, 0, 999999999999999999",
        "-999999999999999999, 0, -999999999999999999",
        "123456789, 9, 123456789000000000",
    })
    void isAWholeNumberOfThePlaces(String number, int decimals, long scaled) {
        assertThat(scaled(number, decimals)).isEqualTo(scaled);
    }

    @ParameterizedTest
    @CsvSource({
        "1000000000000000000, 0, 19 digits",
        "-1000000000000000000, 0, 19 digits",
        "1234567890, 9, 19 digits with the places",
        "1.25, 1, a place more",
        "1.20, 1, a place more that is zero",
        "1., 1, no digit behind the point",
        ".5, 1, no digit before the point",
        "., 1, no digit",
        "-, 1, no digit",
        "-.5, 1, no digit before the point",
        "+5, 1, another sign",
        "--5, 1, two signs",
        "1.2.3, 5, two points",
        "1:, 1, the byte behind the nine",
        "1/, 1, the byte before the zero",
        "1.:, 1, the byte behind the nine",
        "1./, 1, the byte before the zero",
        "5e3, 1, an exponent",
    })
    void leavesAllElseToACloserLook(String number, int decimals, String why) {
        assertThat(scaled(number, decimals)).as(why).isEqualTo(PlainDecimal.UNCLEAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "-2.5", "12", "0", "9007199254740991", "-9007199254740991", "0.0000000000000007"})
    void isTheDoubleThatJavaReads(String number) {
        assertThat(nearest(number)).isEqualTo(Double.parseDouble(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9007199254740992",
                "-9007199254740992",
                "0.00000000000000007",
                "0.0000000000000000001",
                "1e5",
                "5.",
                ".5",
                "x",
                "1.2.3",
                "123456789012345678.1"
            })
    void isNotANumberWhereOneDivisionMayNotRoundRightly(String number) {
        assertThat(nearest(number)).isNaN();
    }

    @Test
    void tellsThePlainFromOtherHabits() {
        assertThat(new String[] {"5", "+5", "-5.25", "007"}).allMatch(PlainDecimal::isPlain);
        assertThat(new String[] {"5.", ".5", "1e5", "1,000", "", "5 ", "近5"}).noneMatch(PlainDecimal::isPlain);
        assertThat(new String[] {"5", "1e5", "-1.5E-1234", "1E+7"}).allMatch(PlainDecimal::isPlainWithExponent);
        assertThat(new String[] {"e5", "1E12345", "1e", "1e5.0"}).noneMatch(PlainDecimal::isPlainWithExponent);
        assertThat(new String[] {"1,234", "1 234.5", "1'234", "1\u00A0234", "- 5", "5", "0", "9."})
                .allMatch(PlainDecimal::isBareNumber);
        assertThat(new String[] {"1万", ",", "-", "", "1e5", "5元"}).noneMatch(PlainDecimal::isBareNumber);
    }
}
