package org.grassrootskpi.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Bounded.End;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.quantity.Qualifier;
import org.jspecify.annotations.Nullable;

/**
 * The way from a baseline: (a - b) / (t - b). It is monotone in each of the three while the others stay, so that its bounds lie
 * among the eight corners; where bounds have no end, the limit takes the place of the corner.
 */
final class BaselineProgress {
    private BaselineProgress() {}

    /**
     * Returns the part of the way.
     *
     * @param a the figure
     * @param t the target
     * @param b the baseline; no value of it is one of the target
     */
    static Bounded of(Bounded a, Bounded t, Bounded b) {
        Fraction way = t.value().minus(b.value());
        Fraction value = a.value().minus(b.value()).dividedBy(way);
        List<Corner> corners = new ArrayList<>();
        for (Optional<End> atA : List.of(a.lower(), a.upper())) {
            for (Optional<End> atT : List.of(t.lower(), t.upper())) {
                for (Optional<End> atB : List.of(b.lower(), b.upper())) {
                    corners.add(corner(atA, atT, atB));
                }
            }
        }
        boolean isOpen = corners.stream().anyMatch(Corner::isUnknown);
        // Without an end of the figure, the result has none on the side of the way's direction.
        boolean noLower = isOpen || (way.signum() > 0 ? a.lower() : a.upper()).isEmpty();
        boolean noUpper = isOpen || (way.signum() > 0 ? a.upper() : a.lower()).isEmpty();
        return Bounded.of(
                value,
                qualifier(a, t, b, way),
                noLower ? null : extreme(corners, -1),
                noUpper ? null : extreme(corners, 1));
    }

    private static Qualifier qualifier(Bounded a, Bounded t, Bounded b, Fraction way) {
        return directed(a.qualifier(), way.signum())
                .plus(directed(t.qualifier(), b.value().compareTo(a.value())))
                .plus(directed(b.qualifier(), a.value().compareTo(t.value())));
    }

    private static Qualifier directed(Qualifier of, int sign) {
        return sign == 0 ? Qualifier.EXACT : sign > 0 ? of : of.negated();
    }

    private record Corner(@Nullable End end, boolean isUnknown) {}

    private static Corner corner(Optional<End> a, Optional<End> t, Optional<End> b) {
        if (a.isEmpty()) {
            // The other corners give the finite side; together with another end that is missing, nothing is known.
            return new Corner(null, t.isEmpty() || b.isEmpty());
        }
        if (t.isEmpty() && b.isEmpty()) {
            return new Corner(null, true);
        }
        if (t.isEmpty()) {
            return new Corner(new End(Fraction.ZERO, a.get().at().equals(b.get().at())), false);
        }
        if (b.isEmpty()) {
            return new Corner(new End(Fraction.ONE, a.get().at().equals(t.get().at())), false);
        }
        End atA = a.get();
        End atT = t.get();
        End atB = b.get();
        Fraction way = atT.at().minus(atB.at());
        if (way.signum() == 0) {
            return new Corner(null, true);
        }
        Fraction done = atA.at().minus(atB.at());
        boolean included = done.signum() == 0
                ? atA.included() && atB.included()
                : done.equals(way)
                        ? atA.included() && atT.included()
                        : atA.included() && atT.included() && atB.included();
        return new Corner(new End(done.dividedBy(way), included), false);
    }

    private static @Nullable End extreme(List<Corner> corners, int sign) {
        End found = null;
        for (Corner corner : corners) {
            End end = corner.end();
            if (end != null) {
                int order = found == null ? 1 : end.at().compareTo(found.at()) * sign;
                if (order > 0 || (order == 0 && end.included())) {
                    found = end;
                }
            }
        }
        return found;
    }
}
