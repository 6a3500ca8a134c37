package org.grassrootskpi.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Bounded.End;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.exact.Roots;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.score.ScoringFunction.Band;
import org.grassrootskpi.score.ScoringFunction.Piece;
import org.grassrootskpi.score.ScoringFunction.Scale;
import org.grassrootskpi.score.ScoringFunction.Stepping;

/** Applies scoring functions to numbers with bounds. */
final class ScoringMath {
    private ScoringMath() {}

    static Bounded score(ScoringFunction f, Bounded given) {
        Bounded x = f.cutTo().map(places -> cut(given, places)).orElse(given);
        Bounded raw = switch (f.kind()) {
            case AS_IS -> x;
            case GOALPOSTS -> f.scale() == Scale.LOG ? logGoalposts(f, x) : goalposts(f, x);
            case TABLE -> table(f, x);
            case BANDS -> bands(f, x);
            case PER_STEP -> perStep(f, x);
            case INTERVAL -> interval(f, x);
            case PASS -> pass(f, x);
            case RATIO -> ratio(f, x);
        };
        Bounded capped = f.cap().map(cap -> raw.atMost(Fraction.of(cap))).orElse(raw);
        Bounded floored =
                f.floor().map(floor -> capped.atLeast(Fraction.of(floor))).orElse(capped);
        return f.decimals().map(floored::rounded).orElse(floored);
    }

    /** Cuts towards zero; an open end at a full place leaves out what lies there. */
    private static Bounded cut(Bounded x, int places) {
        return Bounded.of(
                x.value().rounded(places, RoundingMode.DOWN),
                x.qualifier(),
                x.lower().map(end -> cut(end, places, end.at().signum() < 0)).orElse(null),
                x.upper().map(end -> cut(end, places, end.at().signum() > 0)).orElse(null));
    }

    private static End cut(End end, int places, boolean inwardsIsDown) {
        Fraction cut = end.at().rounded(places, RoundingMode.DOWN);
        boolean steps = !end.included() && inwardsIsDown && cut.equals(end.at());
        Fraction step = Fraction.of(BigDecimal.ONE.movePointLeft(places));
        return new End(!steps ? cut : cut.signum() > 0 ? cut.minus(step) : cut.plus(step), true);
    }

    private static Bounded goalposts(ScoringFunction f, Bounded x) {
        Fraction lower = Fraction.of(f.lower().orElseThrow());
        Fraction upper = Fraction.of(f.upper().orElseThrow());
        Fraction low = Fraction.of(f.low());
        Fraction slope = Fraction.of(f.high()).minus(low).dividedBy(upper.minus(lower));
        Bounded way = f.direction() == Direction.HIGHER
                ? x.minus(Bounded.of(lower))
                : Bounded.of(upper).minus(x);
        return way.times(slope).plus(Bounded.of(low));
    }

    /** (ln x - ln lower) / (ln upper - ln lower): the logarithms are within bounds, and so is the score. */
    private static Bounded logGoalposts(ScoringFunction f, Bounded x) {
        if (x.value().signum() <= 0) {
            throw ScoringRules.refused(
                    Reason.NOT_POSITIVE,
                    "the figure " + x.value() + " has no logarithm",
                    "raise it to a least value that the rule states, or give the scale LINEAR");
        }
        Bounded logOfLower = Roots.ln(Fraction.of(f.lower().orElseThrow()));
        Bounded range = Roots.ln(Fraction.of(f.upper().orElseThrow())).minus(logOfLower);
        Bounded log = logarithms(x);
        Bounded part = log.minus(logOfLower).dividedBy(range);
        // At the goalposts themselves the score is exact.
        Fraction low = Fraction.of(f.low());
        Fraction rise = Fraction.of(f.high()).minus(low);
        Bounded up = f.direction() == Direction.HIGHER
                ? part
                : Bounded.of(Fraction.ONE).minus(part);
        return up.times(rise).plus(Bounded.of(low));
    }

    private static Bounded logarithms(Bounded x) {
        Bounded value = Roots.ln(x.value());
        if (x.isExact()) {
            return value;
        }
        End lower = x.lower()
                .filter(end -> end.at().signum() > 0)
                .map(end -> new End(Roots.ln(end.at()).lower().orElseThrow().at(), end.included()))
                .orElse(null);
        End upper = x.upper()
                .map(end -> new End(Roots.ln(end.at()).upper().orElseThrow().at(), end.included()))
                .orElse(null);
        return Bounded.of(value.value(), x.qualifier(), lower, upper);
    }

