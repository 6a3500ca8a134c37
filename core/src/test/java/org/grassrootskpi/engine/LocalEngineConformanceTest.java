package org.grassrootskpi.engine;

import org.grassrootskpi.conformance.ComparisonConformance;
import org.grassrootskpi.conformance.EngineConformance;
import org.grassrootskpi.conformance.MemberConformance;
import org.grassrootskpi.conformance.PairConformance;
import org.grassrootskpi.conformance.RefusalConformance;
import org.grassrootskpi.conformance.SectorConformance;
import org.grassrootskpi.conformance.UncertaintyConformance;
import org.grassrootskpi.table.ObservationTable;
import org.junit.jupiter.api.Nested;

class LocalEngineConformanceTest {
    @Nested
    class Answers extends EngineConformance {
        @Override
        protected Engine engine(ObservationTable table) {
            return Engine.local(table).withThreads(2);
        }
    }

    @Nested
    class Members extends MemberConformance {
        @Override
        protected Engine engine(ObservationTable table) {
            return Engine.local(table).withThreads(2);
        }
    }

    @Nested
    class Comparisons extends ComparisonConformance {
        @Override
        protected Engine engine(ObservationTable table) {
            return Engine.local(table).withThreads(2);
        }
    }

    @Nested
    class Pairs extends PairConformance {
        @Override
        protected Engine engine(ObservationTable table) {
            return Engine.local(table).withThreads(2);
        }
    }

    @Nested
    class Sectors extends SectorConformance {
        @Override
        protected Engine engine(ObservationTable table) {
            return Engine.local(table).withThreads(2);
        }
    }

    @Nested
    class Uncertainty extends UncertaintyConformance {
        @Override
        protected Engine engine(ObservationTable table) {
            return Engine.local(table).withThreads(2);
        }
    }

    @Nested
    class Refusals extends RefusalConformance {
        @Override
        protected Engine engine(ObservationTable table) {
            return Engine.local(table).withThreads(2);
        }
    }
}
