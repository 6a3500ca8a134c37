package org.grassrootskpi.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.assess.AssessmentRefusedException;
import org.grassrootskpi.assess.Level;
import org.grassrootskpi.assess.Levels;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.score.ScoringFunction.Band;
import org.grassrootskpi.score.ScoringFunction.Kind;
import org.grassrootskpi.score.ScoringFunction.Piece;
import org.grassrootskpi.score.ScoringFunction.Scale;
import org.grassrootskpi.score.ScoringFunction.Stepping;

/** Checks the attributes of scoring functions. */
final class ScoringRules {
    private ScoringRules() {}

    static void require(ScoringFunction f) {
        Kind kind = f.kind();
        if (f.direction() != Direction.HIGHER && f.direction() != Direction.LOWER) {
            throw refused(
                    Reason.NO_DIRECTION,
                    "a function got the direction " + f.direction(),
                    "choose HIGHER or LOWER; what is best near a value is an INTERVAL");
        }
        boolean hasGoalposts = kind == Kind.GOALPOSTS || kind == Kind.INTERVAL;
        requireExactly(kind, hasGoalposts, "lower", f.lower());
        requireExactly(kind, hasGoalposts, "upper", f.upper());
        requireExactly(kind, kind == Kind.INTERVAL, "lowerLimit", f.lowerLimit());
        requireExactly(kind, kind == Kind.INTERVAL, "upperLimit", f.upperLimit());
        requireExactly(kind, kind == Kind.PER_STEP || kind == Kind.PASS || kind == Kind.RATIO, "at", f.at());
        requireExactly(kind, kind == Kind.PER_STEP, "score", f.score());
        requireExactly(kind, kind == Kind.PER_STEP, "points", f.points());
        requireExactly(kind, kind == Kind.PER_STEP, "per", f.per());
        require(kind, (kind == Kind.TABLE) == !f.pieces().isEmpty(), "pieces belong to a TABLE, which needs them");
        require(kind, (kind == Kind.BANDS) == !f.bands().isEmpty(), "bands belong to BANDS, which need them");
        require(kind, f.scale() == Scale.LINEAR || kind == Kind.GOALPOSTS, "only GOALPOSTS have a scale");
        require(kind, f.stepping() == Stepping.PRO_RATA || kind == Kind.PER_STEP, "only PER_STEP has a stepping");
        require(kind, isPlaces(f.cutTo()) && isPlaces(f.decimals()), "decimals are 0 or more");
        require(
                kind,
                f.floor().isEmpty()
                        || f.cap().isEmpty()
                        || f.floor().get().compareTo(f.cap().get()) <= 0,
                "the floor is at most the cap");
        require(kind, f.per().isEmpty() || f.per().get().signum() > 0, "the length of a step is more than 0");
        numbers(f);
    }

    private static void numbers(ScoringFunction f) {
        Kind kind = f.kind();
        if (kind == Kind.GOALPOSTS) {
            BigDecimal lower = f.lower().orElseThrow();
            int order = lower.compareTo(f.upper().orElseThrow());
            if (order == 0) {
                throw refused(
                        Reason.ZERO_RANGE,
                        "both goalposts are " + lower + ", so that nothing lies between them",
                        "give goalposts that differ");
            }
            require(
                    kind,
                    order < 0,
                    "the lower goalpost is below the upper one; where less is better say direction LOWER");
            if (f.scale() == Scale.LOG && lower.signum() <= 0) {
                throw refused(
                        Reason.NOT_POSITIVE,
                        "the lower goalpost " + lower + " has no logarithm",
                        "give positive goalposts, or the scale LINEAR");
            }
        }
        if (kind == Kind.INTERVAL) {
            require(
                    kind,
                    rises(f.lowerLimit(), f.lower())
                            && f.lower().orElseThrow().compareTo(f.upper().orElseThrow()) <= 0
                            && rises(f.upper(), f.upperLimit()),
                    "lower limit < lower <= upper < upper limit");
        }
        if (kind == Kind.RATIO && f.at().orElseThrow().signum() <= 0) {
            throw refused(
                    f.at().get().signum() == 0 ? Reason.ZERO_TARGET : Reason.NEGATIVE_TARGET,
                    "no part of the target " + f.at().get() + " can be reached",
                    "use GOALPOSTS from a baseline, or PASS");
        }
        BigDecimal end = null;
        for (Piece piece : f.pieces()) {
            require(
                    kind,
                    piece.lower().compareTo(piece.upper()) < 0 && (end == null || end.compareTo(piece.lower()) <= 0),
                    "pieces rise and do not overlap");
            end = piece.upper();
        }
        if (kind == Kind.BANDS) {
            requirePartition(f.bands());
        }
    }

    private static void requirePartition(List<Band> bands) {
        List<Level> levels = new ArrayList<>();
        for (Band band : bands) {
            levels.add(Level.builder()
                    .name(band.score().toPlainString() + " points (" + (levels.size() + 1) + ")")
                    .lower(band.lower())
                    .lowerIncluded(band.lowerIncluded())
                    .upper(band.upper())
                    .upperIncluded(band.upperIncluded())
                    .build());
        }
        Levels.builder().addAllLevels(levels).build();
    }

    private static boolean rises(Optional<BigDecimal> from, Optional<BigDecimal> to) {
        return from.orElseThrow().compareTo(to.orElseThrow()) < 0;
    }

    private static boolean isPlaces(Optional<Integer> decimals) {
        return decimals.isEmpty() || decimals.get() >= 0;
    }

    private static void requireExactly(Kind kind, boolean needs, String name, Optional<BigDecimal> attribute) {
        require(kind, needs == attribute.isPresent(), name + (needs ? " is needed" : " does not belong to it"));
    }

    private static void require(Kind kind, boolean holds, String rule) {
        if (!holds) {
            throw refused(
                    Reason.BAD_DEFINITION, "a function of kind " + kind + " is incomplete or contradictory", rule);
        }
    }

    /** Refuses weights that are not positive, and scores that are not a row for each member with a column for each weight. */
    static void requireMatrix(List<String> members, List<BigDecimal> weights, List<List<BigDecimal>> scores) {
        if (weights.isEmpty() || weights.stream().anyMatch(w -> w.signum() <= 0)) {
            throw refused(
                    Reason.BAD_WEIGHTS, "expected positive weights, got " + weights, "leave out what has no weight");
        }
        if (scores.size() != members.size() || scores.stream().anyMatch(row -> row.size() != weights.size())) {
            throw refused(
                    Reason.BAD_DEFINITION,
                    "expected " + members.size() + " rows of " + weights.size() + " scores",
                    "give a row for each member and a score for each weight");
        }
    }

    static AssessmentRefusedException refused(Reason reason, String message, String suggestion) {
        return new AssessmentRefusedException(reason, message, suggestion);
    }
}
