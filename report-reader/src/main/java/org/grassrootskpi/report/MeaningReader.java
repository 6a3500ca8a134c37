package org.grassrootskpi.report;

import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.report.MeaningWords.Entry;
import org.grassrootskpi.report.MeaningWords.Kind;
import org.grassrootskpi.time.Frequency;
import org.jspecify.annotations.Nullable;

/** Finds what the figures of a sentence mean: their subject, role, standing and time, and what they are compared with. */
final class MeaningReader {
    private static final int MAX_SUBJECT = 40;
    private static final int MIN_OVERLAP = 4;

    private final String text;
    private final MeaningWords words;
    private final NounPhrases phrases;
    private final SharedSubjects shared;
    private final RelationFinder relations;
    private final TimeContext times;
    private final StandingFinder standings;
    private final List<MentionBuilder> read = new ArrayList<>();
    private String topic = "";
    private String topicUnit = "";
    private String above = "";
    private String listTopic = "";
    private String whole = "";
    private String loose = "";
    private @Nullable String compared;
    private int countedEnd;

    MeaningReader(WorkReport report, ReaderVocabulary vocabulary) {
        this.text = report.reading();
        this.words = vocabulary.meanings();
        TimeExpressions expressions = new TimeExpressions(text);
        this.phrases = new NounPhrases(text, words, expressions);
        this.shared = new SharedSubjects(words);
        this.relations = new RelationFinder(text, vocabulary, words, phrases);
        this.times = new TimeContext(report, expressions, words);
        this.standings = new StandingFinder(report, vocabulary, words);
    }

    void startParagraph(Section section, int start) {
        times.startParagraph(section, start);
        standings.startParagraph(section);
        above = topic.isEmpty() ? above : topic;
        topic = "";
    }

    /** Gives the figures of a sentence their meaning. */
    void read(List<MentionBuilder> figures, int start, int end) {
        times.startSentence();
        standings.startSentence();
        read.clear();
        listTopic = "";
        whole = "";
        loose = "";
        compared = null;
        countedEnd = 0;
        int at = start;
        for (int i = 0; i < figures.size(); i++) {
            MentionBuilder figure = figures.get(i);
            int from = Math.max(at, start);
            boolean consumed = countedEnd > from && countedEnd < figures.get(i).from;
            int floor = consumed ? countedEnd : from;
            countedEnd = 0;
            times.read(from, figure.from, true);
            int count = members(figures, i);
            int limit = i + count < figures.size() ? figures.get(i + count).from : end;
            MentionBuilder next = i + count < figures.size() ? figures.get(i + count) : null;
            one(figure, figures.subList(i, i + count), floor, limit, next);
            for (int k = i + 1; k < i + count; k++) {
                member(figure, figures.get(k));
            }
            i += count - 1;
            at = figures.get(i).to;
        }
        times.read(at, end, false);
    }

    /** How many figures the list has that begins with one. */
    private static int members(List<MentionBuilder> figures, int first) {
        int count = 1;
        while (first + count < figures.size()) {
            MentionBuilder next = figures.get(first + count);
            boolean same = next.listed
                    && next.quantity
                            .unit()
                            .hasSameBase(figures.get(first).quantity.unit());
            if (!same) {
                break;
            }
            count++;
        }
        return count;
    }

    private void member(MentionBuilder first, MentionBuilder figure) {
        figure.role = first.role;
        figure.against = first.against;
        figure.period = first.period;
        figure.standing = first.standing;
        if (figure.subject.isEmpty()) {
            figure.subject = first.subject;
        }
        read.add(figure);
    }

