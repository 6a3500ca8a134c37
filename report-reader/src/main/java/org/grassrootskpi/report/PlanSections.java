package org.grassrootskpi.report;

import java.util.Optional;
import org.grassrootskpi.report.ReaderVocabulary.Word;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the section being read is a plan: 二、2025年工作计划, not 一、2024年工作总结. A section whose headings say
 * neither follows the title of the report.
 */
final class PlanSections {
    private final ReaderVocabulary vocabulary;
    private final boolean whole;
    private final boolean looksBack;
    private @Nullable Section top;
    private boolean plan;

    PlanSections(ReaderVocabulary vocabulary, WorkReport report) {
        this.vocabulary = vocabulary;
        Optional<String> title = new ReportHeader(report).title();
        this.looksBack = title.filter(of -> HeadingWords.isReview(of) && !HeadingWords.has("plan", of))
                .isPresent();
        this.whole = title.map(this::isPlan).orElse(false);
    }

    void enter(Section section) {
        Section highest = section.top();
        if (highest != top) {
            top = highest;
            plan = isPlan(highest);
        }
    }

    boolean inPlan() {
        return plan;
    }

    /** Returns whether the title says that the report looks back, and not that it plans. */
    boolean looksBack() {
        return looksBack;
    }

    private boolean isPlan(Section section) {
        String title = section.title();
        return isPlan(title) || (whole && !HeadingWords.isReview(title));
    }

    private boolean isPlan(String title) {
        if (HeadingWords.isPlan(title)) {
            return !looksBack || !HeadingWords.isWork(title);
        }
        boolean aims = false;
        for (int i = 0; i < title.length(); ) {
            Word word = vocabulary.wordAt(title, i, title.length());
            aims |= word != null && word.is(WordKind.TARGET);
            i += word == null ? 1 : word.text.length();
        }
        return aims && !HeadingWords.isReview(title);
    }
}
