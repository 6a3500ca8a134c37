package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grassrootskpi.assess.Portfolio;
import org.grassrootskpi.assess.Progress;
import org.grassrootskpi.assess.TargetState;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Outcome;
import org.grassrootskpi.model.Responsibility;
import org.grassrootskpi.model.Target;
import org.jspecify.annotations.Nullable;

/**
 * The commitments that a ledger lists.
 *
 * @param catalog the catalogue
 * @param portfolio all its commitments at a date
 * @param states those that are listed
 * @param isSimulated whether what became of them is invented
 */
record Commitments(Catalog catalog, Portfolio portfolio, ImmutableList<TargetState> states, boolean isSimulated) {
    /** The statuses by which commitments are chosen. */
    enum Reported {
        DONE,
        PARTLY,
        UNDER_WAY,
        NOT_STARTED,
        CHANGED,
        MERGED,
        DROPPED,
        /** Nobody reported it, and nothing was observed. */
        NOT_REPORTED
    }

    /**
     * Chooses commitments.
     *
     * @param unit the unit in charge, or null for all
     * @param reported the reported or derived status, or null for all
     * @param progress the judgement, or null for all
     * @throws IllegalArgumentException if there is no such unit
     */
    Commitments only(@Nullable String unit, @Nullable Reported reported, @Nullable Progress progress) {
        if (unit != null && !portfolio.byUnit().containsKey(unit)) {
            List<String> known = portfolio.byUnit().keySet().stream()
                    .filter(name -> !name.isEmpty())
                    .sorted()
                    .toList();
            throw new IllegalArgumentException("there is no unit '" + unit + "': "
                    + (known.isEmpty() ? "the catalogue names none" : "expected one of " + String.join(", ", known)));
        }
        ImmutableSet<TargetState> ofUnit =
                ImmutableSet.copyOf(unit == null ? states : portfolio.byUnit().get(unit));
        return new Commitments(
                catalog,
                portfolio,
                states.stream()
                        .filter(ofUnit::contains)
                        .filter(state -> reported == null || reported == reported(state))
                        .filter(state -> progress == null || progress == state.progress())
                        .collect(ImmutableList.toImmutableList()),
                isSimulated);
    }

    static Reported reported(TargetState state) {
        return state.status().map(Outcome.Status::name).map(Reported::valueOf).orElse(Reported.NOT_REPORTED);
    }

    Optional<Responsibility> responsible(TargetState state) {
        return portfolio.responsible(state.target());
    }

    /** Returns the listed commitments by the unit in charge; those of nobody last, under the empty text. */
    ImmutableMap<String, List<TargetState>> byUnit() {
        Map<Boolean, List<TargetState>> named = states.stream()
                .collect(Collectors.partitioningBy(state -> responsible(state).isPresent()));
        ImmutableMap.Builder<String, List<TargetState>> byUnit = ImmutableMap.builder();
        Map<String, List<TargetState>> of = named.getOrDefault(true, List.of()).stream()
                .collect(Collectors.groupingBy(
                        state -> responsible(state).orElseThrow().unit(), LinkedHashMap::new, Collectors.toList()));
        byUnit.putAll(of);
        List<TargetState> nobody = named.getOrDefault(false, List.of());
        if (!nobody.isEmpty()) {
            byUnit.put("", nobody);
        }
        return byUnit.buildOrThrow();
    }

    /** Returns the ids of the commitments that are not known to be reached and that the next plan does not take up. */
    ImmutableSet<String> notTakenUp() {
        return portfolio.notTakenUp().stream().map(Target::id).collect(ImmutableSet.toImmutableSet());
    }
}
