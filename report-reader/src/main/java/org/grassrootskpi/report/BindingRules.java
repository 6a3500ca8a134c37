package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.report.DraftWords.Kind;
import org.grassrootskpi.report.IndicatorMatch.Part;
import org.grassrootskpi.report.IndicatorNames.Named;
import org.grassrootskpi.report.ReaderVocabulary.Word;

/** Checks whether anything speaks against a figure being the value of an indicator whose name was found next to it. */
final class BindingRules {
    private static final int SHORT_NAME = 4;
    private static final int SHORT_RATE = 5;
    private static final int MAX_DECIMALS = 9;
    private static final String COUNT = "count:";
    private static final String NOUN_ENDINGS = "率额量值数比幅";

    private final Catalog known;
    private final KnownIndicators indicators;
    private final DraftRules draft;
    private final MeasureWordClasses measures = MeasureWordClasses.of("same-count");
    private final MeasureWordClasses namedMeasures = MeasureWordClasses.of("same-count-named");

    /** True if the report is about the place of the catalogue. */
    private final boolean samePlace;

    private final ImmutableSet<String> places;

    BindingRules(KnownIndicators indicators, DraftRules draft, boolean samePlace) {
        this.known = indicators.catalog();
        this.indicators = indicators;
        this.draft = draft;
        this.samePlace = samePlace;
        this.places = known.regions().stream()
                .map(region -> RegionNames.withoutLevel(region.name().zh()))
                .filter(name -> name.length() >= 2)
                .collect(ImmutableSet.toImmutableSet());
    }

    /**
     * Returns why a figure may not be bound.
     *
     * @param whole true if the subject is a whole name of the indicator
     */
    Optional<Question> question(FigureMention figure, MentionContext around, Named named, Part part, boolean whole) {
        Optional<Question> words = words(figure, around, named, part, whole);
        if (words.isPresent()) {
            return words;
        }
        return switch (part) {
            case VALUE -> value(figure, named);
            case CHANGE, COMPLETION, RANK -> attached(figure, around, part, named.unit);
            case NAME -> Optional.empty();
        };
    }

    /**
     * Returns why a change, completion or rank cannot be recorded with its value, if anything prevents it.
     *
     * @param unit the code of the unit of the value
     */
    Optional<Question> attached(FigureMention figure, MentionContext around, Part part, String unit) {
        return switch (part) {
            case CHANGE -> change(figure, around);
            case COMPLETION -> completion(figure, unit);
            case RANK -> rank(figure, around);
            case VALUE, NAME -> Optional.empty();
        };
    }

    private static Optional<Question> completion(FigureMention figure, String unit) {
        Optional<String> other =
                figure.against().filter(plan -> unit.startsWith(COUNT) && DraftWords.has(Kind.AMOUNT_ENDING, plan));
        if (other.isPresent()) {
            return open(OpenReason.COMPLETION_ALONE, other.get()); // 项目9个，完成年度投资计划的61%
        }
        boolean share =
                figure.quantity().unit().isRatio() && figure.quantity().value().signum() > 0;
        return share ? Optional.empty() : open(OpenReason.COMPLETION_ALONE, "");
    }

    private static Optional<Question> rank(FigureMention figure, MentionContext around) {
        Optional<String> growth = DraftWords.first(Kind.GROWTH, around.front);
        if (growth.isPresent()) {
            return open(OpenReason.RANK_ALONE, growth.get());
        }
        return ObservationDraft.scope(figure).isPresent()
                ? Optional.empty()
                : open(OpenReason.RANK_ALONE, figure.scope().orElse(""));
    }

