package org.grassrootskpi.update;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.update.NameIndex.Mention;
import org.grassrootskpi.update.UpdateWords.Kind;

/**
 * What a sentence says of names: the words in front of them in their piece, those behind, and the pieces that follow without a
 * subject of their own (万枫酒店完成装修，9月开业).
 *
 * @param mentions the names that share the words: A、B、C相继开工
 * @param before from the beginning of the piece to the first name
 * @param after from the last name to the end of what is said
 * @param sentence where it stands
 */
record Statement(ImmutableList<Mention> mentions, String before, String after, ReportSentence sentence) {
    private static final String SEPARATORS = "，、：,";

    static List<Statement> in(ReportSentence sentence, NameIndex index) {
        String text = PlainText.of(sentence.text());
        List<Mention> mentions = index.in(text);
        List<Statement> statements = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < mentions.size(); ) {
            int last = i;
            while (last + 1 < mentions.size()
                    && isList(text.substring(
                            mentions.get(last).end(), mentions.get(last + 1).start()))) {
                last++;
            }
            int end = mentions.get(last).end();
            int next = last + 1 < mentions.size() ? mentions.get(last + 1).start() : text.length();
            int cut = last + 1 < mentions.size() ? lastSeparator(text, end, next) : next;
            String gap = text.substring(end, cut);
            String before = pieceBefore(text, from, mentions.get(i).start());
            if (before.isEmpty() && !statements.isEmpty() && from > 0 && text.charAt(from - 1) == '、') {
                before = statements.get(statements.size() - 1).before();
            }
            statements.add(
                    new Statement(ImmutableList.copyOf(mentions.subList(i, last + 1)), before, said(gap), sentence));
            from = cut < next ? cut + 1 : cut;
            i = last + 1;
        }
        return statements;
    }

    private static boolean isList(String gap) {
        String rest = gap;
        for (Optional<String> word = UpdateWords.leading(Kind.LIST, rest);
                word.isPresent();
                word = UpdateWords.leading(Kind.LIST, rest)) {
            rest = rest.substring(word.get().length());
        }
        return !gap.isEmpty() && rest.isEmpty();
    }

    /** Where what is said of the names before ends: the last separator in front of the next names, or those names. */
    private static int lastSeparator(String text, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (SEPARATORS.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return to;
    }

    private static String pieceBefore(String text, int from, int to) {
        int start = to;
        while (start > from && SEPARATORS.indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return text.substring(Math.min(start, to), to);
    }

    /** The first piece, and those behind it that begin with what is said: a time or a word of stage or progress. */
    private static String said(String gap) {
        int end = 0;
        while (end < gap.length() && "，,：".indexOf(gap.charAt(end)) < 0) {
            end++;
        }
        while (end < gap.length()) {
            int next = end + 1;
            while (next < gap.length() && "，,：".indexOf(gap.charAt(next)) < 0) {
                next++;
            }
            if (!StageWords.opens(gap.substring(end + 1, next))) {
                break;
            }
            end = next;
        }
        return gap.substring(0, end);
    }

    /** All words, the names in their middle left out. */
    String words() {
        return before + "|" + after;
    }

    /** The words with the names, as a quote. */
    String quote() {
        String text = PlainText.of(sentence.text());
        int from = mentions.get(0).start() - before.length();
        int to = mentions.get(mentions.size() - 1).end() + after.length();
        return from >= 0 && to <= text.length() && text.startsWith(before, from)
                ? PlainText.printed(sentence.text(), from, to)
                : mentions.get(0).name() + after;
    }
}
