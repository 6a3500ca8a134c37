package org.grassrootskpi.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.model.Milestone;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Outcome;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.quantity.Quantity;

/** Writes what an entry proposes on one line. */
final class EntryText {
    private EntryText() {}

    static String of(UpdateEntry entry) {
        return entry.observation()
                .map(EntryText::of)
                .or(() -> entry.milestone().map(apart -> of(apart.milestone())))
                .or(() -> entry.outcome().map(EntryText::of))
                .or(() -> entry.target().map(EntryText::of))
                .orElseThrow();
    }

    private static String of(Observation observation) {
        List<String> parts = new ArrayList<>();
        parts.add(observation.figure().map(Quantity::toString).orElse("MISSING"));
        observation.yearOnYear().ifPresent(change -> parts.add(signed(change.value())));
        observation.completion().ifPresent(share -> parts.add("completion " + share.value()));
        observation.ranks().forEach(rank -> parts.add(rank.quote()));
        if (!observation.status().name().equals("NORMAL")
                && observation.figure().isPresent()) {
            parts.add(observation.status().name());
        }
        observation.vintage().ifPresent(vintage -> parts.add(vintage.maturity() + " known on " + vintage.knownOn()));
        return String.join(", ", parts);
    }

    static String signed(Quantity change) {
        return change.value().signum() > 0 && !change.toString().startsWith("+") ? "+" + change : change.toString();
    }

    private static String of(Milestone milestone) {
        return milestone.stage() + milestone.phase().map(phase -> " " + phase).orElse("") + " " + milestone.period();
    }

    private static String of(Outcome outcome) {
        return outcome.status()
                + said(" reached ", outcome.reached())
                + said(" completion ", outcome.completion())
                + said(" figure ", outcome.figure())
                + said(" deadline ", outcome.deadline());
    }

    private static String of(Target target) {
        return target.strength()
                + " " + target.deadline()
                + said(" ", target.figure())
                + said(" ", target.stage())
                + said(" continues ", target.continues());
    }

    private static String said(String before, Optional<?> value) {
        return value.map(of -> before + of).orElse("");
    }
}