    private Optional<Question> words(
            FigureMention figure, MentionContext around, Named named, Part part, boolean whole) {
        String text = around.front + around.behind;
        boolean isNamed = whole && indicators.isCommon(named.indicator.id());
        String names = String.join(" ", WholeNames.said(named.indicator));
        String said = isNamed ? names : saidOf(named.indicator);
        // What a note doubts (19家: of the year, or a total?) does not answer it.
        String measured = isNamed ? names : definitionOf(named.indicator);
        Optional<String> unsaid =
                isNamed ? DraftRules.unsaid(named.indicator.name().zh(), around) : Optional.empty();
        if (unsaid.isPresent()) {
            return open(OpenReason.OTHER_MEASURE, unsaid.get());
        }
        for (String veto : named.indicator.vetoes()) {
            if (around.front.contains(veto) && !around.subject.isEmpty() && !isOnlyInName(veto, around.front, named)) {
                return open(OpenReason.OTHER_MEASURE, veto);
            }
        }
        Optional<String> owner = named.unit.equals("ratio") && part == Part.VALUE
                ? DraftWords.all(Kind.OWNER, around.sentenceFront).stream()
                        .filter(word -> !said.contains(word))
                        .findFirst()
                : Optional.empty();
        if (owner.isPresent() && around.subject.length() <= SHORT_RATE) {
            return open(OpenReason.OTHER_MEASURE, owner.get());
        }
        for (String word : DraftWords.all(Kind.APART, text)) {
            boolean estimate = whole && DraftWords.words(Kind.ESTIMATE).contains(word);
            if (!said.contains(word) && !estimate) {
                return open(part == Part.CHANGE ? OpenReason.OTHER_BASE : OpenReason.OTHER_MEASURE, word);
            }
        }
        Optional<Question> name = whole ? Optional.empty() : name(around, named, said);
        if (name.isPresent() || part != Part.VALUE) {
            return name;
        }
        IndicatorKind kind = named.indicator.kind();
        Optional<String> isNew = DraftWords.first(Kind.NEW, text);
        boolean countsNew = DraftWords.has(Kind.NEW, named.indicator.name().zh());
        if (countsNew && isNew.isEmpty() && !whole) {
            return open(OpenReason.NOT_SAID_NEW, named.indicator.name().zh());
        }
        if (kind == IndicatorKind.STOCK && isNew.isPresent() && !said.contains(isNew.get())) {
            return open(OpenReason.ONLY_NEW, isNew.get());
        }
        Optional<String> newBefore =
                around.isListed() ? DraftWords.first(Kind.NEW, around.clauseFront) : Optional.empty();
        if (kind == IndicatorKind.STOCK && newBefore.isPresent() && !said.contains(newBefore.get())) {
            return open(OpenReason.ONLY_NEW, newBefore.get());
        }
        Optional<String> gained = around.whole().flatMap(ProposalNames::gained);
        if (kind == IndicatorKind.STOCK && gained.isPresent() && !said.contains(gained.get())) {
            return open(OpenReason.ONLY_NEW, gained.get());
        }
        Optional<String> total = DraftWords.first(Kind.TOTAL, around.front);
        if (kind == IndicatorKind.FLOW
                && total.isPresent()
                && !measured.contains(total.get())
                && !isOfEvents(figure)
                && !DraftWords.has(Kind.IN_YEAR, around.sentenceFront)) {
            return open(OpenReason.TOTAL_BY_THEN, total.get());
        }
        return Optional.empty();
    }

    /** A word of a name that the text has is no veto: 新增 of 新增就业 beside 新增 as a veto of another name. */
    private static boolean isOnlyInName(String veto, String front, Named named) {
        String rest = front;
        for (String name : named.names) {
            rest = rest.replace(name, "");
        }
        return !rest.contains(veto);
    }

    /** Events happen in a period, things are there: 累计转移1864人次 is of the year, 累计打造31家 need not be. */
    private static boolean isOfEvents(FigureMention figure) {
        String code = figure.quantity().unit().code();
        return DraftWords.valueOf(Kind.EVENT, code.replace("count:", "")).isPresent();
    }

    /** 企业诉求办结率 is no 办结率 of another indicator: a short name must be all that the text says. */
    private Optional<Question> name(MentionContext around, Named named, String said) {
        String subject = around.subject;
        Optional<String> found = named.names.stream().filter(subject::contains).findFirst();
        if (found.isEmpty() || found.get().length() > SHORT_NAME) {
            return Optional.empty();
        }
        int at = subject.indexOf(found.get());
        String before = subject.substring(0, at);
        String behind = subject.substring(at + found.get().length());
        boolean whole = (before.isEmpty() || said.contains(before) || endsInVerb(before))
                && (behind.isEmpty() || NOUN_ENDINGS.indexOf(behind.charAt(0)) < 0);
        return whole || said.contains(subject) ? Optional.empty() : open(OpenReason.LONGER_NAME, subject);
    }

    /** 共开展 in front of 集中学习 is no part of the name. */
    private static boolean endsInVerb(String text) {
        for (int i = 0; i < text.length(); i++) {
            Word word = ReaderVocabulary.standard().wordAt(text, i, text.length());
            if (word != null
                    && i + word.text.length() == text.length()
                    && (word.is(WordKind.VERB) || word.is(WordKind.LEAD) || word.is(WordKind.FILLER))) {
                return true;
            }
        }
        return false;
    }

    private Optional<Question> value(FigureMention figure, Named named) {
        Indicator indicator = named.indicator;
        Optional<Quantity> value = valueIn(figure, indicator);
        if (value.isEmpty()) {
            boolean share = figure.comparison().equals(Optional.of(ReportedComparison.SHARE));
            return open(
                    share ? OpenReason.SHARE : OpenReason.OTHER_UNIT,
                    figure.quantity().unit().code());
        }
        int decimals = value.get().value().stripTrailingZeros().scale();
        return decimals > indicator.decimals()
                ? open(OpenReason.MORE_DECIMALS, decimals + " of at most " + indicator.decimals())
                : Optional.empty();
    }

