package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.text.DefinitionLines;

/** Interprets titles and headings, by the words of {@code headings.tsv}. */
final class HeadingWords {
    private static final ImmutableListMultimap<String, Entry> WORDS = read("headings.tsv");

    private HeadingWords() {}

    /** A word or a pattern with its value. */
    record Entry(String word, String value) {}

    /** The entries of a table of words by their kind, the longest first. */
    static ImmutableListMultimap<String, Entry> read(String resource) {
        List<DefinitionLines.Line> lines =
                DefinitionLines.ofResource(HeadingWords.class.getResourceAsStream(resource), resource);
        ImmutableListMultimap.Builder<String, Entry> words = ImmutableListMultimap.builder();
        for (DefinitionLines.Line line : lines) {
            words.put(
                    line.field(1, "a kind"),
                    new Entry(line.field(0, "a word"), line.size() > 2 ? line.field(2, "a value") : ""));
        }
        return words.orderValuesBy(Comparator.comparingInt((Entry entry) -> -entry.word.length()))
                .build();
    }

    private static Optional<Entry> first(String kind, String text) {
        for (Entry entry : WORDS.get(kind)) {
            if (text.contains(entry.word)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    static ImmutableList<Entry> entries(String kind) {
        return WORDS.get(kind);
    }

    static boolean has(String kind, String text) {
        return first(kind, text).isPresent();
    }

    /** Returns whether a word of a kind begins at an offset. */
    static boolean begins(String kind, String text, int at) {
        for (Entry entry : WORDS.get(kind)) {
            if (text.startsWith(entry.word, at)) {
                return true;
            }
        }
        return false;
    }

    static boolean isPlan(String heading) {
        return (has("plan", heading) || has("work", heading)) && !isReview(heading);
    }

    /** Returns whether a heading speaks only of work, which a report that looks back has done: 重点工作. */
    static boolean isWork(String heading) {
        return has("work", heading) && !has("plan", heading);
    }

    static boolean isReview(String heading) {
        return has("review", heading);
    }

    /** H1 of 上半年工作总结; empty where the heading speaks of no part of a year. */
    static Optional<String> partOfYear(String heading) {
        return first("half", heading).map(Entry::value);
    }
}
