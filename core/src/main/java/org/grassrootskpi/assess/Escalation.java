package org.grassrootskpi.assess;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.immutables.value.Value;

/**
 * What a level becomes by its history: yellow for the second time is red (Guangyuan), no start for three months is red (Yinchuan), red
 * that is made up for is yellow (Ouhai).
 *
 * <p>At each date the first rule that applies decides; without one the level stays. Repetitions count levels as they were judged, before
 * any escalation. A date without a level (undecided, no figure) ends a row, and is no repetition. Immutable and thread-safe.
 */
@Value.Immutable
public interface Escalation {
    /** One rule. */
    @Value.Immutable
    interface Rule {
        /** {@return the level at the date} */
        String level();

        /** {@return the level that must have been at the date before, for recoveries; empty for any} */
        Optional<String> after();

        /** {@return at how many dates the level must have been, this one included: 1 or more, 1 by default} */
        @Value.Default
        default int times() {
            return 1;
        }

        /** {@return whether these must be the last dates, without another level between them; true by default} */
        @Value.Default
        default boolean inARow() {
            return true;
        }

        /** {@return the level that it becomes} */
        String becomes();

        /** Refuses a rule that applies never. */
        @Value.Check
        default void check() {
            if (times() < 1) {
                throw new AssessmentRefusedException(
                        Reason.BAD_DEFINITION,
                        "a rule of '" + level() + "' expected 1 or more times, got " + times(),
                        "count the date itself");
            }
        }

        /**
         * {@return the rule that a level, the so-manieth time in a row, becomes another}
         *
         * @param level the level
         * @param times dates in a row
         * @param becomes the other level
         */
        static Rule repeated(String level, int times, String becomes) {
            return builder().level(level).times(times).becomes(becomes).build();
        }

        /**
         * {@return the rule that a level after another one becomes a third}
         *
         * @param after the level at the date before
         * @param level the level at the date
         * @param becomes what it becomes
         */
        static Rule recovered(String after, String level, String becomes) {
            return builder().after(after).level(level).becomes(becomes).build();
        }

        /**
         * Starts a rule.
         *
         * @return an empty builder
         */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link Rule}; {@code build()} refuses a missing attribute by name. */
        final class Builder extends ImmutableRule.Builder {
            Builder() {}
        }
    }

    /** {@return the rules; the first that applies decides} */
    @Value.Parameter
    ImmutableList<Rule> rules();

    /**
     * {@return an escalation}
     *
     * @param rules the first that applies decides
     */
    static Escalation of(Rule... rules) {
        return ImmutableEscalation.of(ImmutableList.copyOf(rules));
    }

    /**
     * Applies the rules to a history.
     *
     * @param history the level at each date, earliest first; empty where it is undecided or not known
     * @return the level that each becomes; empty where there is none
     */
    default ImmutableList<Optional<String>> apply(List<Optional<String>> history) {
        ImmutableList.Builder<Optional<String>> escalated = ImmutableList.builder();
        List<Optional<String>> before = new ArrayList<>();
        for (Optional<String> level : history) {
            before.add(level);
            escalated.add(level.map(name -> rules().stream()
                    .filter(rule -> EscalationMath.applies(rule, before))
                    .map(Rule::becomes)
                    .findFirst()
                    .orElse(name)));
        }
        return escalated.build();
    }
}
