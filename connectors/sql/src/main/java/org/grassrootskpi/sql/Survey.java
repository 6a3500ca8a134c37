package org.grassrootskpi.sql;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.grassrootskpi.plan.SourceExtent;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.rollup.RowProblem;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;

/**
 * What a store was found to hold when it was asked: the extent of each source, how many values it has, and what is wrong with its rows.
 * A snapshot.
 */
final class Survey {
    private final Map<Source, Found> found;
    private final ImmutableList<RowProblem> problems;

    private Survey(Map<Source, Found> found, ImmutableList<RowProblem> problems) {
        this.found = found;
        this.problems = problems;
    }

    ImmutableList<RowProblem> problems() {
        return problems;
    }

    /** Returns this with what was wrong with the rows that were set aside. */
    Survey with(ImmutableList<RowProblem> ofOthers) {
        return new Survey(found, ofOthers);
    }

    ImmutableList<SourceExtent> extents() {
        ImmutableList.Builder<SourceExtent> extents = ImmutableList.builder();
        found.forEach((source, rows) -> extents.add(new SourceExtent(
                source,
                TimePeriodRange.of(TimePeriod.ofCode(rows.codes.first()), TimePeriod.ofCode(rows.codes.last())),
                ImmutableList.copyOf(rows.combinations.keySet()),
                0)));
        return extents.build();
    }

    /** Returns how many rows of some combinations have a value in some periods, wherever. */
    long values(Source source, TimePeriodRange periods, List<Integer> limited, List<List<String>> members) {
        Found rows = found.get(source);
        if (rows == null) {
            return 0;
        }
        long count = 0;
        for (Map.Entry<ImmutableList<String>, Map<Integer, Long>> combination : rows.combinations.entrySet()) {
            boolean isIn = true;
            for (int i = 0; i < limited.size(); i++) {
                isIn &= members.get(i).contains(combination.getKey().get(limited.get(i)));
            }
            if (isIn) {
                for (Map.Entry<Integer, Long> period : combination.getValue().entrySet()) {
                    if (period.getKey() >= periods.from().toCode()
                            && period.getKey() <= periods.to().toCode()) {
                        count += period.getValue();
                    }
                }
            }
        }
        return count;
    }

    /** The rows of one source. */
    private static final class Found {
        final TreeSet<Integer> codes = new TreeSet<>();
        /** How many rows have a value, by the members of the extra dimensions and the code of the period. */
        final Map<ImmutableList<String>, Map<Integer, Long>> combinations = new LinkedHashMap<>();
    }

    /** Gathers a survey. */
    static final class Builder {
        private final Map<Source, Found> found = new LinkedHashMap<>();
        private final List<RowProblem> problems = new ArrayList<>();

        void add(Source source, TimePeriod period, ImmutableList<String> members, long values) {
            Found rows = found.computeIfAbsent(source, any -> new Found());
            rows.codes.add(period.toCode());
            rows.combinations
                    .computeIfAbsent(members, any -> new LinkedHashMap<>())
                    .merge(period.toCode(), values, Long::sum);
        }

        void problems(List<RowProblem> more) {
            problems.addAll(more);
        }

        void problem(RowProblem problem) {
            problems.add(problem);
        }

        Survey build() {
            return new Survey(found, ImmutableList.copyOf(problems));
        }
    }
}
