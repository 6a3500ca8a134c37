package org.grassrootskpi.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.grassrootskpi.conformance.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortestDecimalTest {
    /** Source of the first line: public bug report. JDK 17 prints most of these with more digits than JDK 25. */
    @ParameterizedTest
    @CsvSource({
        "2.2022402016050168E16, 22022402016050170",
        "2.0E-3, 0.002",
        "8.41E21, 8.41E+21",
        "2.0E23, 2E+23",
        "1.0E23, 1E+23",
        "9.999999999999999E22, 1E+23",
        "4.9E-324, 5E-324",
        "9.9E-324, 1E-323",
        "2.2250738585072014E-308, 2.2250738585072014E-308",
        "1.7976931348623157E308, 1.7976931348623157E+308",
        "5.684341886080802E-14, 5.684341886080802E-14",
        "9007199254740993, 9007199254740992",
        "9.223372036854776E18, 9223372036854776000",
        "0.1, 0.1",
        "-0.0, 0",
        "0, 0",
        "3.0, 3",
        "-1234.5678, -1234.5678",
        "100, 100",
        "1.0E300, 1E+300",
        "0.30000000000000004, 0.30000000000000004",
        "1.00000762939453125, 1.0000076293945312",
        "1.00002288818359375, 1.0000228881835938",
        "562949953421312.5, 562949953421312.5",
        "999999999999999.9, 999999999999999.9",
        "-999.9999999999999, -999.9999999999999",
        "1E18, 1000000000000000000",
        "1E19, 1E+19"
    })
    void hasTheFewestDigitsThatNameTheDouble(double value, String expected) {
        assertThat(ShortestDecimal.of(value)).isEqualTo(new BigDecimal(expected));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNoNumber(double value) {
        assertThatThrownBy(() -> ShortestDecimal.of(value)).isInstanceOf(NumberFormatException.class);
    }

    /** Each of the three ways, where it knows an answer, knows the same one; a dash where it leaves the answer to the next. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1, 0.1",
        "-0.1, -0.1, -0.1",
        "12345.6789, 12345.6789, 12345.6789",
        "123.4567, 123.4567, 123.4567",
        "99999999999.9999, 99999999999.9999, 99999999999.9999",
        "999999999999.9999, -, 999999999999.9999",
        "999999999999999, 999999999999999, 999999999999999",
        "-999999999999999, -999999999999999, -999999999999999",
        "1E15, -, -",
        "0.01, 0.01, 0.01",
        "0.0099, 0.0099, -",
        "0.5, 0.5, -",
        "1024, 1024, -",
        "0.12345, -, 0.12345",
        "3.141592653589793, -, 3.141592653589793",
        "-3.141592653589793, -, -3.141592653589793",
        "0.30000000000000004, -, 0.30000000000000004",
        "1000.0000000000001, -, 1000.0000000000001",
        "999.9999999999999, -, 999.9999999999999",
        "999999999999999.9, -, 999999999999999.9",
        "0.09999999999999999, -, 0.09999999999999999",
        "0.10000000000000002, -, 0.10000000000000002",
        "1.00000762939453125, -, 1.0000076293945312",
        "1.00002288818359375, -, 1.0000228881835938",
        "562949953421312.5, -, 562949953421312.5",
        "1E300, -, -",
        "5E-324, -, -",
        "0, 0, -"
    })
    void theQuickWaysKnowWhatTheLongOneFinds(double value, String few, String longs) {
        assertThat(spoken(ShortestDecimal.ofFewDecimals(value))).isEqualTo(few);
        assertThat(spoken(ShortestDecimal.ofLongs(value))).isEqualTo(longs);
        assertThat(ShortestDecimal.ofDecimals(value)).isEqualByComparingTo(ShortestDecimal.of(value));
    }

    private static String spoken(@Nullable BigDecimal decimal) {
        return decimal == null ? "-" : CanonicalDecimal.of(decimal).toPlainString();
    }

    static LongStream seeds() {
        return Seeds.of(ShortestDecimalTest.class, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isTheShortestInTheIntervalThatRoundsToTheDouble(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            double value = switch (random.nextInt(5)) {
                case 0 -> Double.longBitsToDouble(random.nextLong());
                case 1 -> Math.scalb(1.0, random.nextInt(2000) - 1000);
                case 2 -> random.nextLong() * 1e-3;
                case 3 -> (random.nextInt() / 100.0 + random.nextInt() / 1000.0) / 3;
                default -> Double.longBitsToDouble(random.nextLong() >>> (12 + random.nextInt(40)));
            };
            if (Double.isFinite(value) && value != 0 && Math.abs(value) < Double.MAX_VALUE) {
                assertThat(ShortestDecimal.of(value))
                        .as("%s of seed %s", Double.toHexString(value), seed)
                        .isEqualByComparingTo(shortest(value));
            }
        }
    }

    /** By the definition of rounding: everything up to the middle between two doubles, with it where the last bit is 0. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal two = BigDecimal.valueOf(2);
        BigDecimal low = exact.add(new BigDecimal(Math.nextDown(value))).divide(two);
        BigDecimal high = exact.add(new BigDecimal(Math.nextUp(value))).divide(two);
        boolean closed = (Double.doubleToLongBits(value) & 1) == 0;
        for (int digits = 1; ; digits++) {
            BigDecimal below = exact.round(new MathContext(digits, RoundingMode.FLOOR));
            BigDecimal above = exact.round(new MathContext(digits, RoundingMode.CEILING));
            var found = Stream.of(below, above)
                    .filter(d -> closed
                            ? d.compareTo(low) >= 0 && d.compareTo(high) <= 0
                            : d.compareTo(low) > 0 && d.compareTo(high) < 0)
                    .min(Comparator.<BigDecimal, BigDecimal>comparing(
                                    d -> d.subtract(exact).abs())
                            .thenComparing(d -> d.unscaledValue().testBit(0)));
            if (found.isPresent()) {
                return found.get();
            }
        }
    }
}
