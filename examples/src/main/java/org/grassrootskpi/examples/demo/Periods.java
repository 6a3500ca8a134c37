package org.grassrootskpi.examples.demo;

import java.io.PrintWriter;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;

/** Reads periods in ISO and SDMX spellings and moves about the calendar. */
final class Periods {
    private Periods() {}

    static void run(PrintWriter out) {
        TimePeriod quarter = TimePeriod.parse("2024-Q3");
        out.println(quarter + " runs from " + quarter.firstDay() + " to " + quarter.lastDay() + " and holds "
                + quarter.subperiods(Frequency.MONTHLY));
        out.println("A year earlier: " + quarter.yearEarlier().orElseThrow());

        TimePeriod cumulative = TimePeriod.parse("2024-01-01/P9M");
        out.println("January to September, cumulated: " + cumulative + ", in SDMX " + cumulative.toSdmx());

        out.println("Week 53 of 2020 a year earlier: "
                + TimePeriod.parse("2020-W53")
                        .yearEarlier()
                        .map(TimePeriod::toString)
                        .orElse("there was none"));
    }
}
