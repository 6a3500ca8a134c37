package org.grassrootskpi.report;

/** A figure that an indicator has, with what speaks for it; open where another has as much. */
final class BindingClaim {
    final int score;
    final IndicatorMatch binding;
    boolean open;

    BindingClaim(int score, IndicatorMatch binding) {
        this.score = score;
        this.binding = binding;
    }
}
