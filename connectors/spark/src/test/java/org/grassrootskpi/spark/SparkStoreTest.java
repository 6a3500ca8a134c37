package org.grassrootskpi.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.sql.SparkSession;
import org.grassrootskpi.rollup.EngineException;
import org.grassrootskpi.sql.Lookup;
import org.grassrootskpi.sql.SqlStore.ColumnKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How statements run in a session, how they end, and what they leave behind. */
class SparkStoreTest {
    /** Two hundred million million rows in two tasks: it ends when it is cancelled, and not before. */
    private static final String ENDLESS =
            "SELECT sum(a.id * b.id) FROM range(0, 20000000, 1, 2) a CROSS JOIN range(0, 10000000, 1, 1) b";

    private final SparkSession session = Sessions.shared();
    private final SparkStore store = SparkStore.of(session);

    private List<String> read(String select, Lookup... lookups) {
        List<String> texts = new ArrayList<>();
        store.read(select, ImmutableList.copyOf(lookups), row -> texts.add(row.text(0)));
        return texts;
    }

    private static Lookup lookup(String name, Lookup.Column... columns) {
        return new Lookup(name, ImmutableList.copyOf(columns));
    }

    @Test
    @Timeout(120)
    void endsWhenTheThreadThatAsksIsInterrupted() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(1);
        SparkListener listener = new SparkListener() {
            @Override
            public void onTaskStart(SparkListenerTaskStart start) {
                runs.countDown();
            }
        };
        session.sparkContext().addSparkListener(listener);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            thrown.set(catchThrowable(() -> read(ENDLESS)));
            flag.set(Thread.currentThread().isInterrupted());
        });
        thread.start();
        runs.await();
        thread.interrupt();
        thread.join();
        session.sparkContext().removeSparkListener(listener);

        assertThat(thrown.get())
                .isInstanceOf(EngineException.class)
                .hasMessage("The query was interrupted while Spark answered");
        assertThat(flag.get()).isTrue();
        // Both threads of the session are free again.
        assertThat(read("SELECT sum(id) FROM range(0, 10, 1, 2)")).containsExactly("45");
    }

    @Test
    void asksNothingWhenTheThreadWasInterruptedBefore() {
        Thread.currentThread().interrupt();

        Throwable thrown = catchThrowable(() -> read(ENDLESS));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown)
                .isInstanceOf(EngineException.class)
                .hasMessage("The query was interrupted before Spark was asked");
    }

    @Test
    void leavesTheSessionAsItWas() {
        session.sparkContext().setJobGroup("mine", "my jobs", false);
        session.sql("SELECT 'mine' AS region, 7 AS slot").createOrReplaceTempView("region_slot");
        Lookup slots = lookup(
                "region_slot",
                new Lookup.Column("region", true, ImmutableList.of("a", "b")),
                new Lookup.Column("slot", false, ImmutableList.of("0", "1")));
        long views = views();

        assertThat(read("SELECT sum(slot) FROM region_slot", slots)).containsExactly("1");
        assertThat(catchThrowable(() -> read("SELECT wrong FROM region_slot", slots)))
                .isInstanceOf(EngineException.class);

        assertThat(views()).isEqualTo(views);
        assertThat(session.table("region_slot").first().getString(0)).isEqualTo("mine");
        assertThat(session.sparkContext().getLocalProperty("spark.jobGroup.id")).isEqualTo("mine");
        assertThat(session.sparkContext().getJobTags().isEmpty()).isTrue();
        session.sparkContext().clearJobGroup();
        session.catalog().dropTempView("region_slot");
    }

    private long views() {
        return session.catalog().listTables().filter("isTemporary").count();
    }

    @Test
    void textsOfLookupsAreNoPartOfTheStatement() {
        ImmutableList<String> texts = ImmutableList.of("a'b", "a\"b", "a`b", "a\\b", "a\nb", "甲${x}", "");

        assertThat(read(
                        "SELECT region FROM odd ORDER BY number",
                        lookup(
                                "odd",
                                new Lookup.Column("region", true, texts),
                                new Lookup.Column(
                                        "number", false, ImmutableList.of("0", "1", "2", "3", "4", "5", "6")))))
                .isEqualTo(texts);
    }

    @Test
    void knowsTheKindsOfColumns() {
        assertThat(store.columns(
                        "(SELECT 1Y AS byte, 1S AS short, 1 AS int, 1L AS long, 1.5BD AS decimal, 1D AS double,"
                                + " 1F AS float, 'x' AS text, DATE'2024-01-01' AS date)"))
                .isEqualTo(ImmutableMap.builder()
                        .put("byte", ColumnKind.EXACT)
                        .put("short", ColumnKind.EXACT)
                        .put("int", ColumnKind.EXACT)
                        .put("long", ColumnKind.EXACT)
                        .put("decimal", ColumnKind.EXACT)
                        .put("double", ColumnKind.FLOATING_POINT)
                        .put("float", ColumnKind.FLOATING_POINT)
                        .put("text", ColumnKind.TEXT)
                        .put("date", ColumnKind.OTHER)
                        .build());
    }

    @Test
    void saysWhatSparkRefuses() {
        assertThatThrownBy(() -> store.columns("figurse"))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith(
                        "Spark refused a statement: [TABLE_OR_VIEW_NOT_FOUND] The table or view `figurse`"
                                + " cannot be found.")
                .hasMessageEndingWith("\nSELECT * FROM figurse LIMIT 0")
                .hasMessageNotContaining("'UnresolvedRelation");
        assertThatThrownBy(() -> read("SELECT CAST('x' AS INT)"))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("Spark refused a statement: [CAST_INVALID_INPUT]");
    }

    @Test
    void saysThatTheSessionWasStopped() {
        session.stop();

        assertThatThrownBy(() -> read("SELECT 1"))
                .isInstanceOf(EngineException.class)
                .hasMessage("The Spark session was stopped; build another source over one that runs");
        assertThatThrownBy(() -> store.columns("figures"))
                .isInstanceOf(EngineException.class)
                .hasMessage("The Spark session was stopped; build another source over one that runs");
        assertThat(store).hasToString("Spark 'tests' at local[2]");
    }
}
