package org.grassrootskpi.query;

import com.google.common.collect.ImmutableList;

/** Which dimensions fit together in one query. */
final class QueryRules {
    private QueryRules() {}

    static ImmutableList<Dimension> checked(ImmutableList<Dimension> dimensions) {
        for (int i = 0; i < dimensions.size(); i++) {
            for (int j = 0; j < i; j++) {
                Dimension one = dimensions.get(j);
                Dimension other = dimensions.get(i);
                if (one.name().equals(other.name()) || (subject(one) && subject(other))) {
                    throw new IllegalArgumentException(
                            "Expected at most one dimension of a kind, got " + one + " and " + other);
                }
            }
        }
        return dimensions;
    }

    private static boolean subject(Dimension dimension) {
        return dimension.kind() == Dimension.Kind.INDICATOR || dimension.kind() == Dimension.Kind.SECTOR;
    }
}
