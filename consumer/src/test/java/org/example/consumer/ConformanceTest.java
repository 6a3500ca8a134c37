package org.example.consumer;

import org.grassrootskpi.conformance.EngineSuite;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.table.ObservationTable;

/** The suite for engines, run by a project that depends on grassroots-kpi-conformance and nothing else for its tests. */
class ConformanceTest extends EngineSuite {
    @Override
    protected Engine engine(ObservationTable table) {
        return Engine.local(table);
    }
}
