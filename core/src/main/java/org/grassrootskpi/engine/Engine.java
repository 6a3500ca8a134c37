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
 * <p>What a query means is decided by the {@link Plan}; an engine only reads its {@linkplain Plan#rollups roll-ups}. For data that lies
 * elsewhere, a {@link RollupSource} reads them, and {@link #of(Planner, RollupSource)} does the rest. It proves itself by the suites of
 * the package {@code org.grassrootskpi.conformance}, which core publishes as a test artifact: those whose names end in {@code
 * Conformance}, {@code AggregateContract}, and {@code RandomQueries}, which compares with an oracle. Engines are safe for use by many
 * threads.
 */
public interface Engine {
    /**
     * An engine over a table in this machine's memory, with a thread for each processor.
     *
     * @param table the observations
     * @return the engine
     */
    static LocalEngine local(ObservationTable table) {
        return LocalEngine.of(table);
    }

    /**
     * An engine over observations that are rolled up where they lie.
     *
     * @param planner knows the catalogue, and which data there is
     * @param source reads the data
     * @return the engine; an interrupt of a thread that asks it ends the query before the next roll-ups are read
     */
    static Engine of(Planner planner, RollupSource source) {
        return of(planner, source, (done, all) -> {});
    }

    /**
     * An engine over observations that are rolled up where they lie, which says how far it has come.
     *
     * @param planner knows the catalogue, and which data there is
     * @param source reads the data
     * @param progress is told after each pass over the data
     * @return the engine; an interrupt of a thread that asks it ends the query before the next roll-ups are read
     */
    static Engine of(Planner planner, RollupSource source, QueryProgress progress) {
        return new SourceEngine(planner, source, progress);
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
     * Says how a query would be answered, without reading a row.
     *
     * @param query the query
     * @return the plan, with the data it takes, its formulas and what it refuses
     * @throws org.grassrootskpi.query.RefusedException as {@link #execute} does
     */
    Plan plan(Query query);
}
