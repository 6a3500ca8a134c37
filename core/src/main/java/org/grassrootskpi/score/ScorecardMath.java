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
import java.util.stream.IntStream;
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
    private final Map<String, Map<String, Bounded>> normalised = new HashMap<>();

    ScorecardMath(Scorecard card, MemberFigures figures) {
        this.card = card;
        this.figures = figures;
    }

    /** Scores all members, column by column where the scorecard allows it. */
    Scores run() {
        return run(true);
    }

    /** Scores all members, by columns or one by one: to the same numbers. */
    Scores run(boolean inColumns) {
        requireKnown();
        forEachIndicator(card.items(), this::prepare);
        ScoreColumns columns = inColumns ? ScoreColumns.of(card, figures) : null;
        ImmutableList<String> names = figures.members().asList();
        MemberScore[] scores = new MemberScore[names.size()];
        IntStream all = IntStream.range(0, scores.length);
        (columns == null ? all : all.parallel()).forEach(number -> {
            String member = names.get(number);
            scores[number] = columns != null && columns.isPlain(number)
                    ? AdjustmentMath.finish(card, member, Score.of(columns, number), () -> score(member))
                    : score(member);
        });
        ImmutableMap.Builder<String, MemberScore> members = ImmutableMap.builderWithExpectedSize(scores.length);
        for (int number = 0; number < scores.length; number++) {
            members.put(names.get(number), scores[number]);
        }
        return new Scores(card, members.buildOrThrow(), columns);
    }

    /** Scores one member with all that leads to its score. */
    private MemberScore score(String member) {
        return AdjustmentMath.finish(card, figures, member, new TreeMath(card, figures, member, this::scored).run());
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

    /** Refuses units that do not fit, and normalises the figures of an item that is compared within the sample. */
    private void prepare(ScoreItem item) {
        FigureColumn column = figures.column(item.id());
        boolean allFit = column == null || column.units.stream().allMatch(unit -> fits(item, unit));
        if (allFit && item.normalisation().isEmpty()) {
            return;
        }
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
            Map<String, Bounded> byMember = normalised.computeIfAbsent(item.id(), id -> new HashMap<>());
            List<Bounded> scores = SampleMath.scores(item.normalisation().get(), numbers);
            for (int i = 0; i < members.size(); i++) {
                byMember.put(members.get(i), rounded(item, scores.get(i)));
            }
        }
    }

    /** Returns the score of a member's figure, or why it has none; null where it has no figure. */
    private @Nullable Scored scored(ScoreItem item, String member) {
        Map<String, Bounded> byMember = normalised.get(item.id());
        if (byMember != null) {
            Bounded score = byMember.get(member);
            return score == null ? null : new Scored(score, null);
        }
        Optional<Quantity> figure = figures.figure(member, item.id());
        if (figure.isEmpty()) {
            return null;
        }
        try {
            Bounded number = number(item, member, figure.get());
            return new Scored(rounded(item, ScoringMath.score(item.scoring().orElseThrow(), number)), null);
        } catch (AssessmentRefusedException e) {
            return new Scored(null, e.refusal());
        }
    }

    static Bounded rounded(ScoreItem item, Bounded score) {
        return item.decimals().map(score::rounded).orElse(score);
    }

    private static boolean fits(ScoreItem item, Unit given) {
        return item.unit().map(wanted -> wanted.hasSameBase(given)).orElse(given.isCounting());
    }

    private static Bounded number(ScoreItem item, String member, Quantity figure) {
        Optional<Unit> unit = item.unit();
        if (!fits(item, figure.unit())) {
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
