package org.grassrootskpi.engine;

import org.grassrootskpi.plan.Plan;
import org.grassrootskpi.plan.Planner;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.rollup.RollupSource;
import org.grassrootskpi.table.ObservationTable;

/**
 * Answers queries: the same query over the same observations has the same answer, to the last digit, on every engine.
 *
 * <p>The {@link Plan} decides what a query means; an engine only reads its {@linkplain Plan#rollups roll-ups}. For data stored
 * elsewhere, a {@link RollupSource} reads them, and {@link #of(Planner, RollupSource)} does the rest. Every engine must pass the suites
 * of the package {@code org.grassrootskpi.conformance}, which core publishes as a test artifact: those whose names end in {@code
 * Conformance}, {@code AggregateContract}, and {@code RandomQueries}, which compares with an oracle. Engines are thread-safe.
 */
public interface Engine {
    /**
     * Creates an engine over a table in memory, with a thread for each processor.
     *
     * @param table the observations
     * @return the engine
     */
    static LocalEngine local(ObservationTable table) {
        return LocalEngine.of(table);
    }

    /**
     * Creates an engine over observations that are rolled up where they are stored.
     *
     * @param planner knows the catalogue, and which data there is
     * @param source reads the data
     * @return the engine; an interrupt of a thread that asks it ends the query before the next roll-ups are read
     */
    static Engine of(Planner planner, RollupSource source) {
        return of(planner, source, (done, all) -> {});
    }

    /**
     * Creates an engine over observations that are rolled up where they are stored, which reports its progress.
     *
     * @param planner knows the catalogue, and which data there is
     * @param source reads the data
     * @param progress is called after each pass over the data
     * @return the engine; an interrupt of a thread that asks it ends the query before the next roll-ups are read
     */
    static Engine of(Planner planner, RollupSource source, QueryProgress progress) {
        return new SourceEngine(planner, source, source, progress);
    }

    /**
     * Creates an engine over observations and targets that are rolled up where they are stored.
     *
     * @param planner knows the catalogue, which data there is, and {@linkplain Planner#withTargets which targets}
     * @param source reads the observations
     * @param targets reads the targets
     * @param progress is called after each pass over the data
     * @return the engine; an interrupt of a thread that asks it ends the query before the next roll-ups are read
     */
    static Engine of(Planner planner, RollupSource source, RollupSource targets, QueryProgress progress) {
        return new SourceEngine(planner, source, targets, progress);
    }

    /**
     * Answers a query.
     *
     * @param query the query
     * @return one row for each group; measures refused for an indicator say so in their cells and in
     *     {@link ResultTable#refusals()}
     * @throws org.grassrootskpi.query.RefusedException if the query as a whole cannot be answered, for the reasons of
     *     {@link org.grassrootskpi.query.Refusal.Reason#refusesWholeQuery()}; or if it is strict and a measure is refused
     * @throws org.grassrootskpi.rollup.EngineException if the observations cannot be read, or the thread was interrupted
     */
    ResultTable execute(Query query);

    /**
     * Plans a query without reading a row.
     *
     * @param query the query
     * @return the plan, with its sources, formulas and refusals
     * @throws org.grassrootskpi.query.RefusedException as {@link #execute} does
     */
    Plan plan(Query query);

    /** {@return what plans its queries: it knows the catalogue, and which data there is} */
    Planner planner();
}
