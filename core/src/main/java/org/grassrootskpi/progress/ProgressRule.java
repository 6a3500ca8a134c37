package org.grassrootskpi.progress;

import java.math.BigDecimal;
import java.util.List;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.assess.AssessmentRefusedException;
import org.grassrootskpi.assess.Levels;
import org.grassrootskpi.assess.PlanPath;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Unit;
import org.immutables.value.Value;

/** The rule by which a monthly sheet is made; each attribute has a default. Immutable and thread-safe. */
@Value.Immutable
public interface ProgressRule {
    /** {@return the path on which commitments are due; completed months by default} */
    @Value.Default
    default PlanPath path() {
        return PlanPath.months();
    }

    /**
     * {@return the levels of the gap to the schedule, in percentage points; by default green from 0 on, yellow up to 30 points behind,
     * red beyond. These are the lights of Yinchuan (2025), whose rule leaves out what is less than 10 points behind; here it is yellow}
     */
    @Value.Default
    default Levels levels() {
        return Levels.from(List.of("red", "yellow", "green"), new BigDecimal("-30"), BigDecimal.ZERO)
                .in(Unit.parse("个百分点"));
    }

    /** {@return how many days before its deadline a commitment is due soon; 30 by default} */
    @Value.Default
    default int dueSoonDays() {
        return 30;
    }

    /** {@return the level of the regions that are ranked; communities by default} */
    @Value.Default
    default RegionLevel rankedLevel() {
        return RegionLevel.COMMUNITY;
    }

    /** Refuses a negative number of days. */
    @Value.Check
    default void check() {
        if (dueSoonDays() < 0) {
            throw new AssessmentRefusedException(
                    Reason.BAD_DEFINITION,
                    "due soon expected 0 or more days, got " + dueSoonDays(),
                    "give 30 for what is due within 30 days");
        }
    }

    /** {@return the rule with all defaults} */
    static ProgressRule standard() {
        return builder().build();
    }

    /**
     * Starts a rule.
     *
     * @return a builder with all defaults
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ProgressRule}. */
    final class Builder extends ImmutableProgressRule.Builder {
        Builder() {}
    }
}
