package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.grassrootskpi.table.ObservationTable;
import org.junit.jupiter.api.Test;

class LocalEngineTest {
    private static final ObservationTable TABLE =
            new ScanRows(1, 1).add(0, ScanRows.JANUARY, 1).table();

    @Test
    void saysHowManyThreadsAQueryMayUse() {
        assertThat(Engine.local(TABLE).withThreads(3).threads()).isEqualTo(3);
        assertThat(Engine.local(TABLE).threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Engine.local(TABLE).withThreads(0));
    }

    @Test
    void namesItsTableAndItsThreads() {
        assertThat(Engine.local(TABLE).withThreads(1)).hasToString("LocalEngine over " + TABLE + ", 1 thread");
        assertThat(Engine.local(TABLE).withThreads(2)).hasToString("LocalEngine over " + TABLE + ", 2 threads");
    }
}
