package org.grassrootskpi.examples;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import org.grassrootskpi.assess.Level;
import org.grassrootskpi.score.Explanation;
import org.grassrootskpi.score.MemberScore;
import org.grassrootskpi.score.Ranks;
import org.grassrootskpi.score.Score;
import org.grassrootskpi.score.WeightRobustness.Neighbours;

/** The report of a scorecard as JSON: values are decimal texts, so that no reader rounds them. */
final class ScorecardJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ScorecardJson() {}

    static ObjectNode of(ScorecardReport report) {
        ObjectNode root = JSON.objectNode()
                .put("zh", report.scores().card().name().zh())
                .put("en", report.scores().card().name().en())
                .put("simulated", report.isSimulated());
        report.scores().card().source().ifPresent(source -> root.put("source", source));
        ArrayNode members = root.putArray("members");
        for (Ranks.Place place : report.ranks().places()) {
            members.add(member(report, place));
        }
        ArrayNode unscored = root.putArray("unscored");
        for (MemberScore member : report.unscored()) {
            unscored.addObject()
                    .put("member", member.member())
                    .put("reason", member.refusal().orElseThrow().reason().name())
                    .put("message", member.refusal().orElseThrow().message())
                    .put("suggestion", member.refusal().orElseThrow().suggestion());
        }
        ArrayNode order = root.putArray("order");
        for (Neighbours pair : report.holding().neighbours()) {
            ObjectNode node = order.addObject()
                    .put("ahead", pair.ahead())
                    .put("behind", pair.behind())
                    .put("difference", pair.difference().toPlainString());
            pair.tolerance().ifPresent(tolerance -> node.put("tolerance", tolerance.toPlainString()));
        }
        report.holding().refusal().ifPresent(refusal -> root.put("orderRefused", refusal));
        return root;
    }

    private static ObjectNode member(ScorecardReport report, Ranks.Place place) {
        MemberScore member = report.scores().member(place.member());
        ObjectNode node = JSON.objectNode()
                .put("member", place.member())
                .put("group", place.group())
                .put("rank", place.rank().toPlainString())
                .put("best", place.best().toPlainString())
                .put("worst", place.worst().toPlainString())
                .put("tied", place.isTied());
        node.set("score", score(place.score()));
        node.put("coverage", member.coverage().toPlainString());
        member.level().ifPresent(level -> {
            ArrayNode levels = node.putArray("levels");
            level.possible().stream().map(Level::name).forEach(levels::add);
        });
        ArrayNode missing = node.putArray("missing");
        member.missing().forEach(missing::add);
        ArrayNode steps = node.putArray("steps");
        member.steps()
                .forEach(step -> steps.addObject()
                        .put("name", step.name())
                        .put("before", step.before().value().toPlainString())
                        .put("after", step.after().value().toPlainString()));
        ArrayNode parts = node.putArray("parts");
        for (Explanation.Part part : report.parts(member)) {
            parts.addObject()
                    .put("item", part.item())
                    .put("contribution", part.contribution().value().toPlainString())
                    .put("lost", part.lost().value().toPlainString());
        }
        return node;
    }

    static ObjectNode score(Score score) {
        Range<BigDecimal> bounds = score.bounds();
        ObjectNode node = JSON.objectNode().put("value", score.value().toPlainString());
        if (bounds.hasLowerBound()) {
            node.put("lower", bounds.lowerEndpoint().toPlainString())
                    .put("lowerIncluded", bounds.lowerBoundType() == BoundType.CLOSED);
        }
        if (bounds.hasUpperBound()) {
            node.put("upper", bounds.upperEndpoint().toPlainString())
                    .put("upperIncluded", bounds.upperBoundType() == BoundType.CLOSED);
        }
        return node;
    }
}
