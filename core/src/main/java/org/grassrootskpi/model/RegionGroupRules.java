package org.grassrootskpi.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.model.Problem.Kind;

/** Checks groups of regions: their members are regions of the catalogue, none of them twice and none within another. */
final class RegionGroupRules {
    private final ProblemList problems;
    private final Map<String, Region> regions;

    RegionGroupRules(ProblemList problems, Map<String, Region> regions) {
        this.problems = problems;
        this.regions = regions;
    }

    void check(RegionGroup group, String path) {
        if (regions.containsKey(group.code())) {
            problems.add(
                    Kind.CONTRADICTION,
                    path + ".code",
                    "'%s' is a region already, so that a query would not say which is meant: expected another code",
                    group.code());
        }
        List<String> members = group.members();
        if (members.isEmpty()) {
            problems.add(
                    Kind.MISSING_PROPERTY,
                    path + ".members",
                    "group '%s' has no members: expected the code of one region or more",
                    group.code());
        }
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            String member = members.get(i);
            String at = path + ".members[" + i + "]";
            Integer first = seen.putIfAbsent(member, i);
            if (first != null) {
                problems.addDuplicate(at, path + ".members[" + first + "]", "region '%s' is a member already", member);
            } else if (!regions.containsKey(member)) {
                problems.addUnknown(at, "region", member, regions.keySet());
            }
        }
        for (int i = 0; i < members.size(); i++) {
            nested(group, members.get(i), seen, path + ".members[" + i + "]");
        }
    }

    private void nested(RegionGroup group, String member, Map<String, Integer> members, String path) {
        Optional<String> above = parent(member);
        for (int steps = 0; above.isPresent() && steps < regions.size(); steps++) {
            if (members.containsKey(above.get())) {
                problems.add(
                        Kind.CONTRADICTION,
                        path,
                        "region '%s' lies within '%s', which belongs to group '%s' already: leave one of the two out",
                        member,
                        above.get(),
                        group.code());
                return;
            }
            above = parent(above.get());
        }
    }

    private Optional<String> parent(String code) {
        return Optional.ofNullable(regions.get(code)).flatMap(Region::parent);
    }
}
