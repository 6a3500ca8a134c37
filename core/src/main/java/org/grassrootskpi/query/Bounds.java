package org.grassrootskpi.query;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import java.math.BigDecimal;

/** Checks whether a range includes its ends. */
final class Bounds {
    private Bounds() {}

    static boolean isLowerIncluded(Range<BigDecimal> range) {
        return range.hasLowerBound() && range.lowerBoundType() == BoundType.CLOSED;
    }

    static boolean isUpperIncluded(Range<BigDecimal> range) {
        return range.hasUpperBound() && range.upperBoundType() == BoundType.CLOSED;
    }
}
