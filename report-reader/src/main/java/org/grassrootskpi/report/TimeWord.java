package org.grassrootskpi.report;

import com.google.common.base.Splitter;
import java.util.List;
import org.grassrootskpi.text.DefinitionLines;
import org.grassrootskpi.text.WordTable;
import org.jspecify.annotations.Nullable;

/**
 * A word of {@code times.tsv}: 上半年, 去年, “十四五”.
 *
 * @param text the word
 * @param says the time that it names, as long as the word is; null where it names none although it looks so
 * @param needsSpan true if it names a time only with a word behind it: “十四五”时期
 */
record TimeWord(String text, @Nullable TimeExpression says, boolean needsSpan) {
    private static final String FILE = "times.tsv";
    private static final Splitter VALUES = Splitter.on(' ').omitEmptyStrings();
    private static final Splitter ENDS = Splitter.on("..");
    private static final WordTable<TimeWord> WORDS = new WordTable<>(read(), TimeWord::text);

    static boolean mayStartWith(char c) {
        return WORDS.mayStartWith(c);
    }

    /** Returns the longest word that begins at an offset. */
    static @Nullable TimeWord longest(String text, int offset, int limit) {
        return WORDS.longest(text, offset, limit);
    }

    private static List<TimeWord> read() {
        return DefinitionLines.ofResource(TimeWord.class.getResourceAsStream(FILE), FILE).stream()
                .map(line -> word(line.field(0, "a word"), line.field(1, "a value")))
                .toList();
    }

    private static TimeWord word(String word, String value) {
        if (value.equals("NONE")) {
            return new TimeWord(word, null, false);
        }
        TimeExpression says =
                TimeExpression.ofYears(word.length(), TimeExpression.NO_YEAR, TimeExpression.NO_YEAR, false);
        boolean span = false;
        for (String part : VALUES.split(value)) {
            if (part.equals("OPEN")) {
                says = says.asOpen(word.length());
            } else if (part.equals("END")) {
                says = says.asEnd(word.length());
            } else if (part.startsWith("Y") && part.charAt(1) != 'T') {
                List<String> ends = ENDS.splitToList(part);
                int first = Integer.parseInt(ends.get(0).substring(1));
                int last = Integer.parseInt(ends.get(ends.size() - 1).substring(1));
                says = TimeExpression.ofYears(word.length(), first, last, true);
            } else if (part.endsWith("..")) {
                int first = Integer.parseInt(part.substring(0, part.length() - 2));
                says = TimeExpression.ofYears(word.length(), first, first, false)
                        .asOpen(word.length());
            } else if (part.contains("..")) {
                List<String> ends = ENDS.splitToList(part);
                says = TimeExpression.ofYears(
                        word.length(), Integer.parseInt(ends.get(0)), Integer.parseInt(ends.get(1)), false);
                span = true;
            } else if (part.matches("\\d\\d")) {
                says = TimeExpression.ofMonths(word.length(), Integer.parseInt(part), Integer.parseInt(part));
            } else {
                says = TimeExpression.ofPart(word.length(), part);
            }
        }
        return new TimeWord(word, says, span);
    }
}
