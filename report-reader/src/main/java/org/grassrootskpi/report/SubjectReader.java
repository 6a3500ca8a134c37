package org.grassrootskpi.report;

import java.util.List;
import org.grassrootskpi.report.MeaningWords.Entry;
import org.grassrootskpi.report.MeaningWords.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a figure measures: the noun phrase in front of it, else the noun that it counts, else what the figure before it
 * measures. A phrase that lacks something takes it from the figures and phrases before.
 */
final class SubjectReader {
    private static final int MAX_SUBJECT = 40;
    private static final int MIN_OVERLAP = 4;

    /** The owner of a head is the whole subject before it: 增速. */
    private static final String SUBJECT = "subject";

    /** The owner of a head is the thing that the subject before it does something with: 总数. */
    private static final String THING = "thing";

    private final String text;
    private final MeaningWords words;
    private final TextWords here;
    private final NounPhrases phrases;
    private final CountedNouns nouns;
    private final SharedSubjects shared;
    private final PartNames parts;
    private final Casualties casualties;

    private final FiguresBefore figures;

    /** The subject of the first level of the paragraph, and of the paragraph above. */
    private String topic = "";

    private String topicUnit = "";
    private String above = "";

    /** What a list behind a colon is about. */
    private String listTopic = "";

    /** The whole of which the sentence tells parts: 在固定资产投资中. */
    private String whole = "";

    /** The noun of the last piece without a figure. */
    private String loose = "";

    private int looseStart = -1;
    private int sentenceStart;

    /** True if that noun is an item of a list: 一是制药厂. */
    private boolean isItem;

    /** Where the noun ends that the last figure counts. */
    private int countedEnd;

    SubjectReader(String text, MeaningWords words, TextWords here, NounPhrases phrases, List<MentionBuilder> read) {
        this.text = text;
        this.words = words;
        this.here = here;
        this.phrases = phrases;
        this.nouns = new CountedNouns(text, here, phrases);
        this.shared = new SharedSubjects(words);
        this.parts = new PartNames(text, words, phrases);
        this.casualties = new Casualties(text, words, phrases);
        this.figures = new FiguresBefore(text, phrases, read);
    }

    void startParagraph() {
        above = topic.isEmpty() ? above : topic;
        topic = "";
    }

    void startSentence(int start) {
        sentenceStart = start;
        listTopic = "";
        whole = "";
        loose = "";
        looseStart = -1;
        isItem = false;
        countedEnd = 0;
    }

    /** Takes a piece of a clause without a figure. */
    void passed(int from, int to, boolean colon) {
        int end = predicate(from, to);
        int start = phrases.subjectStart(from, end, false);
        String noun = start < end ? text.substring(start, end).strip() : "";
        if (colon) {
            listTopic = noun;
        } else if (noun.length() > 1 && phrases.behindVerbs(noun) < noun.length()) {
            isItem = phrases.isItem(from, to);
            loose = noun;
            looseStart = start;
        }
    }

    void within(String noun) {
        whole = noun;
    }

    @Nullable String whole() {
        return whole.isEmpty() ? null : whole;
    }

    /** Takes a figure whose subject and role are known. */
    void found(MentionBuilder figure, String phrase) {
        boolean names = !words.is(phrase, Kind.AGENT) && words.endOf(figure.subject, Kind.CLASS) == null;
        if (topic.isEmpty() && figure.role == FigureRole.LEVEL && names) {
            topic = figure.subject;
            topicUnit = figure.quantity.unit().code();
        }
    }

    /** Returns where the phrase of the next figure may begin: behind the noun that the last one counts. */
    int behindCounted(int from, int figure) {
        int floor = countedEnd > from && countedEnd <= figure ? countedEnd : from;
        countedEnd = 0;
        return floor;
    }

    /** Where the first word of a predicate begins in a piece. */
    private int predicate(int from, int to) {
        int start = phrases.behindLead(from, to);
        for (int i = start; i < to; i++) {
            Entry word = here.at(i, to);
            if (word != null && i > start && word.length() > 1 && word.is(Kind.ADVERB, Kind.LIGHT)) {
                return i;
            }
            i += word == null ? 0 : word.length() - 1;
        }
        return to;
    }

