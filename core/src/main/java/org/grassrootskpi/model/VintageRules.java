package org.grassrootskpi.model;

import java.util.HashMap;
import java.util.Map;
import org.grassrootskpi.model.Problem.Kind;

/** Checks that the values of one key are of different vintages, and that none was known before its time. */
final class VintageRules {
    private final ProblemList problems;
    private final Map<String, Integer> seen = new HashMap<>();
    private int number;

    VintageRules(ProblemList problems) {
        this.problems = problems;
    }

    /** Checks the next observation. */
    void check(Observation observation, String path) {
        String key = observation.key();
        String vintage = observation
                .vintage()
                .map(of -> of.knownOn() + " " + of.maturity())
                .orElse("");
        Integer first = seen.putIfAbsent(key + ' ' + vintage, number++);
        if (first != null) {
            problems.addDuplicate(
                    path,
                    "observations[" + first + "]",
                    vintage.isEmpty()
                            ? "observation '%s' is there already: one indicator has one value for a region and a period; say of a"
                                    + " revised value in 'vintage' when it became known"
                            : "observation '%s' is there already with this vintage: two values of one key became known on"
                                    + " different days",
                    key);
        }
        observation
                .vintage()
                .filter(of -> observation.status() != ObservationStatus.FORECAST
                        && of.knownOn().isBefore(observation.period().firstDay()))
                .ifPresent(of -> problems.add(
                        Kind.CONTRADICTION,
                        path + ".vintage.knownOn",
                        "observation '%s' became known on %s, before its period began: expected a later day, or the status"
                                + " FORECAST",
                        key,
                        of.knownOn()));
    }
}
