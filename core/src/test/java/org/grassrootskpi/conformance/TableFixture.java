package org.grassrootskpi.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.DeclaredLevel;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Document;
import org.grassrootskpi.model.Identity;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorFormula;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionGroup;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.ObservationTableBuilder;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.TimePeriod;

/** Writes small catalogues and tables as a test reads best: one line for each thing. */
public final class TableFixture {
    private final Catalog.Builder catalog = Catalog.builder()
            .addDocuments(Document.builder()
                    .id("report")
                    .title(text("report"))
                    .publisher(text("office"))
                    .period(TimePeriod.parse("2024"))
                    .build());
    private final List<Indicator> indicators = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    /** One observation, with its values of the extra dimensions. */
    public record Row(
            String indicator,
            String region,
            TimePeriod period,
            Optional<Quantity> figure,
            ObservationStatus status,
            List<String> extras) {}

    public static LocalizedText text(String text) {
        return LocalizedText.of(text, text);
    }

    /** A county x with the townships a, of the communities a1 and a2, and b, of the community b1; without indicators. */
    public static TableFixture places() {
        return new TableFixture()
                .sector("s", "")
                .region("x", RegionLevel.COUNTY, "")
                .region("a", RegionLevel.TOWNSHIP, "x")
                .region("a1", RegionLevel.COMMUNITY, "a")
                .region("a2", RegionLevel.COMMUNITY, "a")
                .region("b", RegionLevel.TOWNSHIP, "x")
                .region("b1", RegionLevel.COMMUNITY, "b");
    }

    public TableFixture levels(String... codes) {
        for (String code : codes) {
            catalog.addRegionLevels(
                    DeclaredLevel.builder().code(code).name(text(code)).build());
        }
        return this;
    }

    public TableFixture region(String code, RegionLevel level, String parent) {
        Region.Builder region =
                Region.builder().code(code).name(text("村" + code)).level(level);
        if (!parent.isEmpty()) {
            region.parent(parent);
        }
        catalog.addRegions(region.build());
        return this;
    }

    public TableFixture group(String code, String... members) {
        catalog.addRegionGroups(RegionGroup.builder()
                .code(code)
                .name(text("村" + code))
                .addMembers(members)
                .build());
        return this;
    }

    public TableFixture identity(String id, String total, String sum, String tolerance) {
        Identity.Builder identity =
                Identity.builder().id(id).name(text(id)).total(total).sum(IndicatorFormula.parse(sum));
        if (!tolerance.isEmpty()) {
            identity.tolerance(Quantity.parse(tolerance));
        }
        catalog.addIdentities(identity.build());
        return this;
    }

    public TableFixture sector(String id, String parent) {
        Sector.Builder sector = Sector.builder().id(id).name(text(id));
        if (!parent.isEmpty()) {
            sector.parent(parent);
        }
        catalog.addSectors(sector.build());
        return this;
    }

    public static Indicator.Builder indicator(String id, String sector, IndicatorKind kind, String unit, int decimals) {
        return Indicator.builder()
                .id(id)
                .name(text(id))
                .sector(sector)
                .kind(kind)
                .unit(Unit.parse(unit))
                .decimals(decimals)
                .direction(Direction.NEUTRAL)
                .definition(text(id));
    }

    public TableFixture indicator(Indicator indicator) {
        indicators.add(indicator);
        catalog.addIndicators(indicator);
        return this;
    }

    public TableFixture indicator(String id, IndicatorKind kind, String unit, int decimals) {
        return indicator(indicator(id, "s", kind, unit, decimals).build());
    }

    /** An observation of a plain number in the indicator's unit and decimals. */
    public TableFixture row(String indicator, String region, String period, String number, String... extras) {
        Indicator known = indicators.stream()
                .filter(i -> i.id().equals(indicator))
                .findFirst()
                .orElseThrow();
        Quantity figure = Quantity.of(
                new BigDecimal(number).setScale(known.decimals()), known.unit().base());
        return row(new Row(
                indicator,
                region,
                TimePeriod.parse(period),
                Optional.of(figure),
                ObservationStatus.NORMAL,
                List.of(extras)));
    }

    /** An observation as a report prints it. */
    public TableFixture figure(String indicator, String region, String period, String figure) {
        return row(new Row(
                indicator,
                region,
                TimePeriod.parse(period),
                Optional.of(Quantity.parse(figure)),
                ObservationStatus.NORMAL,
                List.of()));
    }

    public TableFixture missing(String indicator, String region, String period, ObservationStatus status) {
        return row(new Row(indicator, region, TimePeriod.parse(period), Optional.empty(), status, List.of()));
    }

    public TableFixture row(Row row) {
        rows.add(row);
        return this;
    }

    public List<Row> rows() {
        return rows;
    }

    public Catalog catalog() {
        return catalog.build();
    }

    public ObservationTable table() {
        return table(catalog(), TableSchema.empty(), rows);
    }

    public ObservationTable table(TableSchema schema) {
        return table(catalog(), schema, rows);
    }

    public static ObservationTable table(Catalog catalog, TableSchema schema, List<Row> rows) {
        ObservationTableBuilder builder = ObservationTable.builder(catalog, schema);
        for (Row row : rows) {
            Observation.Builder observation = Observation.builder()
                    .indicator(row.indicator())
                    .region(row.region())
                    .period(row.period())
                    .status(row.status())
                    .citation(Citation.of("report", "1", "x"));
            row.figure().ifPresent(observation::figure);
            builder.add(observation.build(), row.extras().toArray(String[]::new));
        }
        return builder.build();
    }
}