    /**
     * Gives the figures of a list their subjects.
     *
     * @param figure the first of the list
     * @param printed the phrase in front of it, possibly empty
     * @param list the figures of the list, mostly one
     * @param limit where the next figure or the sentence ends
     * @param part true behind 其中
     */
    void find(
            MentionBuilder figure,
            String printed,
            Relation relation,
            List<MentionBuilder> list,
            int limit,
            boolean part) {
        MentionBuilder last = figures.before(figure);
        String hurt = casualties.of(figure, printed, last, limit);
        if (!hurt.isEmpty()) {
            countedEnd = casualties.end(figure, limit);
            list.forEach(member -> member.subject = cut(hurt));
            return;
        }
        String phrase = part ? parts.of(printed, last) : printed;
        List<String> names = subjects(figure, phrase, relation, list, last, limit, part);
        for (int i = 0; i < list.size(); i++) {
            list.get(i).subject = cut(names.get(Math.min(i, names.size() - 1)));
        }
    }

    private List<String> subjects(
            MentionBuilder figure,
            String phrase,
            Relation relation,
            List<MentionBuilder> list,
            @Nullable MentionBuilder last,
            int limit,
            boolean part) {
        FigureRole role = relation.role();
        boolean counts = role == FigureRole.LEVEL || role == FigureRole.TO || role == FigureRole.FROM;
        if (figure.hasUnit(MentionBuilder.YEARS_OF_AGE) && list.size() > 1) {
            return List.of(nouns.aged(list.get(list.size() - 1).to, limit));
        }
        if (figure.role == FigureRole.THRESHOLD && phrases.behindVerbs(phrase) == phrase.length()) {
            String noun = nouns.aged(figure.to, limit);
            if (noun.length() > 1) {
                return List.of(noun);
            }
        }
        if (counts) {
            String counted = counted(figure, phrase, limit);
            if (!counted.isEmpty()) {
                return List.of(counted);
            }
        }
        if (list.size() > 1) {
            List<String> names = listed(figure, parts.unspread(phrase), list.size());
            if (!names.isEmpty()) {
                return phrase.isEmpty()
                        ? names
                        : names.stream()
                                .map(name -> completed(name, figure, last, part))
                                .toList();
            }
            if (!phrase.isEmpty() || role != FigureRole.RANK) {
                list.forEach(member -> member.doubts.add(MeaningDoubt.NAMES_AND_FIGURES));
            }
        }
        return List.of(phrase.isEmpty() ? inherited(figure, relation, last) : completed(phrase, figure, last, part));
    }

    /** The names of as many figures as a list has; empty if the text does not give so many. */
    private List<String> listed(MentionBuilder first, String phrase, int count) {
        if (phrase.isEmpty()) {
            return figures.subjects(first, count);
        }
        List<String> aged = figures.aged(phrase, count, nouns);
        return aged.isEmpty() ? shared.split(phrase, count) : aged;
    }

