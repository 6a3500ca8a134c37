package org.grassrootskpi.query;

import com.google.common.collect.ImmutableList;

/** Checks that the dimensions of one query fit together. */
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

    /** Refuses a measure under the name of a dimension, since a result has one column of a name. */
    static void requireDifferentColumns(ImmutableList<Dimension> dimensions, ImmutableList<Measure> measures) {
        for (Measure measure : measures) {
            for (Dimension dimension : dimensions) {
                if (dimension.name().equals(measure.name())) {
                    throw new IllegalArgumentException("Expected different names of dimensions and measures, got '"
                            + measure.name() + "' for both; name the measure otherwise by Measure.as");
                }
            }
        }
    }

    private static boolean subject(Dimension dimension) {
        return dimension.kind() == Dimension.Kind.INDICATOR || dimension.kind() == Dimension.Kind.SECTOR;
    }
}
