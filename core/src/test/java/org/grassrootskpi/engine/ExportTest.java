package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Random;
import java.util.stream.LongStream;
import org.grassrootskpi.conformance.ExportOracle;
import org.grassrootskpi.conformance.Seeds;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.MissingPolicy;
import org.grassrootskpi.query.Order;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.ObservationTableBuilder;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the engine answers is exported as its cells say, whether or not they are made. */
class ExportTest {
    private static final Dimension MONTH = Dimension.period(Frequency.MONTHLY);
    private static final Dimension COMMUNITY = Dimension.region(RegionLevel.COMMUNITY);

    /** Few, because every random query is held against the oracle of exports as well. */
    static LongStream seeds() {
        return Seeds.of(ExportTest.class, 4);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void exportsWhatTheCellsSay(long seed) {
        ScanData data = new ScanData(new Random(seed));
        Engine engine = Engine.local(data.table());
        Query all = Query.select(ImmutableList.of("i0", "i1", "i2"));
        Measure[] plain = {Measure.sum(), Measure.min(), Measure.max(), Measure.count(), Measure.mean()};
        for (Query query : ImmutableList.of(
                all.groupBy(Dimension.indicator(), COMMUNITY, MONTH)
                        .measures(Measure.sum())
                        .observedOnly(),
                all.groupBy(MONTH, COMMUNITY, Dimension.indicator()).measures(plain),
                all.groupBy(Dimension.topSector(), Dimension.region(RegionLevel.TOWNSHIP), MONTH)
                        .measures(plain),
                all.measures(plain),
                all.groupBy(Dimension.topSector()).measures(Measure.sum(), Measure.count(), Measure.min()),
                all.groupBy(COMMUNITY, Dimension.period(Frequency.ANNUAL))
                        .measures(Measure.sum(), Measure.yearOnYear()),
                all.groupBy(COMMUNITY, MONTH)
                        .measures(Measure.sum(), Measure.share(), Measure.rank())
                        .orderBy(Order.descending(Measure.sum()))
                        .limit(10),
                all.groupBy(COMMUNITY, MONTH).measures(Measure.rolling(3), Measure.yearToDate()),
                all.groupBy(Dimension.indicator(), COMMUNITY)
                        .measures(Measure.sum(), Measure.coverage())
                        .missing(MissingPolicy.requireAll()))) {
            ExportOracle.check(engine.execute(query));
        }
    }

    @Test
    void exportsManyRowsInTheirOrder() {
        TableFixture fixture = new TableFixture()
                .sector("s", "")
                .region("t", RegionLevel.TOWNSHIP, "")
                .indicator("events", IndicatorKind.FLOW, "count", 0)
                .indicator("income", IndicatorKind.FLOW, "CNY", 2);
        for (int community = 0; community < 500; community++) {
            fixture.region("c" + community, RegionLevel.COMMUNITY, "t");
        }
        Catalog catalog = fixture.catalog();
        RegionNumbering numbering = RegionNumbering.of(catalog);
        ObservationTableBuilder table = ObservationTable.builder(catalog);
        Random random = new Random(500);
        for (String indicator : ImmutableList.of("events", "income")) {
            for (int community = 0; community < 500; community++) {
                int[] regions = new int[12];
                int[] periods = new int[12];
                long[] values = new long[12];
                for (int month = 0; month < 12; month++) {
                    regions[month] = numbering.numberOf("c" + community);
                    periods[month] = TimePeriod.ofMonth(2024, 1 + month).toCode();
                    values[month] =
                            random.nextInt(100) * (long) Math.pow(10, random.nextInt(15)) * (random.nextInt(5) - 1);
                }
                table.addAll(indicator, regions, periods, values);
            }
        }
        ResultTable result = Engine.local(table.build())
                .execute(Query.select("events", "income")
                        .groupBy(Dimension.indicator(), COMMUNITY, MONTH)
                        .measures(Measure.sum(), Measure.max())
                        .observedOnly());

        assertThat(result.rowCount()).isEqualTo(12_000);
        ExportOracle.check(result);
    }
}
