package org.grassrootskpi.report;

import org.grassrootskpi.report.IndicatorNames.Named;

/** An indicator that a figure may belong to, and how much speaks for it. */
final class BindingCandidate {
    final Named named;
    final int score;
    final double similarity;

    BindingCandidate(Named named, int score, double similarity) {
        this.named = named;
        this.score = score;
        this.similarity = similarity;
    }

    boolean ties(BindingCandidate other) {
        return score == other.score && similarity == other.similarity;
    }
}
