package org.grassrootskpi.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.grassrootskpi.report.FigureMention;
import org.grassrootskpi.report.Paragraph;
import org.grassrootskpi.report.Section;
import org.grassrootskpi.report.WorkReport;

/** A report cut into sentences, each with its figures. Offsets count Unicode characters. */
final class CheckedText {
    private static final int MAX_SENTENCE = 4000;
    private static final int MAX_FIGURES = 100;
    private static final String ENDS = "。！？!?";

    private final String source;
    private final WorkReport report;
    private final int[] characters;
    private final int[] lineStarts;
    private final ImmutableList<Sentence> sentences;
    private final ImmutableListMultimap<String, Printed> amounts;

    CheckedText(String source, WorkReport report, List<FigureMention> figures) {
        this.source = source;
        this.report = report;
        this.characters = report.text().codePoints().toArray();
        this.lineStarts = IntStream.rangeClosed(0, characters.length)
                .filter(i -> i == 0 || characters[i - 1] == '\n')
                .toArray();
        this.sentences = cut(figures);
        this.amounts = sentences.stream()
                .flatMap(sentence -> sentence.figures().stream())
                .filter(figure -> figure.isAmount() && !figure.subject().isEmpty())
                .collect(ImmutableListMultimap.toImmutableListMultimap(Printed::subject, figure -> figure));
    }

    private ImmutableList<Sentence> cut(List<FigureMention> figures) {
        ImmutableList.Builder<Sentence> cut = ImmutableList.builder();
        int next = 0;
        ImmutableList<Paragraph> paragraphs = report.paragraphs();
        for (int p = 0; p < paragraphs.size(); p++) {
            int start = paragraphs.get(p).start();
            int end = paragraphs.get(p).end();
            for (int from = start; from < end; ) {
                int to = from;
                while (to < end && ENDS.indexOf(characters[to]) < 0 && to - from < MAX_SENTENCE) {
                    to++;
                }
                // A text without marks is cut, so that comparing the figures of a sentence stays linear.
                if (next + MAX_FIGURES < figures.size()) {
                    to = Math.min(
                            to,
                            Math.max(from + 1, figures.get(next + MAX_FIGURES).start()));
                }
                List<FigureMention> inside = new ArrayList<>();
                while (next < figures.size() && figures.get(next).start() < to) {
                    if (figures.get(next).start() >= from) {
                        inside.add(figures.get(next));
                    }
                    next++;
                }
                cut.add(new Sentence(this, p, from, to, inside));
                from = to < end && ENDS.indexOf(characters[to]) >= 0 ? to + 1 : Math.max(to, from + 1);
            }
        }
        return cut.build();
    }

    WorkReport report() {
        return report;
    }

    /** The innermost section at an offset. */
    Section sectionAt(int offset) {
        ImmutableList<Section> sections = report.sections();
        int low = 0;
        int high = sections.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (sections.get(middle).start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return sections.get(low);
    }

    ImmutableList<Sentence> sentences() {
        return sentences;
    }

    /** The amounts of exactly this subject, in the unit and for the period of another figure. */
    List<Printed> amountsOf(String subject, Printed like) {
        return amounts.get(subject).stream()
                .filter(figure -> figure.hasUnitOf(like)
                        && figure.period().equals(like.period())
                        && figure.isPlanned() == like.isPlanned())
                .toList();
    }

    /** A stretch without blanks, line breaks and tags. */
    String between(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = nextPrinted(from, to); i < to; i = nextPrinted(i + 1, to)) {
            text.appendCodePoint(characters[i]);
        }
        return text.toString();
    }

    /** The offset of the character at an index of a stretch without blanks, line breaks and tags. */
    int printed(int from, int to, int index) {
        int passed = 0;
        int i = nextPrinted(from, to);
        while (i < to && passed + Character.charCount(characters[i]) <= index) {
            passed += Character.charCount(characters[i]);
            i = nextPrinted(i + 1, to);
        }
        return i;
    }

    /** The next character that is no blank, no line break and in no tag; the end if there is none. */
    private int nextPrinted(int from, int to) {
        boolean tag = false;
        for (int i = from; i < to; i++) {
            int c = characters[i];
            tag |= c == '<' && i + 1 < to && (Character.isLetter(characters[i + 1]) || characters[i + 1] == '/');
            if (!tag && !Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                return i;
            }
            tag &= c != '>';
        }
        return to;
    }

    Place place(int start, int end, Sentence sentence) {
        int found = Arrays.binarySearch(lineStarts, start);
        int line = found < 0 ? -found - 2 : found;
        return new Place(
                source, between(start, end), start, end, line + 1, start - lineStarts[line] + 1, sentence.text());
    }
}
