package org.grassrootskpi.report;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records the decision on every figure: each is placed or left to a person exactly once, and none is lost. */
final class DraftLedger {
    private final ImmutableList<FigureMention> figures;
    private final Map<FigureMention, IndicatorMatch> placed = new LinkedHashMap<>();
    private final Map<FigureMention, IndicatorMatch> open = new LinkedHashMap<>();
    private final List<IndicatorMatch> names = new ArrayList<>();

    DraftLedger(ImmutableList<FigureMention> figures) {
        this.figures = figures;
    }

    void place(IndicatorMatch binding) {
        FigureMention figure = binding.figure().orElseThrow();
        checkState(!isDone(figure), "the figure is placed already: %s", binding);
        placed.put(figure, binding);
    }

    void leaveOpen(IndicatorMatch binding) {
        FigureMention figure = binding.figure().orElseThrow();
        checkState(!open.containsKey(figure), "the figure is left open already: %s", binding);
        placed.remove(figure);
        open.put(figure, binding);
    }

    void name(IndicatorMatch binding) {
        names.add(binding);
    }

    boolean isDone(FigureMention figure) {
        return placed.containsKey(figure) || open.containsKey(figure);
    }

    /** Returns the figures that are not decided yet. */
    ImmutableList<FigureMention> rest() {
        return figures.stream().filter(figure -> !isDone(figure)).collect(ImmutableList.toImmutableList());
    }

    /** The figures that are placed so far, in the order of the text, then the names. */
    ImmutableList<IndicatorMatch> placed() {
        return ImmutableList.<IndicatorMatch>builder()
                .addAll(inOrder(placed))
                .addAll(names)
                .build();
    }

    /** All placed figures in the order of the text, then the names. */
    ImmutableList<IndicatorMatch> sure() {
        checkState(rest().isEmpty(), "figures without a decision: %s", rest());
        return placed();
    }

    ImmutableList<IndicatorMatch> open() {
        return inOrder(open);
    }

    private static ImmutableList<IndicatorMatch> inOrder(Map<FigureMention, IndicatorMatch> bindings) {
        return bindings.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> entry.getKey().start()))
                .map(Map.Entry::getValue)
                .collect(ImmutableList.toImmutableList());
    }
}
