package org.grassrootskpi.evaluate;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.CellBuilder;

/**
 * Computes the bounds of a part's share in the whole that contains it, as p / (p + r) with the rest r, because the uncertainty of
 * the part is in the whole as well. The share of an only part is exactly 1, however vague its figure is.
 */
final class Parts {
    private static final MathContext DOWN = new MathContext(34, RoundingMode.FLOOR);
    private static final MathContext UP = new MathContext(34, RoundingMode.CEILING);

    private Parts() {}

    /** Returns the share if it is not exact or was rounded. */
    static Cell share(Cell part, Cell whole, Unit unit) {
        Cell independent = CellMath.divided(part, whole, unit);
        Range<BigDecimal> p = part.bounds();
        Optional<BigDecimal> least = rest(lower(whole.bounds()), lower(p));
        Optional<BigDecimal> most = rest(upper(whole.bounds()), upper(p));
        boolean same = part.present() == whole.present() && part.get().compareTo(whole.get()) == 0;
        if (same || (isZero(least) && isZero(most))) {
            return CellMath.both(Cell.builder(BigDecimal.ONE, unit), part, whole)
                    .build();
        }
        boolean negative = lower(p).map(BigDecimal::signum).orElse(-1) < 0
                || least.map(BigDecimal::signum).orElse(-1) < 0;
        if (negative) {
            return independent;
        }
        BigDecimal from = part(lower(p), most, DOWN, BigDecimal.ZERO);
        BigDecimal to = part(upper(p), least, UP, BigDecimal.ONE);
        CellBuilder cell = CellMath.both(CellMath.rounded(part.get(), whole.get(), unit), part, whole);
        boolean restIsKnown =
                least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) == 0;
        Qualifier qualifier = restIsKnown ? part.qualifier() : CellMath.quotientQualifier(part, whole);
        return cell.precision(
                        qualifier, CellMath.widened(Range.closed(from, to), CellMath.quotient(part.get(), whole.get())))
                .build();
    }

    /** Returns an end of p / (p + r) from those of p and r, one of which may be unbounded. */
    private static BigDecimal part(
            Optional<BigDecimal> p, Optional<BigDecimal> r, MathContext outwards, BigDecimal unknown) {
        if (p.isEmpty() || r.isEmpty() || p.get().add(r.get()).signum() == 0) {
            return unknown;
        }
        return p.get().divide(p.get().add(r.get()), outwards);
    }

    private static Optional<BigDecimal> rest(Optional<BigDecimal> whole, Optional<BigDecimal> part) {
        return whole.flatMap(w -> part.map(w::subtract));
    }

    private static boolean isZero(Optional<BigDecimal> end) {
        return end.isPresent() && end.get().signum() == 0;
    }

    private static Optional<BigDecimal> lower(Range<BigDecimal> range) {
        return range.hasLowerBound() ? Optional.of(range.lowerEndpoint()) : Optional.empty();
    }

    private static Optional<BigDecimal> upper(Range<BigDecimal> range) {
        return range.hasUpperBound() ? Optional.of(range.upperEndpoint()) : Optional.empty();
    }
}
