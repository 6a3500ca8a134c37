package org.grassrootskpi.conformance;

import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.table.ObservationTable;
import org.junit.jupiter.api.Nested;

/**
 * All that an engine must answer: the test of an engine extends this class and says how a table becomes an engine.
 *
 * <pre>{@code
 * class MyEngineTest extends EngineSuite {
 *     @Override
 *     protected Engine engine(ObservationTable table) {
 *         return MySource.engine(table);
 *     }
 * }
 * }</pre>
 */
public abstract class EngineSuite {
    /** The engine to be tested, over the observations of a table. */
    protected abstract Engine engine(ObservationTable table);

    /** Whether the engine adds up doubles; those that would do so in any order refuse them. */
    protected boolean addsDoubles() {
        return true;
    }

    @Nested
    class Answers extends EngineConformance {
        @Override
        protected Engine engine(ObservationTable table) {
            return EngineSuite.this.engine(table);
        }
    }

    @Nested
    class Sources extends SourceConformance {
        @Override
        protected Engine engine(ObservationTable table) {
            return EngineSuite.this.engine(table);
        }
    }

    @Nested
    class Members extends MemberConformance {
        @Override
        protected Engine engine(ObservationTable table) {
            return EngineSuite.this.engine(table);
        }
    }

    @Nested
    class Comparisons extends ComparisonConformance {
        @Override
        protected Engine engine(ObservationTable table) {
            return EngineSuite.this.engine(table);
        }
    }

    @Nested
    class Parts extends PartConformance {
        @Override
        protected Engine engine(ObservationTable table) {
            return EngineSuite.this.engine(table);
        }
    }

    @Nested
    class Dimensions extends DimensionConformance {
        @Override
        protected Engine engine(ObservationTable table) {
            return EngineSuite.this.engine(table);
        }
    }

    @Nested
    class PeriodShares extends PeriodShareConformance {
        @Override
        protected Engine engine(ObservationTable table) {
            return EngineSuite.this.engine(table);
        }
    }

    @Nested
    class FiscalYears extends FiscalYearConformance {
        @Override
        protected Engine engine(ObservationTable table) {
            return EngineSuite.this.engine(table);
        }
    }

    @Nested
    class Pairs extends PairConformance {
        @Override
        protected Engine engine(ObservationTable table) {
            return EngineSuite.this.engine(table);
        }
    }

    @Nested
    class Formulas extends FormulaConformance {
        @Override
        protected Engine engine(ObservationTable table) {
            return EngineSuite.this.engine(table);
        }
    }

    @Nested
    class Totals extends TotalConformance {
        @Override
        protected Engine engine(ObservationTable table) {
            return EngineSuite.this.engine(table);
        }
    }

    @Nested
    class Groups extends RegionGroupConformance {
        @Override
        protected Engine engine(ObservationTable table) {
            return EngineSuite.this.engine(table);
        }
    }

    @Nested
    class Sectors extends SectorConformance {
        @Override
        protected Engine engine(ObservationTable table) {
            return EngineSuite.this.engine(table);
        }
    }

    @Nested
    class Refusals extends RefusalConformance {
        @Override
        protected Engine engine(ObservationTable table) {
            return EngineSuite.this.engine(table);
        }
    }

    @Nested
    class Uncertainty extends UncertaintyConformance {
        @Override
        protected boolean addsDoubles() {
            return EngineSuite.this.addsDoubles();
        }

        @Override
        protected Engine engine(ObservationTable table) {
            return EngineSuite.this.engine(table);
        }
    }
}
