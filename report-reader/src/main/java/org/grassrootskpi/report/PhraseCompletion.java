package org.grassrootskpi.report;

import org.grassrootskpi.report.MeaningWords.Entry;
import org.grassrootskpi.report.MeaningWords.Kind;
import org.jspecify.annotations.Nullable;

/** Completes a phrase with what it lacks, from the figures and the topics before it. */
final class PhraseCompletion {
    private static final int MIN_OVERLAP = 4;

    /** 存栏|生猪 behind 年出栏生猪. */
    private static final String YEARLY = "年";

    /** 总 of 总户数 is no owner. */
    private static final int MIN_OWNER = 2;

    /** The owner of a head is the whole subject before it: 增速. */
    private static final String SUBJECT = "subject";

    /** The owner of a head is the thing that the subject before it does something with: 总数. */
    private static final String THING = "thing";

    private final MeaningWords words;
    private final NounPhrases phrases;
    private final PartNames parts;
    private final FiguresBefore figures;
    private final TopicsBefore topics;

    PhraseCompletion(
            MeaningWords words, NounPhrases phrases, PartNames parts, FiguresBefore figures, TopicsBefore topics) {
        this.words = words;
        this.phrases = phrases;
        this.parts = parts;
        this.figures = figures;
        this.topics = topics;
    }

    /** A phrase with what it lacks: the owner of its noun, the object of its verb, the thing of its class. */
    String of(String printed, MentionBuilder figure, @Nullable MentionBuilder last, boolean part) {
        if (printed.isEmpty()) {
            return last == null ? topics.topic() : last.subject;
        }
        String phrase = TimeExpressions.without(parts.withoutLight(printed));
        boolean trade = phrases.isHead(phrase) && words.is(phrase, Kind.ACT);
        if (trade || (part && phrases.isHead(phrase))) {
            return phrase;
        }
        MentionBuilder other = figures.amount(last);
        Entry paired = other == null ? null : words.endOf(other.subject, Kind.ACT);
        if (other != null && paired != null && isPair(phrase, paired.text)) {
            return other.subject.substring(0, other.subject.length() - 2) + phrase;
        }
        if (phrases.behindVerbs(phrase) == phrase.length()) {
            return phrase + object(phrase, figure, figures.amount(last));
        }
        String called = figure.role == FigureRole.CHANGE && phrase.length() > 1 ? figures.called(figure, phrase) : "";
        if (!called.isEmpty()) {
            return called;
        }
        if (last != null && parts.isRated(phrase, figure, last)) {
            return parts.rated(phrase, figure, last);
        }
        boolean item = last != null && topics.isOwnerBehind(last.to);
        Entry per = words.at(phrase, 0, phrase.length(), Kind.EACH);
        if (per != null && last != null && per.length() == phrase.length()) {
            return phrase + last.subject;
        }
        if (per != null && last != null && phrases.isUnit(phrase.substring(per.length()))) {
            return phrase + last.subject.substring(phrases.behindVerbs(last.subject));
        }
        String before = item
                ? topics.loose()
                : !topics.listTopic().isEmpty()
                        ? topics.listTopic()
                        : last == null ? topics.loose() : figures.owning(last).subject;
        if (words.at(phrase, phrase.length() - 1, phrase.length(), Kind.CLASS) != null) {
            MentionBuilder whole = figures.amount(last);
            boolean same = whole != null && whole.hasUnit(figure.quantity.unit().code());
            String of = same && whole != null ? whole.subject : topics.topic().isEmpty() ? before : topics.topic();
            return phrase + parts.thing(topics.listTopic().isEmpty() ? of : topics.listTopic());
        }
        String collected = topics.nearestTopic();
        if (words.is(phrase, Kind.AGENT) && phrases.isRevenue(collected)) {
            return collected.isEmpty() ? phrase : phrase + "征收" + unplaced(collected);
        }
        String counterpart = PartNames.counterpart(phrase, last == null ? topics.topic() : last.subject);
        if (!counterpart.isEmpty()) {
            return counterpart;
        }
        boolean isRank = figure.role == FigureRole.RANK
                && (last != null || !topics.loose().isEmpty());
        if (isRank && !part && phrases.isHead(phrase)) {
            return before;
        }
        boolean ownerless = (last == null && topics.loose().isEmpty())
                || words.is(before, Kind.PLACE)
                || words.is(before, Kind.GAUGE)
                || phrases.isHead(before);
        if (part || !phrases.isHead(phrase) || ownerless) {
            return parts.measured(parts.continued(phrase, figure, last), figure, wholeOf(figure, last), part);
        }
        Entry head = words.at(phrase, 0, phrase.length(), Kind.HEAD);
        String value = head == null ? "" : head.value;
        if (value.equals(THING)) {
            before = before.substring(phrases.behindVerbs(before));
        }
        String owner = value.equals(SUBJECT) || value.equals(THING) ? before : phrases.owner(before);
        if (owner.length() < MIN_OWNER || phrases.behindVerbs(owner) == owner.length()) {
            return phrase;
        }
        int overlap = phrase.length() >= 2 ? owner.indexOf(phrase.substring(0, 2)) : -1;
        boolean cuts = overlap > 0 && owner.length() - overlap >= MIN_OVERLAP;
        return (cuts ? owner.substring(0, overlap) : owner) + phrase;
    }

    /** What a figure is a part of, past the change and the share of that: 总产量31万吨，增长1%，其中夏粮2万吨. */
    private @Nullable MentionBuilder wholeOf(MentionBuilder figure, @Nullable MentionBuilder last) {
        MentionBuilder amount = figures.amount(last);
        boolean chained = amount != null && !amount.wholeNoun.isEmpty();
        return figure.part || chained ? amount : last;
    }

    /** What a verb alone does something with: 办结|企业诉求 behind 受理企业诉求. */
    private String object(String verb, MentionBuilder figure, @Nullable MentionBuilder last) {
        String unit = figure.quantity.unit().code();
        boolean same = last != null
                ? last.quantity.unit().code().equals(unit)
                : topics.topicUnit().equals(unit);
        if (topics.whole().isEmpty() && !same) {
            return "";
        }
        String source =
                !topics.whole().isEmpty() ? topics.whole() : last != null ? last.subject : topics.nearestTopic();
        if (topics.whole().isEmpty() && last == null && words.endOf(source, Kind.PLACE) != null) {
            return "";
        }
        if (topics.whole().isEmpty() && !figure.quantity.unit().isCounting()) {
            return "";
        }
        int year = source.startsWith(YEARLY) ? YEARLY.length() : 0;
        int verbs = phrases.behindVerbs(source.substring(year));
        String object = verbs > 0 ? source.substring(year + verbs) : source;
        object = object.substring(object.lastIndexOf('的') + 1);
        // 股份制改造7家、挂牌4家: what was done is no thing that something else is done with; nor is 报会1家、上市1家 twice the same.
        Entry act = words.endOf(object, Kind.ACT);
        boolean isThing = !object.equals(verb) && (act == null || act.is(Kind.NOUN));
        return isThing && (last == null || !last.subject.equals(verb + object)) ? object : "";
    }

    /** 存栏 and 出栏, 入库 and 出库. */
    private static boolean isPair(String one, String other) {
        return one.length() == 2 && other.length() == 2 && !one.equals(other) && one.charAt(1) == other.charAt(1);
    }

    private static String unplaced(String subject) {
        return subject.startsWith("地方") || subject.startsWith("全") ? subject.substring(2) : subject;
    }
}
