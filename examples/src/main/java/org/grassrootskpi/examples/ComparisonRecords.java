package org.grassrootskpi.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Consumer;
import org.grassrootskpi.examples.ReportComparison.Report;
import org.grassrootskpi.examples.ReportComparison.Statement;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.quantity.Quantity;

/** A comparison of reports as CSV and JSON: a record for each indicator, report and period. */
final class ComparisonRecords {
    private static final ImmutableList<String> COLUMNS = ImmutableList.of(
            "indicator",
            "name",
            "unit",
            "report",
            "title",
            "period",
            "printed",
            "value",
            "change",
            "completion",
            "rank",
            "section",
            "start",
            "quote");

    private ComparisonRecords() {}

    static void print(ReportComparison comparison, Labels labels, CsvOutput.Records records) {
        records.write(COLUMNS);
        each(comparison, labels, records::write);
        records.finish();
    }

    static JsonNode json(ReportComparison comparison) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        each(comparison, new Labels(Language.EN), fields -> {
            ObjectNode record = array.addObject();
            for (int i = 0; i < COLUMNS.size(); i++) {
                record.put(COLUMNS.get(i), fields.get(i));
            }
        });
        return array;
    }

    private static void each(ReportComparison comparison, Labels labels, Consumer<List<String>> take) {
        for (Indicator indicator : comparison.indicators()) {
            for (Report report : comparison.reports()) {
                for (Statement of : report.statements().get(indicator.id())) {
                    take.accept(List.of(
                            indicator.id(),
                            indicator.name().in(labels.language()),
                            indicator.unit().code(),
                            report.name(),
                            report.title(),
                            of.period().toString(),
                            of.printed(),
                            of.value().map(ComparisonRecords::number).orElse(""),
                            of.change().map(ComparisonRecords::number).orElse(""),
                            of.completion().map(ComparisonRecords::number).orElse(""),
                            String.join(
                                    labels.of("listed"),
                                    of.ranks().stream()
                                            .map(rank -> ComparisonText.rank(rank, labels))
                                            .toList()),
                            of.section(),
                            Integer.toString(of.start()),
                            of.quote()));
                }
            }
        }
    }

    private static String number(Quantity quantity) {
        return quantity.value().stripTrailingZeros().toPlainString();
    }
}
