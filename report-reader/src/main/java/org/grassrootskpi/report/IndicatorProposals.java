package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.report.DraftWords.Kind;
import org.grassrootskpi.report.IndicatorMatch.Part;
import org.grassrootskpi.report.ProposalNames.Guess;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/**
 * Proposes indicators for the figures that fit none: values with their changes, completions and ranks, then shares, and growths,
 * completions and ranks whose value the text does not give.
 */
final class IndicatorProposals {
    private static final int MAX_DECIMALS = 9;

    private final TimePeriod period;
    private final RegionFinder regions;
    private final BindingRules binding;
    private final DraftRules rules;
    private final DraftLedger ledger;
    private final WholeNames names;
    private final Map<String, Proposal> proposals = new LinkedHashMap<>();
    private final Map<String, ProposedValue> values = new LinkedHashMap<>();

    /** The values by their subject: the latest of the report. */
    private final Map<String, ProposedValue> bySubject = new HashMap<>();

    private @Nullable FigureMention lastFigure;
    private @Nullable ProposedValue lastValue;
    private int lastSentence = -1;

    IndicatorProposals(
            TimePeriod period,
            RegionFinder regions,
            BindingRules binding,
            DraftRules rules,
            DraftLedger ledger,
            WholeNames names) {
        this.period = period;
        this.regions = regions;
        this.binding = binding;
        this.rules = rules;
        this.ledger = ledger;
        this.names = names;
    }

