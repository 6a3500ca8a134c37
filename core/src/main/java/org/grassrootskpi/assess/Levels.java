package org.grassrootskpi.assess;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.immutables.value.Value;

/**
 * Named levels of a measure (lights, grades): bands that cover the whole line, each place of it once. A hole or an overlap is refused by
 * name: of "green on schedule, yellow 10 to 30 points behind, red more than 30" it is (0, 10) that has no level.
 *
 * <p>The measure is not rounded before it is judged unless {@link #decimals()} says so: 79.92 is not yet 80. Immutable and thread-safe.
 */
@Value.Immutable
public interface Levels {
    /** {@return the unit of the bands' ends, such as % or 个百分点; empty for plain numbers such as scores} */
    Optional<Unit> unit();

    /** {@return the levels, from low to high} */
    ImmutableList<Level> levels();

    /** {@return to how many decimals of the unit the measure is rounded, half up, before it is judged; empty for not at all} */
    Optional<Integer> decimals();

    /**
     * {@return levels of a plain number}
     *
     * @param levels in any order
     * @throws AssessmentRefusedException if they leave a hole, overlap or share a name ({@link Reason#LEVELS_DO_NOT_PARTITION})
     */
    static Levels of(Level... levels) {
        return builder().addLevels(levels).build();
    }

    /**
     * {@return levels that begin at lines: each line belongs to the level above it}
     *
     * @param names names, from low to high, one more than there are lines
     * @param lines rising
     * @throws AssessmentRefusedException if they do not fit ({@link Reason#LEVELS_DO_NOT_PARTITION})
     */
    static Levels from(List<String> names, BigDecimal... lines) {
        if (names.size() != lines.length + 1) {
            throw new AssessmentRefusedException(
                    Reason.LEVELS_DO_NOT_PARTITION,
                    "expected one name more than lines, got " + names.size() + " names and " + lines.length + " lines",
                    "name the level below the first line, too");
        }
        Builder levels = builder();
        for (int i = 0; i < names.size(); i++) {
            Level.Builder level = Level.builder().name(names.get(i));
            if (i > 0) {
                level.lower(lines[i - 1]);
            }
            if (i < lines.length) {
                level.upper(lines[i]);
            }
            levels.addLevels(level.build());
        }
        return levels.build();
    }

    /**
     * {@return the same levels in a unit}
     *
     * @param unit the unit of the bands' ends
     */
    default Levels in(Unit unit) {
        return builder().from(this).unit(unit).build();
    }

    /**
     * {@return the same levels of the rounded measure}
     *
     * @param decimals decimals of the unit, 0 or more
     */
    default Levels rounded(int decimals) {
        return builder().from(this).decimals(decimals).build();
    }

    /**
     * Judges a figure.
     *
     * @param measure a figure of a unit with the base of {@link #unit()}; without unit its value in its base unit counts
     * @return the level, or those that its bounds leave open
     * @throws AssessmentRefusedException if it measures something else ({@link Reason#DIFFERENT_UNITS})
     */
    default LevelJudgement judge(Quantity measure) {
        if (unit().isPresent() && !unit().get().hasSameBase(measure.unit())) {
            throw new AssessmentRefusedException(
                    Reason.DIFFERENT_UNITS,
                    "levels in " + unit().get() + " got " + measure + ", which is in "
                            + measure.unit().code(),
                    "give the measure in a unit of that base");
        }
        return LevelJudgement.of(
                this, unit().map(unit -> Bounded.in(unit, measure)).orElseGet(() -> Bounded.from(measure)));
    }

    /**
     * Judges a number that is known exactly.
     *
     * @param measure the number, in {@link #unit()}
     * @return the level
     */
    default LevelJudgement judge(BigDecimal measure) {
        return LevelJudgement.of(this, Bounded.of(Fraction.of(measure)));
    }

    /**
     * Judges a number with bounds, such as a score.
     *
     * @param measure the number, in {@link #unit()}
     * @param bounds all values that it can have
     * @return the level, or those that the bounds leave open
     */
    default LevelJudgement judge(BigDecimal measure, Range<BigDecimal> bounds) {
        return LevelJudgement.of(this, Bounded.of(measure, Qualifier.EXACT, bounds));
    }

    /**
     * {@return the level of that name}
     *
     * @param name a name
     * @throws AssessmentRefusedException if there is none ({@link Reason#UNKNOWN_ID})
     */
    default Level level(String name) {
        return levels().stream()
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssessmentRefusedException(
                        Reason.UNKNOWN_ID,
                        "there is no level '" + name + "'",
                        "use one of " + levels().stream().map(Level::name).toList()));
    }

    /** {@return these levels from low to high; refuses what is no partition of the line} */
    @Value.Check
    default Levels check() {
        List<Level> sorted = levels().stream()
                .sorted(Comparator.comparing(
                        level -> level.lower().orElse(null), Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        if (decimals().isPresent() && decimals().get() < 0) {
            throw new AssessmentRefusedException(
                    Reason.BAD_DEFINITION,
                    "expected 0 or more decimals, got " + decimals().get(),
                    "leave them out for no rounding");
        }
        LevelPartition.require(sorted);
        return sorted.equals(levels())
                ? this
                : builder().from(this).levels(sorted).build();
    }

    /**
     * Starts levels.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Levels}; {@code build()} refuses holes and overlaps by name. */
    final class Builder extends ImmutableLevels.Builder {
        Builder() {}
    }
}
