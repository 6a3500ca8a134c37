package org.grassrootskpi.assess;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.quantity.Qualifier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The part (a - b) / (t - b) of the way from b to t, of all values that the three can have. */
class BaselineProgressTest {
    private static Range<BigDecimal> range(String text) {
        String[] ends = text.substring(1, text.length() - 1).split("[.][.]", -1);
        BoundType lower = text.startsWith("[") ? BoundType.CLOSED : BoundType.OPEN;
        BoundType upper = text.endsWith("]") ? BoundType.CLOSED : BoundType.OPEN;
        Range<BigDecimal> from = ends[0].equals("-∞") ? Range.all() : Range.downTo(new BigDecimal(ends[0]), lower);
        return ends[1].equals("+∞") ? from : from.intersection(Range.upTo(new BigDecimal(ends[1]), upper));
    }

    private static Bounded bounded(String value, Qualifier qualifier, String bounds) {
        return Bounded.of(new BigDecimal(value), qualifier, range(bounds));
    }

    @ParameterizedTest
    @CsvSource({
        // figure; target; baseline; part
        "[2..4], [10..10], [0..0], [0.2..0.4]",
        "(2..4), [10..10], [0..0], (0.2..0.4)",
        "[2..4], [8..10], [0..0], [0.2..0.5]",
        "[2..4], (8..10), [0..0], (0.2..0.5)",
        "[2..4], [10..10], [-2..0], [0.2..0.5]",
        "[2..4], [10..10], (-2..0], [0.2..0.5)",
        "[-4..-2], [10..10], [0..0], [-0.4..-0.2]",
        "[12..14], [10..10], [0..0], [1.2..1.4]",
        // What is better the less there is of it.
        "[4..6], [0..0], [10..10], [0.4..0.6]",
        "(4..6], [0..0], [10..10], [0.4..0.6)",
        // Without an end of the figure there is none of the part.
        "(2..+∞), [10..10], [0..0], (0.2..+∞)",
        "(-∞..4], [10..10], [0..0], (-∞..0.4]",
        "(-∞..6], [0..0], [10..10], [0.4..+∞)",
        "[4..+∞), [0..0], [10..10], (-∞..0.6]",
        // A target without end makes the part as little as one likes, a baseline without end makes it one.
        "[2..4], [5..+∞), [0..0], (0..0.8]",
        "[0..4], [5..+∞), [0..0], [0..0.8]",
        "[2..4], [10..10], (-∞..0], [0.2..1)",
        "[2..10], [10..10], (-∞..0], [0.2..1]",
        "[2..4], [5..+∞), (-∞..0], (-∞..+∞)",
        "(-∞..4], [5..+∞), [0..0], (-∞..+∞)",
        "(-∞..4], [5..5], (-∞..0], (-∞..+∞)",
        "[2..4], [0..10], [0..0], (-∞..+∞)",
        // Nothing is done wherever the target may be, and all is done wherever the baseline was.
        "[0..4], (8..10), [0..0], [0..0.5)",
        "(0..4], (8..10), [0..0], (0..0.5)",
        "[2..10], [10..10], (0..2], [0..1]",
        "[2..10), [10..10], (0..2], [0..1)",
        "[2..10], [10..10], (0..2), (0..1]",
    })
    void holdsThePartsOfAllPossibleValues(String figure, String target, String baseline, String part) {
        String at = figure.startsWith("[1") ? "12" : figure.contains("6") ? "5" : figure.contains("-4") ? "-3" : "3";
        String to = target.contains("10") ? "10" : target.contains("5") ? "5" : "0";
        String from = baseline.contains("10") ? "10" : "0";

        assertThat(BaselineProgress.of(
                                bounded(at, Qualifier.EXACT, figure),
                                bounded(to, Qualifier.EXACT, target),
                                bounded(from, Qualifier.EXACT, baseline))
                        .bounds())
                .isEqualTo(range(part));
    }

    /** Which way a word points: less of the figure is less of the way, less of the target is more of it. */
    @ParameterizedTest
    @CsvSource({
        // figure, its word, target, its word, baseline, its word: word of the part
        "4, BELOW, 10, EXACT, 0, EXACT, BELOW",
        "4, BELOW, 0, EXACT, 10, EXACT, ABOVE",
        "4, EXACT, 10, BELOW, 0, EXACT, ABOVE",
        "0, EXACT, 10, BELOW, 0, EXACT, EXACT",
        "-1, EXACT, 10, BELOW, 0, EXACT, BELOW",
        "4, EXACT, 10, EXACT, 0, BELOW, ABOVE",
        "10, EXACT, 10, EXACT, 0, BELOW, EXACT",
        "11, EXACT, 10, EXACT, 0, BELOW, BELOW",
        "4, BELOW, 10, BELOW, 0, EXACT, ABOUT",
    })
    void aWordPointsTheWayItsNumberMovesThePart(
            String a, Qualifier ofA, String t, Qualifier ofT, String b, Qualifier ofB, Qualifier part) {
        assertThat(BaselineProgress.of(
                                bounded(a, ofA, "[-1..11]"), bounded(t, ofT, "[0..10]"), bounded(b, ofB, "[0..10]"))
                        .qualifier())
                .isEqualTo(part);
    }
}
