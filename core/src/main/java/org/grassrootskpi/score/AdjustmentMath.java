package org.grassrootskpi.score;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.grassrootskpi.assess.AssessmentRefusal;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.assess.LevelJudgement;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Bounded.End;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.score.Adjustment.Kind;
import org.jspecify.annotations.Nullable;

/** Takes the steps after the items: bonuses, deductions, vetoes, rounding. */
final class AdjustmentMath {
    private final Scorecard card;
    private final MemberFigures figures;
    private final String member;
    private final List<MemberScore.Step> steps = new ArrayList<>();
    private final ImmutableList.Builder<String> notReached = ImmutableList.builder();
    private Bounded score;

    private AdjustmentMath(Scorecard card, MemberFigures figures, String member, Bounded score) {
        this.card = card;
        this.figures = figures;
        this.member = member;
        this.score = score;
    }

    static MemberScore finish(Scorecard card, MemberFigures figures, String member, ScorecardMath.Tree tree) {
        Bounded base = tree.score();
        if (base == null) {
            return refused(member, tree, tree.refusal());
        }
        AdjustmentMath math = new AdjustmentMath(card, figures, member, base);
        AssessmentRefusal refusal = math.missing();
        if (refusal != null) {
            return refused(member, tree, refusal);
        }
        math.run();
        LevelJudgement level = card.levels()
                .map(levels -> levels.judge(math.score.value().toDecimal(), math.score.bounds()))
                .orElse(null);
        return new MemberScore(
                member,
                Score.of(math.score),
                Score.of(base),
                tree.coverage(),
                tree.items(),
                ImmutableList.copyOf(math.steps),
                math.notReached.build(),
                null,
                level);
    }

    /** Finishes a score that no adjustment changes, and leaves what led to it to be asked for. */
    static MemberScore finish(Scorecard card, String member, Score base, Supplier<MemberScore> whole) {
        Score floored = card.floor()
                .map(floor -> Score.of(base.exact().atLeast(Fraction.of(floor))))
                .orElse(base);
        return new MemberScore(member, card.decimals().map(floored::rounded).orElse(floored), base, whole);
    }

    private static MemberScore refused(String member, ScorecardMath.Tree tree, @Nullable AssessmentRefusal refusal) {
        return new MemberScore(
                member,
                null,
                null,
                tree.coverage(),
                tree.items(),
                ImmutableList.of(),
                ImmutableList.of(),
                refusal,
                null);
    }

    private @Nullable AssessmentRefusal missing() {
        for (Adjustment adjustment : card.adjustments()) {
            Optional<Quantity> cases = figures.figure(member, adjustment.id());
            if (cases.isEmpty()
                    && figures.notApplicable(member, adjustment.id()).isEmpty()) {
                return AssessmentRefusal.of(
                        Reason.MISSING,
                        "'" + member + "' has no figure of the adjustment '" + adjustment.id() + "'",
                        "write 0 where there is no case");
            }
            if (cases.isPresent()
                    && (!cases.get().unit().isCounting() || cases.get().value().signum() < 0)) {
                return AssessmentRefusal.of(
                        Reason.DIFFERENT_UNITS,
                        "the adjustment '" + adjustment.id() + "' of '" + member + "' is " + cases.get()
                                + ", expected a number of cases",
                        "give a count of 0 or more");
            }
        }
        return null;
    }

    private void run() {
        Bounded bonus = points(Kind.BONUS);
        step(
                "bonusCap",
                before -> before.plus(card.bonusCap()
                        .map(cap -> bonus.atMost(Fraction.of(cap)))
                        .orElse(bonus)),
                bonus);
        Bounded deduction = points(Kind.DEDUCTION);
        step("deductions", before -> before.minus(deduction), deduction);
        card.floor().ifPresent(floor -> take("floor", before -> before.atLeast(Fraction.of(floor))));
        for (Adjustment adjustment : card.adjustments()) {
            figures.figure(member, adjustment.id()).ifPresent(cases -> overrule(adjustment, Bounded.from(cases)));
        }
        card.decimals().ifPresent(decimals -> take("decimals", before -> before.rounded(decimals)));
    }

    private void step(String name, UnaryOperator<Bounded> change, Bounded points) {
        if (!points.isExact() || points.value().signum() != 0) {
            take(name.equals("bonusCap") && card.bonusCap().isEmpty() ? "bonuses" : name, change);
        }
    }

    private Bounded points(Kind kind) {
        Bounded sum = Bounded.of(Fraction.ZERO);
        for (Adjustment adjustment : card.adjustments()) {
            Optional<Quantity> cases = figures.figure(member, adjustment.id());
            if (adjustment.kind() == kind && cases.isPresent()) {
                Bounded points = Bounded.from(cases.get()).times(Fraction.of(adjustment.points()));
                sum = sum.plus(adjustment
                        .limit()
                        .map(limit -> points.atMost(Fraction.of(limit)))
                        .orElse(points));
            }
        }
        return sum;
    }

    private void overrule(Adjustment adjustment, Bounded cases) {
        boolean mayBe = !cases.isSurelyAtMost(Fraction.ZERO);
        if (adjustment.kind() == Kind.NOT_REACHED && mayBe) {
            notReached.add(adjustment.id());
        }
        if (adjustment.kind() == Kind.VETO && mayBe) {
            Fraction limit = adjustment.limit().map(Fraction::of).orElse(Fraction.ZERO);
            boolean isSure = cases.isSurelyAbove(Fraction.ZERO);
            take(adjustment.id(), before -> {
                Bounded overruled = before.atMost(limit);
                return isSure
                        ? overruled
                        : either(before, overruled, cases.value().signum() > 0);
            });
        }
    }

    /** Returns what holds whether or not there is a case. */
    private static Bounded either(Bounded before, Bounded overruled, boolean isCase) {
        @Nullable End lower = overruled.lower().orElse(null);
        @Nullable End upper = before.upper().orElse(null);
        return Bounded.of((isCase ? overruled : before).value(), before.qualifier(), lower, upper);
    }

    private void take(String name, UnaryOperator<Bounded> change) {
        Bounded after = change.apply(score);
        if (!after.equals(score)) {
            steps.add(new MemberScore.Step(name, Score.of(score), Score.of(after)));
            score = after;
        }
    }
}
