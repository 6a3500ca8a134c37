package org.grassrootskpi.engine;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.plan.Plan;
import org.grassrootskpi.plan.Planner;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.rollup.EngineException;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupResult;
import org.grassrootskpi.rollup.RollupSource;

/** Answers queries from observations that are rolled up where they are stored. */
final class SourceEngine implements Engine {
    private final Planner planner;
    private final RollupSource source;
    private final RollupSource targets;
    private final QueryProgress progress;

    SourceEngine(Planner planner, RollupSource source, RollupSource targets, QueryProgress progress) {
        this.planner = planner;
        this.source = source;
        this.targets = targets;
        this.progress = progress;
    }

    @Override
    public Plan plan(Query query) {
        return planner.plan(query);
    }

    @Override
    public Planner planner() {
        return planner;
    }

    @Override
    public ResultTable execute(Query query) {
        Plan plan = plan(query);
        return plan.finish(
                read(source, plan.rollups()), further -> read(source, further), planned -> read(targets, planned), 1);
    }

    /** Reads roll-ups, those that differ only in the indicator together. */
    private List<RollupResult> read(RollupSource from, ImmutableList<Rollup> rollups) {
        Map<Rollup.Shape, List<Integer>> numbersByShape = new LinkedHashMap<>();
        for (int number = 0; number < rollups.size(); number++) {
            numbersByShape
                    .computeIfAbsent(rollups.get(number).shape(), shape -> new ArrayList<>())
                    .add(number);
        }
        RollupResult[] results = new RollupResult[rollups.size()];
        int done = 0;
        for (List<Integer> numbers : numbersByShape.values()) {
            ImmutableList<Rollup> batch = numbers.stream().map(rollups::get).collect(ImmutableList.toImmutableList());
            if (Thread.interrupted()) {
                Thread.currentThread().interrupt();
                throw new EngineException("The query was interrupted before reading " + batch.get(0), null);
            }
            List<RollupResult> ofBatch = from.readAll(batch);
            check(batch, ofBatch);
            for (int i = 0; i < batch.size(); i++) {
                results[numbers.get(i)] = ofBatch.get(i);
            }
            done += batch.size();
            progress.read(done, results.length);
        }
        return Arrays.asList(results);
    }

    private static void check(List<Rollup> batch, List<RollupResult> results) {
        List<Rollup> answered = results.stream().map(RollupResult::rollup).toList();
        if (!answered.equals(batch)) {
            throw new IllegalArgumentException("Expected results of " + batch + " in this order, got " + answered);
        }
    }

    @Override
    public String toString() {
        return "Engine over " + source;
    }
}
