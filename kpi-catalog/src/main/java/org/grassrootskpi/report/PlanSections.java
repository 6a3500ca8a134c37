package org.grassrootskpi.report;

import org.grassrootskpi.report.ReaderVocabulary.Word;
import org.jspecify.annotations.Nullable;

/** Whether the section being read is a plan: 二、2025年工作计划, not 一、2024年工作总结. */
final class PlanSections {
    private final ReaderVocabulary vocabulary;
    private @Nullable Section last;
    private boolean plan;

    PlanSections(ReaderVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void enter(Section section) {
        if (section != last) {
            last = section;
            plan = isPlan(section);
        }
    }

    boolean inPlan() {
        return plan;
    }

    private boolean isPlan(Section section) {
        Section top = section;
        while (top.parent().isPresent()) {
            top = top.parent().get();
        }
        if (top.level() == 0) {
            return false;
        }
        String title = top.title();
        boolean aims = false;
        for (int i = 0; i < title.length(); ) {
            Word word = vocabulary.wordAt(title, i, title.length());
            aims |= word != null && word.is(WordKind.TARGET);
            if (word != null && word.is(WordKind.COMPLETE)) {
                return false;
            }
            i += word == null ? 1 : word.text.length();
        }
        return aims;
    }
}
