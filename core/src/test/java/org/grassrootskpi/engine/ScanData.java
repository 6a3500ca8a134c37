package org.grassrootskpi.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Document;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.ObservationTableBuilder;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.TimePeriod;

/** Random rows and the table of them: three indicators in yuan, communities under towns, months. */
final class ScanData {
    static final int INDICATORS = 3;
    static final int TOWNS = 3;
    static final List<String> SOURCES = List.of("a", "b", "c");

    private static final List<ObservationStatus> STATUSES = List.of(ObservationStatus.values());
    private static final List<Qualifier> QUALIFIERS = List.of(Qualifier.values());
    private static final LocalizedText TEXT = LocalizedText.of("文", "text");
    private static final Unit CNY = Unit.parse("CNY");
    private static final TimePeriod FIRST = TimePeriod.ofMonth(2023, 11);

    /** A row as the oracle sees it. */
    record Row(
            int indicator,
            int community,
            int month,
            String source,
            long unscaled,
            ObservationStatus status,
            Optional<Quantity> figure) {}

    final List<Row> rows = new ArrayList<>();
    final int months;
    final int communities;
    final int decimals;
    final boolean sources;
    private final Random random;

    ScanData(Random random) {
        this.random = random;
        months = 1 + random.nextInt(30);
        communities = random.nextBoolean() ? 9 : 9 + random.nextInt(20);
        decimals = random.nextInt(3);
        sources = random.nextInt(4) == 0;
        boolean remarks = random.nextInt(3) == 0;
        int magnitude = random.nextInt(5);
        double density = random.nextInt(4) == 0 ? 1 : random.nextDouble();
        for (int i = 0; i < INDICATORS; i++) {
            for (int c = 0; c < communities; c++) {
                for (int m = 0; m < months; m++) {
                    for (String source : sources ? SOURCES : SOURCES.subList(0, 1)) {
                        if (random.nextDouble() < density) {
                            rows.add(row(i, c, m, source, remarks && random.nextInt(4) == 0, magnitude));
                        }
                    }
                }
            }
        }
        Collections.shuffle(rows, random);
    }

    private Row row(int indicator, int community, int month, String source, boolean remarked, int magnitude) {
        long unscaled = value(magnitude);
        if (!remarked) {
            Quantity figure = Quantity.of(BigDecimal.valueOf(unscaled, decimals), CNY);
            return new Row(
                    indicator, community, month, source, unscaled, ObservationStatus.NORMAL, Optional.of(figure));
        }
        ObservationStatus status = STATUSES.get(random.nextInt(STATUSES.size()));
        if (!status.hasValue()) {
            return new Row(indicator, community, month, source, 0, status, Optional.empty());
        }
        long thousands = random.nextInt(2000) - 500L;
        Qualifier qualifier = QUALIFIERS.get(random.nextInt(QUALIFIERS.size()));
        Quantity figure = Quantity.of(thousands, Unit.of("千元", "CNY", 1000, 1)).withQualifier(qualifier);
        long inTable = BigDecimal.valueOf(thousands * 1000)
                .setScale(decimals)
                .unscaledValue()
                .longValueExact();
        return new Row(indicator, community, month, source, inTable, status, Optional.of(figure));
    }

    private long value(int magnitude) {
        return switch (magnitude) {
            case 0 -> random.nextInt(10);
            case 1 -> 1 + random.nextInt(1_000_000);
            case 2 -> random.nextInt();
            case 3 -> random.nextLong() >> 20;
            default -> random.nextBoolean() ? Long.MAX_VALUE - random.nextInt(3) : Long.MIN_VALUE + random.nextInt(3);
        };
    }

    static int code(int month) {
        return FIRST.toCode() + month;
    }

    Catalog catalog() {
        Catalog.Builder catalog = Catalog.builder()
                .addSectors(Sector.builder().id("all").name(TEXT).build())
                .addDocuments(Document.builder()
                        .id("report")
                        .title(TEXT)
                        .publisher(TEXT)
                        .period(TimePeriod.parse("2024"))
                        .build());
        for (int i = 0; i < INDICATORS; i++) {
            catalog.addIndicators(Indicator.builder()
                    .id("i" + i)
                    .name(TEXT)
                    .sector("all")
                    .kind(IndicatorKind.FLOW)
                    .unit(CNY)
                    .decimals(decimals)
                    .direction(Direction.NEUTRAL)
                    .definition(TEXT)
                    .build());
        }
        for (int t = 0; t < TOWNS; t++) {
            catalog.addRegions(Region.builder()
                    .code("T" + t)
                    .name(TEXT)
                    .level(RegionLevel.TOWNSHIP)
                    .build());
        }
        for (int c = 0; c < communities; c++) {
            catalog.addRegions(Region.builder()
                    .code("C" + c)
                    .name(TEXT)
                    .level(RegionLevel.COMMUNITY)
                    .parent("T" + c % TOWNS)
                    .build());
        }
        return catalog.build();
    }

    ObservationTable table() {
        ObservationTableBuilder table = builder();
        rows.forEach(row -> add(table, row));
        return table.build();
    }

    /** Starts a table to which the rows can be added. */
    ObservationTableBuilder builder() {
        TableSchema.Builder schema = TableSchema.builder();
        if (sources) {
            schema.addDimensions("source");
        }
        return ObservationTable.builder(catalog(), schema.build());
    }

    void add(ObservationTableBuilder table, Row row) {
        Observation observation = Observation.builder()
                .indicator("i" + row.indicator)
                .region("C" + row.community)
                .period(TimePeriod.ofCode(code(row.month)))
                .figure(row.figure)
                .status(row.status)
                .citation(Citation.of("report", "1", "x"))
                .build();
        table.add(observation, sources ? new String[] {row.source} : new String[0]);
    }
}
