package org.grassrootskpi.model;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Chooses one value of each key. */
final class PreferredValues {
    private PreferredValues() {}

    static ImmutableList<Observation> of(ImmutableList<Observation> values, VintagePreference preference) {
        if (values.stream().allMatch(value -> value.vintage().isEmpty())) {
            return values;
        }
        BinaryOperator<Observation> better =
                BinaryOperator.maxBy(Comparator.comparing(Observation::vintage, preference.order()));
        Map<String, Observation> byKey = new LinkedHashMap<>();
        values.forEach(value -> byKey.merge(value.key(), value, better));
        return ImmutableList.copyOf(byKey.values());
    }
}
