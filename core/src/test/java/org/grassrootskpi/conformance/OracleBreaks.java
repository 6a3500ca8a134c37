package org.grassrootskpi.conformance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.conformance.Oracle.Answer;
import org.grassrootskpi.conformance.Oracle.Data;
import org.grassrootskpi.conformance.Oracle.Spot;
import org.grassrootskpi.conformance.TableFixture.Row;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.time.TimePeriod;

/**
 * Whether a series breaks between two periods that are compared, by the definition in the README of core: a row says so that lies
 * after the base and not after the later one; in a base of several periods it may lie anywhere.
 */
record OracleBreaks(Oracle oracle, Query query) {
    /**
     * What a measure follows.
     *
     * @param weights of a mean, whose rows count as those of the values do, as long as there are both
     * @param last whether a value is of the last period that was observed
     */
    record Series(Data data, Optional<Data> weights, boolean last) {}

    boolean breaks(Series series, Spot spot, Spot base, int window, Answer now, Answer before) {
        LocalDate after;
        LocalDate until = spot.period().lastDay();
        if (series.last() && now.asOf() != null && before.asOf() != null) {
            after = before.asOf().lastDay();
            until = now.asOf().lastDay();
        } else {
            List<TimePeriod> periods = base.periods(window);
            TimePeriod first = periods.get(periods.size() - 1);
            boolean single = oracle.periods(series.data().frequency(), base, periods) == 1;
            after = single ? base.period().lastDay() : first.firstDay().minusDays(1);
        }
        for (Row row : oracle.rows(series.data().indicator())) {
            boolean between = row.period().lastDay().isAfter(after)
                    && !row.period().lastDay().isAfter(until);
            if (between && oracle.isRead(row, series.data(), query, spot) && isBreak(row, series)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBreak(Row row, Series series) {
        if (series.weights().isEmpty()) {
            return row.status() == ObservationStatus.BREAK;
        }
        Data weights = series.weights().get();
        return oracle.rows(weights.indicator()).stream()
                .filter(weight -> weight.region().equals(row.region())
                        && weight.period().equals(row.period())
                        && weight.extras().equals(row.extras()))
                .anyMatch(weight ->
                        row.status() == ObservationStatus.BREAK || weight.status() == ObservationStatus.BREAK);
    }
}
