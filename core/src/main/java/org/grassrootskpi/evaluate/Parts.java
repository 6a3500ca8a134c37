package org.grassrootskpi.evaluate;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.CellBuilder;

/**
 * Computes the bounds of a part's share in the whole that contains it, as p / (p + r) with the rest r, because the uncertainty of
 * the part is in the whole as well. The share of an only part is exactly 1, however vague its figure is.
 */
final class Parts {
    private static final MathContext DOWN = new MathContext(CellMath.DIGITS.getPrecision(), RoundingMode.FLOOR);
    private static final MathContext UP = new MathContext(CellMath.DIGITS.getPrecision(), RoundingMode.CEILING);

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
        BigDecimal step = roundingStep(p, whole.bounds());
        BigDecimal from = part(lower(p), most.map(step::add), DOWN, BigDecimal.ZERO);
        BigDecimal to = part(upper(p), least.map(end -> end.subtract(step).max(BigDecimal.ZERO)), UP, BigDecimal.ONE);
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

    /**
     * Returns by how much the ends of the rest may be off, because those of the part and the whole were rounded each for itself, as
     * quotients are: two units in the last place of the greatest; zero where no end has so many digits.
     */
    private static BigDecimal roundingStep(Range<BigDecimal> part, Range<BigDecimal> whole) {
        List<BigDecimal> ends = Stream.of(lower(part), upper(part), lower(whole), upper(whole))
                .flatMap(Optional::stream)
                .toList();
        int digits = CellMath.DIGITS.getPrecision();
        if (ends.stream().allMatch(end -> end.precision() < digits)) {
            return BigDecimal.ZERO;
        }
        int places = ends.stream()
                .mapToInt(end -> end.precision() - end.scale())
                .max()
                .orElse(0);
        return BigDecimal.valueOf(2).scaleByPowerOfTen(places - digits);
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
