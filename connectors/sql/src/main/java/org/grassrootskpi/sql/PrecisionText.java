package org.grassrootskpi.sql;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.quantity.Qualifier;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the precision of a printed figure as one text, so that a database can group by it: the qualifier, the step of the last
 * printed place in the base unit, and the interval in which the true figure may lie, as distances from the value.
 *
 * <pre>{@code
 * EXACT 1000000 [-500000, 500000)     509.45亿元, printed to 1000000
 * ABOVE 1 (0, )                       超600宗
 * }</pre>
 *
 * <p>A square bracket includes the end, a round one does not; an end that is left out is unknown.
 */
public final class PrecisionText {
    private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)";
    private static final Pattern FORM =
            Pattern.compile("([A-Z_]+) " + NUMBER + " ([\\[(])" + NUMBER + "?, " + NUMBER + "?([\\])])");

    private PrecisionText() {}

    /**
     * {@return a precision as text}
     *
     * @param precision any precision
     */
    public static String of(Precision precision) {
        return precision.qualifier().name() + " " + precision.resolution().toPlainString() + " "
                + (precision.belowIncluded() ? "[" : "(")
                + precision.below().map(below -> plain(below.negate())).orElse("") + ", "
                + precision.above().map(PrecisionText::plain).orElse("")
                + (precision.aboveIncluded() ? "]" : ")");
    }

    /**
     * Reads a precision.
     *
     * @param text as {@link #of} writes it
     * @return the precision
     * @throws IllegalArgumentException if the text has another form
     */
    public static Precision parse(String text) {
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            for (Qualifier qualifier : Qualifier.values()) {
                if (qualifier.name().equals(form.group(1))) {
                    Optional<BigDecimal> below = number(form.group(4)).map(PrecisionText::negated);
                    return new Precision(
                            qualifier,
                            new BigDecimal(form.group(2)),
                            below,
                            form.group(3).equals("["),
                            number(form.group(5)),
                            form.group(6).equals("]"));
                }
            }
        }
        throw new IllegalArgumentException(
                "Expected a qualifier, a step and an interval, such as 'EXACT 100 [-50, 50)', got '" + text + "'");
    }

    private static Optional<BigDecimal> number(@Nullable String text) {
        return text == null ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    private static BigDecimal negated(BigDecimal number) {
        return number.negate();
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
