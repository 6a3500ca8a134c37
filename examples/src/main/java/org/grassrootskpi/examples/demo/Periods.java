package org.grassrootskpi.examples.demo;

import java.io.PrintWriter;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.Period;

/** Reads periods in ISO and SDMX spellings and moves about the calendar. */
final class Periods {
    private Periods() {}

    static void run(PrintWriter out) {
        Period quarter = Period.parse("2024-Q3");
        out.println(quarter + " runs from " + quarter.start() + " to " + quarter.end() + " and holds "
                + quarter.subperiods(Frequency.MONTHLY));
        out.println("A year earlier: " + quarter.yearEarlier().orElseThrow());

        Period cumulative = Period.parse("2024-01-01/P9M");
        out.println("January to September, cumulated: " + cumulative + ", in SDMX " + cumulative.toSdmx());

        out.println("Week 53 of 2020 a year earlier: "
                + Period.parse("2020-W53").yearEarlier().map(Period::toString).orElse("there was none"));
    }
}
