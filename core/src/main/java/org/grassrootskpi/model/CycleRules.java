package org.grassrootskpi.model;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.grassrootskpi.model.Problem.Kind;

/** Checks that elements that refer to others of their list do not refer to themselves in the end. */
final class CycleRules {
    private final ProblemList problems;

    CycleRules(ProblemList problems) {
        this.problems = problems;
    }

    <T> void acyclic(
            String list,
            List<T> elements,
            Function<T, String> id,
            Function<T, Optional<String>> parent,
            Map<String, T> byId) {
        Map<String, Integer> positions = new HashMap<>();
        Set<String> walked = Sets.newHashSetWithExpectedSize(elements.size());
        for (T start : elements) {
            List<String> path = new ArrayList<>();
            Optional<T> node = Optional.of(start);
            while (node.isPresent() && walked.add(id.apply(node.get()))) {
                path.add(id.apply(node.get()));
                node = parent.apply(node.get()).map(byId::get);
            }
            int closes = node.map(id).map(path::indexOf).orElse(-1);
            if (closes >= 0) {
                List<String> cycle = path.subList(closes, path.size());
                if (positions.isEmpty()) {
                    for (int i = 0; i < elements.size(); i++) {
                        positions.putIfAbsent(id.apply(elements.get(i)), i);
                    }
                }
                int first = cycle.stream()
                        .mapToInt(member -> positions.getOrDefault(member, 0))
                        .min()
                        .orElse(0);
                problems.add(
                        Kind.CYCLE,
                        list + "[" + first + "]",
                        "'%s' contains itself: %s -> %s; let one of them refer to none of the others",
                        cycle.get(0),
                        String.join(" -> ", cycle),
                        cycle.get(0));
            }
        }
    }
}
