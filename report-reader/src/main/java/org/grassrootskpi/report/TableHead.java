package org.grassrootskpi.report;

import org.jspecify.annotations.Nullable;

/**
 * What the head of a row or a column says of its figures.
 *
 * @param kind what kind of figures it heads
 * @param noun what is measured; empty if it does not say
 * @param unit their unit; null if it does not say
 * @param against what a change, share, completion or rank is compared with; null if it does not say
 * @param time their time; null if it does not say
 * @param earlier true if they are those of the same time one year before
 * @param total true if it is a total of the other rows
 */
record TableHead(
        Kind kind,
        String noun,
        @Nullable String unit,
        @Nullable String against,
        @Nullable TimeExpression time,
        boolean earlier,
        boolean total) {

    /** The kinds of figures. */
    enum Kind {
        LEVEL,
        CHANGE,
        DECREASE,
        SHARE,
        COMPLETION,
        RANK,
        TARGET,
        SERIAL,
        UNIT,
        NONE,
        REMARK;

        boolean isComparison() {
            return this == CHANGE || this == DECREASE || this == SHARE || this == COMPLETION || this == RANK;
        }

        boolean isFigure() {
            return this == LEVEL || this == TARGET || isComparison();
        }
    }

    static final TableHead NOTHING = new TableHead(Kind.LEVEL, "", null, null, null, false, false);

    /** Returns this head below another one: what it does not say is as the other says. */
    TableHead below(TableHead upper) {
        boolean own = kind != Kind.LEVEL;
        String joined = noun.isEmpty() || upper.noun.isEmpty() || noun.startsWith(upper.noun)
                ? (noun.isEmpty() ? upper.noun : noun)
                : upper.noun + noun;
        TimeExpression when = time == null ? upper.time : upper.time == null ? time : merged(upper.time, time);
        return new TableHead(
                own ? kind : upper.kind,
                joined,
                unit != null ? unit : upper.unit,
                against != null ? against : upper.against,
                when,
                earlier || upper.earlier,
                total || upper.total);
    }

    private static TimeExpression merged(TimeExpression year, TimeExpression part) {
        return year.hasYear() && !part.hasYear() ? year.plus(part) : part;
    }
}
