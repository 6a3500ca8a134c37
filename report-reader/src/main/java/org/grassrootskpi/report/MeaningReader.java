package org.grassrootskpi.report;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.quantity.Qualifier;
import org.jspecify.annotations.Nullable;

/** Finds what the figures of a sentence mean: their subject, role, standing and time, and what they are compared with. */
final class MeaningReader {
    /** 过500万元的|两个: what is counted was named before. */
    private static final ImmutableSet<String> HEADLESS = ImmutableSet.of("的", "的有", "以上的", "以上的有", "以下的", "以下的有");

    private static final String PART = "其中";

    private final String text;
    private final NounPhrases phrases;
    private final SubjectReader subjects;
    private final RelationFinder relations;
    private final TimeContext times;
    private final StandingFinder standings;
    private final ComparisonReader comparisons;
    private final List<MentionBuilder> read = new ArrayList<>();

    MeaningReader(WorkReport report, ReaderVocabulary vocabulary) {
        this.text = report.reading();
        MeaningWords words = vocabulary.meanings();
        TextWords here = new TextWords(text, vocabulary);
        TimeExpressions expressions = new TimeExpressions(text);
        this.phrases = new NounPhrases(text, words, here, expressions);
        this.subjects = new SubjectReader(text, words, here, phrases, read);
        this.relations = new RelationFinder(text, vocabulary, words, here, phrases);
        this.times = new TimeContext(report, expressions);
        this.standings = new StandingFinder(report, vocabulary, here);
        this.comparisons = new ComparisonReader(relations, times, subjects);
    }

    void startParagraph(Section section, int start) {
        read.clear();
        times.startParagraph(section, start);
        standings.startParagraph(section);
        subjects.startParagraph();
    }

    /** The times in a table below some lines, the nearest first. */
    TableTimes tableTimes(WorkReport report, List<String> captions) {
        return new TableTimes(report, times.captioned(captions), standings.inPlan());
    }

    /** Gives the figures in a cell of words their meaning, with the subject and the time of its heads where it has none. */
    void readCell(List<MentionBuilder> figures, TableCell cell, String subject, @Nullable FigurePeriod period) {
        subjects.startParagraph();
        times.startCell(period);
        read(figures, cell.start(), cell.end());
        for (MentionBuilder figure : figures) {
            if (figure.subject.isEmpty() && !subject.isEmpty()) {
                figure.subject = subject;
                figure.doubts.remove(MeaningDoubt.NO_SUBJECT);
            }
        }
    }

    /** Gives the figures of a sentence their meaning. */
    void read(List<MentionBuilder> figures, int start, int end) {
        boolean parts = text.startsWith(PART, skipped(start));
        MentionBuilder whole = parts && !read.isEmpty() ? read.get(0) : null;
        times.startSentence(parts);
        standings.startSentence();
        read.clear();
        subjects.startSentence(start);
        if (whole != null) {
            read.add(whole);
        }
        comparisons.forget();
        int at = start;
        for (int i = 0; i < figures.size(); i++) {
            MentionBuilder figure = figures.get(i);
            int from = Math.max(at, start);
            int floor = behindSpan(subjects.behindCounted(from, figure.from), figure.from);
            times.read(from, figure.from, true);
            int count = members(figures, i);
            int limit = i + count < figures.size() ? figures.get(i + count).from : end;
            MentionBuilder next = i + count < figures.size() ? figures.get(i + count) : null;
            one(figure, figures.subList(i, i + count), floor, limit, next);
            for (int k = i + 1; k < i + count; k++) {
                member(figure, figures.get(k));
            }
            List<FigurePeriod> years = count > 1 ? times.series(count) : List.of();
            for (int k = 0; k < years.size(); k++) {
                figures.get(i + k).period = years.get(k);
                figures.get(i + k).doubts.remove(MeaningDoubt.NAMES_AND_FIGURES);
            }
            i += count - 1;
            at = figures.get(i).to;
        }
        times.read(at, end, false);
    }