    /** The figure in the indicator's unit: as it is, or with a measure word that counts the same. */
    Optional<Quantity> valueIn(FigureMention figure, Indicator indicator) {
        Quantity quantity = figure.quantity();
        if (quantity.unit().hasSameBase(indicator.unit())) {
            return Optional.of(quantity);
        }
        String own = indicator.unit().code();
        if (own.equals("raw:" + PrintedUnits.symbol(quantity))) {
            return PrintedUnits.as(figure, own);
        }
        if (!measuresOf(indicator).same(quantity.unit().code(), own)) {
            return Optional.empty();
        }
        return PrintedUnits.as(figure, indicator.unit().symbol().replace("count:", ""))
                .filter(value -> value.value().compareTo(quantity.value()) == 0
                        && value.unit().hasSameBase(indicator.unit()));
    }

    private MeasureWordClasses measuresOf(Indicator indicator) {
        return indicators.isCommon(indicator.id()) ? namedMeasures : measures;
    }

    boolean isCommon(Indicator indicator) {
        return indicators.isCommon(indicator.id());
    }

    /** Another place has the same indicator only if it names it so, and if nothing of this place is in its definition. */
    boolean mayBeTheSame(Named named, String subject) {
        return samePlace
                || (named.names.contains(subject)
                        && places.stream()
                                .noneMatch(
                                        place -> definitionOf(named.indicator).contains(place)));
    }

    private static String definitionOf(Indicator indicator) {
        return indicator.name().zh()
                + ' '
                + String.join(" ", indicator.aliases())
                + ' '
                + indicator.definition().zh();
    }

    boolean mayHaveUnit(FigureMention figure, Named named) {
        String code = figure.quantity().unit().code();
        boolean area = code.equals("m2") && named.unit.equals("raw:亩"); // asked for: 公顷 is not printed as 亩
        return named.unit.equals(code) || area || measuresOf(named.indicator).same(code, named.unit);
    }

    /** A rate of change against the year before, with a sign that is sure. */
    Optional<Question> change(FigureMention figure, MentionContext around) {
        String code = figure.quantity().unit().code();
        Optional<String> base = DraftWords.first(Kind.OTHER_BASE, around.front + figure.phrase());
        if (base.isPresent()) {
            return open(OpenReason.OTHER_BASE, base.get());
        }
        if (figure.comparison().isEmpty()) {
            return open(OpenReason.OTHER_BASE, "");
        }
        int decimals = figure.quantity().value().stripTrailingZeros().scale();
        if (decimals > MAX_DECIMALS) {
            return open(OpenReason.MORE_DECIMALS, decimals + " of at most " + MAX_DECIMALS);
        }
        if (code.equals("times")) {
            boolean grows = figure.comparison().get() == ReportedComparison.MULTIPLE_INCREASE
                    && figure.phrase().contains("增");
            return grows ? Optional.empty() : open(OpenReason.MULTIPLE, "");
        }
        if (!code.equals("ratio")) {
            return open(OpenReason.CHANGE_IN_UNITS, code);
        }
        return draft.signed(figure, around).isPresent() ? Optional.empty() : open(OpenReason.DOUBLE_NEGATIVE, "");
    }

    /** Returns all texts of the catalogue about an indicator: names, definition, and those of its observations. */
    private String saidOf(Indicator indicator) {
        StringBuilder said = new StringBuilder(indicator.name().zh());
        indicator.aliases().forEach(alias -> said.append(' ').append(alias));
        said.append(' ').append(indicator.definition().zh());
        ImmutableList<Observation> observations = known.observations(indicator.id());
        for (Observation observation : observations) {
            said.append(' ').append(observation.citation().quote());
            observation.note().ifPresent(note -> said.append(' ').append(note.zh()));
        }
        return said.toString();
    }

    private static Optional<Question> open(OpenReason reason, String detail) {
        return Optional.of(new Question(reason, detail));
    }

    /** Measure words that count the same things. */
    static final class MeasureWordClasses {
        private final ImmutableList<ImmutableSet<String>> classes;

        private MeasureWordClasses(ImmutableList<ImmutableSet<String>> classes) {
            this.classes = classes;
        }

        static MeasureWordClasses of(String kind) {
            return new MeasureWordClasses(HeadingWords.read("draft-words.tsv").get(kind).stream()
                    .map(entry -> ImmutableSet.copyOf(entry.word().split(" ")))
                    .collect(ImmutableList.toImmutableList()));
        }

        boolean same(String code, String other) {
            return code.startsWith(COUNT)
                    && other.startsWith(COUNT)
                    && classes.stream()
                            .anyMatch(words -> words.contains(code.substring(COUNT.length()))
                                    && words.contains(other.substring(COUNT.length())));
        }
    }
}
