package org.grassrootskpi.engine;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.table.SeriesBlock;

/** The groups of a scan in which each has exactly one plain row, so that its value is sum, least and greatest at once. */
final class GrainGroups extends Groups {
    final long[] ids;
    final long[] values;
    private final Scan scan;

    GrainGroups(Scan scan, long[] ids, long[] values) {
        this.scan = scan;
        this.ids = ids;
        this.values = values;
    }

    @Override
    int size() {
        return ids.length;
    }

    @Override
    long id(int place) {
        return ids[place];
    }

    @Override
    int indexOf(long id) {
        return Math.max(-1, Arrays.binarySearch(ids, id));
    }

    @Override
    long count(int place) {
        return 1;
    }

    @Override
    boolean isLongSum(int place) {
        return true;
    }

    @Override
    long longSum(int place) {
        return values[place];
    }

    @Override
    BigInteger sum(int place) {
        return BigInteger.valueOf(values[place]);
    }

    @Override
    long min(int place) {
        return values[place];
    }

    @Override
    long max(int place) {
        return values[place];
    }

    @Override
    ObservationStatus worstStatus(int place) {
        return ObservationStatus.NORMAL;
    }

    @Override
    long withoutValue(int place) {
        return 0;
    }

    @Override
    ObservationStatus worstWithoutValue(int place) {
        return ObservationStatus.NORMAL;
    }

    @Override
    Qualifier qualifier(int place) {
        return Qualifier.EXACT;
    }

    @Override
    Range<BigDecimal> bounds(int place, int decimals) {
        int group = (int) (ids[place] / scan.groupOf(1, 0, 0, 0));
        int number = scan.blockGroup == null ? 0 : Arrays.binarySearch(scan.blockGroup, group);
        return SeriesBlock.ownPrecision(scan.blocks.get(number).indicator(), values[place])
                .bounds(BigDecimal.valueOf(values[place], decimals));
    }
}