    /** 5年内|打造: behind the word that makes a length of time of the last figure. */
    private int behindSpan(int from, int to) {
        MentionBuilder last = read.isEmpty() ? null : read.get(read.size() - 1);
        return last != null && last.to == from && from < to && phrases.isSpan(from) ? from + 1 : from;
    }

    /** How many figures the list has that begins with one. */
    private static int members(List<MentionBuilder> figures, int first) {
        int count = 1;
        while (first + count < figures.size()) {
            MentionBuilder next = figures.get(first + count);
            MentionBuilder head = figures.get(first);
            boolean changes = head.role == FigureRole.CHANGE || head.comparison != null;
            boolean mixed = changes && isTimes(head) != isTimes(next) && isFactor(head) && isFactor(next);
            boolean same = next.listed && (mixed || next.quantity.unit().hasSameBase(head.quantity.unit()));
            if (!same) {
                break;
            }
            count++;
        }
        return count;
    }

    private static boolean isTimes(MentionBuilder figure) {
        return figure.hasUnit("times");
    }

    /** 44.5% or 2.1倍, which a list of changes may mix. */
    private static boolean isFactor(MentionBuilder figure) {
        return isTimes(figure) || figure.isRatio();
    }

    private void member(MentionBuilder first, MentionBuilder figure) {
        figure.role = isTimes(first) == isTimes(figure)
                ? first.role
                : isTimes(figure) ? FigureRole.MULTIPLE : FigureRole.CHANGE;
        figure.against = first.against;
        figure.period = first.period;
        figure.standing = first.standing;
        if (first.doubts.contains(MeaningDoubt.LATER_THAN_REPORT)) {
            figure.doubts.add(MeaningDoubt.LATER_THAN_REPORT);
        }
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
        boolean classified = touches && last != null && last.role == FigureRole.THRESHOLD && !last.listed;
        if (classified && last != null) {
            piece = last.pieceStart;
        }
        figure.pieceStart = piece;
        passed(floor, piece);
        Relation found = relations.of(figure, piece).upTo(phrases.becoming(piece, figure.from));
        boolean earlier = found.role() == FigureRole.CHANGE && times.basePeriod(figure.from) != null;
        Relation relation = earlier ? found.asLevel() : found;
        int npStart = phrases.subjectStart(piece, relation.subjectEnd(), classified);
        String phrase = text.substring(Math.min(npStart, relation.subjectEnd()), relation.subjectEnd());
        if (touches && phrases.isJoined(phrase)) {
            phrase = "";
        }
        if (classified && last != null && HEADLESS.contains(text.substring(last.to, figure.from))) {
            phrase = "";
        }
        if (classified && last != null && last.suffixed && last.to == figure.from) {
            phrase = text.substring(last.from, last.to) + last.subject;
        }
        boolean share = last != null && last.role == FigureRole.SHARE && relations.isRatioNoun(phrase);
        if (share || phrase.equals("中")) {
            phrase = "";
        }
        boolean ages = figure.hasUnit(MentionBuilder.YEARS_OF_AGE) && list.size() > 1;
        boolean limits =
                ages || classifies(figure, list, limit, next) || (touches && last != null && isOfShare(figure, last));
        figure.role = limits ? FigureRole.THRESHOLD : relation.role();
        if (limits && isOver(figure.from - 1)) {
            figure.qualify(Qualifier.ABOVE);
        }
        boolean part = isPart(piece, figure.role == FigureRole.LEVEL ? last : null);
        subjects.find(figure, phrase, relation, list, limit, part);
        figure.period = period(figure);
        String front = text.substring(piece, figure.from);
        if (figure.role == FigureRole.CHANGE && front.contains("年均")) {
            figure.period = years(figure.period);
        }
        figure.period = averaged(figure, piece, front.indexOf("年平均"));
        figure.against = comparisons.of(figure, relation, phrase, last);
        boolean partOf = last != null && figure.part && last.quantity.unit().hasSameBase(figure.quantity.unit());
        boolean goesOn = partOf || (touches && phrases.isSpan(piece - 1));
        figure.standing = standings.of(figure, relation, phrase.isEmpty() || goesOn ? last : null, piece, times);
        if (!relation.planned() || !phrase.isEmpty()) {
            subjects.found(figure, phrase);
        }
        doubt(figure, list);
        read.add(figure);
    }

