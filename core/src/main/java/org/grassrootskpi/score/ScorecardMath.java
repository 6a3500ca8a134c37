package org.grassrootskpi.score;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.grassrootskpi.assess.AssessmentRefusal;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.assess.AssessmentRefusedException;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.jspecify.annotations.Nullable;

/** Applies a scorecard: turns figures into numbers, and lets {@link TreeMath} and {@link AdjustmentMath} do the rest. */
final class ScorecardMath {
    /** The score of one indicator, or why a figure has none. */
    record Scored(@Nullable Bounded score, @Nullable AssessmentRefusal refusal) {}

    private final Scorecard card;
    private final MemberFigures figures;
    private final Map<String, Map<String, Scored>> scored = new HashMap<>();

    ScorecardMath(Scorecard card, MemberFigures figures) {
        this.card = card;
        this.figures = figures;
    }

    Scores run() {
        requireKnown();
        forEachIndicator(card.items(), this::scoreAll);
        ImmutableMap.Builder<String, MemberScore> members = ImmutableMap.builder();
        for (String member : figures.members()) {
            TreeMath tree = new TreeMath(card, figures, member, scored);
            members.put(member, AdjustmentMath.finish(card, figures, member, tree.run()));
        }
        return new Scores(card, members.buildOrThrow());
    }

    private void requireKnown() {
        Set<String> known = new LinkedHashSet<>();
        forEachIndicator(card.items(), item -> known.add(item.id()));
        card.adjustments().forEach(adjustment -> known.add(adjustment.id()));
        for (String id : figures.items()) {
            if (!known.contains(id)) {
                throw ScoringRules.refused(
                        Reason.UNKNOWN_ID,
                        "there are figures of '" + id + "', which is no indicator and no adjustment of the scorecard",
                        "leave them out; it has " + known);
            }
        }
    }

    static void forEachIndicator(List<ScoreItem> items, Consumer<ScoreItem> action) {
        for (ScoreItem item : items) {
            if (item.isGroup()) {
                forEachIndicator(item.parts(), action);
            } else {
                action.accept(item);
            }
        }
    }

    private void scoreAll(ScoreItem item) {
        Map<String, Scored> byMember = scored.computeIfAbsent(item.id(), id -> new HashMap<>());
        List<String> members = new ArrayList<>();
        List<Bounded> numbers = new ArrayList<>();
        for (String member : figures.members()) {
            Optional<Quantity> figure = figures.figure(member, item.id());
            if (figure.isPresent()) {
                members.add(member);
                numbers.add(number(item, member, figure.get()));
            }
        }
        if (item.normalisation().isPresent()) {
            List<Bounded> normalised = SampleMath.scores(item.normalisation().get(), numbers);
            for (int i = 0; i < members.size(); i++) {
                byMember.put(members.get(i), new Scored(rounded(item, normalised.get(i)), null));
            }
            return;
        }
        ScoringFunction function = item.scoring().orElseThrow();
        for (int i = 0; i < members.size(); i++) {
            try {
                Bounded score = ScoringMath.score(function, numbers.get(i));
                byMember.put(members.get(i), new Scored(rounded(item, score), null));
            } catch (AssessmentRefusedException e) {
                byMember.put(members.get(i), new Scored(null, e.refusal()));
            }
        }
    }

    static Bounded rounded(ScoreItem item, Bounded score) {
        return item.decimals().map(score::rounded).orElse(score);
    }

    private static Bounded number(ScoreItem item, String member, Quantity figure) {
        Optional<Unit> unit = item.unit();
        boolean fits = unit.map(wanted -> wanted.hasSameBase(figure.unit()))
                .orElse(figure.unit().isCounting());
        if (!fits) {
            throw ScoringRules.refused(
                    Reason.DIFFERENT_UNITS,
                    "'" + item.id() + "' of '" + member + "' is " + figure + ", expected "
                            + unit.map(wanted -> "a figure in " + wanted).orElse("a plain number or a count"),
                    unit.isPresent()
                            ? "give it in a unit of that base"
                            : "say in which unit the rule's numbers are: unit");
        }
        return unit.map(wanted -> Bounded.in(wanted, figure)).orElseGet(() -> Bounded.from(figure));
    }

    /** What the tree gives for one member. */
    record Tree(
            @Nullable Bounded score,
            @Nullable AssessmentRefusal refusal,
            Fraction coverage,
            ImmutableList<ItemScore> items) {}
}
