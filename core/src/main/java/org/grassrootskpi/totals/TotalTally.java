package org.grassrootskpi.totals;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Optional;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.query.Source;

/** Compares the totals of one indicator, level and frequency with their sums, and counts. Not thread-safe. */
final class TotalTally {
    private final TotalCheck.Kind kind;
    private final Optional<String> identity;
    private final Source total;
    private final Source parts;
    private final Balance balance;
    private final ImmutableList.Builder<TotalMismatch> mismatches = ImmutableList.builder();
    private long passed;
    private long failed;
    private long impossible;

    TotalTally(TotalCheck.Kind kind, Optional<String> identity, Source total, Source parts, BigDecimal tolerance) {
        this.kind = kind;
        this.identity = identity;
        this.total = total;
        this.parts = parts;
        this.balance = new Balance(tolerance);
    }

    /** Compares a total with the sum of rows, of which those are added that the signs say; a row below zero is a missing one. */
    void compare(TotalRows totals, int row, TotalRows rows, int[] sum, boolean[] isAdded) {
        switch (balance.compare(totals.values(), row, rows.values(), sum, isAdded)) {
            case PASSED -> passed++;
            case FAILED -> {
                if (failed++ < TotalCheck.MOST_DESCRIBED) {
                    describe(totals, row, rows, sum, isAdded);
                }
            }
            case IMPOSSIBLE -> {
                if (totals.hasValue(row) || haveValues(rows, sum)) {
                    impossible++;
                }
            }
        }
    }

    private static boolean haveValues(TotalRows rows, int[] sum) {
        for (int row : sum) {
            if (!rows.hasValue(row)) {
                return false;
            }
        }
        return true;
    }

    private void describe(TotalRows totals, int row, TotalRows rows, int[] sum, boolean[] isAdded) {
        Optional<Region> region = totals.region(row);
        Quantity whole = Balance.figure(totals.values(), row);
        Quantity parts = Balance.sum(rows.values(), sum, isAdded);
        if (region.isPresent() && whole != null && parts != null) {
            mismatches.add(new TotalMismatch(region.get(), totals.period(row), totals.members(row), whole, parts));
        }
    }

    TotalCheck toCheck() {
        return new TotalCheck(kind, identity, total, parts, passed, failed, impossible, mismatches.build());
    }
}