    /** 总投资超10亿元的项目5个, 5万—10万元的112个: a limit that the counted things have in common. */
    private boolean classifies(
            MentionBuilder figure, List<MentionBuilder> list, int limit, @Nullable MentionBuilder next) {
        boolean bracket = figure.rangeEnd != null && figure.to < limit && text.charAt(figure.to) == '的';
        boolean bounds = bracket || figure.quantity.qualifier() != Qualifier.EXACT || isOver(figure.from - 1);
        if (next == null || list.size() > 1 || !bounds || !next.quantity.unit().isCounting()) {
            return false;
        }
        return figure.to < limit
                && Character.isLetter(text.charAt(figure.to))
                && phrases.pieceStart(figure.to, next.from) == figure.to
                && text.charAt(figure.to) != '、';
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
        FigurePeriod section = times.sectionPeriod();
        FigurePeriod spread = paragraph != null && paragraph.single().isEmpty() ? paragraph : section;
        return spread != null && spread.single().isEmpty() ? spread : otherwise;
    }

    /** 两年|平均增长: as many years up to that of the figure. */
    private @Nullable FigurePeriod averaged(MentionBuilder figure, int piece, int word) {
        int at = piece + word;
        int from = at;
        while (from > piece && NumberSigns.isNumber(text.charAt(from - 1))) {
            from--;
        }
        int years = at < piece ? 0 : NumberSigns.small(text, from, at);
        FigurePeriod last = figure.period;
        return years < 2 || last == null ? last : FigurePeriod.ofYears(last.year() - years + 1, last.year());
    }

    private @Nullable FigurePeriod period(MentionBuilder figure) {
        FigurePeriod base = times.basePeriod(figure.from);
        boolean old = figure.role == FigureRole.FROM || figure.role == FigureRole.LEVEL || figure.role == FigureRole.TO;
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
                comparisons.forget();
            }
            start = i + 1;
        }
    }

    private void piece(int from, int to, boolean colon) {
        String printed = text.substring(from, to).strip();
        if (printed.isEmpty()) {
            return;
        }
        standings.piece(from, to, colon);
        if (comparisons.piece(printed, from)) {
            return;
        }
        if (printed.endsWith("中") && printed.length() > 2) {
            int start = phrases.behindLead(from, to);
            String within = text.substring(Math.min(start, to), to).strip();
            subjects.within(within.substring(0, Math.max(0, within.length() - 1)));
            return;
        }
        subjects.passed(from, to, colon);
    }

    /** 其中|工业, 其中，|工业, 6万人（|农业人口. */
    private boolean isPart(int piece, @Nullable MentionBuilder last) {
        boolean bracket = last != null && piece == last.to + 1 && "（(".indexOf(text.charAt(piece - 1)) >= 0;
        if (bracket) {
            return true;
        }
        return text.startsWith(PART, skipped(piece))
                || (piece > PART.length() && text.startsWith(PART, piece - PART.length() - 1));
    }

    private int skipped(int from) {
        int at = from;
        while (at < text.length() && " \n\r　、".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** Notes what a person should look at: nothing that is suspicious passes in silence. */
    private void doubt(MentionBuilder figure, List<MentionBuilder> list) {
        for (MentionBuilder member : list) {
            if (member.subject.isEmpty()) {
                member.doubts.add(MeaningDoubt.NO_SUBJECT);
            }
            if (times.isStartUnknown()) {
                member.doubts.add(MeaningDoubt.NO_START);
            }
            if (figure.period == null) {
                member.doubts.add(MeaningDoubt.NO_PERIOD);
            }
        }
    }
}
