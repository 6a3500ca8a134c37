package org.grassrootskpi.table;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.grassrootskpi.columns.PeriodColumn;
import org.grassrootskpi.columns.PrecisionColumn;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.columns.SeriesIndex;
import org.grassrootskpi.columns.ValueColumn;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/** Sorts the rows of one block and lays them out as columns. */
final class BlockBuilder {
    private static final ObservationStatus[] STATUSES = ObservationStatus.values();
    private static final Comparator<List<String>> BY_VALUES = (a, b) -> {
        for (int i = 0; i < a.size(); i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    private final BlockKey key;
    private final Indicator indicator;
    private final boolean floatingPoint;
    private final RegionNumbering numbering;
    private final ImmutableList<ImmutableList<String>> allCombinations;
    private final ImmutableList<Precision> allPrecisions;
    private final DuplicatePolicy duplicates;
    private final int mostDuplicates;

    private final List<DuplicateRow> duplicateRows = new ArrayList<>();
    private final List<String> duplicateKeys = new ArrayList<>();
    private long duplicateKeyTotal;

    BlockBuilder(
            BlockKey key,
            Indicator indicator,
            boolean floatingPoint,
            RegionNumbering numbering,
            ImmutableList<ImmutableList<String>> allCombinations,
            ImmutableList<Precision> allPrecisions,
            DuplicatePolicy duplicates,
            int mostDuplicates) {
        this.key = key;
        this.indicator = indicator;
        this.floatingPoint = floatingPoint;
        this.numbering = numbering;
        this.allCombinations = allCombinations;
        this.allPrecisions = allPrecisions;
        this.duplicates = duplicates;
        this.mostDuplicates = mostDuplicates;
    }

    /** Returns as many of the refused rows as were asked for. */
    ImmutableList<DuplicateRow> duplicateRows() {
        return ImmutableList.copyOf(duplicateRows);
    }

    /** Returns the first of the keys that occur twice or more, each of them once. */
    ImmutableList<String> duplicateKeys() {
        return ImmutableList.copyOf(duplicateKeys);
    }

    /** Returns the number of keys that occur twice or more. */
    long duplicateKeyTotal() {
        return duplicateKeyTotal;
    }

    /**
     * Returns the block of these rows, which are consumed; duplicates that are refused are listed, and the first kept.
     */
    SeriesBlock build(RowBuffer buffer) {
        int minPeriod = buffer.minPeriod();
        int maxPeriod = buffer.maxPeriod();
        Rows rows = new Rows(buffer.size());
        for (RowBuffer.Piece piece : buffer.drain()) {
            rows.append(piece);
        }
        int[] used = usedCombinations(rows);
        int[] rank = new int[allCombinations.size()];
        for (int c = 0; c < used.length; c++) {
            rank[used[c]] = c;
        }
        long periodCount = (long) maxPeriod - minPeriod + 1;
        long[] keys = new long[rows.size];
        int[] numbers = new int[rows.size];
        for (int i = 0; i < rows.size; i++) {
            long series = (long) rows.regions[i] * used.length + rank[rows.combination(i)];
            keys[i] = series * periodCount + (rows.periods[i] - minPeriod);
            numbers[i] = i;
        }
        rows.releaseKeys();
        RadixSort sorted = RadixSort.sort(keys, numbers);
        int count = distinct(rows, sorted.keys(), sorted.numbers(), periodCount, minPeriod, used);
        return layOut(rows, sorted.keys(), sorted.numbers(), count, periodCount, minPeriod, maxPeriod, used);
    }

    private int[] usedCombinations(Rows rows) {
        if (rows.combinations == null) {
            return new int[] {0};
        }
        TreeSet<Integer> used = new TreeSet<>(Comparator.comparing(allCombinations::get, BY_VALUES));
        for (int combination : rows.combinations) {
            used.add(combination);
        }
        return used.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Removes all but one row of each key and returns the number that is left. */
    private int distinct(Rows rows, long[] keys, int[] numbers, long periodCount, int minPeriod, int[] used) {
        int count = 0;
        int refused = -1;
        for (int i = 0; i < keys.length; i++) {
            if (count > 0 && keys[count - 1] == keys[i]) {
                if (duplicates == DuplicatePolicy.KEEP_LAST) {
                    numbers[count - 1] = numbers[i];
                }
                if (duplicates == DuplicatePolicy.REFUSE) {
                    boolean isNewKey = refused != count - 1;
                    refused = count - 1;
                    duplicateKeyTotal += isNewKey ? 1 : 0;
                    boolean isKeyTold = isNewKey && duplicateKeys.size() < mostDuplicates;
                    boolean isRowTold = duplicateRows.size() < mostDuplicates;
                    String key = isKeyTold || isRowTold ? describe(keys[i], periodCount, minPeriod, used) : "";
                    if (isKeyTold) {
                        duplicateKeys.add(key);
                    }
                    if (isRowTold) {
                        duplicateRows.add(
                                new DuplicateRow(key, rows.origin(numbers[count - 1]), rows.origin(numbers[i])));
                    }
                }
            } else {
                keys[count] = keys[i];
                numbers[count] = numbers[i];
                count++;
            }
        }
        return count;
    }

    private String describe(long sortKey, long periodCount, int minPeriod, int[] used) {
        long series = sortKey / periodCount;
        String text = indicator.id()
                + ':'
                + numbering.region((int) (series / used.length)).code()
                + ':'
                + TimePeriod.ofCode(minPeriod + (int) (sortKey % periodCount));
        ImmutableList<String> combination = allCombinations.get(used[(int) (series % used.length)]);
        return combination.isEmpty() ? text : text + combination;
    }

    private SeriesBlock layOut(
            Rows rows,
            long[] keys,
            int[] numbers,
            int count,
            long periodCount,
            int minPeriod,
            int maxPeriod,
            int[] used) {
        PeriodColumn periods = PeriodColumn.allocate(count, minPeriod, maxPeriod);
        ValueColumn values = allocateValues(rows, numbers, count);
        byte[] statuses = rows.statuses == null ? null : new byte[count];
        int[] precisions = rows.precisions == null ? null : new int[count];
        boolean remarked = false;
        int[] starts = new int[Math.min(count, 1024) + 1];
        int[] regions = new int[starts.length];
        int[] combinations = used.length == 1 ? null : new int[starts.length];
        int series = 0;
        long end = Long.MIN_VALUE;
        int longest = 0;
        for (int row = 0; row < count; row++) {
            if (keys[row] >= end) {
                if (series + 1 >= starts.length) {
                    int grown = Math.min(count, 2 * starts.length) + 1;
                    starts = Arrays.copyOf(starts, grown);
                    regions = Arrays.copyOf(regions, grown);
                    combinations = combinations == null ? null : Arrays.copyOf(combinations, grown);
                }
                longest = series == 0 ? 0 : Math.max(longest, row - starts[series - 1]);
                long of = keys[row] / periodCount;
                end = (of + 1) * periodCount;
                starts[series] = row;
                regions[series] = (int) (of / used.length);
                if (combinations != null) {
                    combinations[series] = (int) (of % used.length);
                }
                series++;
            }
            int from = numbers[row];
            periods.set(row, minPeriod + (int) (keys[row] - (end - periodCount)));
            values.set(row, rows.value(from));
            if (statuses != null) {
                statuses[row] = rows.status(from);
                remarked |= statuses[row] != 0;
            }
            if (precisions != null) {
                precisions[row] = rows.precision(from);
            }
        }
        longest = Math.max(longest, count - starts[series - 1]);
        starts = Arrays.copyOf(starts, series + 1);
        starts[series] = count;
        SeriesIndex index = new SeriesIndex(
                Arrays.copyOf(regions, series),
                combinations == null ? null : Arrays.copyOf(combinations, series),
                Arrays.stream(used).mapToObj(allCombinations::get).collect(ImmutableList.toImmutableList()),
                starts,
                longest);
        return new SeriesBlock(
                indicator,
                key.level(),
                key.frequency(),
                index,
                periods,
                values,
                remarked ? statuses : null,
                precisions == null ? null : PrecisionColumn.of(precisions, allPrecisions),
                numbering);
    }

    private ValueColumn allocateValues(Rows rows, int[] numbers, int count) {
        if (floatingPoint) {
            return ValueColumn.allocateDoubles(count);
        }
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            if (hasValue(rows.status(numbers[i]))) {
                long value = rows.value(numbers[i]);
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        return min <= max ? ValueColumn.allocate(count, min, max) : ValueColumn.allocate(count, 0, 0);
    }

    private static boolean hasValue(byte status) {
        return STATUSES[status].hasValue();
    }

    /** All rows of the block side by side, in the order in which they came. */
    private static final class Rows {
        private static final int[] NONE = {};

        int[] regions;
        int[] periods;
        int @Nullable [] ints;
        long @Nullable [] longs;
        int @Nullable [] combinations;
        byte @Nullable [] statuses;
        int @Nullable [] precisions;
        int @Nullable [] origins;
        final int capacity;
        int size;

        Rows(int capacity) {
            this.capacity = capacity;
            regions = new int[capacity];
            periods = new int[capacity];
            ints = new int[capacity];
        }

        void append(RowBuffer.Piece piece) {
            System.arraycopy(piece.regions, 0, regions, size, piece.size);
            System.arraycopy(piece.periods, 0, periods, size, piece.size);
            if (piece.longs != null && ints != null) {
                longs = new long[capacity];
                for (int i = 0; i < size; i++) {
                    longs[i] = ints[i];
                }
                ints = null;
            }
            if (longs != null) {
                for (int i = 0; i < piece.size; i++) {
                    longs[size + i] = piece.value(i);
                }
            } else if (ints != null && piece.ints != null) {
                System.arraycopy(piece.ints, 0, ints, size, piece.size);
            }
            if (piece.combinations != null) {
                combinations = combinations == null ? new int[capacity] : combinations;
                System.arraycopy(piece.combinations, 0, combinations, size, piece.size);
            }
            if (piece.statuses != null) {
                statuses = statuses == null ? new byte[capacity] : statuses;
                System.arraycopy(piece.statuses, 0, statuses, size, piece.size);
            }
            if (piece.precisions != null) {
                precisions = precisions == null ? new int[capacity] : precisions;
                System.arraycopy(piece.precisions, 0, precisions, size, piece.size);
            }
            if (piece.origins != null) {
                origins = origins == null ? new int[capacity] : origins;
                System.arraycopy(piece.origins, 0, origins, size, piece.size);
            }
            size += piece.size;
        }

        void releaseKeys() {
            regions = NONE;
            periods = NONE;
            combinations = null;
        }

        long value(int row) {
            return ints != null ? ints[row] : longs != null ? longs[row] : 0;
        }

        int combination(int row) {
            return combinations == null ? 0 : combinations[row];
        }

        byte status(int row) {
            return statuses == null ? 0 : statuses[row];
        }

        int origin(int row) {
            return origins == null ? 0 : origins[row];
        }

        int precision(int row) {
            return precisions == null ? 0 : precisions[row];
        }
    }
}
