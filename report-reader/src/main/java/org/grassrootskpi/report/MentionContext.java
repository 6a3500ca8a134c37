package org.grassrootskpi.report;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text around a figure, up to the neighbouring figures. */
final class MentionContext {
    private static final int MAX_SENTENCE = 200;
    private static final int MAX_PARAGRAPH = 1000;
    private static final CharMatcher BREAKS = CharMatcher.anyOf("，,：:（(");
    private static final CharMatcher LIST = CharMatcher.anyOf("，、");
    private static final CharMatcher FIGURE = CharMatcher.inRange('0', '9').or(CharMatcher.inRange('０', '９'));
    private static final Pattern MEASURE = Pattern.compile("\\p{IsHan}*$");
    private static final String PART = "其中";
    private static final String ENDS = "。\n\r；;";

    /** In its clause, behind the figure before. */
    final String front;

    /** In its clause, in front of the next figure. */
    final String behind;

    /** Its clause up to the figure, other figures included. */
    final String clauseFront;

    /** From the beginning of the sentence to the figure. */
    final String sentenceFront;

    final String sentenceText;

    /** The start of the sentence, in UTF-16 offsets. */
    final int sentence;

    /** Its paragraph up to the figure. */
    final String paragraphFront;

    /** The title of its section. */
    final String sectionTitle;

    /** The subject of the figure: its part of one that several figures share. */
    final String subject;

    /** A message if it shares several names with other figures. */
    final Optional<String> shared;

    /** True if nothing but a name stands between the figure and the next one. */
    final boolean nextIsNamed;

    /** The measure word of the figure as printed: 万人 of 4.2万人. */
    private final String measure;

    /** True if it is known which of the shared names belongs to it. */
    final boolean named;

    MentionContext(
            WorkReport report,
            FigureMention figure,
            @Nullable FigureMention before,
            @Nullable FigureMention next,
            SharedNames names) {
        String text = report.reading();
        int start = figure.readingStart();
        int end = figure.readingEnd();
        int clauseStart = figure.readingClauseStart();
        int from = before == null ? clauseStart : Math.max(clauseStart, Math.min(start, before.readingEnd()));
        int nextStart = next == null ? text.length() : next.readingStart();
        int to = Math.max(end, Math.min(figure.readingClauseEnd(), nextStart));
        this.front = text.substring(from, start);
        this.behind = text.substring(end, to);
        this.clauseFront = text.substring(clauseStart, start);
        int first = start;
        while (first > 0 && start - first < MAX_SENTENCE && ENDS.indexOf(text.charAt(first - 1)) < 0) {
            first--;
        }
        int stop = end;
        while (stop < text.length() && stop - end < MAX_SENTENCE && ENDS.indexOf(text.charAt(stop)) < 0) {
            stop++;
        }
        this.sentence = first;
        this.sentenceFront = text.substring(first, start);
        this.sentenceText = text.substring(first, stop);
        int line = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
        this.paragraphFront = text.substring(Math.max(line, start - MAX_PARAGRAPH), start);
        this.sectionTitle = figure.section().title();
        this.subject = completed(names.of(figure).orElse(figure.subject()), front);
        this.shared = names.problemOf(figure);
        this.named = names.of(figure).isPresent();
        this.nextIsNamed = next != null
                && to == nextStart
                && next.subject().length() > 1
                && behind.contains(next.subject().substring(next.subject().length() - 2));
        Matcher printed = MEASURE.matcher(figure.readingSurface());
        this.measure = printed.find() ? printed.group().replaceFirst("^[余多万亿千百]+", "") : "";
    }

    /** 引育各类人才236人: a letter between the subject and its figure that is no word belongs to the subject. */
    private static String completed(String subject, String front) {
        int at = subject.length() < 2 ? -1 : front.lastIndexOf(subject);
        String tail = at < 0 ? "" : front.substring(at + subject.length());
        boolean cut = tail.length() == 1
                && Character.isIdeographic(tail.charAt(0))
                && ReaderVocabulary.standard().wordAt(tail, 0, 1) == null
                && !DraftWords.words(DraftWords.Kind.NOTHING_BEHIND).contains(tail)
                && !DraftWords.words(DraftWords.Kind.LOOSE).contains(tail);
        return cut ? subject + tail : subject;
    }

    /**
     * 新增托位150个，其中普惠托位90个、公办托位60个: what is said of the whole that the figure is said to be a part of, with the
     * same measure word, or in the piece before it.
     */
    Optional<String> whole() {
        String own = isListed() ? clauseFront : front;
        int at = sentenceFront.lastIndexOf(PART);
        if (at < 0
                || !(own.contains(PART)
                        || sentenceFront.substring(at + PART.length()).equals(subject)
                        || areParts(sentenceFront.substring(at + PART.length())))) {
            return Optional.empty();
        }
        String before = BREAKS.trimTrailingFrom(sentenceFront.substring(0, at));
        List<String> pieces = Splitter.on(BREAKS).splitToList(before);
        for (int i = pieces.size() - 1; i >= 0 && !measure.isEmpty(); i--) {
            if (pieces.get(i).endsWith(measure)) {
                return Optional.of(pieces.get(i));
            }
        }
        return Optional.of(pieces.get(pieces.size() - 1));
    }

    /** Names with a figure of the same measure word each, and the name of this one. */
    private boolean areParts(String text) {
        List<String> parts = Splitter.on(LIST).splitToList(text);
        return !measure.isEmpty()
                && parts.stream()
                        .limit(parts.size() - 1L)
                        .allMatch(part -> part.endsWith(measure) && FIGURE.indexIn(part) > 1)
                && !parts.get(parts.size() - 1).isEmpty()
                && FIGURE.matchesNoneOf(parts.get(parts.size() - 1));
    }

    /** Returns whether it goes on a list: 新增规上企业3家、限上企业2家. */
    boolean isListed() {
        return front.startsWith("、");
    }
}
