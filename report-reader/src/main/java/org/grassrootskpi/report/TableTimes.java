package org.grassrootskpi.report;

import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/** Resolves the times in the heads of a table by that of the lines above it. */
final class TableTimes {
    private final WorkReport report;
    private final @Nullable FigurePeriod context;
    private final boolean plan;

    TableTimes(WorkReport report, @Nullable FigurePeriod context, boolean plan) {
        this.report = report;
        this.context = context;
        this.plan = plan;
    }

    /** The time of a figure: that of its column, else of its row, else of the lines above. */
    @Nullable FigurePeriod of(TableHead column, TableHead row, TableHead both) {
        FigurePeriod base = context;
        if (row.time() != null) {
            base = resolved(row.time(), base);
        }
        TimeExpression own = column.time();
        if (own != null) {
            base = resolved(own, base);
        }
        if (column.kind() == TableHead.Kind.TARGET && base != null && (own == null || !own.hasPart())) {
            base = FigurePeriod.ofYears(base.year(), base.year());
        }
        boolean end = row.time() != null && row.time().atEnd();
        FigurePeriod of = both.earlier() && base != null ? yearBefore(base) : base;
        return end && of != null ? of.atEnd() : of;
    }

    private static @Nullable FigurePeriod resolved(TimeExpression time, @Nullable FigurePeriod base) {
        FigurePeriod found = time.in(base);
        if (base == null || base.single().isEmpty() || base.from().frequency() == Frequency.ANNUAL) {
            return found;
        }
        boolean lastYear = time.relative() && time.isSingleYear() && time.fromYear() == -1;
        // 上年 beside a column of 1—6月 is the same time of that year.
        return lastYear && !time.hasPart() && !time.atEnd() ? yearBefore(base) : found;
    }

    static FigurePeriod yearBefore(FigurePeriod period) {
        FigurePeriod before = new FigurePeriod(yearBefore(period.from()), yearBefore(period.to()), false);
        return period.isEnd() ? before.atEnd() : before;
    }

    private static TimePeriod yearBefore(TimePeriod period) {
        int year = period.year() - 1;
        return switch (period.frequency()) {
            case YEAR_TO_DATE -> TimePeriod.yearToDate(year, period.lastDay().getMonthValue());
            case DAILY -> TimePeriod.containing(period.firstDay().minusYears(1), Frequency.DAILY);
            case WEEKLY -> TimePeriod.containing(period.firstDay().minusWeeks(52), Frequency.WEEKLY);
            default -> TimePeriod.containing(period.firstDay().minusYears(1), period.frequency());
        };
    }

    /** What a change is measured against, where the words do not say: the year before. */
    String base(@Nullable String printed, @Nullable FigurePeriod period) {
        boolean single = period != null && period.single().isPresent();
        if (printed == null) {
            return period == null || single
                    ? Relation.PREVIOUS_YEAR
                    : Integer.toString(period.from().year() - 1);
        }
        boolean known = period != null && single && period.to().frequency() != Frequency.YEAR_TO_DATE;
        return printed.equals("环比") && period != null && known
                ? period.to().previous().toString()
                : printed;
    }

    /** Whether a figure lies behind the time of the report, or in a plan and not under a head with an earlier time. */
    boolean isPlanned(@Nullable FigurePeriod period, boolean timed) {
        boolean later = period != null
                && report.period()
                        .filter(of -> period.from().firstDay().isAfter(of.lastDay()))
                        .isPresent();
        return later || (plan && !(timed && report.period().isPresent()));
    }
}
