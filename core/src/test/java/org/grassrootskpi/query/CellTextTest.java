package org.grassrootskpi.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.Optional;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is printed of a cell. Cases from a public bug report: units, percents, grouping, digits, signs. */
class CellTextTest {
    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            0.968685                             | ratio            | 96.8685 %
            0.968685347983275183275983275893      | ratio            | 96.8685 %
            1                                    | ratio            | 100 %
            -0.062                               | ratio            | -6.2 %
            3.4123456789                         | ratio            | 341.235 %
            0.05                                 | percentage-point | 5 pp
            -0.013                               | percentage-point | -1.3 pp
            30000000000                          | CNY              | 30,000,000,000 CNY
            12345678901234567890.12              | CNY              | 12,345,678,901,234,567,890.12 CNY
            -1234.5                              | CNY              | -1,234.5 CNY
            999                                  | m2               | 999 m2
            1000                                 | m2               | 1,000 m2
            1000000                              | count            | 1,000,000
            23439                                | count:宗         | 23,439 宗
            3                                    | rank             | 3
            2.5                                  | times            | 2.5 times
            12345678.333333333333333333          | CNY              | 12,345,678 CNY
            1234.56789123                        | CNY              | 1,234.57 CNY
            33.33333333333333333333              | kg               | 33.3333 kg
            0.00000000000033                     | kg               | 0.00000000000033 kg
            0.0000000000000000000033             | kg               | 3.3×10^-21 kg
            1000000000000000000000000000000000   | kg               | 1×10^33 kg
            0                                    | ratio            | 0 %
            """)
    void printsAnExactValue(BigDecimal value, String unit, String expected) {
        Cell cell = Cell.builder(value, Unit.parse(unit)).contributors(1, 1).build();

        assertThat(CellText.of(cell, null)).hasToString(expected);
    }

    @ParameterizedTest(name = "{0} in {2}{3}..{4}{5} is {6} with bounds {7}")
    @CsvSource(delimiter = '|', textBlock = """
            30000000000      | BELOW    | [ | 0        | 30000000000 | ) | <30,000,000,000 m | [0..30,000,000,000)
            600              | ABOVE    | ( | 600      |             | ) | >600 m            | (600..∞)
            600              | AT_LEAST | [ | 600      |             | ) | ≥600 m            | [600..∞)
            600              | AT_MOST  | [ | 0        | 600         | ] | ≤600 m            | [0..600]
            600              | ABOUT    | ( |          |             | ) | ~600 m            | (-∞..∞)
            0.683066666667   | ABOVE    | ( | 0.683066666667 |       | ) | >0.683066 m       | (0.683066..∞)
            0.683066666667   | BELOW    | [ | 0        | 0.683066666667 | ) | <0.683067 m    | [0..0.683067)
            -0.683066666667  | ABOVE    | ( | -0.683066666667 |      | ) | >-0.683067 m      | (-0.683067..∞)
            986000           | EXACT    | [ | 985500   | 986500      | ) | 986,000 m         | [985,500..986,500)
            28.914956011730  | EXACT    | ( | 28.8579  | 28.9722     | ) | 28.91 m           | (28.8579..28.9722)
            0.056338456789   | EXACT    | ( | 0.0561   | 0.0565      | ) | 0.0563 m          | (0.0561..0.0565)
            0.056338         | EXACT    | ( | 0.0561   | 0.0565      | ) | 0.0563 m          | (0.0561..0.0565)
            6.34             | EXACT    | [ | 6.335    | 6.345       | ) | 6.34 m            | [6.335..6.345)
            0.666666666667   | ABOUT    | [ | 0        | 0.666666666667 | ] | ~0.666666 m    | [0..0.666667]
            0.666666666667   | EXACT    | [ | 0.65     | 0.666666666667 | ) | 0.666666 m     | [0.65..0.666667)
            0.666666666667   | EXACT    | [ | 0.666666666667 | 0.67   | ) | 0.667 m           | [0.666666..0.67)
            0.12345612345678 | EXACT    | [ | 0.1234561 | 0.1234562  | ] | 0.1234561 m       | [0.123456..0.123457]
            0.0964           | EXACT    | [ | 0.0964   | 0.1019      | ) | 0.0964 m          | [0.0964..0.1019)
            0.3333333333333333 | EXACT  | [ | 0.3333333333333333 | 0.3333333333333334 | ] | 0.333333 m |
            """)
    void printsAVagueValueWithNoDigitThatItsBoundsLeaveOpen(
            BigDecimal value,
            Qualifier qualifier,
            String open,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            String close,
            String expected,
            @Nullable String bounds) {
        Cell cell = Cell.builder(value, Unit.parse("m"))
                .precision(qualifier, range(open, lower, upper, close))
                .contributors(1, 1)
                .build();

        assertThat(CellText.of(cell, null)).hasToString(expected);
        assertThat(CellText.bounds(cell)).isEqualTo(Optional.ofNullable(bounds));
    }

    private static Range<BigDecimal> range(
            String open, @Nullable BigDecimal lower, @Nullable BigDecimal upper, String close) {
        BoundType from = open.equals("[") ? BoundType.CLOSED : BoundType.OPEN;
        BoundType to = close.equals("]") ? BoundType.CLOSED : BoundType.OPEN;
        if (lower == null) {
            return upper == null ? Range.all() : Range.upTo(upper, to);
        }
        return upper == null ? Range.downTo(lower, from) : Range.range(lower, from, upper, to);
    }

    @ParameterizedTest
    @CsvSource({
        "NORMAL, 12, ''",
        "PROVISIONAL, 12, (provisional)",
        "BREAK, 12, (break)",
        "FORECAST, 11, '(11/12, forecast)'",
        "DEFINITION_DIFFERS, 12, (definition differs)"
    })
    void notesMissingContributorsAndTheStatus(ObservationStatus status, long present, String note) {
        Cell cell = Cell.builder(BigDecimal.TEN, Unit.parse("m"))
                .contributors(present, 12)
                .status(status)
                .build();

        assertThat(CellText.of(cell, null).note()).isEqualTo(note);
    }

    @Test
    void notesThatMoreMayBeMissingThanIsKnown() {
        Cell cell = Cell.builder(BigDecimal.TEN, Unit.parse("m"))
                .contributorsAtLeast(3, 5)
                .build();

        assertThat(CellText.of(cell, null)).hasToString("10 m (3/5+)");
    }

    @Test
    void notesWhyAValueIsWithheld() {
        Cell cell = Cell.builder(Absence.INCOMPLETE, Unit.parse("m"))
                .contributors(7, 12)
                .status(ObservationStatus.SUPPRESSED)
                .build();

        assertThat(CellText.of(cell, null)).hasToString("incomplete (7/12, suppressed)");
    }

    @ParameterizedTest
    @CsvSource({
        "2024, 2024, ''",
        "2024-12, 2024, ''",
        "2024-06, 2024, (as of 2024-06)",
        "2024-03, 2024-Q1, ''",
        "2024-02, 2024-Q1, (as of 2024-02)",
        "2024, , (as of 2024)"
    })
    void notesTheMomentOfAStockOnlyWhereItIsNotTheEndOfTheRow(String asOf, @Nullable String row, String note) {
        Cell cell = Cell.builder(BigDecimal.TEN, Unit.parse("m"))
                .contributors(1, 1)
                .asOf(Optional.of(TimePeriod.parse(asOf)))
                .build();

        assertThat(CellText.of(cell, row == null ? null : TimePeriod.parse(row)).note())
                .isEqualTo(note);
    }

    @Test
    void namesWhatNoRegionContains() {
        assertThat(CellText.ofKey(null)).isEqualTo("(elsewhere)");
    }
}
