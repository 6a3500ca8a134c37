package org.grassrootskpi.assess;

import java.util.List;
import java.util.Optional;

/** Decides whether a rule of an escalation applies. */
final class EscalationMath {
    private EscalationMath() {}

    /**
     * Returns whether a rule applies at the last date of a history.
     *
     * @param rule the rule
     * @param history levels until that date, which has one
     */
    static boolean applies(Escalation.Rule rule, List<Optional<String>> history) {
        Optional<String> wanted = Optional.of(rule.level());
        int last = history.size() - 1;
        if (!history.get(last).equals(wanted)) {
            return false;
        }
        if (rule.after().isPresent() && (last == 0 || !history.get(last - 1).equals(rule.after()))) {
            return false;
        }
        int times = 0;
        for (int i = last; i >= 0; i--) {
            if (history.get(i).equals(wanted)) {
                times++;
            } else if (rule.inARow()) {
                break;
            }
        }
        return times >= rule.times();
    }
}