    /** The noun that a figure counts, or whose value it is: 41个|重点项目, 总投资2.6亿元的|酒店项目. */
    private String counted(MentionBuilder figure, String phrase, int limit) {
        if (figure.to < limit
                && text.charAt(figure.to) == '“'
                && figure.quantity.unit().isCounting()) {
            return text.substring(figure.to, nouns.end(figure.to, limit));
        }
        String head = phrase.substring(phrases.behindVerbs(phrase));
        boolean owned = phrases.isHead(head) && figure.to < limit && text.charAt(figure.to) == '的';
        if (owned) {
            int end = nouns.end(figure.to + 1, limit);
            String owner = text.substring(figure.to + 1, Math.max(figure.to + 1, end));
            countedEnd = end;
            return owner.isEmpty() ? "" : owner + head;
        }
        boolean etc = phrase.endsWith("等");
        int verbs = phrases.behindVerbs(phrase);
        boolean of = figure.from > 0
                && text.charAt(figure.from - 1) == '的'
                && figure.quantity.unit().isCounting();
        boolean open = phrase.isEmpty() || etc || of || verbs == phrase.length() || isPlace(phrase);
        boolean ratio = figure.isRatio() || figure.hasUnit("percentage-point") || figure.hasUnit("rank");
        if (!open || ratio || figure.suffixed) {
            return "";
        }
        if (phrases.isSpan(figure.to)) {
            return "";
        }
        int from = figure.to;
        while (from < limit && text.charAt(from) == ' ') {
            from++;
        }
        int end = nouns.end(from, limit);
        String noun = text.substring(from, Math.max(from, end)).strip();
        Entry last = end == limit ? phrases.lastNoun(noun) : null;
        if (last != null && last.is(Kind.HEAD)) {
            noun = noun.substring(0, noun.length() - last.length());
            end -= last.length();
        }
        countedEnd = noun.isEmpty() ? 0 : end;
        boolean thing = noun.length() > 1 || words.is(noun, Kind.COUNTED);
        if (!thing || phrases.isHead(noun)) {
            return "";
        }
        return verbs == phrase.length() ? phrase + noun : noun;
    }

    private static boolean isPlace(String phrase) {
        return phrase.length() >= 2
                && phrase.length() <= 6
                && "省市县区镇乡村州旗".indexOf(phrase.charAt(phrase.length() - 1)) >= 0;
    }

    private String inherited(MentionBuilder figure, Relation relation, @Nullable MentionBuilder last) {
        if (figure.pieceStart > 0 && "（(".indexOf(text.charAt(figure.pieceStart - 1)) >= 0) {
            int open = figure.pieceStart - 1;
            int start = phrases.pieceStart(Math.max(0, open - MAX_SUBJECT), open);
            int end = phrases.withoutTail(start, open);
            int from = last == null ? start : Math.max(start, last.to);
            int noun = phrases.subjectStart(from, Math.max(from, end), false);
            if (noun < end) {
                return text.substring(noun, end);
            }
        }
        if (last == null) {
            boolean length = LengthsOfTime.isLength(figure.quantity.unit().code());
            return length ? "" : loose.isEmpty() ? topic : loose;
        }
        if (relation.role() == FigureRole.LEVEL && looseStart >= last.to) {
            return loose;
        }
        MentionBuilder changed = figure.role == FigureRole.CHANGE ? figures.changed(figure, last) : null;
        boolean own = last.role != FigureRole.SHARE && (last.role != FigureRole.CHANGE || !last.isRatio());
        if (changed != null && !figure.isRatio() && own) {
            return changed.subject;
        }
        if (last.role == FigureRole.THRESHOLD && figure.quantity.unit().isCounting()) {
            return figures.subjectBefore(last);
        }
        if (relation.role() == FigureRole.LEVEL && figures.isOther(figure, last)) {
            return figures.subjectOfUnit(figure);
        }
        if (figure.hasUnit("rank") && text.substring(last.to, figure.from).contains("中")) {
            return figures.subjectBefore(last);
        }
        boolean points = figure.hasUnit("percentage-point") && last.role == FigureRole.SHARE && last.against != null;
        if (points && !last.subject.contains("占")) {
            return last.subject + "占" + last.against + "的比重";
        }
        return last.subject;
    }

