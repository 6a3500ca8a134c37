package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.CellBuilder;
import org.grassrootskpi.query.Remark;
import org.grassrootskpi.rollup.SlotUncertainty;
import org.grassrootskpi.time.TimePeriod;

/**
 * The ranks of values among their peers: 1 for the best, equals share a rank and leave the next ones out. Of stocks only those
 * are ranked that are of the last moment that any of the peers is of.
 */
final class Ranking {
    /** The peers of a region that has none at the level asked for. */
    static final int ALONE = -1;

    /** The peers of what belongs to no region of the result. */
    static final int NOWHERE = -2;

    private final List<Cell> cells;
    private final int[] peers;
    private final boolean ascending;
    private final boolean ofOneMoment;
    private final Map<Integer, TimePeriod> moments = new HashMap<>();
    private final Map<Integer, Peers> groups = new HashMap<>();

    /**
     * Prepares cells to be ranked.
     *
     * @param peers for each cell the number of its group of peers, or {@link #ALONE} or {@link #NOWHERE}
     * @param ascending whether the least is the best
     */
    Ranking(List<Cell> cells, int[] peers, boolean ascending) {
        this(cells, peers, ascending, true);
    }

    /**
     * Prepares cells to be ranked.
     *
     * @param ofOneMoment whether stocks are ranked as of the last moment only
     */
    Ranking(List<Cell> cells, int[] peers, boolean ascending, boolean ofOneMoment) {
        this.cells = cells;
        this.peers = peers;
        this.ascending = ascending;
        this.ofOneMoment = ofOneMoment;
    }

    ImmutableList<Cell> ranks() {
        for (int i = 0; i < cells.size(); i++) {
            Optional<TimePeriod> asOf = cells.get(i).asOf();
            if (ofOneMoment && cells.get(i).hasValue() && peers[i] >= 0 && asOf.isPresent()) {
                moments.merge(peers[i], asOf.get(), (a, b) -> a.lastDay().isAfter(b.lastDay()) ? a : b);
            }
        }
        for (int i = 0; i < cells.size(); i++) {
            if (isRanked(i)) {
                groups.computeIfAbsent(peers[i], p -> new Peers()).add(cells.get(i), ascending);
            }
        }
        groups.values().forEach(Peers::sort);
        ImmutableList.Builder<Cell> ranks = ImmutableList.builderWithExpectedSize(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            ranks.add(rank(i));
        }
        return ranks.build();
    }

    private boolean isRanked(int i) {
        return cells.get(i).hasValue() && peers[i] >= 0 && isOfLastMoment(i);
    }

    private boolean isOfLastMoment(int i) {
        TimePeriod last = moments.get(peers[i]);
        return last == null
                || cells.get(i)
                        .asOf()
                        .map(asOf -> asOf.lastDay().equals(last.lastDay()))
                        .orElse(true);
    }

    private Cell rank(int i) {
        Cell cell = cells.get(i);
        if (cell.refusal().isPresent()) {
            return cell;
        }
        if (!cell.hasValue() || peers[i] == NOWHERE) {
            return CellMath.absent(cell.absence().orElse(Absence.NO_OBSERVATION), cell, cell, Unit.RANK);
        }
        if (!isRanked(i)) {
            Absence why = peers[i] == ALONE ? Absence.MISSING_BASE : Absence.DIFFERENT_PERIODS;
            return CellMath.absent(why, cell, cell, Unit.RANK);
        }
        Peers group = groups.getOrDefault(peers[i], new Peers());
        CellBuilder rank = Cell.builder(BigDecimal.valueOf(group.rank(cell, ascending)), Unit.RANK)
                .precision(Qualifier.EXACT, group.bounds(cell, ascending));
        cell.remarks().stream().filter(remark -> remark != Remark.UNPAIRED).forEach(rank::remark);
        return rank.contributorsOf(cell)
                .status(cell.status())
                .asOf(cell.asOf())
                .unpaired(cell.unpaired())
                .build();
    }

    /** The values that are ranked among each other, as numbers of which the greatest is the best. */
    private static final class Peers {
        private final List<BigDecimal> values = new ArrayList<>();
        private final List<BigDecimal> lowest = new ArrayList<>();
        private final List<BigDecimal> highest = new ArrayList<>();
        private boolean isExact = true;
        private int withoutHighest;

        void add(Cell cell, boolean ascending) {
            values.add(value(cell, ascending));
            isExact &= cell.isExact();
            Range<BigDecimal> bounds = bounded(cell, ascending);
            if (bounds.hasLowerBound()) {
                lowest.add(bounds.lowerEndpoint());
            }
            if (bounds.hasUpperBound()) {
                highest.add(bounds.upperEndpoint());
            } else {
                withoutHighest++;
            }
        }

        void sort() {
            values.sort(null);
            lowest.sort(null);
            highest.sort(null);
        }

        private static BigDecimal value(Cell cell, boolean ascending) {
            return ascending ? cell.get().negate() : cell.get();
        }

        private static Range<BigDecimal> bounded(Cell cell, boolean ascending) {
            Range<BigDecimal> bounds = cell.bounds();
            return ascending
                    ? SlotUncertainty.between(
                            bounds.hasUpperBound() ? bounds.upperEndpoint().negate() : null,
                            bounds.hasLowerBound() ? bounds.lowerEndpoint().negate() : null)
                    : bounds;
        }

        long rank(Cell cell, boolean ascending) {
            return 1L + greater(values, value(cell, ascending));
        }

        /** Returns the best and the worst rank that a figure can have by its bounds and those of its peers. */
        Range<BigDecimal> bounds(Cell cell, boolean ascending) {
            long rank = rank(cell, ascending);
            if (isExact) {
                return Range.singleton(BigDecimal.valueOf(rank));
            }
            Range<BigDecimal> own = bounded(cell, ascending);
            // Whose lowest is above one's highest is surely better; whose highest is above one's lowest may be.
            long surely = own.hasUpperBound() ? greater(lowest, own.upperEndpoint()) : 0;
            long perhaps = own.hasLowerBound() ? greater(highest, own.lowerEndpoint()) + withoutHighest : values.size();
            boolean itself = !own.hasLowerBound()
                    || !own.hasUpperBound()
                    || own.upperEndpoint().compareTo(own.lowerEndpoint()) > 0;
            return Range.closed(
                    BigDecimal.valueOf(1 + surely), BigDecimal.valueOf(Math.max(rank, 1 + perhaps - (itself ? 1 : 0))));
        }

        private static int greater(List<BigDecimal> sorted, BigDecimal value) {
            int at = Collections.binarySearch(sorted, value, Comparator.naturalOrder());
            int from = at < 0 ? -at - 1 : at + 1;
            while (at >= 0 && from < sorted.size() && sorted.get(from).compareTo(value) == 0) {
                from++;
            }
            return sorted.size() - from;
        }
    }
}
