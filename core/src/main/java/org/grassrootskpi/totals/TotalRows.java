package org.grassrootskpi.totals;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.ResultColumn;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/** The rows of a result by region, period and members of extra dimensions. Not thread-safe. */
final class TotalRows {
    private final ResultColumn<Cell> values;
    private final ResultColumn<String> indicators;
    private final ResultColumn<Region> regions;
    private final ResultColumn<TimePeriod> periods;
    private final ImmutableList<ResultColumn<String>> extras;
    /** The row behind the one that was found last. */
    private int next;

    private @Nullable Map<List<Object>, Integer> byGroup;

    TotalRows(ResultTable result, ImmutableList<String> extras) {
        this.values = result.cells(Measure.value());
        this.indicators = result.column("indicator", String.class);
        this.regions = result.column("region", Region.class);
        this.periods = result.column("period", TimePeriod.class);
        this.extras =
                extras.stream().map(name -> result.column(name, String.class)).collect(toImmutableList());
    }

    int size() {
        return values.size();
    }

    ResultColumn<Cell> values() {
        return values;
    }

    boolean hasValue(int row) {
        return row >= 0 && !Double.isNaN(values.doubleAt(row));
    }

    @Nullable String indicator(int row) {
        return indicators.get(row);
    }

    Optional<Region> region(int row) {
        return Optional.ofNullable(regions.get(row));
    }

    TimePeriod period(int row) {
        return Objects.requireNonNull(periods.get(row));
    }

    ImmutableMap<String, String> members(int row) {
        ImmutableMap.Builder<String, String> members = ImmutableMap.builder();
        extras.forEach(extra -> members.put(extra.name(), String.valueOf(extra.get(row))));
        return members.buildOrThrow();
    }

    boolean isSameGroup(int row, int other) {
        return row == other || isSameGroup(row, this, other);
    }

    private boolean isSameGroup(int row, TotalRows others, int other) {
        if (!Objects.equals(periods.get(row), others.periods.get(other))
                || !Objects.equals(regions.get(row), others.regions.get(other))) {
            return false;
        }
        for (int i = 0; i < extras.size(); i++) {
            if (!Objects.equals(extras.get(i).get(row), others.extras.get(i).get(other))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the row of the group that a row of another result has; -1 if there is none. Rows of the same order are found at once. */
    int find(TotalRows others, int other) {
        if (next < size() && isSameGroup(next, others, other)) {
            return next++;
        }
        if (byGroup == null) {
            byGroup = new HashMap<>();
            for (int row = 0; row < size(); row++) {
                byGroup.put(group(row), row);
            }
        }
        Integer found = byGroup.get(others.group(other));
        if (found == null) {
            return -1;
        }
        next = found + 1;
        return found;
    }

    private List<Object> group(int row) {
        List<Object> group = new ArrayList<>();
        group.add(region(row));
        group.add(period(row));
        extras.forEach(extra -> group.add(String.valueOf(extra.get(row))));
        return group;
    }
}
