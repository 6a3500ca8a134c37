package org.grassrootskpi.quantity;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.quantity.Intervals.End;
import org.grassrootskpi.text.CanonicalDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The canonical text of a computed quantity: {@code 714.37亿元 step 0.5 [714.36, 714.38)}. Step and interval are in the
 * printed unit, and written only where the number alone does not imply them.
 */
final class QuantityText {
    /** Characters that a figure may have, canonical notation included. */
    static final int MAX_LENGTH = 1000;

    private static final String STEP = " step ";
    private static final String NO_LOWER = "-∞";
    private static final String NO_UPPER = "+∞";

    private static final MathContext SHORTER = new MathContext(Decimals.ROUNDED_DIGITS - 3, RoundingMode.HALF_EVEN);

    private QuantityText() {}

    static String of(
            BigDecimal value,
            Unit unit,
            Qualifier qualifier,
            BigDecimal resolution,
            @Nullable Range<BigDecimal> bounds) {
        return in(unit, value, qualifier, resolution, bounds)
                .or(() -> in(unit.base(), value, qualifier, resolution, bounds))
                .orElseThrow();
    }

    private static Optional<String> in(
            Unit unit,
            BigDecimal value,
            Qualifier qualifier,
            BigDecimal resolution,
            @Nullable Range<BigDecimal> bounds) {
        BigDecimal number = printed(unit, value);
        BigDecimal step = printed(unit, resolution);
        if (!returns(unit, number, value) || !returns(unit, step, resolution)) {
            return Optional.empty();
        }
        boolean implied =
                step.precision() == 1 && step.unscaledValue().intValue() == 1 && number.scale() <= step.scale();
        StringBuilder text = new StringBuilder(QualifierWords.STANDARD.canonical(qualifier))
                .append((implied ? number.setScale(step.scale()) : number).toPlainString());
        String symbol = unit.symbol();
        if (!symbol.isEmpty() && symbol.charAt(0) <= 'z' && Character.isLetter(symbol.charAt(0))) {
            text.append(' ');
        }
        text.append(symbol);
        if (!implied && BigDecimal.ONE.movePointLeft(number.scale()).compareTo(step) != 0) {
            text.append(STEP).append(step.toPlainString());
        }
        if (bounds != null) {
            Optional<End> lower = Intervals.lowerOf(bounds);
            Optional<End> upper = Intervals.upperOf(bounds);
            if (!returns(unit, lower) || !returns(unit, upper)) {
                return Optional.empty();
            }
            text.append(' ')
                    .append(lower.map(end -> end.included ? "[" : "(").orElse("("))
                    .append(lower.map(end -> printed(unit, end.value).toPlainString())
                            .orElse(NO_LOWER))
                    .append(", ")
                    .append(upper.map(end -> printed(unit, end.value).toPlainString())
                            .orElse(NO_UPPER))
                    .append(upper.map(end -> end.included ? "]" : ")").orElse(")"));
        }
        return Optional.of(text.toString());
    }

    /** Returns the value in the printed unit, without last digits that only rounding put there (1亩 is 2000/3 m2). */
    private static BigDecimal printed(Unit unit, BigDecimal value) {
        BigDecimal number = unit.fromBase(value);
        BigDecimal shorter = CanonicalDecimal.of(number.round(SHORTER));
        return returns(unit, shorter, value) ? shorter : number;
    }

    private static boolean returns(Unit unit, Optional<End> end) {
        return end.isEmpty() || returns(unit, printed(unit, end.get().value), end.get().value);
    }

    /** Returns whether nothing was lost on the way to the printed unit. */
    private static boolean returns(Unit unit, BigDecimal number, BigDecimal value) {
        return unit.toBase(number).compareTo(value) == 0;
    }

    /** The part after the figure in the canonical notation, in the printed unit. */
    static final class Tail {
        private static final String NUMBER = "-?\\d{1,160}(?:\\.\\d{1,160})?";
        private static final Pattern SHAPE = Pattern.compile("(?: step (\\d{1,160}(?:\\.\\d{1,160})?))?"
                + "(?: ([\\[(])(" + NUMBER + "|-∞), (" + NUMBER + "|\\+∞)([\\])]))?");

        private final @Nullable BigDecimal step;
        private final @Nullable Range<BigDecimal> range;

        private Tail(@Nullable BigDecimal step, @Nullable Range<BigDecimal> range) {
            this.step = step;
            this.range = range;
        }

        static @Nullable Tail read(String text, int from, int to) {
            Matcher shape = SHAPE.matcher(text).region(from, to);
            if (!shape.matches()) {
                return null;
            }
            String step = shape.group(1);
            BigDecimal stepRead = step == null ? null : new BigDecimal(step);
            String open = shape.group(2);
            if (open == null) {
                return new Tail(stepRead, null);
            }
            Optional<End> lower = end(shape.group(3), open.equals("["));
            Optional<End> upper = end(shape.group(4), "]".equals(shape.group(5)));
            boolean endless = (lower.isEmpty() && open.equals("[")) || (upper.isEmpty() && "]".equals(shape.group(5)));
            return endless || !ordered(lower, upper) ? null : new Tail(stepRead, Intervals.of(lower, upper));
        }

        private static boolean ordered(Optional<End> lower, Optional<End> upper) {
            if (lower.isEmpty() || upper.isEmpty()) {
                return true;
            }
            int order = lower.get().value.compareTo(upper.get().value);
            return order < 0 || (order == 0 && lower.get().included && upper.get().included);
        }

        private static Optional<End> end(@Nullable String number, boolean included) {
            return number == null || number.endsWith("∞")
                    ? Optional.empty()
                    : Optional.of(new End(new BigDecimal(number), included));
        }

        Optional<BigDecimal> resolution(Unit unit) {
            return Optional.ofNullable(step).map(unit::toBase);
        }

        @Nullable Range<BigDecimal> bounds(Unit unit) {
            if (range == null) {
                return null;
            }
            return Intervals.of(
                    Intervals.lowerOf(range).map(end -> new End(unit.toBase(end.value), end.included)),
                    Intervals.upperOf(range).map(end -> new End(unit.toBase(end.value), end.included)));
        }

        boolean fits(Unit unit) {
            Range<BigDecimal> bounds = bounds(unit);
            return resolution(unit).map(Decimals::fits).orElse(true)
                    && (bounds == null
                            || (Intervals.lowerOf(bounds)
                                            .map(end -> Decimals.fits(end.value))
                                            .orElse(true)
                                    && Intervals.upperOf(bounds)
                                            .map(end -> Decimals.fits(end.value))
                                            .orElse(true)));
        }
    }
}