    private void one(
            MentionBuilder figure, List<MentionBuilder> list, int floor, int limit, @Nullable MentionBuilder next) {
        MentionBuilder last = read.isEmpty() ? null : read.get(read.size() - 1);
        int piece = phrases.pieceStart(floor, figure.from);
        boolean touches = last != null && piece == floor && piece > 0;
        boolean classified = touches && last != null && last.role == FigureRole.THRESHOLD;
        if (classified && last != null) {
            piece = last.pieceStart;
        }
        figure.pieceStart = piece;
        passed(floor, piece);
        Relation relation = relations.of(figure, piece);
        int npStart = phrases.subjectStart(piece, relation.subjectEnd(), classified);
        String phrase = text.substring(Math.min(npStart, relation.subjectEnd()), relation.subjectEnd());
        boolean limits = classifies(figure, list, limit, next) || (touches && last != null && isOfShare(figure, last));
        figure.role = limits ? FigureRole.THRESHOLD : relation.role();
        if (limits && isOver(figure.from - 1)) {
            figure.qualify(Qualifier.ABOVE);
        }
        boolean part = text.startsWith("其中", skipped(piece));
        List<String> names = subjects(figure, part ? parted(phrase, last) : phrase, relation, list, last, limit, part);
        for (int i = 0; i < list.size(); i++) {
            list.get(i).subject = names.get(Math.min(i, names.size() - 1));
        }
        figure.period = period(figure);
        if (figure.role == FigureRole.CHANGE
                && text.substring(piece, figure.from).contains("年均")) {
            figure.period = years(figure.period);
        }
        figure.against = against(figure, relation, phrase, last);
        figure.standing = standings.of(figure, relation, phrase.isEmpty() ? last : null, piece, times);
        if (topic.isEmpty() && figure.role == FigureRole.LEVEL && !words.is(phrase, Kind.AGENT)) {
            topic = figure.subject;
            topicUnit = figure.quantity.unit().code();
        }
        read.add(figure);
    }

    /** 总投资超10亿元的项目5个: a limit that the counted things have in common. */
    private boolean classifies(
            MentionBuilder figure, List<MentionBuilder> list, int limit, @Nullable MentionBuilder next) {
        boolean bounds = figure.quantity.qualifier() != Qualifier.EXACT || isOver(figure.from - 1);
        if (next == null || list.size() > 1 || !bounds || !next.quantity.unit().isCounting()) {
            return false;
        }
        return figure.to < limit
                && Character.isLetter(text.charAt(figure.to))
                && phrases.pieceStart(figure.to, next.from) == figure.to
                && text.indexOf('、', figure.to) != figure.to;
    }

    /** 20%的村年收入超30万元: the limit above which a share of something lies. */
    private boolean isOfShare(MentionBuilder figure, MentionBuilder last) {
        return last.isRatio() && text.charAt(last.to) == '的' && figure.quantity.qualifier() != Qualifier.EXACT;
    }

    private boolean isOver(int at) {
        return at >= 0 && text.charAt(at) == '过';
    }

    /** The years over which 年均 spreads a change: from the old level to the new one, or those of the paragraph. */
    private @Nullable FigurePeriod years(@Nullable FigurePeriod otherwise) {
        int size = read.size();
        FigurePeriod from = size > 1 && read.get(size - 2).role == FigureRole.FROM ? read.get(size - 2).period : null;
        FigurePeriod to = size > 0 ? read.get(size - 1).period : null;
        if (from != null && to != null && from.year() < to.year()) {
            return FigurePeriod.ofYears(from.year() + 1, to.year());
        }
        FigurePeriod paragraph = times.paragraphPeriod();
        return paragraph != null && paragraph.single().isEmpty() ? paragraph : otherwise;
    }

    private @Nullable FigurePeriod period(MentionBuilder figure) {
        FigurePeriod base = times.basePeriod(figure.from);
        boolean old = figure.role == FigureRole.FROM || figure.role == FigureRole.LEVEL;
        return base != null && old ? base : times.period();
    }

