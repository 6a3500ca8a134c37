package org.grassrootskpi.assess;

import java.util.Optional;
import org.grassrootskpi.assess.TargetEvidence.Answer;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;

/**
 * The rule of attainment of a target: that of its indicator where this is better one way. Otherwise the words of the target say
 * which way: 不超过 and 以内 set a limit from above, and every other figure of a plan is the least that is to be there. Of what is
 * best near a value nobody says how near is near enough, so that it stays open.
 */
final class TargetRule {
    private final Optional<AttainmentRule> rule;
    private final Quantity asked;

    private TargetRule(Optional<AttainmentRule> rule, Quantity asked) {
        this.rule = rule;
        this.asked = asked;
    }

    static TargetRule of(Optional<Indicator> indicator, Quantity asked) {
        Direction direction = indicator.map(Indicator::direction).orElse(Direction.NEUTRAL);
        return new TargetRule(
                switch (direction) {
                    case HIGHER, LOWER -> indicator.map(AttainmentRule::forIndicator);
                    case NEUTRAL -> Optional.of(byWords(asked));
                    case TARGET -> Optional.empty();
                },
                asked);
    }

    private static AttainmentRule byWords(Quantity asked) {
        return asked.qualifier() == Qualifier.AT_MOST
                ? AttainmentRule.limit(Direction.LOWER)
                : AttainmentRule.ratio(Direction.HIGHER);
    }

    /** Returns whether more is better. */
    boolean isHigher() {
        return rule.filter(of -> of.direction() == Direction.HIGHER).isPresent();
    }

    Answer answer(Quantity done) {
        return rule.map(of -> switch (of.assess(done, asked).state()) {
                    case REACHED -> Answer.REACHED;
                    case NOT_REACHED -> Answer.SHORT;
                    case UNDECIDED -> Answer.LEFT_OPEN;
                })
                .orElse(Answer.LEFT_OPEN);
    }

    /** Returns the part of the target that is done; empty where less is better, and where no part of it says anything. */
    Optional<Quantity> completion(Quantity done) {
        return rule.filter(of -> of.direction() == Direction.HIGHER)
                .flatMap(of -> of.assess(done, asked).part());
    }
}
