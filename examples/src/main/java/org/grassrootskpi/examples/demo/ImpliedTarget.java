package org.grassrootskpi.examples.demo;

import java.io.PrintWriter;
import java.math.RoundingMode;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;

/** Works out a target that a report does not state: 98.6 ha were 341 % of it. */
final class ImpliedTarget {
    private ImpliedTarget() {}

    static void run(PrintWriter out) {
        Quantity done = Quantity.parse("98.6公顷");
        Quantity completion = Quantity.parse("341%");
        Quantity target = done.dividedBy(completion);
        out.println("The target was about " + target.in(Unit.parse("公顷")).setScale(1, RoundingMode.HALF_EVEN) + " ha;");
        out.println("as both figures are rounded, it lies within " + target.bounds() + " m2.");
    }
}
