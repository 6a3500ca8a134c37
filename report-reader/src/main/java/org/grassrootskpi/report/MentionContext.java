package org.grassrootskpi.report;

import com.google.common.base.CharMatcher;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The text around a figure, up to the neighbouring figures. */
final class MentionContext {
    private static final int MAX_SENTENCE = 200;
    private static final int MAX_PARAGRAPH = 1000;
    private static final CharMatcher BREAKS = CharMatcher.anyOf("，,：:（(");
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

    /** The subject of the figure: its part of one that several figures share. */
    final String subject;

    /** A message if it shares several names with other figures. */
    final Optional<String> shared;

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
        this.subject = completed(names.of(figure).orElse(figure.subject()), front);
        this.shared = names.problemOf(figure);
        this.named = names.of(figure).isPresent();
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

    /** 新增托位150个，其中普惠托位90个: what is said of the whole that the figure is said to be a part of. */
    Optional<String> whole() {
        String own = isListed() ? clauseFront : front;
        if (!own.contains(PART)) {
            return Optional.empty();
        }
        String before = BREAKS.trimTrailingFrom(sentenceFront.substring(0, sentenceFront.lastIndexOf(PART)));
        return Optional.of(before.substring(BREAKS.lastIndexIn(before) + 1));
    }

    /** Returns whether it goes on a list: 新增规上企业3家、限上企业2家. */
    boolean isListed() {
        return front.startsWith("、");
    }
}
