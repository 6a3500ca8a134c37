package org.grassrootskpi.conformance;

import com.google.common.collect.Sets;
import java.math.BigDecimal;
import org.grassrootskpi.conformance.Oracle.Answer;
import org.grassrootskpi.query.Absence;

/** What the oracle makes of two answers. */
final class OracleArithmetic {
    private OracleArithmetic() {}

    /**
     * The less complete of two, their worst status, and the reason or the result of a division or a difference. What one should have
     * at least is all that is known where it is all that is known of either.
     */
    static Answer both(BigDecimal value, Absence absence, Answer one, Answer other) {
        boolean otherIsLess = BigDecimal.valueOf(other.present())
                        .multiply(BigDecimal.valueOf(one.atLeast()))
                        .compareTo(BigDecimal.valueOf(one.present()).multiply(BigDecimal.valueOf(other.atLeast())))
                < 0;
        Answer less = otherIsLess ? other : one;
        boolean isKnown = one.expected() >= 0 && other.expected() >= 0;
        return new Answer(
                value,
                absence,
                less.present(),
                isKnown ? less.expected() : -1,
                less.atLeast(),
                one.status().worst(other.status()),
                one.asOf() != null ? one.asOf() : other.asOf(),
                null,
                Math.max(one.unpaired(), other.unpaired()),
                Sets.union(one.remarks(), other.remarks()).immutableCopy());
    }

    static Answer quotient(Answer above, Answer below) {
        if (above.has() && below.has()) {
            if (!isOfOneMoment(above, below)) {
                return both(null, Absence.DIFFERENT_PERIODS, above, below);
            }
            return below.value().signum() == 0
                    ? both(null, Absence.ZERO_DENOMINATOR, above, below)
                    : both(above.value().divide(below.value(), Oracle.DIGITS), null, above, below);
        }
        Absence why = above.has() ? below.absence() : above.absence();
        if (why == Absence.NO_OBSERVATION && (above.has() || below.has())) {
            why = above.has() ? Absence.MISSING_DENOMINATOR : Absence.MISSING_NUMERATOR;
        }
        return both(null, why, above, below);
    }

    static Answer share(Answer part, Answer whole) {
        if (!part.has()) {
            return both(null, part.absence(), part, part);
        }
        Absence why = unusable(whole);
        if (why != null) {
            return both(null, why, part, whole);
        }
        if (!isOfOneMoment(part, whole)) {
            return both(null, Absence.DIFFERENT_PERIODS, part, whole);
        }
        return both(part.value().divide(whole.value(), Oracle.DIGITS), null, part, whole);
    }

    static boolean isOfOneMoment(Answer one, Answer other) {
        return one.asOf() == null
                || other.asOf() == null
                || one.asOf().lastDay().equals(other.asOf().lastDay());
    }

    static Absence missingBase(Answer base) {
        return base.absence() == Absence.INCOMPLETE ? Absence.INCOMPLETE : Absence.MISSING_BASE;
    }

    static Absence unusable(Answer base) {
        if (!base.has()) {
            return missingBase(base);
        }
        return base.value().signum() == 0
                ? Absence.ZERO_BASE
                : base.value().signum() < 0 ? Absence.NEGATIVE_BASE : null;
    }

    static Answer growth(Answer now, Answer before) {
        if (!now.has()) {
            return both(null, now.absence(), now, now);
        }
        Absence why = unusable(before);
        return why != null
                ? both(null, why, now, before)
                : both(now.value().subtract(before.value()).divide(before.value(), Oracle.DIGITS), null, now, before);
    }

    static Answer difference(Answer now, Answer before) {
        if (!now.has()) {
            return both(null, now.absence(), now, now);
        }
        return before.has()
                ? both(now.value().subtract(before.value()), null, now, before)
                : both(null, missingBase(before), now, before);
    }

    /** Which part of the observations that should be there is there. */
    static Answer coverage(Answer of) {
        if (of.expected() > 0) {
            BigDecimal part = BigDecimal.valueOf(of.present()).divide(BigDecimal.valueOf(of.expected()), Oracle.DIGITS);
            return both(part, null, of, of);
        }
        return both(null, of.expected() < 0 ? Absence.UNKNOWN_EXPECTED : Absence.NOTHING_EXPECTED, of, of);
    }
}
