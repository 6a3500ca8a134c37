package org.grassrootskpi.table;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.grassrootskpi.text.DistinctNames;
import org.grassrootskpi.text.HiddenCharacters;

/** The members of each extra dimension of a table under construction: two that look alike are refused. */
final class Members {
    private final ImmutableList<String> dimensions;
    private final List<Set<String>> known = new ArrayList<>();
    private final List<DistinctNames> names = new ArrayList<>();

    /**
     * Starts with what a schema declares, because a member that only looks like the total would be added to the parts.
     */
    Members(TableSchema schema) {
        dimensions = schema.dimensions();
        for (String dimension : dimensions) {
            DistinctNames distinct = new DistinctNames();
            schema.declaredMembers(dimension).forEach(distinct::add);
            names.add(distinct);
            known.add(new HashSet<>());
        }
    }

    /** Refuses a combination with a member that cannot be seen or looks like another one; looks at each member once. */
    void require(ImmutableList<String> combination) {
        for (int i = 0; i < dimensions.size(); i++) {
            String member = combination.get(i);
            if (!known.get(i).contains(member)) {
                requireVisible(member);
                requireDistinct(i, member);
                known.get(i).add(member);
            }
        }
    }

    private static void requireVisible(String member) {
        HiddenCharacters.first(member).ifPresent(at -> {
            throw new IllegalArgumentException("Expected a member without hidden characters, found "
                    + HiddenCharacters.name(member.codePointAt(at)) + " at position " + at + "; remove it");
        });
    }

    private void requireDistinct(int dimension, String member) {
        names.get(dimension).add(member).ifPresent(other -> {
            throw new IllegalArgumentException("Expected members of '" + dimensions.get(dimension)
                    + "' that look different: " + DistinctNames.message(member, other));
        });
    }
}
