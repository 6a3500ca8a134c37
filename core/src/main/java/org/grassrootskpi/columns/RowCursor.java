package org.grassrootskpi.columns;

import java.math.BigDecimal;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.text.ShortestDecimal;

/**
 * Reads the rows of a block in the order of their keys, by combination, region and period, whatever its segments are.
 *
 * <pre>{@code
 * RowCursor cursor = new RowCursor(block);
 * while (cursor.next()) {
 *     System.out.println(cursor.region() + " " + cursor.segment().values().unscaled(cursor.row()));
 * }
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class RowCursor {
    private final Position[] positions;
    private final int decimals;
    private Position current;

    /**
     * Creates a cursor before the first row.
     *
     * @param block the rows to read
     */
    public RowCursor(SeriesBlock block) {
        positions = new Position[block.segments().size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = new Position(block.segments().get(i), block.combinationsUnsafe(i));
        }
        current = positions[0];
        decimals = block.indicator().decimals();
    }

    /**
     * Goes on to the next row.
     *
     * @return whether there is one
     */
    public boolean next() {
        if (current.row >= 0) {
            current.advance();
        } else {
            for (Position position : positions) {
                position.advance();
            }
        }
        for (Position position : positions) {
            current = position.isBefore(current) ? position : current;
        }
        return !current.isAtEnd();
    }

    /** {@return the segment that holds the row} */
    public Segment segment() {
        return current.segment;
    }

    /** {@return the row in the {@link #segment}} */
    public int row() {
        return current.row;
    }

    /** {@return the combination of the row, as a position in {@link SeriesBlock#combinationValues}} */
    public int combination() {
        return current.combination;
    }

    /** {@return the number of the row's region} */
    public int region() {
        return current.region;
    }

    /** {@return the code of the row's period} */
    public int period() {
        return current.period;
    }

    /** {@return the status of the row} */
    public ObservationStatus status() {
        return segment().status(row());
    }

    /** {@return the value in the indicator's unit, with all its digits and without an exponent; only for a status that has one} */
    public String plainValue() {
        return segment().values().isFloatingPoint()
                ? ShortestDecimal.of(segment().values().asDouble(row())).toPlainString()
                : BigDecimal.valueOf(segment().values().unscaled(row()), decimals)
                        .toPlainString();
    }

    /** {@return how the value relates to the true one} */
    public Qualifier qualifier() {
        PrecisionColumn precisions = segment().precisions();
        Precision stated = precisions == null ? null : precisions.stated(row());
        return stated == null ? Qualifier.EXACT : stated.qualifier();
    }

    /** Returns whether the row has the key, the value and the remark of another cursor's. */
    boolean isAtSameRow(RowCursor other) {
        return current.compareTo(other.current) == 0
                && segment().values().raw(row()) == other.segment().values().raw(other.row())
                && status().equals(other.status())
                && (segment().values().isFloatingPoint() || precision().equals(other.precision()));
    }

    private Precision precision() {
        return segment().precision(row());
    }

    /** Where the cursor is in one of the segments. */
    private static final class Position implements Comparable<Position> {
        private final Segment segment;
        private final int[] combinations;
        private int row = -1;
        private int series;
        private int ownCombination;
        private int combination;
        private int region;
        private int period;

        Position(Segment segment, int[] combinations) {
            this.segment = segment;
            this.combinations = combinations;
        }

        boolean isAtEnd() {
            return row == segment.rows();
        }

        void advance() {
            if (row < segment.rows()) {
                row++;
            }
            if (isAtEnd()) {
                return;
            }
            if (row == segment.start(series + 1)) {
                series++;
            }
            while (series >= segment.combinationStart(ownCombination + 1)) {
                ownCombination++;
            }
            combination = combinations[ownCombination];
            region = segment.region(series);
            period = segment.periods().code(row);
        }

        boolean isBefore(Position other) {
            return !isAtEnd() && (other.isAtEnd() || compareTo(other) < 0);
        }

        @Override
        public int compareTo(Position other) {
            if (combination != other.combination) {
                return Integer.compare(combination, other.combination);
            }
            return region != other.region
                    ? Integer.compare(region, other.region)
                    : Integer.compare(period, other.period);
        }
    }
}
