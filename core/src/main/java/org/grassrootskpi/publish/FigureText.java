package org.grassrootskpi.publish;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.text.DigitGroups;

/**
 * Words a single figure for readers: 近8900万元 as it was printed in Chinese, {@code under 89 million CNY} in English.
 *
 * <p>What 近 and 超 say of a figure is always a part of its text.
 */
public final class FigureText {
    private static final String COUNTED = "count:";
    private static final int DIGITS = 4;
    private static final int DECIMALS = 2;
    private static final Scale NONE = new Scale(BigDecimal.ONE, "");
    private static final ImmutableList<Scale> CHINESE =
            ImmutableList.of(new Scale(new BigDecimal(100_000_000), "亿"), new Scale(new BigDecimal(10_000), "万"));
    private static final ImmutableList<Scale> ENGLISH = ImmutableList.of(
            new Scale(new BigDecimal(1_000_000_000), " billion"), new Scale(new BigDecimal(1_000_000), " million"));

    private FigureText() {}

    /**
     * Words a figure.
     *
     * <p>A figure that was printed keeps all its digits, and so does a whole number of things. Another computed figure is rounded to four
     * digits where it is counted in millions or 万 and more, else to two decimals: downwards where it is a lower bound, upwards where it
     * is an upper one, so that it never says more than is known.
     *
     * @param figure the figure
     * @param language the reader's language
     * @return in Chinese as printed, where it was printed; in English without Chinese measure words
     */
    public static String of(Quantity figure, Language language) {
        Unit unit = figure.unit();
        boolean isComputed = unit.symbol().equals(unit.code()) && !unit.isBareNumber();
        String printed = figure.toString();
        if (!isComputed && (language.isChinese() || CharMatcher.ascii().matchesAllOf(printed))) {
            return printed;
        }
        boolean isPercent = unit.isRatio();
        Unit shown = isPercent ? RoundedFigure.PERCENT : unit.isPercentagePoint() ? unit : unit.base();
        BigDecimal value = figure.in(shown);
        boolean isWhole = shown.isCounting() && value.stripTrailingZeros().scale() <= 0;
        BigDecimal size = value.abs();
        Scale scale = isPercent || shown.isPercentagePoint() ? NONE : Scale.of(size, language);
        RoundingMode rounding = rounding(figure.qualifier(), value.signum());
        String number = DigitGroups.of(
                rounded(size.divide(scale.factor(), MathContext.DECIMAL128), isComputed && !isWhole, scale, rounding)
                        .toPlainString());
        String symbol = symbol(shown, isPercent, language);
        String sign = value.signum() < 0 ? "-" : printed.startsWith("+") ? "+" : "";
        return words(figure.qualifier(), language) + sign + number + scale.name() + symbol;
    }

    /** A large number in which figures are counted, and its name. */
    private record Scale(BigDecimal factor, String name) {
        static Scale of(BigDecimal size, Language language) {
            return (language.isChinese() ? CHINESE : ENGLISH)
                    .stream()
                            .filter(scale -> size.compareTo(scale.factor) >= 0)
                            .findFirst()
                            .orElse(NONE);
        }
    }

    private static BigDecimal rounded(BigDecimal size, boolean isRounded, Scale scale, RoundingMode mode) {
        BigDecimal rounded = size;
        if (isRounded && !scale.name().isEmpty()) {
            rounded = size.round(new MathContext(DIGITS, mode));
        } else if (isRounded && size.scale() > DECIMALS) {
            rounded = size.setScale(DECIMALS, mode);
        }
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    }

    /** Returns the way to round a size, which a negative figure has turned round. */
    private static RoundingMode rounding(Qualifier qualifier, int sign) {
        return switch (qualifier) {
            case EXACT, ABOUT -> RoundingMode.HALF_UP;
            case BELOW, AT_MOST -> sign < 0 ? RoundingMode.DOWN : RoundingMode.UP;
            case ABOVE, AT_LEAST -> sign < 0 ? RoundingMode.UP : RoundingMode.DOWN;
        };
    }

    private static String words(Qualifier qualifier, Language language) {
        String words = Words.of("qualifier." + qualifier.name(), language);
        return words.equals("-") ? "" : !language.isChinese() ? words + " " : words;
    }

    private static String symbol(Unit shown, boolean isPercent, Language language) {
        if (isPercent) {
            return "%";
        }
        String code = shown.code();
        if (code.startsWith(COUNTED)) {
            return language.isChinese() ? code.substring(COUNTED.length()) : "";
        }
        String symbol = RoundedFigure.symbol(shown, language);
        return symbol.isEmpty() || language.isChinese() ? symbol : " " + symbol;
    }
}
