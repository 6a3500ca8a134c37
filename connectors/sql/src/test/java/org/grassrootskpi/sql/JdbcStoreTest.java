package org.grassrootskpi.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.common.collect.ImmutableList;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.grassrootskpi.rollup.EngineException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How statements end. */
class JdbcStoreTest {
    private Connection duckDb;

    @BeforeEach
    void connect() throws SQLException {
        duckDb = DriverManager.getConnection("jdbc:duckdb:");
    }

    @AfterEach
    void close() throws SQLException {
        duckDb.close();
    }

    @Test
    @Timeout(60)
    void endsWhenTheThreadThatAsksIsInterrupted() throws SQLException, InterruptedException {
        JdbcStore store = JdbcStore.of(duckDb);
        CountDownLatch asks = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            asks.countDown();
            thrown.set(catchThrowable(() -> store.read(
                    "SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b",
                    ImmutableList.of(),
                    row -> {})));
        });
        thread.start();
        asks.await();
        thread.interrupt();
        thread.join();

        assertThat(thrown.get())
                .isInstanceOf(EngineException.class)
                .hasMessage("The query was interrupted while the database answered");
        List<String> next = new ArrayList<>();
        store.read("SELECT 1", ImmutableList.of(), row -> next.add(row.text(0)));
        assertThat(next).containsExactly("1");
    }

    @Test
    @Timeout(60)
    void endsWhenTheThreadWasInterruptedBeforeItAsked() {
        JdbcStore store = JdbcStore.of(duckDb);
        Thread.currentThread().interrupt();

        Throwable thrown = catchThrowable(() -> store.read(
                "SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b",
                ImmutableList.of(),
                row -> {}));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown)
                .isInstanceOf(EngineException.class)
                .hasMessage("The query was interrupted while the database answered");
    }
}
