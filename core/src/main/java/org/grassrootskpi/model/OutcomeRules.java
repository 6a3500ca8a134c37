package org.grassrootskpi.model;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.grassrootskpi.model.Outcome.Status;
import org.grassrootskpi.model.Problem.Kind;
import org.grassrootskpi.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/** Checks that what is said of a target fits the target, and does not contradict itself. */
final class OutcomeRules {
    private final Map<String, Document> documents;
    private final Map<String, Target> targets;
    private final Map<String, Indicator> indicators;
    private final ProblemList problems;
    private final Map<String, Integer> seen = new HashMap<>();

    OutcomeRules(
            Map<String, Document> documents,
            Map<String, Target> targets,
            Map<String, Indicator> indicators,
            ProblemList problems) {
        this.documents = documents;
        this.targets = targets;
        this.indicators = indicators;
        this.problems = problems;
    }

    void check(Outcome outcome, int number) {
        String path = "outcomes[" + number + "]";
        Integer first = seen.putIfAbsent(outcome.target() + ' ' + outcome.asOf(), number);
        if (first != null) {
            problems.addDuplicate(
                    path,
                    "outcomes[" + first + "]",
                    "target '%s' has an outcome as of %s already: one says what became of it by then",
                    outcome.target(),
                    outcome.asOf());
        }
        Target target = targets.get(outcome.target());
        if (target == null) {
            problems.addUnknown(path + ".target", "target", outcome.target(), targets.keySet());
        } else {
            afterThePlan(outcome, target, path + ".asOf");
        }
        outcome.into()
                .filter(into -> !targets.containsKey(into))
                .ifPresent(into -> problems.addUnknown(path + ".into", "target", into, targets.keySet()));
        outcome.reached().ifPresent(reached -> {
            only(outcome, Status.DONE, path + ".reached", "the time at which it was reached");
            if (reached.lastDay().isAfter(outcome.asOf().lastDay())) {
                problems.add(
                        Kind.CONTRADICTION,
                        path + ".reached",
                        "expected a time no later than %s, as of which it is reported, got %s",
                        outcome.asOf(),
                        reached);
            }
        });
        outcome.deadline().ifPresent(deadline -> only(outcome, Status.CHANGED, path + ".deadline", "a new deadline"));
        outcome.into()
                .ifPresent(into -> only(outcome, Status.MERGED, path + ".into", "the target that it is a part of"));
        requireMore(outcome, path);
        outcome.completion().ifPresent(share -> completion(outcome, share, path + ".completion"));
        outcome.figure().ifPresent(figure -> figure(target, figure, path + ".figure"));
        for (int i = 0; i < outcome.evidence().size(); i++) {
            evidence(outcome.evidence().get(i), path + ".evidence[" + i + "]");
        }
    }

    /** What was so when the document that sets the target reported is no outcome of it: the target asks for more. */
    private void afterThePlan(Outcome outcome, Target target, String path) {
        Optional.ofNullable(documents.get(target.citation().document()))
                .filter(plan -> !outcome.asOf().lastDay().isAfter(plan.period().lastDay()))
                .ifPresent(plan -> problems.add(
                        Kind.CONTRADICTION,
                        path,
                        "expected a time after %s, on which document '%s' reports that sets target '%s', got %s",
                        plan.period(),
                        plan.id(),
                        target.id(),
                        outcome.asOf()));
    }

    private void only(Outcome outcome, Status status, String path, String what) {
        if (outcome.status() != status) {
            problems.add(
                    Kind.CONTRADICTION, path, "%s belongs to the status %s, got %s", what, status, outcome.status());
        }
    }

    private void requireMore(Outcome outcome, String path) {
        boolean lacks = switch (outcome.status()) {
            case MERGED -> outcome.into().isEmpty() || outcome.into().get().equals(outcome.target());
            case CHANGED -> outcome.deadline().isEmpty() && outcome.reason().isEmpty();
            default -> false;
        };
        if (lacks) {
            problems.add(
                    Kind.CONTRADICTION,
                    path,
                    outcome.status() == Status.MERGED
                            ? "the outcome MERGED lacks 'into': expected the id of another target"
                            : "the outcome CHANGED says not what was changed: expected 'deadline' or 'reason'");
        }
    }

    private void completion(Outcome outcome, Quantity share, String path) {
        if (!share.unit().isRatio()) {
            problems.add(
                    Kind.UNIT_MISMATCH,
                    path,
                    "'%s' is in %s: expected a ratio, for example '75%%'",
                    share,
                    share.unit().code());
        } else if (share.value().signum() < 0) {
            problems.add(Kind.BAD_VALUE, path, "expected a completion of zero or more, got '%s'", share);
        } else if (outcome.status() == Status.NOT_STARTED && share.value().signum() > 0) {
            problems.add(Kind.CONTRADICTION, path, "'%s' is done of what is NOT_STARTED: expected UNDER_WAY", share);
        } else if (outcome.status() == Status.DONE && isBelowOne(share)) {
            problems.add(Kind.CONTRADICTION, path, "'%s' of what is DONE: expected 100%% or more, or PARTLY", share);
        }
    }

    private static boolean isBelowOne(Quantity share) {
        return share.bounds().hasUpperBound() && share.bounds().upperEndpoint().compareTo(BigDecimal.ONE) < 0;
    }

    private void figure(@Nullable Target target, Quantity figure, String path) {
        if (target == null) {
            return;
        }
        Optional<String> unit = Stream.concat(
                        target.figure().map(asked -> asked.unit().base().code()).stream(),
                        target.indicator().map(indicators::get).stream()
                                .map(indicator -> indicator.unit().base().code()))
                .findFirst();
        unit.filter(base -> !base.equals(figure.unit().base().code()))
                .ifPresent(base -> problems.add(
                        Kind.UNIT_MISMATCH,
                        path,
                        "'%s' is in %s, but target '%s' is in %s",
                        figure,
                        figure.unit().code(),
                        target.id(),
                        base));
    }

    private void evidence(Evidence evidence, String path) {
        if (evidence.citation().isEmpty()
                && evidence.file().isEmpty()
                && evidence.address().isEmpty()) {
            problems.add(
                    Kind.CONTRADICTION, path, "expected at least one of 'citation', 'file' and 'address', got none");
        }
    }
}
