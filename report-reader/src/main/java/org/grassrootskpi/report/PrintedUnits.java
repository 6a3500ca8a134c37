package org.grassrootskpi.report;

import java.math.BigInteger;
import java.util.Optional;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.QuantityFormatException;
import org.grassrootskpi.quantity.Unit;

/** Figures with the number as printed and another unit behind it: 5.2万亩 kept in mu, 10万件 counted as 宗. */
final class PrintedUnits {
    private PrintedUnits() {}

    /** The unit as printed, without scales: 亩 of 万亩. */
    static String symbol(Quantity quantity) {
        return quantity.unit().symbol().replaceFirst("^[十百千万亿]+", "");
    }

    /** The printed number with another unit; empty where the unit is not printed at its end. */
    static Optional<Quantity> as(FigureMention figure, String unit) {
        Quantity quantity = figure.quantity();
        int at = figure.readingSurface().lastIndexOf(symbol(quantity));
        if (at < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Quantity.parse(figure.readingSurface().substring(0, at) + unit)
                    .withQualifier(quantity.qualifier()));
        } catch (QuantityFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns whether every number of the unit has finitely many decimals in its base unit: 亩, two thirds of 1000 m2, has not. */
    static boolean isFinite(Unit unit) {
        BigInteger rest = unit.denominator();
        for (long factor : new long[] {2, 5}) {
            BigInteger by = BigInteger.valueOf(factor);
            while (rest.mod(by).signum() == 0) {
                rest = rest.divide(by);
            }
        }
        return rest.equals(BigInteger.ONE);
    }
}
