package org.grassrootskpi.examples;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.grassrootskpi.model.Award;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Rank;
import org.grassrootskpi.model.Rating;
import org.grassrootskpi.model.Recognition;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.quantity.Quantity;

/** The overview as JSON: values are decimal texts in base units, so that no reader rounds them. */
final class OverviewJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private OverviewJson() {}

    static ObjectNode of(Catalog catalog) {
        ObjectNode root = JSON.objectNode();
        ArrayNode sectors = root.putArray("sectors");
        for (Sector top : catalog.topSectors()) {
            ObjectNode node = sectors.addObject().put("id", top.id());
            node.set("name", name(top.name()));
            ArrayNode indicators = node.putArray("indicators");
            ArrayNode recognitions = node.putArray("recognitions");
            for (Sector sector : catalog.sectorSubtree(top.id())) {
                for (Indicator indicator : catalog.indicatorsOf(sector.id())) {
                    catalog.observations(indicator.id())
                            .forEach(observation -> indicators.add(observation(indicator, observation)));
                }
                catalog.recognitions().stream()
                        .filter(recognition -> recognition.sector().equals(sector.id()))
                        .forEach(recognition -> recognitions.add(recognition(recognition)));
            }
        }
        return root;
    }

    private static ObjectNode observation(Indicator indicator, Observation observation) {
        ObjectNode node = JSON.objectNode().put("id", indicator.id());
        node.set("name", name(indicator.name()));
        node.put("sector", indicator.sector())
                .put("kind", indicator.kind().name())
                .put("unit", indicator.unit().code())
                .put("direction", indicator.direction().name())
                .put("region", observation.region())
                .put("period", observation.period().toString())
                .put("section", observation.citation().section())
                .put("status", observation.status().name());
        observation.figure().ifPresent(figure -> node.set("observed", quantity(figure)));
        observation.yearOnYear().ifPresent(change -> node.set("yearOnYear", quantity(change.value())));
        observation.completion().ifPresent(share -> node.set("completion", quantity(share.value())));
        Figures.impliedTarget(observation).ifPresent(target -> node.set("impliedTarget", quantity(target)));
        beside(node, observation.ranks(), observation.awards());
        observation.rating().ifPresent(rating -> node.set("rating", rating(rating)));
        observation.note().ifPresent(note -> node.set("note", name(note)));
        return node;
    }

    private static ObjectNode recognition(Recognition recognition) {
        ObjectNode node = JSON.objectNode().put("id", recognition.id());
        node.set("subject", name(recognition.subject()));
        node.put("region", recognition.region())
                .put("period", recognition.period().toString())
                .put("section", recognition.citation().section());
        beside(node, recognition.ranks(), recognition.awards());
        recognition.rating().ifPresent(rating -> node.set("rating", rating(rating)));
        recognition.note().ifPresent(note -> node.set("note", name(note)));
        return node;
    }

    private static void beside(ObjectNode node, Iterable<Rank> ranks, Iterable<Award> awards) {
        for (Rank rank : ranks) {
            ObjectNode item =
                    node.withArray("ranks").addObject().put("kind", rank.kind().name());
            rank.place().ifPresent(place -> item.put("place", place));
            rank.scope().ifPresent(scope -> item.put("scope", scope.code()));
            item.put("quote", rank.quote());
        }
        for (Award award : awards) {
            ObjectNode item = node.withArray("awards").addObject();
            item.set("title", name(award.title()));
            award.scope().ifPresent(scope -> item.put("scope", scope.code()));
            item.put("quote", award.quote());
        }
    }

    private static ObjectNode rating(Rating rating) {
        ObjectNode node = JSON.objectNode();
        node.set("grade", name(rating.grade()));
        rating.stars().ifPresent(stars -> node.put("stars", stars));
        rating.scope().ifPresent(scope -> node.put("scope", scope.code()));
        return node.put("quote", rating.quote());
    }

    private static ObjectNode quantity(Quantity quantity) {
        ObjectNode node = JSON.objectNode()
                .put("figure", quantity.toString())
                .put("value", quantity.value().stripTrailingZeros().toPlainString())
                .put("unit", quantity.unit().code())
                .put("qualifier", quantity.qualifier().name().toLowerCase(Locale.ROOT));
        if (quantity.bounds().hasLowerBound()) {
            node.put("lower", quantity.bounds().lowerEndpoint().toPlainString());
        }
        if (quantity.bounds().hasUpperBound()) {
            node.put("upper", quantity.bounds().upperEndpoint().toPlainString());
        }
        return node;
    }

    private static ObjectNode name(LocalizedText text) {
        ObjectNode texts = JSON.objectNode();
        text.texts().forEach((language, in) -> texts.put(language.tag(), in));
        return texts;
    }
}
