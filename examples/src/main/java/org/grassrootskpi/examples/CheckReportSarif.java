package org.grassrootskpi.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.grassrootskpi.check.CheckLevel;
import org.grassrootskpi.check.CheckRule;
import org.grassrootskpi.check.Finding;
import org.grassrootskpi.check.Place;
import org.grassrootskpi.check.ReportCheck;
import org.grassrootskpi.model.Language;

/**
 * The findings of a check as SARIF 2.1.0 (OASIS, 2020): one run, its rules, a result for each finding. Places are lines and columns of the
 * text, in Unicode characters.
 */
final class CheckReportSarif {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final String uri;
    private final Language language;

    private CheckReportSarif(String uri, Language language) {
        this.uri = uri;
        this.language = language;
    }

    static JsonNode of(String file, List<Finding> findings, ReportCheck check, Language language) {
        return new CheckReportSarif(uri(file), language).log(findings, check);
    }

    /** A path as the reference of a URI: with slashes, and with all but ASCII escaped. */
    static String uri(String file) {
        try {
            return new URI(null, null, file.replace('\\', '/'), null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(file + " cannot be written as a URI: " + e.getReason(), e);
        }
    }

    private JsonNode log(List<Finding> findings, ReportCheck check) {
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "grassroots-kpi check-report");
        driver.put("semanticVersion", "0.1.0");
        ArrayNode rules = driver.putArray("rules");
        List<CheckRule> all = check.rules();
        all.forEach(rule -> rule(rules.addObject(), rule));
        run.put("columnKind", "unicodeCodePoints");
        run.put("language", language.isChinese() ? "zh-CN" : "en-US");
        ArrayNode results = run.putArray("results");
        for (Finding finding : findings) {
            result(results.addObject(), finding, all);
        }
        return log;
    }

    private void rule(ObjectNode node, CheckRule rule) {
        node.put("id", rule.id());
        node.putObject("shortDescription").put("text", rule.title().in(language.ofWords()));
        node.putObject("fullDescription").put("text", rule.documentation().in(language.ofWords()));
        node.putObject("defaultConfiguration").put("enabled", rule.isOn()).put("level", level(rule.level()));
    }

    private void result(ObjectNode node, Finding finding, List<CheckRule> rules) {
        node.put("ruleId", finding.rule().id());
        node.put("ruleIndex", rules.indexOf(finding.rule()));
        node.put("level", level(finding.level()));
        node.putObject("message")
                .put(
                        "text",
                        finding.rule().title().in(language.ofWords())
                                + new Labels(language).of("colon")
                                + finding.sum());
        location(node.putArray("locations").addObject(), finding.place());
        ArrayNode related = node.putArray("relatedLocations");
        finding.places().stream().skip(1).forEach(place -> {
            ObjectNode other = related.addObject();
            location(other, place);
            other.putObject("message").put("text", place.surface());
        });
    }

    private void location(ObjectNode node, Place place) {
        ObjectNode physical = node.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", place.source().isEmpty() ? uri : uri(place.source()));
        if (place.line() == 0) {
            return;
        }
        ObjectNode region = physical.putObject("region");
        region.put("startLine", place.line());
        region.put("startColumn", place.column());
        region.put("charOffset", place.start());
        region.put("charLength", place.end() - place.start());
    }

    private static String level(CheckLevel level) {
        return switch (level) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case QUESTION -> "note";
        };
    }
}
