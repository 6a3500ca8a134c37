package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.report.DraftWords.Kind;
import org.grassrootskpi.report.IndicatorMatch.Part;
import org.grassrootskpi.report.IndicatorNames.Named;
import org.jspecify.annotations.Nullable;

/**
 * Finds the indicator of each figure by name and unit.
 *
 * <p>A name counts most in front of the figure (since the figure before it), less behind it, least elsewhere in the
 * sentence, and there only for a unit that few indicators have; a unit that one indicator alone has needs no more than a
 * similar name. The longest name wins; of equal ones the one whose other
 * words occur in the sentence; if that does not decide, nothing does. A match to which {@link BindingRules} objects is left
 * to a person.
 */
final class IndicatorBinder {
    private static final int WHOLE = 1000;
    private static final int TOUCHING = 500;
    private static final int IN_FRONT = 400;
    private static final int BEHIND = 300;
    private static final int JOINED = 200;
    private static final int IN_SENTENCE = 100;
    private static final int RARE_UNIT = 2;
    private static final double LIKELY = 0.5;

    private final String text;
    private final IndicatorNames names;
    private final WholeNames wholeNames;
    private final RegionFinder regions;
    private final DraftRules rules;
    private final BindingRules binding;
    private final DraftLedger ledger;
    private final boolean samePlace;
    private final Map<String, BindingClaim> claims = new HashMap<>();

    /** The preceding figure of the same sentence and its match. */
    private @Nullable Named last;

    private @Nullable FigureMention lastValue;
    private boolean lastUnsure;
    private int lastSentence = -1;
    private String lastFront = "";

    /** The subject of the value before in the same sentence, where that is bound to nothing. */
    private String unboundSubject = "";

    IndicatorBinder(
            WorkReport report,
            Catalog place,
            WholeNames wholeNames,
            RegionFinder regions,
            DraftRules rules,
            BindingRules binding,
            DraftLedger ledger,
            boolean samePlace) {
        this.text = report.reading();
        this.names = new IndicatorNames(place);
        this.wholeNames = wholeNames;
        this.regions = regions;
        this.rules = rules;
        this.binding = binding;
        this.ledger = ledger;
        this.samePlace = samePlace;
    }

    void bind(ImmutableList<FigureMention> figures, Map<FigureMention, MentionContext> contexts) {
        for (FigureMention figure : figures) {
            MentionContext around = contexts.get(figure);
            if (around != null) {
                bind(figure, around);
            }
        }
        claims.values().stream().filter(claim -> !claim.open).forEach(this::place);
        if (samePlace) {
            named();
        }
    }

    private void bind(FigureMention figure, MentionContext around) {
        if (around.sentence != lastSentence) {
            forget();
            lastFront = "";
            unboundSubject = "";
        }
        lastSentence = around.sentence;
        boolean attached = figure.comparison().isPresent();
        if (!attached) {
            lastUnsure = false;
        }
        if (ledger.isDone(figure)) {
            unsure(attached);
            unboundSubject = attached ? unboundSubject : around.subject;
            return;
        }
        List<BindingCandidate> candidates = candidates(figure, around, attached);
        if (candidates.isEmpty()) {
            withoutName(figure, around, attached);
        } else if (candidates.size() > 1 && candidates.get(0).ties(candidates.get(1))) {
            open(figure, Part.of(figure, false), ids(candidates), OpenReason.SEVERAL_INDICATORS, "");
            unsure(attached);
        } else {
            accept(candidates.get(0), figure, around);
        }
        if (!attached) {
            lastFront = around.front;
            unboundSubject = lastValue == figure ? "" : around.subject;
        }
    }

    /** Places a match; a change, completion or rank of a contended value is left to a person with it. */
    private void place(BindingClaim claim) {
        IndicatorMatch made = claim.binding;
        BindingClaim value = claims.get(key(made, Part.VALUE));
        if (made.part() != Part.VALUE && value != null && value.open) {
            ledger.leaveOpen(made.reopened(OpenReason.VALUE_UNSURE, value.binding.quote()));
        } else {
            ledger.place(made);
        }
    }

    private static String key(IndicatorMatch made, Part part) {
        return made.indicators().get(0)
                + ' '
                + made.region()
                + ' '
                + part
                + ' '
                + made.figure()
                        .orElseThrow()
                        .reportingPeriod()
                        .map(Object::toString)
                        .orElse("");
    }

    private void forget() {
        last = null;
        lastValue = null;
        lastUnsure = false;
    }

    private void unsure(boolean attached) {
        if (!attached) {
            last = null;
            lastValue = null;
            lastUnsure = true;
        }
    }

