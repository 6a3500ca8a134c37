package org.grassrootskpi.sql;

import org.grassrootskpi.conformance.EngineSuite;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.table.ObservationTable;

/** That an engine over small integers in DuckDB answers like the local one. */
class DuckDbCodedEngineTest extends EngineSuite {
    @Override
    protected Engine engine(ObservationTable table) {
        return StoredTable.source(table, Databases.duckDb(), true).engine();
    }

    @Override
    protected boolean addsDoubles() {
        return false;
    }
}
