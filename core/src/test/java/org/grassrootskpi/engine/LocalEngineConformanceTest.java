package org.grassrootskpi.engine;

import org.grassrootskpi.conformance.EngineSuite;
import org.grassrootskpi.table.ObservationTable;

class LocalEngineConformanceTest extends EngineSuite {
    @Override
    protected Engine engine(ObservationTable table) {
        return Engine.local(table).withThreads(2);
    }
}
