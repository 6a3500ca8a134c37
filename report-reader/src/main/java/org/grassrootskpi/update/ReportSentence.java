package org.grassrootskpi.update;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.report.Paragraph;
import org.grassrootskpi.report.Section;
import org.grassrootskpi.report.WorkReport;

/** A sentence of a report, whether it is one of a plan, whether it is a heading on a line without more, and its place. */
record ReportSentence(String text, boolean isPlan, boolean isHeading, TextPlace place) {
    private static final String ENDS = "。！？!?；;\n\r";

    static ImmutableList<ReportSentence> of(WorkReport report) {
        ImmutableList.Builder<ReportSentence> sentences = ImmutableList.builder();
        Lines lines = new Lines(report.text());
        Map<Integer, Boolean> plans = new HashMap<>();
        for (Paragraph paragraph : report.paragraphs()) {
            Section section = paragraph.section();
            boolean plan = plans.computeIfAbsent(section.start(), start -> section.isPlan());
            String text = paragraph.reading();
            int from = 0;
            for (int i = 0; i <= text.length(); i++) {
                if (i == text.length() || ENDS.indexOf(text.charAt(i)) >= 0) {
                    String sentence = text.substring(from, i).strip();
                    if (!sentence.isEmpty()) {
                        int start = paragraph.characterAt(text.indexOf(sentence, from));
                        String path = section.path().isEmpty() ? "0" : section.path();
                        sentences.add(new ReportSentence(
                                sentence,
                                plan,
                                !section.title().isEmpty()
                                        && sentence.length() == text.strip().length()
                                        && sentence.endsWith(section.title()),
                                new TextPlace(path, lines.at(start), start, sentence)));
                    }
                    from = i + 1;
                }
            }
        }
        return sentences.build();
    }

    /** The sentence that holds a character of the report, by its place. */
    static ReportSentence at(List<ReportSentence> sentences, int start) {
        int low = 0;
        for (int high = sentences.size() - 1; low < high; ) {
            int middle = (low + high + 1) >>> 1;
            if (sentences.get(middle).place().start() <= start) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return sentences.get(low);
    }

    /** The lines of a text, by characters; asked in rising order. */
    private static final class Lines {
        private final String text;
        private int index;
        private int character;
        private int line = 1;

        Lines(String text) {
            this.text = text;
        }

        int at(int start) {
            while (character < start && index < text.length()) {
                int point = text.codePointAt(index);
                boolean crlf = point == '\r' && index + 1 < text.length() && text.charAt(index + 1) == '\n';
                line += point == '\n' || (point == '\r' && !crlf) ? 1 : 0;
                index += Character.charCount(point);
                character++;
            }
            return line;
        }
    }
}
