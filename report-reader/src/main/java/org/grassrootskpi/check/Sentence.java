package org.grassrootskpi.check;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.grassrootskpi.report.FigureMention;
import org.grassrootskpi.report.Section;

/** A sentence with its figures. */
final class Sentence {
    private final CheckedText text;
    private final int paragraph;
    private final int start;
    private final int end;
    private final ImmutableList<Printed> figures;

    Sentence(CheckedText text, int paragraph, int start, int end, List<FigureMention> mentions) {
        this.text = text;
        this.paragraph = paragraph;
        this.start = start;
        this.end = end;
        ImmutableList.Builder<Printed> figures = ImmutableList.builder();
        int from = start;
        for (int i = 0; i < mentions.size(); i++) {
            FigureMention mention = mentions.get(i);
            figures.add(new Printed(this, i, mention, text.between(from, mention.start())));
            from = mention.end();
        }
        this.figures = figures.build();
    }

    ImmutableList<Printed> figures() {
        return figures;
    }

    /** The number of the paragraph that contains it. */
    int paragraph() {
        return paragraph;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** The sentence without blanks and the mark that ends it. */
    String text() {
        return text.between(start, end);
    }

    /** What is printed between a figure and the next one, or the end of the sentence. */
    String behind(Printed figure) {
        int next = figure.index() + 1;
        return next < figures.size()
                ? figures.get(next).before()
                : text.between(figure.mention().end(), end);
    }

    /** The place of the sentence, with some of its words. */
    Place place(String surface) {
        Place whole = place(start, end);
        return new Place(
                whole.source(), surface, whole.start(), whole.end(), whole.line(), whole.column(), whole.sentence());
    }

    /** The place of a stretch of {@link #text}. */
    Place placeOf(int from, int to) {
        int first = text.printed(start, end, from);
        int last = text.printed(start, end, to - 1);
        return place(first, last + 1);
    }

    /** Returns the section of the report that it is in. */
    Section section() {
        return text.sectionAt(start);
    }

    Place place(int from, int to) {
        return text.place(from, to, this);
    }
}