    /** A phrase with what it lacks: the owner of its noun, the object of its verb, the thing of its class. */
    private String completed(String printed, MentionBuilder figure, @Nullable MentionBuilder last, boolean part) {
        if (printed.isEmpty()) {
            return last == null ? topic : last.subject;
        }
        String phrase = TimeExpressions.without(parts.withoutLight(printed));
        boolean trade = phrases.isHead(phrase) && words.is(phrase, Kind.ACT);
        if (trade || (part && phrases.isHead(phrase))) {
            return phrase;
        }
        if (phrases.behindVerbs(phrase) == phrase.length()) {
            return phrase + object(phrase, figure, figures.amount(last));
        }
        boolean item = last != null && looseStart >= last.to && (isItem || last.to <= sentenceStart);
        Entry per = words.at(phrase, 0, phrase.length(), Kind.EACH);
        if (per != null && last != null && phrases.isUnit(phrase.substring(per.length()))) {
            return phrase + last.subject.substring(phrases.behindVerbs(last.subject));
        }
        String before =
                item ? loose : !listTopic.isEmpty() ? listTopic : last == null ? loose : figures.owning(last).subject;
        if (words.at(phrase, phrase.length() - 1, phrase.length(), Kind.CLASS) != null) {
            MentionBuilder whole = figures.amount(last);
            boolean same = whole != null && whole.hasUnit(figure.quantity.unit().code());
            String of = same && whole != null ? whole.subject : topic.isEmpty() ? before : topic;
            return phrase + parts.thing(listTopic.isEmpty() ? of : listTopic);
        }
        String collected = topic.isEmpty() ? above : topic;
        if (words.is(phrase, Kind.AGENT) && phrases.isRevenue(collected)) {
            return collected.isEmpty() ? phrase : phrase + "征收" + unplaced(collected);
        }
        String counterpart = PartNames.counterpart(phrase, last == null ? topic : last.subject);
        if (!counterpart.isEmpty()) {
            return counterpart;
        }
        boolean isRank = figure.role == FigureRole.RANK && (last != null || !loose.isEmpty());
        if (isRank && !part && phrases.isHead(phrase)) {
            return before;
        }
        boolean ownerless = (last == null && loose.isEmpty())
                || words.is(before, Kind.PLACE)
                || words.is(before, Kind.GAUGE)
                || phrases.isHead(before);
        if (part || !phrases.isHead(phrase) || ownerless) {
            return parts.measured(parts.continued(phrase, figure, last), figure, last, part);
        }
        Entry head = words.at(phrase, 0, phrase.length(), Kind.HEAD);
        String value = head == null ? "" : head.value;
        if (value.equals(THING)) {
            before = before.substring(phrases.behindVerbs(before));
        }
        String owner = value.equals(SUBJECT) || value.equals(THING) ? before : phrases.owner(before);
        if (phrases.behindVerbs(owner) == owner.length()) {
            return phrase;
        }
        int overlap = phrase.length() >= 2 ? owner.indexOf(phrase.substring(0, 2)) : -1;
        boolean cuts = overlap > 0 && owner.length() - overlap >= MIN_OVERLAP;
        return (cuts ? owner.substring(0, overlap) : owner) + phrase;
    }

    /** What a verb alone does something with: 办结|企业诉求 behind 受理企业诉求. */
    private String object(String verb, MentionBuilder figure, @Nullable MentionBuilder last) {
        String unit = figure.quantity.unit().code();
        boolean same = last != null ? last.quantity.unit().code().equals(unit) : topicUnit.equals(unit);
        if (whole.isEmpty() && !same) {
            return "";
        }
        String source = !whole.isEmpty() ? whole : last != null ? last.subject : topic.isEmpty() ? above : topic;
        if (whole.isEmpty() && last == null && words.endOf(source, Kind.PLACE) != null) {
            return "";
        }
        String object = source.substring(phrases.behindVerbs(source));
        object = object.substring(object.lastIndexOf('的') + 1);
        // 股份制改造7家、挂牌4家: what was done is no thing that something else is done with; nor is 报会1家、上市1家 twice the same.
        Entry act = words.endOf(object, Kind.ACT);
        boolean isThing = !object.equals(verb) && (act == null || act.is(Kind.NOUN));
        return isThing && (last == null || !last.subject.equals(verb + object)) ? object : "";
    }

    private static String unplaced(String subject) {
        return subject.startsWith("地方") || subject.startsWith("全") ? subject.substring(2) : subject;
    }

    private static String cut(String subject) {
        String line = subject.strip();
        int from = Math.max(0, line.length() - MAX_SUBJECT);
        boolean splits = from > 0 && Character.isLowSurrogate(line.charAt(from));
        return line.substring(splits ? from + 1 : from);
    }
}
