package org.grassrootskpi.score;

import java.math.BigDecimal;
import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.assess.AssessmentRefusedException;
import org.grassrootskpi.model.LocalizedText;
import org.immutables.value.Value;

/**
 * What is added to, taken from, or overrules the score of the items (加分项, 扣分项, 一票否决). Its figure is a number of cases or of
 * points in the data; 0 must be there, too: that nothing is reported is not known to be nothing.
 */
@Value.Immutable
public interface Adjustment {
    /** The kinds. */
    enum Kind {
        /** Points are added for each case. */
        BONUS,
        /** Points are taken away for each case. */
        DEDUCTION,
        /** With one case the score is {@link #limit()} at most: 0 unless said otherwise. */
        VETO,
        /** With one case the card is not passed, whatever the score is, which stays. */
        NOT_REACHED
    }

    /** {@return the id by which data, results and messages name it} */
    String id();

    /** {@return its name; empty where the id says enough} */
    Optional<LocalizedText> name();

    /** {@return the kind} */
    Kind kind();

    /** {@return the points for each case; 1 by default} */
    @Value.Default
    default BigDecimal points() {
        return BigDecimal.ONE;
    }

    /** {@return the most points of it; for a veto the most that the score can be; empty for no limit, for a veto for 0} */
    Optional<BigDecimal> limit();

    /** Refuses what is no adjustment. */
    @Value.Check
    default void check() {
        if (id().isBlank()
                || points().signum() <= 0
                || (limit().isPresent() && limit().get().signum() < 0)) {
            throw new AssessmentRefusedException(
                    Reason.BAD_DEFINITION,
                    "the adjustment '" + id() + "' has the points " + points() + " and the limit " + limit(),
                    "give it an id, positive points and a limit of 0 or more; a DEDUCTION is taken away by its kind");
        }
    }

    /**
     * Starts an adjustment.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link Adjustment}; {@code build()} refuses a missing or contradictory attribute by name. */
    final class Builder extends ImmutableAdjustment.Builder {
        Builder() {}
    }
}
