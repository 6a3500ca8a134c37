package org.grassrootskpi.report;

import org.grassrootskpi.report.MeaningWords.Entry;
import org.grassrootskpi.report.MeaningWords.Kind;
import org.grassrootskpi.report.ReaderVocabulary.Word;
import org.jspecify.annotations.Nullable;

/** The words at the offsets of one text; those around the figure being read are kept, because several rules look at each. */
final class TextWords {
    private static final int KEPT = 1024;

    private final String text;
    private final MeaningWords meanings;
    private final ReaderVocabulary vocabulary;
    private final int[] meaningAt = new int[KEPT];
    private final @Nullable Entry[] meaning = new Entry[KEPT];
    private final int[] wordAt = new int[KEPT];
    private final @Nullable Word[] word = new Word[KEPT];

    /** The piece that was looked through last, and the kinds of all words that begin in it. */
    private int pieceStart;

    private int pieceEnd;
    private long kinds;

    TextWords(String text, ReaderVocabulary vocabulary) {
        this.text = text;
        this.vocabulary = vocabulary;
        this.meanings = vocabulary.meanings();
    }

    /** Returns the longest word of {@code meaning.tsv} between an offset and a limit. */
    @Nullable Entry at(int offset, int limit) {
        int slot = offset & (KEPT - 1);
        if (meaningAt[slot] != offset + 1) {
            meaning[slot] = meanings.at(text, offset, text.length());
            meaningAt[slot] = offset + 1;
        }
        Entry found = meaning[slot];
        return found == null || offset + found.length() <= limit ? found : meanings.at(text, offset, limit);
    }

    /** Returns the longest word of a kind between an offset and a limit. */
    @Nullable Entry at(int offset, int limit, Kind kind) {
        Entry any = at(offset, limit);
        if (any == null || any.is(kind)) {
            return any;
        }
        return any.beginsWith(kind) ? meanings.at(text, offset, limit, kind) : null;
    }

    /**
     * Returns false only if no word of a kind begins in a piece or the end of one. A piece is looked through once for the rules of
     * all kinds, most of which need not read it then.
     */
    boolean mayHold(int from, int to, Kind kind) {
        if (from < pieceStart || to != pieceEnd) {
            pieceStart = from;
            pieceEnd = to;
            kinds = 0;
            for (int i = from; i < to; i++) {
                Entry found = at(i, text.length());
                kinds |= found == null ? 0 : found.kindsWithin();
            }
        }
        return kind.isIn(kinds);
    }

    /** Returns the longest word of {@code words.tsv} between an offset and a limit. */
    @Nullable Word wordAt(int offset, int limit) {
        int slot = offset & (KEPT - 1);
        if (wordAt[slot] != offset + 1) {
            word[slot] = vocabulary.wordAt(text, offset, text.length());
            wordAt[slot] = offset + 1;
        }
        Word found = word[slot];
        return found == null || offset + found.text.length() <= limit ? found : vocabulary.wordAt(text, offset, limit);
    }
}
