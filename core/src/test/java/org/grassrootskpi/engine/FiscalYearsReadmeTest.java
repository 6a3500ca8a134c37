package org.grassrootskpi.engine;

import java.io.PrintStream;
import java.time.Month;
import org.grassrootskpi.conformance.ReadmeProgram;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

/** The program that the README shows of fiscal years, and what it prints. */
class FiscalYearsReadmeTest {
    @Test
    void showsThisProgramAndItsOutput() throws Exception {
        ReadmeProgram shown = ReadmeProgram.of("Years that begin in another month");

        shown.isIn(FiscalYearsReadmeTest.class);
        shown.isPrintedBy(FiscalYearsReadmeTest::show);
    }

    private static void show(PrintStream out) {
        Engine engine = Engine.local(observed().table());
        Query query = Query.select("spent").yearsFrom(Month.APRIL);
        out.print(engine.execute(query.during("2022/23-M04..2023/24-M04")
                .groupBy(Dimension.period(Frequency.ANNUAL))
                .measures(Measure.value(), Measure.yearOnYear())));
        out.print(engine.execute(query.during("2024-02..2024-05")
                .groupBy(Dimension.period(Frequency.MONTHLY))
                .measures(Measure.value(), Measure.yearToDate())));
    }

    private static TableFixture observed() {
        TableFixture fixture = new TableFixture()
                .sector("budget", "")
                .region("440307", RegionLevel.TOWNSHIP, "")
                .indicator(TableFixture.indicator("spent", "budget", IndicatorKind.FLOW, "CNY", 0)
                        .build());
        TimePeriod month = TimePeriod.parse("2022-04");
        for (int i = 0; i < 26; i++) {
            fixture.row("spent", "440307", month.plus(i).toString(), Integer.toString(1_000 + 10 * i));
        }
        return fixture;
    }
}