    void propose(Map<FigureMention, MentionContext> figures) {
        figures.forEach((figure, around) -> {
            if (around.sentence != lastSentence) {
                lastFigure = null;
                lastValue = null;
            }
            lastSentence = around.sentence;
            boolean attached = figure.comparison().isPresent() || figure.role() == FigureRole.CHANGE;
            if (!attached) {
                lastFigure = figure;
                lastValue = null;
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
    ImmutableList<ProposedValue> values() {
        return values.values().stream().filter(value -> !value.contended).collect(ImmutableList.toImmutableList());
    }

    private void value(FigureMention figure, MentionContext around) {
        String plain = names.plain(around.subject);
        String name =
                ProposalNames.named(ProposalNames.newOfWhole(around, plain).orElse("") + plain, figure.quantity());
        Optional<Question> question = question(figure, around, plain)
                .or(() -> DraftRules.doubt(figure, false))
                .or(() -> ProposalNames.contradiction(plain, figure.quantity()))
                .or(() -> ProposalNames.part(figure, around, plain));
        Optional<Quantity> quantity = question.isPresent() ? Optional.empty() : held(figure);
        if (quantity.isEmpty()) {
            Question why = question.orElseGet(() -> new Question(
                    OpenReason.MORE_DECIMALS, figure.quantity().value().toPlainString()));
            open(figure, Part.VALUE, why.reason(), why.detail());
            return;
        }
        Quantity value = quantity.get();
        Guess<IndicatorKind> kind = ProposalKinds.kind(name, figure, around, value);
        Optional<Question> unsaid = ProposalKinds.question(kind, around);
        if (unsaid.isPresent()) {
            open(figure, Part.VALUE, unsaid.get().reason(), unsaid.get().detail());
            return;
        }
        Proposal proposal = proposals.computeIfAbsent(
                name + ' ' + value.unit().code(),
                key -> new Proposal(id(), name, value.unit().base(), kind.value(), kind.why()));
        @Nullable ProposedValue placed = place(proposal, figure, around, value);
        if (placed != null) {
            lastValue = placed;
            bySubject.put(around.subject, placed);
        }
    }

    private String id() {
        return "draft.i" + (proposals.size() + 1);
    }

    private static Optional<Question> question(FigureMention figure, MentionContext around, String name) {
        String code = figure.quantity().unit().code();
        int bracket = around.sentenceFront.lastIndexOf('（');
        if (bracket > around.sentenceFront.lastIndexOf('）')) {
            return Optional.of(new Question(OpenReason.IN_BRACKETS, around.sentenceFront.substring(bracket)));
        }
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
        return ProposalNames.question(name, around);
    }

    /** The figure in its base unit; in the unit as printed where the base unit has no finite decimal for it: 亩. */
    private static Optional<Quantity> held(FigureMention figure) {
        Quantity quantity = figure.quantity();
        Optional<Quantity> held = PrintedUnits.isFinite(quantity.unit())
                ? Optional.of(quantity)
                : PrintedUnits.as(figure, "raw:" + PrintedUnits.symbol(quantity));
        return held.filter(of -> decimals(of) <= MAX_DECIMALS);
    }

    private static int decimals(Quantity quantity) {
        return Math.max(0, quantity.value().stripTrailingZeros().scale());
    }

    /** Places a figure as the value of a proposal, unless another has its place; then both are left to a person. */
    private @Nullable ProposedValue place(
            Proposal proposal, FigureMention figure, MentionContext around, Quantity quantity) {
        if (decimals(quantity) > MAX_DECIMALS) {
            open(figure, Part.VALUE, OpenReason.MORE_DECIMALS, decimals(quantity) + " of at most " + MAX_DECIMALS);
            return null;
        }
        String region = regions.of(around.front);
        ProposedValue value = new ProposedValue(
                proposal,
                region,
                figure.reportingPeriod().orElse(period),
                IndicatorMatch.sure(figure, Part.VALUE, region, proposal.id),
                quantity,
                rules.standing(figure, around),
                around.sentence);
        ProposedValue first = values.putIfAbsent(value.key(), value);
        if (first == null) {
            ledger.place(value.value);
            proposal.decimals = Math.max(proposal.decimals, decimals(quantity));
            return value;
        }
        String other = first.value.quote();
        if (first.quantity.equals(quantity)) {
            ledger.leaveOpen(value.value.reopened(OpenReason.SAID_AGAIN, other));
        } else if (first.sentence == around.sentence && !around.front.contains(around.subject)) {
            ledger.leaveOpen(value.value.reopened(OpenReason.SECOND_FIGURE, other));
        } else {
            ledger.leaveOpen(value.value.reopened(OpenReason.CONTENDED, other));
            if (!first.contended) {
                first.contended = true;
                ledger.leaveOpen(first.value.reopened(OpenReason.CONTENDED, figure.phrase()));
                first.attached.forEach(part -> ledger.leaveOpen(part.reopened(OpenReason.VALUE_UNSURE, other)));
                first.attached.clear();
            }
        }
        return null;
    }

    private void attach(FigureMention figure, MentionContext around) {
        Part part = Part.of(figure, false);
        Optional<Question> doubt = DraftRules.doubt(figure, false);
        if (doubt.isPresent()) {
            open(figure, part, doubt.get().reason(), doubt.get().detail());
            return;
        }
        if (figure.comparison().equals(Optional.of(ReportedComparison.SHARE))) {
            share(figure, around);
            return;
        }
        ProposedValue to = owner(figure, around);
        String unit = to == null ? "" : to.quantity.unit().code();
        Optional<Question> question = binding.attached(figure, around, part, unit);
        if (question.isPresent()) {
            open(figure, part, question.get().reason(), question.get().detail());
            return;
        }
        if (to == null || to.has(part)) {
            alone(figure, around, part);
        } else if (to.contended) {
            open(figure, part, OpenReason.VALUE_UNSURE, to.value.quote());
        } else if (rules.standing(figure, around).isTarget() != to.standing.isTarget()) {
            alone(figure, around, part);
        } else if (to.standing.isTarget() && part != Part.CHANGE) {
            open(figure, part, reasonAlone(part), "");
        } else {
            IndicatorMatch made = IndicatorMatch.sure(figure, part, to.region, to.of.id);
            to.attached.add(made);
            ledger.place(made);
        }
    }

    /** The value that a change, completion or rank belongs to: that of its subject, or the one before it if it names none. */
    private @Nullable ProposedValue owner(FigureMention figure, MentionContext around) {
        String subject = around.subject;
        if (subject.isEmpty() || DraftWords.leading(Kind.SAME, subject).isPresent()) {
            return lastValue;
        }
        if (lastValue != null && lastFigure != null && subject.equals(lastFigure.subject())) {
            return lastValue;
        }
        ProposedValue named = bySubject.get(subject);
        return named != null && named.period.equals(figure.reportingPeriod().orElse(period)) ? named : null;
    }

    /** A growth, completion or rank without its value is an indicator by itself, if the text says whose it is. */
    private void alone(FigureMention figure, MentionContext around, Part part) {
        String subject = names.plain(around.subject);
        boolean unsure = lastFigure != null
                && lastValue == null
                && around.subject.equals(lastFigure.subject())
                && ledger.open().stream().anyMatch(open -> open.figure().equals(Optional.of(lastFigure)));
        if (unsure) {
            open(figure, part, OpenReason.VALUE_UNSURE, "");
            return;
        }
        boolean named = (around.shared.isEmpty() || around.named)
                && ProposalNames.question(subject, around).isEmpty();
        Optional<Quantity> quantity = part == Part.CHANGE
                ? rules.signed(figure, around).map(ObservationDraft::ratio)
                : Optional.of(figure.quantity());
        if (!named || quantity.isEmpty()) {
            open(figure, part, reasonAlone(part), around.subject);
            return;
        }
        Proposal proposal = switch (part) {
            case CHANGE -> composed(subject + "增速", IndicatorKind.GROWTH, Unit.RATIO, subject, Optional.empty());
            case COMPLETION -> composed(subject + "完成率", IndicatorKind.RATIO, Unit.RATIO, subject, Optional.empty());
            default -> composed(subject + "名次", IndicatorKind.RANK, Unit.RANK, subject, Optional.empty());
        };
        place(proposal, figure, around, quantity.get());
    }

    private static OpenReason reasonAlone(Part part) {
        return switch (part) {
            case COMPLETION -> OpenReason.COMPLETION_ALONE;
            case RANK -> OpenReason.RANK_ALONE;
            default -> OpenReason.CHANGE_ALONE;
        };
    }

    /** 民营经济占地区生产总值的58%: a ratio of the two. */
    private void share(FigureMention figure, MentionContext around) {
        String part = names.plain(around.subject);
        Optional<String> whole = figure.against().map(names::plain);
        boolean named = whole.isPresent()
                && (around.shared.isEmpty() || around.named)
                && figure.quantity().unit().isRatio()
                && ProposalNames.question(part, around).isEmpty();
        if (!named) {
            open(figure, Part.VALUE, OpenReason.SHARE, "");
            return;
        }
        String name = part + "占" + whole.get() + "比重";
        place(composed(name, IndicatorKind.RATIO, Unit.RATIO, part, whole), figure, around, figure.quantity());
    }

    private Proposal composed(String name, IndicatorKind kind, Unit unit, String of, Optional<String> whole) {
        return proposals.computeIfAbsent(
                name + ' ' + unit.code(),
                key -> new Proposal(id(), name, unit, kind, "named by what the figure says of it", of, whole));
    }

    private void open(FigureMention figure, Part part, OpenReason reason, String detail) {
        ledger.leaveOpen(IndicatorMatch.open(figure, part, regions.home(), ImmutableList.of(), reason, detail));
    }
}
