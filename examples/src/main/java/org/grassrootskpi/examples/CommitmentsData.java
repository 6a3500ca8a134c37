package org.grassrootskpi.examples;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.assess.TargetState;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Evidence;
import org.grassrootskpi.model.Outcome;
import org.grassrootskpi.model.Responsibility;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;

/** The ledger of commitments as CSV and as JSON. */
final class CommitmentsData {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CommitmentsData() {}

    static void print(Commitments commitments, Labels labels, CsvOutput.Records records) {
        records.write(List.of(
                "id",
                "name",
                "unit",
                "leader",
                "sector",
                "region",
                "deadline",
                "progress",
                "status",
                "target",
                "figure",
                "completion",
                "reported",
                "reached",
                "days_overdue",
                "contradicted",
                "not_taken_up",
                "basis",
                "by",
                "reason",
                "evidence",
                "simulated"));
        for (TargetState state : commitments.states()) {
            Optional<Responsibility> who = commitments.responsible(state);
            Optional<Outcome> outcome = state.outcome();
            records.write(List.of(
                    state.target().id(),
                    state.target().name().in(labels.language()),
                    who.map(Responsibility::unit).orElse(""),
                    who.flatMap(Responsibility::leader).orElse(""),
                    state.target().sector(),
                    state.target().region(),
                    state.deadline().toString(),
                    state.progress().name(),
                    Commitments.reported(state).name(),
                    state.target().figure().map(Quantity::toString).orElse(""),
                    state.figure().map(Quantity::toString).orElse(""),
                    state.completion().map(part -> part.value().toPlainString()).orElse(""),
                    state.reported().map(TimePeriod::toString).orElse(""),
                    state.reached().map(TimePeriod::toString).orElse(""),
                    state.daysOverdue() == 0 ? "" : Long.toString(state.daysOverdue()),
                    Boolean.toString(state.isContradicted()),
                    Boolean.toString(
                            commitments.notTakenUp().contains(state.target().id())),
                    outcome.map(stated -> stated.basis().name()).orElse(""),
                    outcome.flatMap(Outcome::by).orElse(""),
                    outcome.flatMap(Outcome::reason)
                            .map(reason -> reason.in(labels.language()))
                            .orElse(""),
                    String.join(
                            "; ",
                            outcome.stream()
                                    .flatMap(stated -> stated.evidence().stream())
                                    .map(CommitmentsText::evidence)
                                    .toList()),
                    Boolean.toString(commitments.isSimulated())));
        }
        records.finish();
    }

    static ObjectNode json(Commitments commitments) {
        ObjectNode root = JSON.objectNode()
                .put("asOf", commitments.portfolio().asOf().toString())
                .put("simulated", commitments.isSimulated());
        ArrayNode list = root.putArray("commitments");
        commitments.states().forEach(state -> list.add(json(commitments, state)));
        return root;
    }

    private static ObjectNode json(Commitments commitments, TargetState state) {
        ObjectNode node = JSON.objectNode()
                .put("id", state.target().id())
                .put("zh", state.target().name().zh())
                .put("en", state.target().name().en())
                .put("sector", state.target().sector())
                .put("region", state.target().region())
                .put("type", state.target().type().name())
                .put("strength", state.target().strength().name())
                .put("deadline", state.deadline().toString())
                .put("plannedDeadline", state.target().deadline().toString())
                .put("progress", state.progress().name())
                .put("status", Commitments.reported(state).name())
                .put("daysOverdue", state.daysOverdue())
                .put("contradicted", state.isContradicted())
                .put(
                        "notTakenUp",
                        commitments.notTakenUp().contains(state.target().id()));
        commitments.responsible(state).ifPresent(who -> {
            ObjectNode responsible = node.putObject("responsible").put("unit", who.unit());
            ArrayNode supporting = responsible.putArray("supporting");
            who.supporting().forEach(supporting::add);
            who.leader().ifPresent(leader -> responsible.put("leader", leader));
        });
        state.target().figure().ifPresent(figure -> node.set("target", figure(figure)));
        state.figure().ifPresent(figure -> node.set("figure", figure(figure)));
        state.completion().ifPresent(part -> node.set("completion", figure(part)));
        state.reported().ifPresent(period -> node.put("reported", period.toString()));
        state.reached().ifPresent(period -> node.put("reached", period.toString()));
        state.reachedLate().ifPresent(late -> node.put("reachedLate", late));
        state.derived().ifPresent(status -> node.put("derivedStatus", status.name()));
        state.outcome().ifPresent(outcome -> node.set("outcome", outcome(outcome)));
        node.set("citation", citation(state.target().citation()));
        return node;
    }

    private static ObjectNode outcome(Outcome outcome) {
        ObjectNode node = JSON.objectNode()
                .put("asOf", outcome.asOf().toString())
                .put("status", outcome.status().name())
                .put("basis", outcome.basis().name());
        outcome.by().ifPresent(by -> node.put("by", by));
        outcome.reason()
                .ifPresent(reason ->
                        node.putObject("reason").put("zh", reason.zh()).put("en", reason.en()));
        outcome.deadline().ifPresent(deadline -> node.put("deadline", deadline.toString()));
        outcome.into().ifPresent(into -> node.put("into", into));
        ArrayNode list = node.putArray("evidence");
        for (Evidence evidence : outcome.evidence()) {
            ObjectNode piece = list.addObject();
            evidence.citation().ifPresent(citation -> piece.set("citation", citation(citation)));
            evidence.file().ifPresent(file -> piece.put("file", file));
            evidence.address().ifPresent(address -> piece.put("address", address));
        }
        return node;
    }

    private static ObjectNode citation(Citation citation) {
        return JSON.objectNode()
                .put("document", citation.document())
                .put("section", citation.section())
                .put("quote", citation.quote());
    }

    /** Returns a figure with its value and bounds as decimal texts in the base unit, so that no reader rounds them. */
    static ObjectNode figure(Quantity figure) {
        ObjectNode node = JSON.objectNode()
                .put("value", decimal(figure.value()))
                .put("unit", figure.unit().base().code())
                .put("qualifier", figure.qualifier().name());
        if (figure.bounds().hasLowerBound()) {
            node.put("lower", decimal(figure.bounds().lowerEndpoint()));
        }
        if (figure.bounds().hasUpperBound()) {
            node.put("upper", decimal(figure.bounds().upperEndpoint()));
        }
        return node;
    }

    private static String decimal(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
