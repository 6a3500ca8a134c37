package org.grassrootskpi.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.assess.Revision;
import org.grassrootskpi.assess.RevisionTable;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;

/** What was revised, as tables, as CSV and as JSON. */
final class RevisionsReport {
    private static final int PERCENT_DECIMALS = 2;
    private static final ImmutableList<String> COLUMNS = ImmutableList.of(
            "indicator",
            "name",
            "region",
            "period",
            "knownOn",
            "maturity",
            "printed",
            "value",
            "unit",
            "difference",
            "relative",
            "withinRounding",
            "document",
            "section",
            "quote");

    private final Catalog catalog;
    private final RevisionTable table;

    RevisionsReport(Catalog catalog, RevisionTable table) {
        this.catalog = catalog;
        this.table = table;
    }

    void print(ReportPage page) {
        Labels labels = page.labels();
        long keys = table.revisions().stream()
                .filter(revision -> revision.before().isEmpty())
                .count();
        page.heading(labels.of("revisions.heading", keys, table.revisions().size()));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < table.revisions().size(); i++) {
            Revision revision = table.revisions().get(i);
            if (revision.before().isEmpty() && !rows.isEmpty()) {
                page.table(header(labels), rows, 5);
                rows.clear();
            }
            if (revision.before().isEmpty()) {
                page.title(title(revision.value(), labels));
            }
            rows.add(row(revision, labels));
        }
        if (!rows.isEmpty()) {
            page.table(header(labels), rows, 5);
        }
    }

    private String title(Observation value, Labels labels) {
        return String.join(
                labels.of("listed"),
                catalog.indicator(value.indicator()).name().in(labels.language()),
                catalog.region(value.region()).name().in(labels.language()),
                value.period().toString());
    }

    private static List<String> header(Labels labels) {
        return ImmutableList.of("knownOn", "maturity", "printed", "difference", "relative", "source").stream()
                .map(key -> labels.of("revisions." + key))
                .toList();
    }

    private List<String> row(Revision revision, Labels labels) {
        Observation value = revision.value();
        return List.of(
                value.vintage()
                        .map(vintage -> vintage.knownOn().toString())
                        .orElseGet(() -> labels.of("revisions.undated")),
                value.vintage()
                        .map(vintage -> labels.of("maturity", vintage.maturity()))
                        .orElse(""),
                value.printed().orElseGet(() -> labels.of("unstated")),
                revision.isWithinRounding()
                        ? labels.of("revisions.rounding")
                        : revision.difference()
                                .map(of -> difference(of, value, labels))
                                .orElse(""),
                revision.relative().map(RevisionsReport::percent).orElse(""),
                catalog.document(value.citation().document()).title().in(labels.language()) + " "
                        + value.citation().section());
    }

    /** In the unit in which the value is printed: 33690亿元, no 3369000000000. */
    private static String difference(Quantity difference, Observation value, Labels labels) {
        Unit unit = difference.unit();
        boolean points = unit.isPercentagePoint();
        Unit printed = points ? unit : value.figure().map(Quantity::unit).orElse(unit);
        BigDecimal number = points ? difference.value().movePointRight(2) : difference.in(printed);
        return signed(number) + (points ? " " + labels.unit(unit) : printed.symbol());
    }

    private static String percent(Quantity ratio) {
        return signed(ratio.value().movePointRight(2).setScale(PERCENT_DECIMALS, RoundingMode.HALF_EVEN)) + "%";
    }

    private static String signed(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.signum() > 0 ? "+" : "") + stripped.toPlainString();
    }

    void print(Labels labels, CsvOutput.Records records) {
        records.write(COLUMNS);
        table.revisions().forEach(revision -> records.write(fields(revision, labels.language())));
        records.finish();
    }

    JsonNode json() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Revision revision : table.revisions()) {
            ObjectNode record = array.addObject();
            List<String> fields = fields(revision, Language.EN);
            for (int i = 0; i < COLUMNS.size(); i++) {
                if (!fields.get(i).isEmpty()) {
                    record.put(COLUMNS.get(i), fields.get(i));
                }
            }
        }
        return array;
    }

    private List<String> fields(Revision revision, Language language) {
        Observation value = revision.value();
        return List.of(
                value.indicator(),
                catalog.indicator(value.indicator()).name().in(language),
                value.region(),
                value.period().toString(),
                value.vintage().map(of -> of.knownOn().toString()).orElse(""),
                value.vintage().map(of -> of.maturity().name()).orElse(""),
                value.figure().map(Quantity::toString).orElse(""),
                number(value.figure()),
                value.figure().map(of -> of.unit().base().code()).orElse(""),
                number(revision.difference()),
                number(revision.relative()
                        .map(of -> Quantity.ofExact(of.value().setScale(6, RoundingMode.HALF_EVEN), of.unit()))),
                revision.before().isEmpty() ? "" : Boolean.toString(revision.isWithinRounding()),
                value.citation().document(),
                value.citation().section(),
                value.citation().quote());
    }

    private static String number(Optional<Quantity> quantity) {
        return quantity.map(of -> of.value().stripTrailingZeros().toPlainString())
                .orElse("");
    }
}
