package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.QuantityFormatException;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.report.DraftWords.Kind;
import org.grassrootskpi.report.IndicatorMatch.Part;
import org.grassrootskpi.report.ReaderVocabulary.Word;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/** Proposes indicators for the values that fit none, with their changes, completions and ranks. */
final class IndicatorProposals {
    private static final String INCOMPLETE = "等";
    private static final int MAX_DECIMALS = 9;

    private final TimePeriod period;
    private final RegionFinder regions;
    private final BindingRules binding;
    private final DraftRules rules;
    private final DraftLedger ledger;
    private final Map<String, Proposal> proposals = new LinkedHashMap<>();
    private final Map<String, Claim> claims = new LinkedHashMap<>();
    private final Set<String> contended = new HashSet<>();
    private @Nullable FigureMention lastValue;
    private @Nullable Claim lastClaim;
    private int lastSentence = -1;

    /** An indicator that is proposed. */
    static final class Proposal {
        final String id;
        final String name;
        final Unit unit;
        final IndicatorKind kind;
        final String why;
        int decimals;

        Proposal(String id, String name, Unit unit, IndicatorKind kind, String why) {
            this.id = id;
            this.name = name;
            this.unit = unit;
            this.kind = kind;
            this.why = why;
        }
    }

    /** A value of a proposed indicator with its change, completion and ranks. */
    static final class Claim {
        final Proposal of;
        final String region;
        final TimePeriod period;
        final IndicatorMatch value;
        final Quantity quantity;
        final boolean planned;
        final int sentence;
        final List<IndicatorMatch> attached = new ArrayList<>();

        Claim(
                Proposal of,
                String region,
                TimePeriod period,
                IndicatorMatch value,
                Quantity quantity,
                boolean planned,
                int sentence) {
            this.of = of;
            this.region = region;
            this.period = period;
            this.value = value;
            this.quantity = quantity;
            this.planned = planned;
            this.sentence = sentence;
        }

        boolean has(Part part) {
            return attached.stream().anyMatch(other -> other.part() == part);
        }
    }

    IndicatorProposals(
            TimePeriod period, RegionFinder regions, BindingRules binding, DraftRules rules, DraftLedger ledger) {
        this.period = period;
        this.regions = regions;
        this.binding = binding;
        this.rules = rules;
        this.ledger = ledger;
    }

    void propose(Map<FigureMention, MentionContext> figures) {
        figures.forEach((figure, around) -> {
            if (around.sentence != lastSentence) {
                lastValue = null;
                lastClaim = null;
            }
            lastSentence = around.sentence;
            boolean attached = figure.comparison().isPresent() || figure.role() == FigureRole.CHANGE;
            if (!attached) {
                lastValue = figure;
                lastClaim = null;
            }
            if (!ledger.isDone(figure)) {
                if (attached) {
                    attach(figure, around);
                } else {
                    value(figure, around);
                }
            }
        });
    }

    /** Returns the values that compete with no other. */
    ImmutableList<Claim> claims() {
        return claims.entrySet().stream()
                .filter(claim -> !contended.contains(claim.getKey()))
                .map(Map.Entry::getValue)
                .collect(ImmutableList.toImmutableList());
    }

    private void value(FigureMention figure, MentionContext around) {
        Optional<Question> question = question(figure, around);
        Optional<Quantity> quantity = question.isPresent() ? Optional.empty() : held(figure);
        if (quantity.isEmpty()) {
            Question why = question.orElseGet(() -> new Question(
                    OpenReason.MORE_DECIMALS, figure.quantity().value().toPlainString()));
            open(figure, Part.VALUE, why.reason(), why.detail());
            return;
        }
        Quantity value = quantity.get();
        Proposal proposal =
                proposals.computeIfAbsent(around.subject + ' ' + value.unit().code(), key -> proposal(around, value));
        TimePeriod of = figure.reportingPeriod().orElse(period);
        String region = regions.of(around.front);
        IndicatorMatch made = IndicatorMatch.sure(figure, Part.VALUE, region, proposal.id);
        Claim claim = new Claim(proposal, region, of, made, value, rules.isPlanned(figure, around), around.sentence);
        claim(ObservationDraft.key(proposal.id, region, of), claim, figure, around);
    }

    private static Optional<Question> question(FigureMention figure, MentionContext around) {
        String code = figure.quantity().unit().code();
        if (around.shared.isPresent() && !around.named) {
            return Optional.of(new Question(OpenReason.SHARED_NAMES, around.shared.get()));
        }
        if (code.equals("rank")) {
            return Optional.of(new Question(OpenReason.RANK_ALONE, ""));
        }
        if (code.equals("times")) {
            return Optional.of(new Question(OpenReason.MULTIPLE, ""));
        }
        if (code.equals("count:年") || code.equals("count:周年")) {
            return Optional.of(new Question(OpenReason.DURATION, ""));
        }
        String subject = around.subject;
        if (subject.codePointCount(0, subject.length()) < 2
                || subject.endsWith(INCOMPLETE)
                || around.front.strip().endsWith(INCOMPLETE)
                || subject.codePoints().noneMatch(Character::isLetter)
                || isOnlyVerbs(subject)) {
            return Optional.of(new Question(OpenReason.NO_SUBJECT, subject));
        }
        return Optional.empty();
    }

    /** 提高到, 取得: words that say what became of something, and nothing that it became of. */
    private static boolean isOnlyVerbs(String subject) {
        for (int i = 0; i < subject.length(); ) {
            Word word = ReaderVocabulary.standard().wordAt(subject, i, subject.length());
            if (word == null || word.is(WordKind.OPAQUE) || word.is(WordKind.ELIDED)) {
                return false;
            }
            i += word.text.length();
        }
        return true;
    }

