package org.grassrootskpi.pages;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.Optional;
import org.grassrootskpi.publish.FigureText;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;

/**
 * A figure of the page: as a reader sees it, and its value and bounds in the base unit as decimal texts, so that no reader of
 * the JSON rounds them.
 */
record Figure(
        Text text, String value, String unit, Qualifier qualifier, Optional<String> lower, Optional<String> upper) {
    static Figure of(Quantity quantity) {
        return of(quantity, Text.each(language -> FigureText.of(quantity, language)));
    }

    /** Words a figure that was computed from others, and has no digits of its own to keep. */
    static Figure computed(Quantity quantity) {
        return of(Quantity.of(quantity.value(), quantity.unit().base(), quantity.qualifier(), quantity.bounds()));
    }

    /** Takes a text of its own: a zero that the document prints in words. */
    static Figure of(Quantity quantity, Text text) {
        Range<BigDecimal> bounds = quantity.bounds();
        return new Figure(
                text,
                decimal(quantity.value()),
                quantity.unit().base().code(),
                quantity.qualifier(),
                bounds.hasLowerBound() ? Optional.of(decimal(bounds.lowerEndpoint())) : Optional.empty(),
                bounds.hasUpperBound() ? Optional.of(decimal(bounds.upperEndpoint())) : Optional.empty());
    }

    boolean isPlain() {
        return qualifier == Qualifier.EXACT;
    }

    double number() {
        return Double.parseDouble(value);
    }

    double from() {
        return lower.map(Double::parseDouble).orElse(Double.NEGATIVE_INFINITY);
    }

    double to() {
        return upper.map(Double::parseDouble).orElse(Double.POSITIVE_INFINITY);
    }

    static String decimal(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
