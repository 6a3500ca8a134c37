package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a draft makes of one figure: the indicator that it belongs to, or why that is unsure. Immutable and thread-safe.
 */
public final class Binding {
    private final @Nullable FigureMention figure;
    private final String quote;
    private final Part part;
    private final String region;
    private final ImmutableList<String> indicators;
    private final String reason;

    Binding(
            @Nullable FigureMention figure,
            String quote,
            Part part,
            String region,
            ImmutableList<String> indicators,
            String reason) {
        this.figure = figure;
        this.quote = quote;
        this.part = part;
        this.region = region;
        this.indicators = indicators;
        this.reason = reason;
    }

    /** What a figure is to its indicator. */
    public enum Part {
        /** Its value. */
        VALUE,
        /** Its change against the year before. */
        CHANGE,
        /** Its completion against a plan. */
        COMPLETION,
        /** Its place among others. */
        RANK,
        /** No figure: the report names the indicator without telling its value. */
        NAME
    }

    /**
     * The figure.
     *
     * @return empty for {@link Part#NAME}
     */
    public Optional<FigureMention> figure() {
        return Optional.ofNullable(figure);
    }

    /**
     * The words of the report.
     *
     * @return the figure with what is said around it, or the name
     */
    public String quote() {
        return quote;
    }

    /**
     * What the figure is to the indicator.
     *
     * @return the part
     */
    public Part part() {
        return part;
    }

    /**
     * Where: the part of the region that its clause names, else the region of the draft.
     *
     * @return the code of a region
     */
    public String region() {
        return region;
    }

    /**
     * The indicator, if it is sure; else those that it may be, the likeliest first.
     *
     * @return ids of indicators, possibly none where it is unsure
     */
    public ImmutableList<String> indicators() {
        return indicators;
    }

    /**
     * Why it is unsure.
     *
     * @return empty where it is sure
     */
    public String reason() {
        return reason;
    }

    /** The quote and what it was bound to. */
    @Override
    public String toString() {
        return quote + " -> " + indicators + (reason.isEmpty() ? "" : " (unsure: " + reason + ")");
    }
}
