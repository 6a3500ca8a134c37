package org.grassrootskpi.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.grassrootskpi.check.CheckCount;
import org.grassrootskpi.check.CheckResult;
import org.grassrootskpi.check.Finding;
import org.grassrootskpi.check.Place;
import org.grassrootskpi.check.Remedy;

/** The findings of a check as JSON. */
final class CheckReportJson {
    private CheckReportJson() {}

    static JsonNode of(String file, List<Finding> findings, CheckResult result) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("file", file);
        ArrayNode found = json.putArray("findings");
        findings.forEach(finding -> finding(found.addObject(), finding));
        ArrayNode rules = json.putArray("rules");
        result.counts().forEach((rule, count) -> {
            ObjectNode node = rules.addObject().put("id", rule.id());
            counts(node, count);
        });
        counts(json.putObject("total"), result.total());
        return json;
    }

    private static void counts(ObjectNode node, CheckCount count) {
        node.put("made", count.made());
        node.put("passed", count.passed());
        node.put("impossible", count.impossible());
    }

    private static void finding(ObjectNode node, Finding finding) {
        node.put("level", MentionWriter.code(finding.level()));
        node.put("rule", finding.rule().id());
        node.putObject("title")
                .put("zh", finding.rule().title().zh())
                .put("en", finding.rule().title().en());
        node.put("sum", finding.sum());
        node.put("tolerance", finding.tolerance());
        ArrayNode places = node.putArray("places");
        finding.places().forEach(place -> place(places.addObject(), place));
        ArrayNode remedies = node.putArray("remedies");
        for (Remedy remedy : finding.remedies()) {
            remedies.addObject()
                    .put("surface", remedy.place().surface())
                    .put("start", remedy.place().start())
                    .put("value", remedy.value())
                    .put("slip", remedy.slip().map(MentionWriter::code).orElse(null));
        }
    }

    private static void place(ObjectNode node, Place place) {
        node.put("source", place.source().isEmpty() ? null : place.source());
        node.put("surface", place.surface());
        node.put("start", place.start());
        node.put("end", place.end());
        node.put("line", place.line());
        node.put("column", place.column());
        node.put("sentence", place.sentence());
    }
}
