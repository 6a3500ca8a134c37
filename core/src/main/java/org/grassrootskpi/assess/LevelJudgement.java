package org.grassrootskpi.assess;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Fraction;
import org.jspecify.annotations.Nullable;

/** The level of a measure, or those that its bounds leave open. Immutable and thread-safe. */
public final class LevelJudgement {
    private final ImmutableList<Level> possible;
    private final Level nominal;
    private final Bounded measure;

    private LevelJudgement(ImmutableList<Level> possible, Level nominal, Bounded measure) {
        this.possible = possible;
        this.nominal = nominal;
        this.measure = measure;
    }

    static LevelJudgement of(Levels levels, Bounded given) {
        Bounded measure = levels.decimals().map(given::rounded).orElse(given);
        ImmutableList.Builder<Level> possible = ImmutableList.builder();
        Level nominal = levels.levels().get(0);
        for (Level level : levels.levels()) {
            boolean isBelow = level.lower()
                    .map(Fraction::of)
                    .filter(from -> level.lowerIncluded() ? measure.isSurelyBelow(from) : measure.isSurelyAtMost(from))
                    .isPresent();
            boolean isAbove = level.upper()
                    .map(Fraction::of)
                    .filter(to -> level.upperIncluded() ? measure.isSurelyAbove(to) : measure.isSurelyAtLeast(to))
                    .isPresent();
            if (!isBelow && !isAbove) {
                possible.add(level);
            }
            if (level.lower()
                    .map(from -> measure.value().compareTo(Fraction.of(from)) >= (level.lowerIncluded() ? 0 : 1))
                    .orElse(true)) {
                nominal = level;
            }
        }
        return new LevelJudgement(possible.build(), nominal, measure);
    }

    /** {@return the level; empty where the bounds of the measure meet several: undecided} */
    public Optional<Level> level() {
        return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
    }

    /** {@return whether the bounds meet one level only} */
    public boolean isDecided() {
        return possible.size() == 1;
    }

    /** {@return the levels that the bounds meet, from low to high: never empty} */
    public ImmutableList<Level> possible() {
        return possible;
    }

    /** {@return the level of the measure's own number, whatever its bounds leave open: for lists that must name one} */
    public Level nominal() {
        return nominal;
    }

    /** {@return how much the measure's number lacks to the end of its nominal level's band, in the unit of the levels; empty if it has none} */
    public Optional<BigDecimal> toUpper() {
        return nominal.upper().map(to -> Fraction.of(to).minus(measure.value()).toDecimal());
    }

    /** {@return how much the measure's number is above the beginning of its nominal level's band; empty if it has none} */
    public Optional<BigDecimal> toLower() {
        return nominal.lower()
                .map(from -> measure.value().minus(Fraction.of(from)).toDecimal());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LevelJudgement that
                && possible.equals(that.possible)
                && nominal.equals(that.nominal)
                && measure.equals(that.measure);
    }

    @Override
    public int hashCode() {
        return Objects.hash(possible, nominal, measure);
    }

    /** {@return the name of the level, or such as {@code UNDECIDED 一般..尚可}} */
    @Override
    public String toString() {
        return isDecided()
                ? possible.get(0).name()
                : "UNDECIDED " + possible.get(0).name() + ".."
                        + possible.get(possible.size() - 1).name();
    }
}
