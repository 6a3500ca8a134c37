package org.grassrootskpi.report;

import org.grassrootskpi.report.MeaningWords.Entry;
import org.grassrootskpi.report.MeaningWords.Kind;
import org.grassrootskpi.report.ReaderVocabulary.Word;

/** What a paragraph and its sentence have named so far, besides their figures, that a figure without words of its own may be about. */
final class TopicsBefore {
    private final String text;
    private final MeaningWords words;
    private final TextWords here;
    private final NounPhrases phrases;

    /** The subject of the first level of the paragraph, and of the paragraph above. */
    private String topic = "";

    private String topicUnit = "";
    private String above = "";

    /** What a list behind a colon is about. */
    private String listTopic = "";

    /** The whole of which the sentence tells parts: 在固定资产投资中. */
    private String whole = "";

    /** The noun of the last piece without a figure. */
    private String loose = "";

    private int looseStart = -1;
    private int sentenceStart;

    /** True if that noun is an item of a list: 一是制药厂. */
    private boolean isItem;

    TopicsBefore(String text, MeaningWords words, TextWords here, NounPhrases phrases) {
        this.text = text;
        this.words = words;
        this.here = here;
        this.phrases = phrases;
    }

    void startParagraph() {
        above = topic.isEmpty() ? above : topic;
        topic = "";
    }

    void startSentence(int start) {
        sentenceStart = start;
        listTopic = "";
        whole = "";
        loose = "";
        looseStart = -1;
        isItem = false;
    }

    /** Takes a piece of a clause without a figure. */
    void passed(int from, int to, boolean colon) {
        int end = predicate(from, to);
        int start = phrases.subjectStart(from, end, false);
        String noun = start < end ? text.substring(start, end).strip() : "";
        if (colon) {
            listTopic = noun;
        } else if (noun.length() > 1 && phrases.behindVerbs(noun) < noun.length()) {
            isItem = phrases.isItem(from, to);
            loose = noun;
            looseStart = start;
        }
    }

    void within(String noun) {
        whole = noun;
    }

    /** Takes a figure whose subject and role are known. */
    void found(MentionBuilder figure, String phrase) {
        boolean opens = topic.isEmpty() && figure.role == FigureRole.LEVEL;
        if (opens && !words.is(phrase, Kind.AGENT) && words.endOf(figure.subject, Kind.CLASS) == null) {
            topic = figure.subject;
            topicUnit = figure.quantity.unit().code();
        }
    }

    /** Where the first word of a predicate begins in a piece. */
    private int predicate(int from, int to) {
        int start = phrases.behindLead(from, to);
        for (int i = start; i < to; i++) {
            Entry word = here.at(i, to);
            Word change = here.wordAt(i, to);
            boolean changes = change != null && (change.is(WordKind.INCREASE) || change.is(WordKind.DECREASE));
            boolean says = word != null && word.length() > 1 && word.is(Kind.ADVERB, Kind.LIGHT);
            if (i > start && (says || changes)) {
                return i;
            }
            i += word == null ? 0 : word.length() - 1;
        }
        return to;
    }

    String topic() {
        return topic;
    }

    String topicUnit() {
        return topicUnit;
    }

    /** The topic of the paragraph, else of the one above. */
    String nearestTopic() {
        return topic.isEmpty() ? above : topic;
    }

    String listTopic() {
        return listTopic;
    }

    String whole() {
        return whole;
    }

    String loose() {
        return loose;
    }

    /** Returns whether that noun stands behind an offset. */
    boolean isLooseBehind(int at) {
        return looseStart >= at;
    }

    /** Returns whether that noun is what the sentence goes on about behind a figure that ends at an offset. */
    boolean isOwnerBehind(int at) {
        return looseStart >= at && (isItem || at <= sentenceStart);
    }
}
