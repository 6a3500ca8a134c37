package org.grassrootskpi.model;

import java.time.LocalDate;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.time.TimePeriod;

/**
 * The gross domestic product of 2023 as it was published in January and revised in December 2024: 33,690 hundred millions more, or 2.7 %,
 * as the notice of the revision says.
 */
public final class Revised {
    public static final String KEY = "gdp:440307003:2023";

    private Revised() {}

    public static Catalog.Builder catalog() {
        return Catalog.builder()
                .addDocuments(Samples.report())
                .addRegions(Samples.subdistrict(), Samples.community())
                .addSectors(Samples.sector())
                .addIndicators(
                        Indicator.builder()
                                .from(Samples.flow("gdp"))
                                .unit(Unit.CNY)
                                .build(),
                        Samples.flow("requests"));
    }

    public static Observation gdp(String figure) {
        return Observation.builder()
                .from(Samples.observation("gdp", figure))
                .period(TimePeriod.parse("2023"))
                .build();
    }

    public static Observation gdp(String figure, String knownOn, Vintage.Maturity maturity) {
        return Observation.builder()
                .from(gdp(figure))
                .vintage(Vintage.of(LocalDate.parse(knownOn), maturity))
                .build();
    }

    public static Observation preliminary() {
        return gdp("1260582亿元", "2024-01-17", Vintage.Maturity.PRELIMINARY);
    }

    public static Observation revised() {
        return gdp("1294272亿元", "2024-12-26", Vintage.Maturity.REVISED);
    }

    public static Quantity value(Catalog catalog) {
        return catalog.observation("gdp", "440307003", TimePeriod.parse("2023"))
                .flatMap(Observation::figure)
                .orElseThrow();
    }
}