    private void withoutName(FigureMention figure, MentionContext around, boolean attached) {
        if (!attached) {
            forget();
            guess(figure, around);
        } else if (lastUnsure && isOfTheFigureBefore(around)) {
            open(figure, Part.of(figure, false), ImmutableList.of(), OpenReason.VALUE_UNSURE, "");
        } else if (figure.comparison().equals(Optional.of(ReportedComparison.SHARE)) && isCommon(last)) {
            return; // a ratio of its own, which is proposed
        } else if (last != null && isOfTheFigureBefore(around)) {
            accept(new BindingCandidate(last, IN_SENTENCE, 0), figure, around);
        }
    }

    private boolean isCommon(@Nullable Named named) {
        return named != null && binding.isCommon(named.indicator);
    }

    /** Returns whether a change belongs to the figure before, since it has no subject or the same one. */
    private boolean isOfTheFigureBefore(MentionContext around) {
        String subject = around.subject;
        return lastValue == null
                || subject.isEmpty()
                || subject.equals(lastValue.subject())
                || DraftWords.leading(Kind.SAME, subject).isPresent();
    }

    private List<BindingCandidate> candidates(FigureMention figure, MentionContext around, boolean attached) {
        List<BindingCandidate> whole = whole(figure, around, attached);
        if (!whole.isEmpty()) {
            return whole;
        }
        boolean rare = names.withUnit(figure.quantity().unit().code()) <= RARE_UNIT;
        List<BindingCandidate> found = new ArrayList<>();
        for (Named named : names.all()) {
            boolean fits = binding.mayHaveUnit(figure, named) || (attached && !ownValue(figure, named));
            if (!fits || !binding.mayBeTheSame(named, around.subject)) {
                continue;
            }
            int score = score(named, around, rare && !attached, attached);
            if (score > 0) {
                found.add(new BindingCandidate(named, score, named.similarity(around.sentenceText)));
            }
        }
        found.sort(Comparator.comparingInt((BindingCandidate candidate) -> candidate.score)
                .thenComparingDouble(candidate -> candidate.similarity)
                .reversed());
        return found;
    }

    /** The common indicators that the subject names wholly: one, or several that the unit does not tell apart. */
    private List<BindingCandidate> whole(FigureMention figure, MentionContext around, boolean attached) {
        boolean ofUnbound = attached && !around.subject.isEmpty() && around.subject.equals(unboundSubject);
        if ((around.shared.isPresent() && !around.named) || ofUnbound) {
            return List.of();
        }
        boolean share = figure.comparison().equals(Optional.of(ReportedComparison.SHARE));
        ImmutableList<Named> found = wholeNames.of(around);
        if (share) {
            ImmutableList<Named> shares = figure.against()
                    .map(whole -> wholeNames.ofShare(around.subject, whole))
                    .orElse(ImmutableList.of());
            found = shares.isEmpty()
                    ? found.stream()
                            .filter(named -> named.unit.equals("ratio"))
                            .collect(ImmutableList.toImmutableList())
                    : shares;
        }
        List<BindingCandidate> fitting = new ArrayList<>();
        for (Named named : found) {
            boolean isValue = share || !attached;
            boolean fits = isValue
                    ? binding.mayHaveUnit(figure, named)
                    : (!ownValue(figure, named) || isOwnValue(figure, named));
            if (fits) {
                fitting.add(new BindingCandidate(named, WHOLE, 0));
            }
        }
        if (fitting.size() > 1 && last != null) {
            Named before = last;
            List<BindingCandidate> same = fitting.stream()
                    .filter(candidate -> candidate.named.indicator.id().equals(before.indicator.id()))
                    .toList();
            return same.isEmpty() ? fitting : same;
        }
        return fitting;
    }

    /** A completion or a share is the value of an indicator of rates that is named so: 整改完成率98%. */
    private static boolean isOwnValue(FigureMention figure, Named named) {
        return Part.of(figure, named.unit.equals("ratio")) == Part.VALUE;
    }

    /** A change is no value of an indicator of rates, unless it is named as one. */
    private static boolean ownValue(FigureMention figure, Named named) {
        return named.unit.equals("ratio") && figure.comparison().orElseThrow() != ReportedComparison.RANK;
    }

    private int score(Named named, MentionContext around, boolean rare, boolean attached) {
        if (around.shared.isPresent()) {
            int length = named.longestIn(around.subject);
            return length > 0 ? IN_FRONT + length : 0;
        }
        int length = attached ? 0 : named.longestAt(around.behind);
        if (length > 0) {
            return TOUCHING + length;
        }
        length = named.longestIn(around.front);
        if (length > 0) {
            return IN_FRONT + length;
        }
        length = attached ? 0 : named.longestIn(around.behind);
        if (length > 0) {
            return BEHIND + length;
        }
        length = attached ? 0 : named.longestIn(lastFront + around.front);
        if (length > 0) {
            return JOINED + length;
        }
        length = rare ? named.longestIn(around.sentenceText) : 0;
        boolean only = rare && samePlace && names.withUnit(named.unit) == 1;
        if (length == 0 && only && named.similarity(around.sentenceText) > LIKELY) {
            length = 1;
        }
        return length > 0 ? IN_SENTENCE + length : 0;
    }

