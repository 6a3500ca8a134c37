package org.grassrootskpi.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** Reads each roll-up once, and those that differ only in the indicator together: two measures may need the same. */
    private List<RollupResult> read(RollupSource from, ImmutableList<Rollup> rollups) {
        ImmutableSetMultimap<Rollup.Shape, Rollup> byShape =
                rollups.stream().collect(ImmutableSetMultimap.toImmutableSetMultimap(Rollup::shape, rollup -> rollup));
        Map<Rollup, RollupResult> results = new HashMap<>();
        for (Collection<Rollup> ofShape : byShape.asMap().values()) {
            ImmutableList<Rollup> batch = ImmutableList.copyOf(ofShape);
            if (Thread.interrupted()) {
                Thread.currentThread().interrupt();
                throw new EngineException("The query was interrupted before reading " + batch.get(0), null);
            }
            List<RollupResult> ofBatch = from.readAll(batch);
            check(batch, ofBatch);
            ofBatch.forEach(result -> results.put(result.rollup(), result));
            progress.read(results.size(), byShape.size());
        }
        return rollups.stream()
                .map(rollup -> Objects.requireNonNull(results.get(rollup)))
                .toList();
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