    /** The figure in its base unit; in the unit as printed where the base unit has no finite decimal for it: 亩. */
    private static Optional<Quantity> held(FigureMention figure) {
        Quantity quantity = figure.quantity();
        Unit unit = quantity.unit();
        if (isFinite(unit)) {
            return Optional.of(quantity).filter(IndicatorProposals::isHeld);
        }
        String symbol = unit.symbol().replaceFirst("^[十百千万亿]+", "");
        int at = figure.readingSurface().lastIndexOf(symbol);
        if (at < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Quantity.parse(figure.readingSurface().substring(0, at) + "raw:" + symbol)
                            .withQualifier(quantity.qualifier()))
                    .filter(IndicatorProposals::isHeld);
        } catch (QuantityFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isHeld(Quantity quantity) {
        return decimals(quantity) <= MAX_DECIMALS;
    }

    private static int decimals(Quantity quantity) {
        return Math.max(0, quantity.value().stripTrailingZeros().scale());
    }

    private static boolean isFinite(Unit unit) {
        BigInteger rest = unit.denominator();
        for (long factor : new long[] {2, 5}) {
            BigInteger by = BigInteger.valueOf(factor);
            while (rest.mod(by).signum() == 0) {
                rest = rest.divide(by);
            }
        }
        return rest.equals(BigInteger.ONE);
    }

    private Proposal proposal(MentionContext around, Quantity value) {
        String id = "draft.i" + (proposals.size() + 1);
        String code = value.unit().code();
        boolean rate = code.equals("ratio") || code.equals("percentage-point");
        Optional<String> stock = DraftWords.first(Kind.STOCK, around.subject + ' ' + around.front)
                .or(() -> DraftWords.first(Kind.STANDING, around.sentenceFront));
        boolean counted = DraftWords.has(Kind.NEW, around.front);
        if (rate || (code.startsWith("raw:") && isFinite(value.unit()) && code.contains("/"))) {
            return new Proposal(id, around.subject, value.unit().base(), IndicatorKind.RATIO, code);
        }
        if (stock.isPresent() && !counted) {
            return new Proposal(id, around.subject, value.unit().base(), IndicatorKind.STOCK, stock.get());
        }
        return new Proposal(id, around.subject, value.unit().base(), IndicatorKind.FLOW, "no word speaks of a stock");
    }

    private void claim(String key, Claim claim, FigureMention figure, MentionContext around) {
        Claim first = claims.get(key);
        if (first == null) {
            claims.put(key, claim);
            ledger.place(claim.value);
            claim.of.decimals = Math.max(claim.of.decimals, decimals(claim.quantity));
            lastClaim = claim;
            return;
        }
        String other = first.value.quote();
        if (first.quantity.equals(claim.quantity) && first.planned == claim.planned) {
            ledger.leaveOpen(claim.value.reopened(OpenReason.SAID_AGAIN, other));
        } else if (first.sentence == around.sentence && !around.front.contains(around.subject)) {
            ledger.leaveOpen(claim.value.reopened(OpenReason.SECOND_FIGURE, other));
        } else {
            ledger.leaveOpen(claim.value.reopened(OpenReason.CONTENDED, other));
            if (contended.add(key)) {
                ledger.leaveOpen(first.value.reopened(OpenReason.CONTENDED, figure.phrase()));
                first.attached.forEach(part -> ledger.leaveOpen(part.reopened(OpenReason.VALUE_UNSURE, other)));
                first.attached.clear();
            }
        }
    }

    private void attach(FigureMention figure, MentionContext around) {
        Part part = IndicatorBinder.part(figure, null);
        Optional<ReportedComparison> comparison = figure.comparison();
        if (comparison.equals(Optional.of(ReportedComparison.SHARE))) {
            open(figure, Part.VALUE, OpenReason.SHARE, "");
            return;
        }
        Optional<Question> question = binding.attached(figure, around, part);
        if (question.isPresent()) {
            open(figure, part, question.get().reason(), question.get().detail());
            return;
        }
        Claim to = lastClaim;
        if (to == null || lastValue == null || !isOf(lastValue, around) || to.has(part)) {
            boolean planned = part == Part.CHANGE && rules.isPlanned(figure, around);
            OpenReason alone = switch (planned ? Part.VALUE : part) {
                case VALUE -> OpenReason.PLANNED_CHANGE;
                case COMPLETION -> OpenReason.COMPLETION_ALONE;
                case RANK -> OpenReason.RANK_ALONE;
                default -> OpenReason.CHANGE_ALONE;
            };
            open(figure, part, alone, around.subject);
            return;
        }
        if (part == Part.CHANGE && rules.isPlanned(figure, around) && !to.planned) {
            open(figure, part, OpenReason.PLANNED_CHANGE, "");
            return;
        }
        IndicatorMatch made = IndicatorMatch.sure(figure, part, to.region, to.of.id);
        to.attached.add(made);
        ledger.place(made);
    }

    private static boolean isOf(FigureMention value, MentionContext around) {
        return around.shared.isEmpty()
                && (around.subject.isEmpty()
                        || around.subject.equals(value.subject())
                        || DraftWords.leading(Kind.SAME, around.subject).isPresent());
    }

    private void open(FigureMention figure, Part part, OpenReason reason, String detail) {
        ledger.leaveOpen(IndicatorMatch.open(figure, part, regions.home(), ImmutableList.of(), reason, detail));
    }
}
