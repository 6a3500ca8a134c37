package org.grassrootskpi.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Takes the relations that were found, and keeps what is wrong with them and how many there were, rule by rule. */
final class Ledger {
    private final Map<String, CheckRule> rules = new LinkedHashMap<>();
    private final Map<String, CheckCount> counts = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> found = new HashSet<>();

    Ledger(Map<String, CheckRule> rules) {
        rules.forEach((id, rule) -> {
            if (rule.isOn()) {
                this.rules.put(id, rule);
                counts.put(id, CheckCount.NONE);
            }
        });
    }

    /** Enters a relation of which there is one reading. */
    void enter(Equation equation) {
        enter(List.of(equation));
    }

    /** Enters a relation that can be read in several ways: it holds if one of them does, else the first one is the finding. */
    void enter(List<Equation> readings) {
        CheckRule rule = readings.isEmpty() ? null : rules.get(readings.get(0).rule());
        if (rule == null) {
            return;
        }
        if (!readings.stream().allMatch(Equation::isDecidable)) {
            count(rule.id(), CheckCount::plusImpossible);
        } else if (readings.stream().anyMatch(Equation::holds)) {
            count(rule.id(), CheckCount::plusPassed);
        } else {
            add(rule, readings.get(0));
        }
    }

    private void add(CheckRule rule, Equation wrong) {
        CheckLevel level = rule.level();
        if (wrong.steps().compareTo(rule.tolerance()) < 0) {
            level = level.below();
        }
        ImmutableList.Builder<Remedy> remedies = ImmutableList.builder();
        for (Need need : wrong.needs()) {
            boolean possible = need.figure().isChange() || need.value().value().signum() >= 0;
            if (possible && PrintedForm.isPossible(need.figure(), need.value().bounds())) {
                remedies.add(
                        remedy(need.figure(), need.value().value(), need.value().bounds()));
            }
        }
        add(new Finding(
                rule, level.atMost(wrong.ceiling()), wrong.places(), wrong.sum(), rule.tolerance(), remedies.build()));
    }

    private static Remedy remedy(Printed figure, BigDecimal value, Range<BigDecimal> right) {
        if (right.hasLowerBound() && right.hasUpperBound()) {
            String least = PrintedForm.least(figure, right);
            String most = PrintedForm.most(figure, right);
            String printed = least.equals(most) ? least : least + "–" + most;
            return new Remedy(figure.place(), printed, Slips.of(figure, right));
        }
        String sign = right.hasLowerBound() ? "≥" : right.hasUpperBound() ? "≤" : "";
        return new Remedy(figure.place(), sign + PrintedForm.same(figure, value), Optional.empty());
    }

    /** Enters something odd that is no equation, such as numbers out of order. */
    void enter(String id, ImmutableList<Place> places, boolean holds, String sum, CheckLevel ceiling) {
        CheckRule rule = rules.get(id);
        if (rule == null) {
            return;
        }
        if (holds) {
            count(id, CheckCount::plusPassed);
        } else {
            add(new Finding(rule, rule.level().atMost(ceiling), places, sum, rule.tolerance(), ImmutableList.of()));
        }
    }

    private void add(Finding finding) {
        if (found.add(finding.rule().id() + "@" + finding.place().start())) {
            findings.add(finding);
            count(finding.rule().id(), CheckCount::plusFound);
        }
    }

    /** Counts a relation of which the text gives too little. */
    void impossible(String id) {
        count(id, CheckCount::plusImpossible);
    }

    private void count(String id, UnaryOperator<CheckCount> one) {
        counts.computeIfPresent(id, (same, count) -> one.apply(count));
    }

    /** Returns whether a rule is applied. */
    Optional<CheckRule> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    CheckResult result() {
        findings.sort(
                Comparator.comparingInt((Finding finding) -> finding.place().start())
                        .thenComparing(finding -> finding.level()));
        Map<CheckRule, CheckCount> byRule = new LinkedHashMap<>();
        counts.forEach((id, count) -> byRule.put(rules.get(id), count));
        return new CheckResult(findings, byRule);
    }
}
