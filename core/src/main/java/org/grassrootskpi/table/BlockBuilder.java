package org.grassrootskpi.table;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.grassrootskpi.columns.PeriodColumn;
import org.grassrootskpi.columns.PrecisionColumn;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.columns.ValueColumn;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the rows that were added to a block and lays them out as columns: those without a remark as one segment, the others
 * as a second one.
 *
 * <p>Of the segments that the block has already, the newest is merged into the new one if it has not more than twice as many
 * rows, then the one before it if it has not more than twice as many as both, and so on; the first that has more is kept,
 * and all before it. So an append costs its rows, and not those of the table, a row is merged a few times in all, and each
 * segment has more than twice the rows of the next.
 */
final class BlockBuilder {
    private static final ObservationStatus[] STATUSES = ObservationStatus.values();
    /** A segment that has more than so many times the rows that it would be merged with is kept. */
    private static final int KEPT_TIMES = 2;

    private final BlockKey key;
    private final Indicator indicator;
    private final boolean floatingPoint;
    private final RegionNumbering numbering;
    private final ImmutableList<ImmutableList<String>> allCombinations;
    private final ImmutableList<Precision> allPrecisions;
    private final DuplicatePolicy duplicates;
    private final int mostDuplicates;
    private final @Nullable SeriesBlock present;
    private final Map<Segment, SegmentNumbers> segmentNumbers = new HashMap<>();
    private final List<Segment> kept = new ArrayList<>();
    private final List<Segment> merged = new ArrayList<>();

    private final List<DuplicateRow> duplicateRows = new ArrayList<>();
    private final List<String> duplicateKeys = new ArrayList<>();
    private long duplicateKeyTotal;

