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
import org.grassrootskpi.slots.Workers;
import org.jspecify.annotations.Nullable;

/** The quantiles of all slots for several probabilities, for which the values of a slot are brought together once. */
final class QuantileColumns {
    private static final int SLOTS_PER_JOB = 256;

    private final ImmutableSortedSet<BigDecimal> probabilities;
    private final int threads;
    private @Nullable SortedMap<BigDecimal, DecimalColumn> columns;

    /** Prepares the columns of some probabilities. */
    QuantileColumns(Collection<BigDecimal> probabilities, int threads) {
        this.threads = threads;
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
        int jobs = (parts.size() - 1) / SLOTS_PER_JOB + 1;
        Workers.run(threads, jobs, job -> {
            int end = Math.min(parts.size(), (job + 1) * SLOTS_PER_JOB);
            for (int slot = job * SLOTS_PER_JOB; slot < end; slot++) {
                addQuantiles(parts.valuesOf(slot), slot, quantiles);
            }
        });
        SortedMap<BigDecimal, DecimalColumn> ofProbabilities = new TreeMap<>();
        for (int i = 0; i < quantiles.size(); i++) {
            ofProbabilities.put(probabilities.asList().get(i), DecimalColumn.ofUnsafe(quantiles.get(i)));
        }
        return ofProbabilities;
    }

    private void addQuantiles(List<ValueCounts> values, int slot, List<BigDecimal[]> quantiles) {
        if (!values.isEmpty()) {
            ImmutableList<BigDecimal> ofSlot = ValueCounts.quantiles(values, probabilities.asList());
            for (int i = 0; i < ofSlot.size(); i++) {
                quantiles.get(i)[slot] = ofSlot.get(i);
            }
        }
    }
}
