package org.grassrootskpi.examples.demo;

import java.io.PrintWriter;
import java.util.List;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.QuantityFormatException;

/** Reads figures as reports print them, and shows that a rounded figure is an interval. */
final class ReadAFigure {
    private ReadAFigure() {}

    static void run(PrintWriter out) {
        for (String printed : List.of("509.45亿元", "近300亿元", "超600家次", "六千余次", "44.08公顷", "341%", "1,234.50 CNY")) {
            Quantity quantity = Quantity.parse(printed);
            out.println(printed + " is " + quantity.value().toPlainString() + " "
                    + quantity.unit().code() + ", " + quantity.qualifier() + ", within " + quantity.bounds());
        }
        Quantity sum = Quantity.parse("178.86万元").plus(Quantity.parse("156万元"));
        out.println("178.86万元 + 156万元 = " + sum);
        try {
            Quantity.parse("12..5亿元");
        } catch (QuantityFormatException e) {
            out.println(e.getMessage());
        }
    }
}