    BlockBuilder(
            BlockKey key,
            Indicator indicator,
            boolean floatingPoint,
            RegionNumbering numbering,
            RowBuffers buffers,
            ImmutableList<ImmutableList<String>> allCombinations,
            ImmutableList<Precision> allPrecisions,
            DuplicatePolicy duplicates,
            int mostDuplicates,
            @Nullable SeriesBlock present) {
        this.key = key;
        this.indicator = indicator;
        this.floatingPoint = floatingPoint;
        this.numbering = numbering;
        this.allCombinations = allCombinations;
        this.allPrecisions = allPrecisions;
        this.duplicates = duplicates;
        this.mostDuplicates = mostDuplicates;
        this.present = present;
        if (present != null) {
            present.segments().forEach(segment -> segmentNumbers.put(segment, buffers.numbersOf(segment)));
        }
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
     * Returns the block of these rows, which are consumed, and of those that it has already; duplicates that are refused are
     * listed, and the first kept.
     */
    SeriesBlock build(RowBuffer buffer) {
        List<RowBuffer.Piece> pieces = buffer.drain();
        if (present != null) {
            chooseSegments(present, buffer, pieces);
        }
        int minPeriod = buffer.minPeriod();
        int maxPeriod = buffer.maxPeriod();
        int size = buffer.size();
        for (Segment segment : merged) {
            minPeriod = Math.min(minPeriod, segment.periods().first());
            maxPeriod = Math.max(maxPeriod, segment.periods().last());
            size = Math.addExact(size, segment.rows());
        }
        BlockRows rows = new BlockRows(size);
        for (Segment segment : merged) {
            SegmentNumbers numbers = numbers(segment);
            rows.append(segment, numbers.combinations, numbers.precisions);
        }
        pieces.forEach(rows::append);
        int[] used = usedCombinations(rows);
        SortedRows sorted = sort(rows, used, minPeriod, maxPeriod);
        int count = distinct(rows, sorted);
        int plain = rows.hasRemarks() ? sorted.movePlainFirst(rows, count) : count;
        List<Segment> segments = new ArrayList<>(kept);
        if (plain > 0) {
            segments.add(layOut(rows, sorted, 0, plain));
        }
        if (plain < count) {
            segments.add(layOut(rows, sorted, plain, count));
        }
        // Stable: those that were kept are older than the new one.
        segments.sort(Comparator.comparing(segment -> !segment.isPlain()));
        return new SeriesBlock(indicator, key.level(), key.frequency(), ImmutableList.copyOf(segments));
    }

    /** Decides which segments are merged with the new rows, and which are kept. */
    private void chooseSegments(SeriesBlock block, RowBuffer buffer, List<RowBuffer.Piece> pieces) {
        int remarked = pieces.stream().mapToInt(RowBuffer.Piece::remarked).sum();
        long mergedPlain = (long) buffer.size() - remarked;
        long mergedRemarked = remarked;
        for (Segment segment : block.segments().reverse()) {
            long newer = segment.isPlain() ? mergedPlain : mergedRemarked;
            boolean isSmall = segment.rows() <= KEPT_TIMES * newer;
            boolean isMerged = isSmall || (duplicates == DuplicatePolicy.KEEP_LAST && hasAny(segment, pieces));
            (isMerged ? merged : kept).add(0, segment);
            newer = isMerged ? newer + segment.rows() : 0;
            mergedPlain = segment.isPlain() ? newer : mergedPlain;
            mergedRemarked = segment.isPlain() ? mergedRemarked : newer;
        }
    }

    /** Returns whether a segment has a key of the new rows, which are to replace it. */
    private boolean hasAny(Segment segment, List<RowBuffer.Piece> pieces) {
        int[] own = positions(segment);
        for (RowBuffer.Piece piece : pieces) {
            for (int i = 0; i < piece.size; i++) {
                int combination = own[piece.combination(i)];
                if (combination >= 0 && segment.has(combination, piece.regions[i], piece.periods[i])) {
                    return true;
                }
            }
        }
        return false;
    }

    private SegmentNumbers numbers(Segment segment) {
        return Objects.requireNonNull(segmentNumbers.get(segment));
    }

    /** Returns for each of the table's combinations its position in a segment, or -1. */
    private int[] positions(Segment segment) {
        int[] positions = new int[allCombinations.size()];
        Arrays.fill(positions, -1);
        int[] numbers = numbers(segment).combinations;
        for (int c = 0; c < numbers.length; c++) {
            positions[numbers[c]] = c;
        }
        return positions;
    }

    private SortedRows sort(BlockRows rows, int[] used, int minPeriod, int maxPeriod) {
        int[] rank = new int[allCombinations.size()];
        for (int c = 0; c < used.length; c++) {
            rank[used[c]] = c;
        }
        long periodCount = (long) maxPeriod - minPeriod + 1;
        long[] keys = new long[rows.size];
        int[] numbers = new int[rows.size];
        for (int i = 0; i < rows.size; i++) {
            long series = (long) rank[rows.combination(i)] * numbering.size() + rows.regions[i];
            keys[i] = series * periodCount + (rows.periods[i] - minPeriod);
            numbers[i] = i;
        }
        rows.releaseKeys();
        return new SortedRows(RadixSort.sort(keys, numbers), used, minPeriod, maxPeriod, numbering.size());
    }

    private int[] usedCombinations(BlockRows rows) {
        if (rows.combinations == null) {
            return new int[] {0};
        }
        TreeSet<Integer> used =
                new TreeSet<>(Comparator.comparing(allCombinations::get, SeriesBlock.COMBINATION_ORDER));
        for (int combination : rows.combinations) {
            used.add(combination);
        }
        return used.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Removes all but one row of each key and returns the number that is left. */
    private int distinct(BlockRows rows, SortedRows sorted) {
        long[] keys = sorted.keys;
        int[] numbers = sorted.numbers;
        int[][] positions = kept.stream().map(this::positions).toArray(int[][]::new);
        int count = 0;
        long refused = -1;
        int first = -1;
        for (int i = 0; i < keys.length; i++) {
            boolean isAgain = i > 0 && keys[i] == keys[i - 1];
            if (!isAgain) {
                first = isKept(sorted, i, positions) ? -1 : numbers[i];
            }
            if (!isAgain && first >= 0) {
                keys[count] = keys[i];
                numbers[count] = numbers[i];
                count++;
            } else if (duplicates == DuplicatePolicy.KEEP_LAST) {
                numbers[count - 1] = numbers[i];
            } else if (duplicates == DuplicatePolicy.REFUSE) {
                boolean isNewKey = refused != keys[i];
                refused = keys[i];
                duplicateKeyTotal += isNewKey ? 1 : 0;
                if (isNewKey && duplicateKeys.size() < mostDuplicates) {
                    duplicateKeys.add(describe(sorted, i));
                }
                if (duplicateRows.size() < mostDuplicates) {
                    duplicateRows.add(new DuplicateRow(
                            describe(sorted, i), first < 0 ? 0 : rows.origin(first), rows.origin(numbers[i])));
                }
            }
        }
        return count;
    }

    /** Returns whether a segment that is kept has the key of a row already. */
    private boolean isKept(SortedRows sorted, int i, int[][] positions) {
        for (int k = 0; k < positions.length; k++) {
            int combination = positions[k][sorted.used[sorted.combination(i)]];
            if (combination >= 0 && kept.get(k).has(combination, sorted.region(i), sorted.period(i))) {
                return true;
            }
        }
        return false;
    }

    private String describe(SortedRows sorted, int i) {
        String text = indicator.id()
                + ':'
                + numbering.region(sorted.region(i)).code()
                + ':'
                + TimePeriod.ofCode(sorted.period(i));
        ImmutableList<String> combination = allCombinations.get(sorted.used[sorted.combination(i)]);
        return combination.isEmpty() ? text : text + combination;
    }

    private Segment layOut(BlockRows rows, SortedRows sorted, int from, int to) {
        int count = to - from;
        long periodCount = sorted.periodCount;
        PeriodColumn periods = PeriodColumn.allocate(count, sorted.minPeriod, sorted.maxPeriod);
        ValueColumn values = allocateValues(rows, sorted.numbers, from, to);
        SeriesIndexBuilder index = new SeriesIndexBuilder(count);
        byte[] statuses = rows.statuses == null ? null : new byte[count];
        int[] precisions = rows.precisions == null ? null : new int[count];
        boolean hasStatus = false;
        long end = Long.MIN_VALUE;
        for (int row = 0; row < count; row++) {
            long key = sorted.keys[from + row];
            if (key >= end) {
                end = (key / periodCount + 1) * periodCount;
                index.begin(row, sorted.region(from + row), sorted.combination(from + row));
            }
            int number = sorted.numbers[from + row];
            periods.set(row, sorted.minPeriod + (int) (key - (end - periodCount)));
            values.set(row, rows.value(number));
            if (statuses != null) {
                statuses[row] = rows.status(number);
                hasStatus |= statuses[row] != 0;
            }
            if (precisions != null) {
                precisions[row] = rows.precision(number);
            }
        }
        return new Segment(
                indicator,
                index.build(c -> allCombinations.get(sorted.used[c])),
                periods,
                values,
                hasStatus ? statuses : null,
                precisions == null ? null : PrecisionColumn.of(precisions, allPrecisions),
                numbering);
    }

    private ValueColumn allocateValues(BlockRows rows, int[] numbers, int from, int to) {
        if (floatingPoint) {
            return ValueColumn.allocateDoubles(to - from);
        }
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (int i = from; i < to; i++) {
            if (STATUSES[rows.status(numbers[i])].hasValue()) {
                long value = rows.value(numbers[i]);
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        return min <= max ? ValueColumn.allocate(to - from, min, max) : ValueColumn.allocate(to - from, 0, 0);
    }
}
