package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The match of one figure in a draft: the indicator that it belongs to, or why a person has to place it. Immutable and
 * thread-safe.
 */
public final class IndicatorMatch {
    private final @Nullable FigureMention figure;
    private final String quote;
    private final Part part;
    private final String region;
    private final ImmutableList<String> indicators;
    private final @Nullable OpenReason reason;
    private final String detail;

    private IndicatorMatch(
            @Nullable FigureMention figure,
            String quote,
            Part part,
            String region,
            ImmutableList<String> indicators,
            @Nullable OpenReason reason,
            String detail) {
        this.figure = figure;
        this.quote = quote;
        this.part = part;
        this.region = region;
        this.indicators = indicators;
        this.reason = reason;
        this.detail = detail;
    }

    static IndicatorMatch sure(FigureMention figure, Part part, String region, String indicator) {
        return new IndicatorMatch(figure, figure.phrase(), part, region, ImmutableList.of(indicator), null, "");
    }

    static IndicatorMatch name(String name, String region, String indicator) {
        return new IndicatorMatch(null, name, Part.NAME, region, ImmutableList.of(indicator), null, "");
    }

    static IndicatorMatch open(
            FigureMention figure,
            Part part,
            String region,
            ImmutableList<String> indicators,
            OpenReason reason,
            String detail) {
        return new IndicatorMatch(figure, figure.phrase(), part, region, indicators, reason, detail);
    }

    IndicatorMatch reopened(OpenReason why, String more) {
        return new IndicatorMatch(figure, quote, part, region, indicators, why, more);
    }

    /** The relation of a figure to its indicator. */
    public enum Part {
        /** Its value. */
        VALUE,
        /** Its change against the year before. */
        CHANGE,
        /** Its completion against a plan. */
        COMPLETION,
        /** Its place among others. */
        RANK,
        /** No figure: the report names the indicator without giving its value. */
        NAME;

        /** Returns what a figure is of an indicator; a figure of one that is a ratio may be a share or a rate, and its value. */
        static Part of(FigureMention figure, boolean isOfRatio) {
            Optional<ReportedComparison> comparison = figure.comparison();
            boolean own = isOfRatio
                    && figure.quantity().unit().isRatio()
                    && !comparison.equals(Optional.of(ReportedComparison.YOY_INCREASE))
                    && !comparison.equals(Optional.of(ReportedComparison.YOY_DECREASE));
            if (own) {
                return VALUE;
            }
            if (comparison.isEmpty()) {
                return figure.role() == FigureRole.CHANGE ? CHANGE : VALUE;
            }
            return switch (comparison.get()) {
                case YOY_INCREASE, YOY_DECREASE, MULTIPLE_INCREASE -> CHANGE;
                case COMPLETION -> COMPLETION;
                case RANK -> RANK;
                case SHARE -> VALUE;
            };
        }
    }

    /**
     * Returns the figure.
     *
     * @return empty for {@link Part#NAME}
     */
    public Optional<FigureMention> figure() {
        return Optional.ofNullable(figure);
    }

    /**
     * Returns the words of the report.
     *
     * @return the figure with its context, or the name
     */
    public String quote() {
        return quote;
    }

    /**
     * Returns the relation of the figure to the indicator.
     *
     * @return the part; where it is unsure, what it would be
     */
    public Part part() {
        return part;
    }

    /**
     * Returns its region: the part that its clause names, else the region of the draft.
     *
     * @return the code of a region
     */
    public String region() {
        return region;
    }

    /**
     * Returns the indicator, if it is sure; else those that it may be, the likeliest first.
     *
     * @return ids of indicators, possibly none where it is unsure
     */
    public ImmutableList<String> indicators() {
        return indicators;
    }

    /**
     * Returns why a person has to place it.
     *
     * @return empty where it is sure
     */
    public Optional<OpenReason> reason() {
        return Optional.ofNullable(reason);
    }

    /**
     * Returns what gave the reason.
     *
     * @return a word of the report or the figure that it competes with; empty if there is nothing to add
     */
    public String detail() {
        return detail;
    }

    /** The quote and what it was bound to. */
    @Override
    public String toString() {
        return quote + " -> " + indicators + (reason == null ? "" : " (unsure: " + reason + " " + detail + ")");
    }
}
