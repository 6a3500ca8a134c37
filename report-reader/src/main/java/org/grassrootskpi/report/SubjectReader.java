package org.grassrootskpi.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a figure measures: the noun phrase in front of it, else the noun that it counts, else what the figure before it
 * measures. A phrase that lacks something takes it from the figures and phrases before.
 */
final class SubjectReader {
    private static final int MAX_SUBJECT = 40;

    /** 占全市的比重|提高2个百分点 is of the subject before it. */
    private static final String SHARE = "占";

    private final String text;
    private final NounPhrases phrases;
    private final CountedNouns nouns;
    private final SharedSubjects shared;
    private final PartNames parts;
    private final Casualties casualties;
    private final FiguresBefore figures;
    private final TopicsBefore topics;
    private final PhraseCompletion completion;
    private final SubjectDoubts doubts;

    /** Where the noun ends that the last figure counts. */
    private int countedEnd;

    SubjectReader(String text, MeaningWords words, TextWords here, NounPhrases phrases, List<MentionBuilder> read) {
        this.text = text;
        this.phrases = phrases;
        this.nouns = new CountedNouns(text, words, here, phrases);
        this.shared = new SharedSubjects(words);
        this.parts = new PartNames(text, words, phrases);
        this.casualties = new Casualties(text, words, phrases);
        this.figures = new FiguresBefore(text, phrases, read);
        this.topics = new TopicsBefore(text, words, here, phrases);
        this.doubts = new SubjectDoubts(text, here, phrases, figures, topics);
        this.completion = new PhraseCompletion(words, phrases, parts, figures, topics);
    }

    void startParagraph() {
        topics.startParagraph();
    }

    void startSentence(int start) {
        topics.startSentence(start);
        countedEnd = 0;
    }

    /** Takes a piece of a clause without a figure. */
    void passed(int from, int to, boolean colon) {
        topics.passed(from, to, colon);
    }

    void within(String noun) {
        topics.within(noun);
    }

    @Nullable String whole() {
        return topics.whole().isEmpty() ? null : topics.whole();
    }

    /** Takes a figure whose subject and role are known. */
    void found(MentionBuilder figure, String phrase) {
        topics.found(figure, phrase);
    }

    /** Returns where the phrase of the next figure may begin: behind the noun that the last one counts. */
    int behindCounted(int from, int figure) {
        int floor = countedEnd > from && countedEnd <= figure ? countedEnd : from;
        countedEnd = 0;
        return floor;
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
        figure.part = part || (last != null && last.part && parts.goesOn(figure, last));
        String hurt = casualties.of(figure, printed, last, limit);
        if (!hurt.isEmpty()) {
            countedEnd = casualties.end(figure, limit);
            list.forEach(member -> member.subject = cut(hurt));
            return;
        }
        boolean named = figure.part && topics.whole().isEmpty();
        String phrase = named ? parts.of(printed, last) : parts.within(printed, topics.whole());
        List<String> names = subjects(figure, phrase, relation, list, last, limit, part);
        for (int i = 0; i < list.size(); i++) {
            list.get(i).subject = cut(names.get(Math.min(i, names.size() - 1)));
            doubt(list.get(i), last);
        }
    }

    /** Notes that a subject is cut, or that it was taken from a figure of which it is doubtful. */
    private static void doubt(MentionBuilder figure, @Nullable MentionBuilder last) {
        if (SubjectDoubts.isCut(figure.subject)) {
            figure.doubts.add(MeaningDoubt.CUT_SUBJECT);
        }
        boolean same = last != null && last.doubts.contains(MeaningDoubt.OTHER_SUBJECT);
        if (same && last != null && figure.subject.equals(last.subject)) {
            figure.doubts.add(MeaningDoubt.OTHER_SUBJECT);
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
        if (figure.hasUnit(MentionBuilder.YEARS_OF_AGE)
                && phrase.isEmpty()
                && !topics.whole().isEmpty()) {
            return List.of(parts.members(topics.whole()));
        }
        if (figure.role == FigureRole.THRESHOLD && phrases.behindVerbs(phrase) == phrase.length()) {
            String noun = nouns.aged(figure.to, limit);
            if (noun.length() > 1) {
                return List.of(noun);
            }
        }
        if (counts) {
            CountedNouns.Counted counted = nouns.of(figure, phrase, limit);
            countedEnd = counted.end();
            if (!counted.noun().isEmpty()) {
                return List.of(counted.noun());
            }
        }
        if (list.size() > 1) {
            List<String> names = listed(figure, parts.unspread(phrase), list.size());
            if (!names.isEmpty()) {
                return phrase.isEmpty()
                        ? names
                        : names.stream()
                                .map(name -> completion.of(name, figure, last, part))
                                .toList();
            }
            if (!phrase.isEmpty() || role != FigureRole.RANK) {
                list.forEach(member -> member.doubts.add(MeaningDoubt.NAMES_AND_FIGURES));
            }
        }
        if (!phrase.isEmpty()) {
            boolean share = last != null && phrase.startsWith(SHARE) && phrases.isShare(phrase);
            String whole = share && last != null ? last.subject + phrase : completion.of(phrase, figure, last, part);
            boolean object = last == null && topics.whole().isEmpty() && doubts.isObject(phrase, whole);
            if (object || SubjectDoubts.isOfPart(figure, phrase, whole, last)) {
                list.forEach(member -> member.doubts.add(MeaningDoubt.OTHER_SUBJECT));
            }
            return List.of(whole);
        }
        String outside = outside(figure, last);
        if (!outside.isEmpty()) {
            return List.of(outside);
        }
        String inherited = inherited(figure, relation, last);
        if (!inherited.isEmpty() && doubts.isBorrowed(figure, inherited, counts, part, last)) {
            list.forEach(member -> member.doubts.add(MeaningDoubt.OTHER_SUBJECT));
        }
        return List.of(inherited);
    }

    /** The names of as many figures as a list has; empty if the text does not give so many. */
    private List<String> listed(MentionBuilder first, String phrase, int count) {
        if (phrase.isEmpty()) {
            return figures.subjects(first, count);
        }
        List<String> aged = figures.aged(phrase, count, nouns);
        return aged.isEmpty() ? shared.split(phrase, count) : aged;
    }

    /** 城镇收入（|3.2万元）: the noun in front of the bracket that a figure stands in; empty if it stands in none. */
    private String outside(MentionBuilder figure, @Nullable MentionBuilder last) {
        if (figure.pieceStart == 0 || "（(".indexOf(text.charAt(figure.pieceStart - 1)) < 0) {
            return "";
        }
        int open = figure.pieceStart - 1;
        int start = phrases.pieceStart(Math.max(0, open - MAX_SUBJECT), open);
        int end = phrases.withoutTail(start, open);
        int from = last == null ? start : Math.max(start, last.to);
        int noun = phrases.subjectStart(from, Math.max(from, end), false);
        return noun < end ? text.substring(noun, end) : "";
    }

    private String inherited(MentionBuilder figure, Relation relation, @Nullable MentionBuilder last) {
        if (last == null) {
            boolean length = LengthsOfTime.isLength(figure.quantity.unit().code());
            return length ? "" : topics.loose().isEmpty() ? topics.topic() : topics.loose();
        }
        if (relation.role() == FigureRole.LEVEL && topics.isLooseBehind(last.to)) {
            return topics.loose();
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

    private static String cut(String subject) {
        String line = subject.strip();
        int from = Math.max(0, line.length() - MAX_SUBJECT);
        boolean splits = from > 0 && Character.isLowSurrogate(line.charAt(from));
        return line.substring(splits ? from + 1 : from);
    }
}