    /** Reads the pieces without figures between two figures: wholes, topics of lists, bases of comparison. */
    private void passed(int from, int to) {
        int start = from;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean colon = c == '：' || c == ':';
            if (!colon && "，,；;（(".indexOf(c) < 0) {
                continue;
            }
            piece(start, i, colon);
            if (c == '；' || c == ';') {
                compared = null;
            }
            start = i + 1;
        }
    }

    private void piece(int from, int to, boolean colon) {
        String printed = text.substring(from, to).strip();
        if (printed.isEmpty()) {
            return;
        }
        standings.piece(from, to);
        boolean with = printed.startsWith("与")
                || printed.startsWith("同")
                || printed.startsWith("较")
                || printed.startsWith("比");
        if (with && printed.endsWith("比")) {
            compared = relations.base(printed.substring(1));
            return;
        }
        if (printed.endsWith("中") && printed.length() > 2) {
            int start = phrases.behindLead(from, to);
            whole = text.substring(Math.min(start, to), to).strip();
            whole = whole.substring(0, Math.max(0, whole.length() - 1));
            return;
        }
        int end = predicate(from, to);
        int start = phrases.subjectStart(from, end, false);
        String noun = start < end ? text.substring(start, end).strip() : "";
        if (colon) {
            listTopic = noun;
        } else if (noun.length() > 1) {
            loose = noun;
        }
    }

    /** Where the first word of a predicate begins in a piece. */
    private int predicate(int from, int to) {
        int start = phrases.behindLead(from, to);
        for (int i = start; i < to; i++) {
            Entry word = words.at(text, i, to);
            if (word != null && i > start && word.length() > 1 && word.is(Kind.ADVERB, Kind.LIGHT)) {
                return i;
            }
            i += word == null ? 0 : word.length() - 1;
        }
        return to;
    }

    private List<String> subjects(
            MentionBuilder figure,
            String printed,
            Relation relation,
            List<MentionBuilder> list,
            @Nullable MentionBuilder last,
            int limit,
            boolean part) {
        String phrase = printed;
        FigureRole role = relation.role();
        boolean counts = role == FigureRole.LEVEL || role == FigureRole.TO || role == FigureRole.FROM;
        if (counts) {
            String counted = counted(figure, phrase, limit);
            if (!counted.isEmpty()) {
                return List.of(cut(counted));
            }
        }
        if (list.size() > 1) {
            if (phrase.isEmpty()) {
                List<String> levels = before(list.size());
                return levels.isEmpty() ? List.of(inherited(figure, relation, last)) : levels;
            }
            List<String> names = shared.split(phrase, list.size());
            if (!names.isEmpty()) {
                return names.stream()
                        .map(name -> completed(name, figure, last, part))
                        .toList();
            }
        }
        return List.of(
                cut(phrase.isEmpty() ? inherited(figure, relation, last) : completed(phrase, figure, last, part)));
    }

    /** The subjects of as many levels before. */
    private List<String> before(int count) {
        List<String> subjects = new ArrayList<>();
        for (int i = read.size() - 1; i >= 0 && subjects.size() < count; i--) {
            MentionBuilder figure = read.get(i);
            if (subjects.isEmpty() || !subjects.get(0).equals(figure.subject)) {
                subjects.add(0, figure.subject);
            }
        }
        return subjects.size() == count ? subjects : List.of();
    }

    /** The noun that a figure counts, or whose value it is: 41个|重点项目, 总投资2.6亿元的|酒店项目. */
    private String counted(MentionBuilder figure, String phrase, int limit) {
        if (figure.to < limit
                && text.charAt(figure.to) == '“'
                && figure.quantity.unit().isCounting()) {
            return text.substring(figure.to, phrases.countedEnd(figure.to, limit));
        }
        String head = phrase.substring(phrases.behindVerbs(phrase));
        boolean owned = phrases.isHead(head) && figure.to < limit && text.charAt(figure.to) == '的';
        if (owned) {
            int end = phrases.countedEnd(figure.to + 1, limit);
            String owner = text.substring(figure.to + 1, Math.max(figure.to + 1, end));
            return owner.isEmpty() ? "" : owner + head;
        }
        boolean etc = phrase.endsWith("等");
        int verbs = phrases.behindVerbs(phrase);
        boolean open = phrase.isEmpty() || etc || verbs == phrase.length() || isPlace(phrase);
        boolean ratio = figure.isRatio() || figure.hasUnit("percentage-point") || figure.hasUnit("rank");
        if (!open || ratio || figure.suffixed) {
            return "";
        }
        int from = figure.to;
        while (from < limit && text.charAt(from) == ' ') {
            from++;
        }
        int end = phrases.countedEnd(from, limit);
        String noun = text.substring(from, Math.max(from, end)).strip();
        Entry last = end == limit ? phrases.lastNoun(noun) : null;
        if (last != null && last.is(Kind.HEAD)) {
            noun = noun.substring(0, noun.length() - last.length());
            end -= last.length();
        }
        countedEnd = noun.length() < 2 ? 0 : end;
        if (noun.length() < 2 || phrases.isHead(noun)) {
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
            return loose.isEmpty() ? topic : loose;
        }
        if (relation.role() == FigureRole.LEVEL && !loose.isEmpty() && looseFollows(last)) {
            return loose;
        }
        boolean points = figure.hasUnit("percentage-point") && last.role == FigureRole.SHARE && last.against != null;
        if (points && !last.subject.contains("占")) {
            return last.subject + "占" + last.against + "的比重";
        }
        return last.subject;
    }

    private boolean looseFollows(MentionBuilder last) {
        return text.indexOf(loose, last.to) >= 0;
    }

    /** A phrase with what it lacks: the owner of its noun, the object of its verb, the thing of its class. */
    private String completed(String printed, MentionBuilder figure, @Nullable MentionBuilder last, boolean part) {
        if (printed.isEmpty()) {
            return last == null ? topic : last.subject;
        }
        String phrase = untimed(printed);
        if (phrases.behindVerbs(phrase) == phrase.length()) {
            return phrase + object(phrase, figure, last);
        }
        String before = !listTopic.isEmpty() ? listTopic : last == null ? loose : last.subject;
        if (words.at(phrase, phrase.length() - 1, phrase.length(), Kind.CLASS) != null) {
            return phrase + thing(!listTopic.isEmpty() ? listTopic : !topic.isEmpty() ? topic : before);
        }
        if (words.is(phrase, Kind.AGENT)) {
            String collected = topic.isEmpty() ? above : topic;
            return collected.isEmpty() ? phrase : phrase + "征收" + unplaced(collected);
        }
        if (part || !phrases.isHead(phrase) || (last == null && loose.isEmpty())) {
            return continued(phrase, figure, last);
        }
        if (figure.role == FigureRole.RANK) {
            return before;
        }
        String owner = phrases.owner(before);
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
        String object = source.substring(phrases.behindVerbs(source));
        object = object.substring(object.lastIndexOf('的') + 1);
        return object.equals(verb) ? "" : object;
    }

    /** A phrase without the times in it: 一般公共预算全年收入. */
    private String untimed(String phrase) {
        for (int i = 1; i + 1 < phrase.length(); i++) {
            boolean starts = TimeExpressions.mayStartWith(phrase.charAt(i)) && !NumberSigns.isNumber(phrase.charAt(i));
            TimeExpression time = starts ? new TimeExpressions(phrase).at(i, phrase.length(), false) : null;
            if (time != null && time.end() < phrase.length()) {
                String front = phrase.substring(0, i);
                String rest = phrase.substring(time.end());
                return rest.contains(front) ? rest : front + rest;
            }
        }
        return phrase;
    }

    /** 城镇人口 among 常住人口 is 城镇常住人口. */
    private String parted(String phrase, @Nullable MentionBuilder last) {
        Entry group = last == null ? null : words.at(phrase, 0, phrase.length(), Kind.GROUP);
        if (group == null || last == null || group.length() == phrase.length()) {
            return phrase;
        }
        String noun = phrase.substring(group.length());
        int at = last.subject.lastIndexOf(noun);
        boolean ends = at > 0 && at + noun.length() == last.subject.length();
        String kind = ends ? last.subject.substring(0, at) : "";
        Entry other = words.at(kind, 0, kind.length(), Kind.GROUP);
        kind = other == null ? kind : kind.substring(other.length());
        return group.text + kind + noun;
    }

    private int skipped(int from) {
        int at = from;
        while (at < text.length() && " 、".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static String unplaced(String subject) {
        return subject.startsWith("地方") || subject.startsWith("全") ? subject.substring(2) : subject;
    }

    /** The thing that a class is one of: 诉求 of 受理群众诉求. */
    private String thing(String subject) {
        String noun = subject.substring(phrases.behindVerbs(subject));
        Entry end = noun.isEmpty() ? null : lastCounted(noun);
        return end == null ? (noun.length() <= 4 ? noun : "") : end.text;
    }

    private @Nullable Entry lastCounted(String noun) {
        for (int i = Math.max(0, noun.length() - 4); i < noun.length(); i++) {
            Entry word = words.at(noun, i, noun.length(), Kind.COUNTED);
            if (word != null && i + word.length() == noun.length()) {
                return word;
            }
        }
        return null;
    }

    /**
     * A member of a list with what is said once: the verb of 新建学校3所、医院2所, the noun of 城镇居民收入增长6.1%、农村居民7.4%.
     */
    private String continued(String phrase, MentionBuilder figure, @Nullable MentionBuilder last) {
        if (last == null) {
            return phrase;
        }
        boolean joined = "、和与及".indexOf(text.charAt(Math.min(last.to, text.length() - 1))) >= 0;
        boolean level = figure.role == FigureRole.LEVEL && last.role == FigureRole.LEVEL && !figure.isRatio();
        if (joined && level && phrases.behindVerbs(phrase) == 0) {
            int verbs = phrases.behindVerbs(last.subject);
            return last.subject.substring(0, verbs) + parted(phrase, last);
        }
        if (figure.role == FigureRole.SHARE || phrase.length() < 3 || phrases.lastNoun(phrase) != null) {
            return parted(phrase, last);
        }
        String anchor = phrase.substring(phrase.length() - 2);
        int at = last.subject.indexOf(anchor);
        String rest = at < 0 ? "" : last.subject.substring(at + 2);
        boolean shares = !rest.isEmpty() && words.at(rest, 0, rest.length(), Kind.SHARED) != null;
        return shares && (joined || figure.role == FigureRole.CHANGE) ? phrase + rest : parted(phrase, last);
    }

    private @Nullable String against(
            MentionBuilder figure, Relation relation, String phrase, @Nullable MentionBuilder last) {
        String against = relation.against();
        return switch (figure.role) {
            case CHANGE, MULTIPLE -> changed(figure, against, phrase, last);
            case SHARE -> against != null ? against : phrase.isEmpty() && !whole.isEmpty() ? whole : null;
            case COMPLETION, RANK -> against;
            default -> null;
        };
    }

    private @Nullable String changed(
            MentionBuilder figure, @Nullable String printed, String phrase, @Nullable MentionBuilder last) {
        if (printed != null && printed.contains("环比")) {
            return earlier(figure, printed);
        }
        if (printed != null) {
            return month(figure, printed);
        }
        boolean goesOn = phrase.isEmpty() && last != null && last.role == FigureRole.CHANGE && last.against != null;
        if (goesOn && last != null) {
            return last.against;
        }
        if (compared != null) {
            return compared;
        }
        if (figure.period != null && figure.period.single().isEmpty()) {
            return Integer.toString(figure.period.from().year() - 1);
        }
        return Relation.PREVIOUS_YEAR;
    }

    private static String earlier(MentionBuilder figure, String printed) {
        FigurePeriod period = figure.period;
        boolean known =
                period != null && period.single().isPresent() && period.to().frequency() != Frequency.YEAR_TO_DATE;
        return known && period != null ? period.to().previous().toString() : printed;
    }

    /** 较8月 is compared with a month of the figure's year. */
    private static String month(MentionBuilder figure, String printed) {
        TimeExpression time = new TimeExpressions(printed).at(0, printed.length(), false);
        boolean whole = time != null && time.end() == printed.length() && time.hasPart() && !time.atEnd();
        FigurePeriod resolved = whole && time != null ? time.in(figure.period) : null;
        return resolved == null ? printed : resolved.toString();
    }

    private static String cut(String subject) {
        String line = subject.strip();
        return line.length() <= MAX_SUBJECT ? line : line.substring(line.length() - MAX_SUBJECT);
    }
}
