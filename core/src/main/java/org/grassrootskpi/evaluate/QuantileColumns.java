package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.grassrootskpi.rollup.ValueCounts;
import org.grassrootskpi.slots.DecimalColumn;
import org.grassrootskpi.slots.Workers;
import org.jspecify.annotations.Nullable;

/** The quantiles of all slots for several probabilities, for which the values of a slot are brought together once. */
final class QuantileColumns {
    private static final int SLOTS_PER_JOB = 256;

    /** Instead of a scale: that values have none in common, or none was asked for. */
    private static final int MIXED = -1;

    private static final int UNKNOWN = -2;

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
        List<DecimalColumn> quantiles = unscaled(parts);
        List<DecimalColumn> found = quantiles == null ? decimals(parts) : quantiles;
        SortedMap<BigDecimal, DecimalColumn> ofProbabilities = new TreeMap<>();
        for (int i = 0; i < found.size(); i++) {
            ofProbabilities.put(probabilities.asList().get(i), found.get(i));
        }
        return ofProbabilities;
    }

    /** Returns the quantiles as longs; null if not all values are held as longs of one scale. */
    private @Nullable List<DecimalColumn> unscaled(PackedParts parts) {
        long[][] quantiles = new long[probabilities.size()][parts.size()];
        AtomicInteger scale = new AtomicInteger(UNKNOWN);
        forEachSlot(parts, (slot, values) -> {
            int own = scale.get() == MIXED
                    ? MIXED
                    : ValueCounts.unscaledQuantiles(
                            values, probabilities.asList(), (index, value) -> quantiles[index][slot] = value);
            if (own != scale.get() && !scale.compareAndSet(UNKNOWN, own) && own != scale.get()) {
                scale.set(MIXED);
            }
        });
        return scale.get() == MIXED
                ? null
                : Arrays.stream(quantiles)
                        .map(column -> DecimalColumn.ofUnsafe(column, Math.max(0, scale.get())))
                        .toList();
    }

    private List<DecimalColumn> decimals(PackedParts parts) {
        BigDecimal[][] quantiles = new BigDecimal[probabilities.size()][parts.size()];
        forEachSlot(parts, (slot, values) -> {
            ImmutableList<BigDecimal> ofSlot = ValueCounts.quantiles(values, probabilities.asList());
            for (int i = 0; i < quantiles.length; i++) {
                quantiles[i][slot] = ofSlot.get(i);
            }
        });
        return Arrays.stream(quantiles).map(DecimalColumn::ofUnsafe).toList();
    }

    /** Receives the values of a slot that has some. */
    @FunctionalInterface
    private interface SlotConsumer {
        void accept(int slot, List<ValueCounts> values);
    }

    private void forEachSlot(PackedParts parts, SlotConsumer consumer) {
        int jobs = (parts.size() - 1) / SLOTS_PER_JOB + 1;
        Workers.run(threads, jobs, job -> {
            int end = Math.min(parts.size(), (job + 1) * SLOTS_PER_JOB);
            for (int slot = job * SLOTS_PER_JOB; slot < end; slot++) {
                List<ValueCounts> values = parts.valuesOf(slot);
                if (!values.isEmpty()) {
                    consumer.accept(slot, values);
                }
            }
        });
    }
}