    private static Bounded table(ScoringFunction f, Bounded x) {
        List<Piece> pieces = f.pieces();
        Fraction from = Fraction.of(pieces.get(0).lower());
        Fraction to = Fraction.of(pieces.get(pieces.size() - 1).upper());
        boolean isClamped = f.floor().isPresent() && f.cap().isPresent();
        if (!isClamped && (x.value().compareTo(from) < 0 || x.value().compareTo(to) > 0)) {
            throw ScoringRules.refused(
                    Reason.OUT_OF_REACH,
                    "the figure " + x.value() + " lies outside the table from " + from + " to " + to,
                    "extend the table, or give it floor and cap, which its ends then have");
        }
        Fraction value = tableAt(pieces, x.value());
        List<Fraction> reached = new ArrayList<>(List.of(value));
        if (x.lower().filter(end -> end.at().compareTo(from) >= 0).isEmpty()) {
            reached.add(Fraction.of(pieces.get(0).lowerScore()));
        }
        if (x.upper().filter(end -> end.at().compareTo(to) <= 0).isEmpty()) {
            reached.add(Fraction.of(pieces.get(pieces.size() - 1).upperScore()));
        }
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean meetsNext = i + 1 < pieces.size()
                    && piece.upper().compareTo(pieces.get(i + 1).lower()) == 0;
            addReached(reached, x, piece, meetsNext);
        }
        return span(value, x.qualifier(), reached);
    }

    /**
     * Adds the scores at the ends of what a piece and the bounds have in common: those that it reaches, or comes as near to as one
     * likes.
     *
     * @param meetsNext whether its end belongs to the next piece
     */
    private static void addReached(List<Fraction> reached, Bounded x, Piece piece, boolean meetsNext) {
        Fraction lower = Fraction.of(piece.lower());
        Fraction upper = Fraction.of(piece.upper());
        Fraction from = x.lower().map(end -> end.at().max(lower)).orElse(lower);
        Fraction to = x.upper().map(end -> end.at().min(upper)).orElse(upper);
        int order = from.compareTo(to);
        boolean isPoint =
                order == 0 && !x.isSurelyAbove(from) && !x.isSurelyBelow(from) && !(meetsNext && from.equals(upper));
        if (order < 0 || isPoint) {
            reached.add(at(piece, from));
            reached.add(at(piece, to));
        }
    }

    private static Fraction at(Piece piece, Fraction x) {
        Fraction lower = Fraction.of(piece.lower());
        Fraction low = Fraction.of(piece.lowerScore());
        Fraction rise = Fraction.of(piece.upperScore()).minus(low);
        return low.plus(
                rise.times(x.minus(lower)).dividedBy(Fraction.of(piece.upper()).minus(lower)));
    }

    private static Fraction tableAt(List<Piece> pieces, Fraction given) {
        Fraction first = Fraction.of(pieces.get(0).lower());
        Fraction last = Fraction.of(pieces.get(pieces.size() - 1).upper());
        Fraction x = given.max(first).min(last);
        // From the last one: where two pieces meet, the upper one begins.
        for (int i = pieces.size() - 1; i >= 0; i--) {
            Piece piece = pieces.get(i);
            if (x.compareTo(Fraction.of(piece.lower())) >= 0 && x.compareTo(Fraction.of(piece.upper())) <= 0) {
                return at(piece, x);
            }
        }
        throw ScoringRules.refused(
                Reason.OUT_OF_REACH,
                "the figure " + x + " lies between two pieces of the table",
                "say to how many decimals figures are cut off before they are looked up: cutTo");
    }

    private static Bounded bands(ScoringFunction f, Bounded x) {
        List<Fraction> reached = new ArrayList<>();
        Fraction value = Fraction.ZERO;
        for (Band band : f.bands()) {
            Fraction score = Fraction.of(band.score());
            Optional<Fraction> lower = band.lower().map(Fraction::of);
            Optional<Fraction> upper = band.upper().map(Fraction::of);
            boolean isBelow = lower.filter(
                            from -> band.lowerIncluded() ? x.isSurelyBelow(from) : x.isSurelyAtMost(from))
                    .isPresent();
            boolean isAbove = upper.filter(to -> band.upperIncluded() ? x.isSurelyAbove(to) : x.isSurelyAtLeast(to))
                    .isPresent();
            if (!isBelow && !isAbove) {
                reached.add(score);
            }
            boolean isIn = lower.map(from -> x.value().compareTo(from) >= (band.lowerIncluded() ? 0 : 1))
                            .orElse(true)
                    && upper.map(to -> x.value().compareTo(to) <= (band.upperIncluded() ? 0 : -1))
                            .orElse(true);
            if (isIn) {
                value = score;
            }
        }
        reached.add(value);
        return span(value, x.qualifier(), reached);
    }

    private static Bounded perStep(ScoringFunction f, Bounded x) {
        Fraction at = Fraction.of(f.at().orElseThrow());
        Bounded beyond = f.direction() == Direction.HIGHER
                ? x.minus(Bounded.of(at))
                : Bounded.of(at).minus(x);
        Bounded steps = beyond.times(Fraction.ONE.dividedBy(Fraction.of(f.per().orElseThrow())));
        Bounded counted = f.stepping() == Stepping.PRO_RATA ? steps : whole(steps, f.stepping());
        return counted.times(Fraction.of(f.points().orElseThrow()))
                .plus(Bounded.of(Fraction.of(f.score().orElseThrow())));
    }

    /** Counts steps in whole numbers, away from the value or towards it; never falling, so that the ends hold. */
    private static Bounded whole(Bounded steps, Stepping stepping) {
        RoundingMode mode = stepping == Stepping.FULL_STEPS ? RoundingMode.DOWN : RoundingMode.UP;
        return Bounded.of(
                steps.value().rounded(0, mode),
                steps.qualifier(),
                steps.lower()
                        .map(end -> new End(end.at().rounded(0, mode), true))
                        .orElse(null),
                steps.upper()
                        .map(end -> new End(end.at().rounded(0, mode), true))
                        .orElse(null));
    }

    private static Bounded interval(ScoringFunction f, Bounded x) {
        Fraction lower = Fraction.of(f.lower().orElseThrow());
        Fraction upper = Fraction.of(f.upper().orElseThrow());
        Fraction wider = lower.minus(Fraction.of(f.lowerLimit().orElseThrow()))
                .max(Fraction.of(f.upperLimit().orElseThrow()).minus(upper));
        Fraction fall = Fraction.of(f.high()).minus(Fraction.of(f.low())).dividedBy(wider);
        Bounded high = Bounded.of(Fraction.of(f.high()));
        // The lesser of the rising and the falling side, each of them no more than high and no less than low.
        Bounded rising = high.minus(Bounded.of(lower).minus(x).times(fall));
        Bounded falling = high.minus(x.minus(Bounded.of(upper)).times(fall));
        Bounded up = rising.atMost(high.value()).atLeast(Fraction.of(f.low()));
        Bounded down = falling.atMost(high.value()).atLeast(Fraction.of(f.low()));
        Fraction value = up.value().min(down.value());
        End least = lesser(up.lower().orElseThrow(), down.lower().orElseThrow());
        boolean touches = !x.isSurelyBelow(lower) && !x.isSurelyAbove(upper);
        End most = touches
                ? new End(high.value(), true)
                : lesser(up.upper().orElseThrow(), down.upper().orElseThrow());
        return Bounded.of(value, x.qualifier(), least, most);
    }

    private static End lesser(End a, End b) {
        return a.at().compareTo(b.at()) <= 0 ? a : b;
    }

    private static Bounded pass(ScoringFunction f, Bounded x) {
        Fraction line = Fraction.of(f.at().orElseThrow());
        boolean isHigher = f.direction() == Direction.HIGHER;
        boolean surely = isHigher ? x.isSurelyAtLeast(line) : x.isSurelyAtMost(line);
        boolean never = isHigher ? x.isSurelyBelow(line) : x.isSurelyAbove(line);
        Fraction high = Fraction.of(f.high());
        Fraction low = Fraction.of(f.low());
        int order = x.value().compareTo(line);
        Fraction value = (isHigher ? order >= 0 : order <= 0) ? high : low;
        return surely || never ? Bounded.of(surely ? high : low) : span(value, x.qualifier(), List.of(low, high));
    }

    private static Bounded ratio(ScoringFunction f, Bounded x) {
        Bounded at = Bounded.of(Fraction.of(f.at().orElseThrow()));
        if (f.direction() == Direction.HIGHER) {
            return x.dividedBy(at).times(Fraction.of(f.high()));
        }
        if (x.value().signum() <= 0) {
            throw ScoringRules.refused(
                    Reason.ACTUAL_NOT_POSITIVE,
                    "the target " + at.value() + " cannot be divided by " + x.value(),
                    "use GOALPOSTS or PER_STEP with direction LOWER");
        }
        return at.dividedBy(x).times(Fraction.of(f.high()));
    }

    private static Bounded span(Fraction value, Qualifier qualifier, List<Fraction> reached) {
        Fraction least = reached.stream().reduce(value, Fraction::min);
        Fraction most = reached.stream().reduce(value, Fraction::max);
        return Bounded.of(value, qualifier, new End(least, true), new End(most, true));
    }
}