    /** Leaves a figure with a similar name to a person; without one it may become a new indicator. */
    private void guess(FigureMention figure, MentionContext around) {
        List<BindingCandidate> likely = new ArrayList<>();
        String near = around.front + around.behind;
        for (Named named : names.all()) {
            double similarity = binding.mayHaveUnit(figure, named) ? named.similarity(near) : 0;
            if (similarity >= LIKELY) {
                likely.add(new BindingCandidate(named, 0, similarity));
            }
        }
        if (likely.isEmpty() || !samePlace) {
            return;
        }
        likely.sort(Comparator.comparingDouble((BindingCandidate candidate) -> candidate.similarity)
                .reversed());
        open(figure, Part.VALUE, ids(likely), OpenReason.SIMILAR_NAME, "");
        unsure(false);
    }

    private void accept(BindingCandidate candidate, FigureMention figure, MentionContext around) {
        Named named = candidate.named;
        Part part = Part.of(figure, named.unit.equals("ratio"));
        ImmutableList<String> ids = ImmutableList.of(named.indicator.id());
        boolean isBeside = candidate.score >= BEHIND && candidate.score < WHOLE;
        Optional<Question> question = binding.question(figure, around, named, part, candidate.score == WHOLE)
                .or(() -> DraftRules.doubt(figure, isBeside));
        boolean target = rules.standing(figure, around).isTarget();
        if (question.isEmpty() && target && (part == Part.COMPLETION || part == Part.RANK)) {
            question = Optional.of(
                    new Question(part == Part.RANK ? OpenReason.RANK_ALONE : OpenReason.COMPLETION_ALONE, "planned"));
        }
        if (question.isPresent()) {
            open(figure, part, ids, question.get().reason(), question.get().detail());
            unsure(part != Part.VALUE);
            return;
        }
        if (part == Part.VALUE) {
            last = named;
            lastValue = figure;
            lastUnsure = false;
        } else if (last != named) {
            last = named;
            lastValue = null;
        }
        claim(
                candidate,
                IndicatorMatch.sure(figure, part, regions.of(around.front, named.indicator), ids.get(0)),
                target);
    }

    private void claim(BindingCandidate candidate, IndicatorMatch made, boolean target) {
        FigureMention figure = made.figure().orElseThrow();
        String key = key(made, made.part()) + (target ? " target" : "");
        BindingClaim first = claims.get(key);
        if (first == null) {
            claims.put(key, new BindingClaim(candidate.score, made));
            return;
        }
        FigureMention other = first.binding.figure().orElseThrow();
        if (sameValue(figure, other)) {
            ledger.leaveOpen(made.reopened(OpenReason.SAID_AGAIN, other.phrase()));
        } else if (candidate.score > first.score) {
            if (!first.open) {
                ledger.leaveOpen(first.binding.reopened(OpenReason.CONTENDED, figure.phrase()));
            }
            claims.put(key, new BindingClaim(candidate.score, made));
        } else {
            ledger.leaveOpen(made.reopened(OpenReason.CONTENDED, other.phrase()));
            if (candidate.score == first.score && !first.open) {
                first.open = true;
                ledger.leaveOpen(first.binding.reopened(OpenReason.CONTENDED, figure.phrase()));
            }
        }
    }

    private static boolean sameValue(FigureMention one, FigureMention other) {
        return one.quantity().equals(other.quantity()) && one.comparison().equals(other.comparison());
    }

    private void open(
            FigureMention figure, Part part, ImmutableList<String> indicators, OpenReason reason, String detail) {
        ledger.leaveOpen(IndicatorMatch.open(figure, part, regions.home(), indicators, reason, detail));
    }

    private static ImmutableList<String> ids(List<BindingCandidate> candidates) {
        return candidates.stream()
                .limit(5)
                .map(candidate -> candidate.named.indicator.id())
                .collect(ImmutableList.toImmutableList());
    }

    /** Indicators that the report names without a figure that could be theirs. */
    private void named() {
        Set<String> bound = new HashSet<>();
        claims.values().forEach(claim -> bound.addAll(claim.binding.indicators()));
        ledger.open().forEach(open -> bound.addAll(open.indicators()));
        for (Named named : names.all()) {
            if (!bound.contains(named.indicator.id())) {
                named.names.stream()
                        .filter(text::contains)
                        .findFirst()
                        .ifPresent(
                                name -> ledger.name(IndicatorMatch.name(name, regions.home(), named.indicator.id())));
            }
        }
    }
}
