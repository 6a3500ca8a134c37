package org.grassrootskpi.engine;

import org.grassrootskpi.conformance.EngineConformance;
import org.grassrootskpi.table.ObservationTable;

class LocalEngineConformanceTest extends EngineConformance {
    @Override
    protected Engine engine(ObservationTable table) {
        return Engine.local(table).withThreads(2);
    }
}
