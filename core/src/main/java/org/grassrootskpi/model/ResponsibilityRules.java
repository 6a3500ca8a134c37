package org.grassrootskpi.model;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.model.Problem.Kind;

/** Checks that whoever answers for something has a name, and is named once. */
final class ResponsibilityRules {
    private final ProblemList problems;

    ResponsibilityRules(ProblemList problems) {
        this.problems = problems;
    }

    void check(Optional<Responsibility> responsible, String element) {
        responsible.ifPresent(who -> check(who, element + ".responsible"));
    }

    private void check(Responsibility who, String path) {
        Set<String> seen = new HashSet<>();
        seen.add(named(who.unit(), path + ".unit"));
        who.leader().ifPresent(leader -> named(leader, path + ".leader"));
        for (int i = 0; i < who.supporting().size(); i++) {
            String unit = named(who.supporting().get(i), path + ".supporting[" + i + "]");
            if (!seen.add(unit)) {
                problems.add(
                        Kind.CONTRADICTION,
                        path + ".supporting[" + i + "]",
                        "'%s' is named already: expected each unit once, in charge or supporting",
                        unit);
            }
        }
    }

    private String named(String name, String path) {
        if (name.isBlank()) {
            problems.add(Kind.BAD_VALUE, path, "expected a name, got a blank one; omit the property");
        }
        return name;
    }
}
