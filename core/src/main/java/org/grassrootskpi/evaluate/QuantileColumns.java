package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grassrootskpi.rollup.ValueCounts;
import org.grassrootskpi.slots.DecimalColumn;
import org.jspecify.annotations.Nullable;

/** The quantiles of all slots for several probabilities, for which the values of a slot are brought together once. */
final class QuantileColumns {
    private final ImmutableSortedSet<BigDecimal> probabilities;
    private @Nullable SortedMap<BigDecimal, DecimalColumn> columns;

    /** Prepares the columns of some probabilities. */
    QuantileColumns(Collection<BigDecimal> probabilities) {
        this.probabilities = ImmutableSortedSet.copyOf(probabilities);
    }

    /**
     * Returns the column of a probability.
     *
     * @param parts those of all probabilities
     */
    DecimalColumn of(BigDecimal probability, PackedParts parts) {
        SortedMap<BigDecimal, DecimalColumn> known = columns;
        if (known == null) {
            known = columns(parts);
            columns = known;
        }
        return Objects.requireNonNull(known.get(probability), "asked for a probability that was not prepared");
    }

    private SortedMap<BigDecimal, DecimalColumn> columns(PackedParts parts) {
        List<BigDecimal[]> quantiles = new ArrayList<>();
        probabilities.forEach(probability -> quantiles.add(new BigDecimal[parts.size()]));
        for (int slot = 0; slot < parts.size(); slot++) {
            List<ValueCounts> values = parts.valuesOf(slot);
            if (!values.isEmpty()) {
                ImmutableList<BigDecimal> ofSlot = ValueCounts.quantiles(values, probabilities.asList());
                for (int i = 0; i < ofSlot.size(); i++) {
                    quantiles.get(i)[slot] = ofSlot.get(i);
                }
            }
        }
        SortedMap<BigDecimal, DecimalColumn> ofProbabilities = new TreeMap<>();
        for (int i = 0; i < quantiles.size(); i++) {
            ofProbabilities.put(probabilities.asList().get(i), DecimalColumn.ofUnsafe(quantiles.get(i)));
        }
        return ofProbabilities;
    }
}
