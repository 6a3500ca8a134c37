package org.grassrootskpi.model;

import java.util.Optional;
import java.util.stream.Stream;
import org.grassrootskpi.model.Problem.Kind;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;

/** Checks that figures, their status and the ranks, grades and changes printed with them agree with the indicator. */
final class QuantityRules {
    private final ProblemList problems;

    QuantityRules(ProblemList problems) {
        this.problems = problems;
    }

    void check(Observation observation, String path, Optional<Indicator> indicator) {
        // A rank or a grade is stored next to the figure and needs none.
        boolean figureless = indicator
                .map(of -> of.kind() == IndicatorKind.RANK || of.kind() == IndicatorKind.RATING)
                .orElse(false);
        boolean stated = observation.figure().isPresent();
        if (stated != observation.status().hasValue() && !(figureless && !stated)) {
            problems.add(
                    Kind.CONTRADICTION,
                    path + ".status",
                    "observation '%s' of status %s %s",
                    observation.key(),
                    observation.status(),
                    stated
                            ? "has a figure: expected none, or another status"
                            : "has no figure: expected one, or the status MISSING");
        }
        observation.figure().ifPresent(figure -> indicator.ifPresent(of -> fits(figure, of, path + ".figure")));
        observation.yearOnYear().ifPresent(change -> ratio(change.value(), path + ".yearOnYear.value"));
        observation.completion().ifPresent(share -> {
            ratio(share.value(), path + ".completion.value");
            if (share.value().value().signum() <= 0) {
                problems.add(
                        Kind.BAD_VALUE,
                        path + ".completion.value",
                        "expected a completion above zero, got '%s'",
                        share.value());
            }
        });
    }

    void check(Target target, String path, Optional<Indicator> indicator, Optional<Document> document) {
        long subjects = Stream.of(target.indicator(), target.project(), target.programme())
                .filter(Optional::isPresent)
                .count();
        if (subjects > 1) {
            problems.add(
                    Kind.CONTRADICTION,
                    path,
                    "target '%s' is set on %d subjects: expected at most one of indicator, project and programme",
                    target.id(),
                    subjects);
        }
        if (target.stage().isPresent() && target.project().isEmpty()) {
            problems.add(
                    Kind.CONTRADICTION,
                    path + ".stage",
                    "target '%s' names a stage but no project: expected the project whose stage it is",
                    target.id());
        }
        boolean measured = switch (target.type()) {
            case INDICATOR -> target.indicator().isPresent();
            case PROJECT -> target.project().isPresent();
            case DELIVERABLE, WORK, ASPIRATION -> target.indicator().isEmpty();
        };
        if (!measured) {
            problems.add(
                    Kind.CONTRADICTION,
                    path + ".type",
                    "target '%s' is of type %s %s",
                    target.id(),
                    target.type(),
                    target.type() == Target.Type.INDICATOR
                            ? "but names no indicator"
                            : target.type() == Target.Type.PROJECT
                                    ? "but names no project"
                                    : "but sets a value of an indicator: expected INDICATOR");
        }
        target.figure().ifPresent(figure -> indicator.ifPresent(of -> fits(figure, of, path + ".figure")));
        document.ifPresent(plan -> deadline(target, plan, path + ".deadline"));
    }

    /**
     * Checks the deadline. A report on one year may plan the next, so the year that it plans for decides, where it
     * names one.
     */
    private void deadline(Target target, Document plan, String path) {
        TimePeriod earliest = plan.plannedPeriod().orElse(plan.period());
        if (target.deadline().lastDay().isBefore(earliest.firstDay())) {
            problems.add(
                    Kind.CONTRADICTION,
                    path,
                    "target '%s' is due by %s, before %s begins, for which document '%s' plans: expected %s or later",
                    target.id(),
                    target.deadline(),
                    earliest,
                    plan.id(),
                    earliest);
        }
    }

    private void fits(Quantity figure, Indicator indicator, String path) {
        if (!figure.unit().hasSameBase(indicator.unit())) {
            problems.add(
                    Kind.UNIT_MISMATCH,
                    path,
                    "'%s' is in %s, but indicator '%s' is in %s",
                    figure,
                    figure.unit().code(),
                    indicator.id(),
                    indicator.unit().code());
        } else if (figure.value().stripTrailingZeros().scale() > indicator.decimals()) {
            problems.add(
                    Kind.BAD_VALUE,
                    path,
                    "'%s' is %s %s, more decimals than the %d that indicator '%s' declares",
                    figure,
                    figure.value().toPlainString(),
                    figure.unit().code(),
                    indicator.decimals(),
                    indicator.id());
        }
    }

    private void ratio(Quantity figure, String path) {
        if (!figure.unit().isRatio()) {
            problems.add(
                    Kind.UNIT_MISMATCH,
                    path,
                    "'%s' is in %s: expected a ratio, for example '+6.34%%'",
                    figure,
                    figure.unit().code());
        }
    }
}
