package org.grassrootskpi.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.grassrootskpi.conformance.RandomQueries;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.sql.ObservationLayout;
import org.grassrootskpi.sql.SqlRollupSource;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.ObservationTableBuilder;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a cluster of several processes answers: with a worker that dies, and with more data than memory. */
@Timeout(1200)
class StandaloneClusterTest {
    private static final int FLOWS = 10;
    private static final int RATES = 10;
    private static final int REGIONS = 2_500;
    private static final int TOWNS = 50;
    private static final int MONTHS = 120;
    private static final int FIRST_YEAR = 2015;
    private static final long EXECUTOR_MEMORY = 512L << 20;

    @TempDir
    Path folder;

    private @Nullable Cluster cluster;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        Cluster.assumeAsked();
        // A process has one session of its own at a time.
        Sessions.shared().stop();
        cluster = Cluster.start(folder);
    }

    @AfterEach
    void stop() throws IOException {
        if (cluster != null) {
            // The one that is connected, if a test came so far.
            SparkSession.getDefaultSession().foreach(session -> {
                session.stop();
                return null;
            });
            cluster.close();
        }
    }

    private SparkSession connect(boolean broadcasts) {
        return SparkSession.builder()
                .appName("tests")
                .master(Objects.requireNonNull(cluster).master())
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.executor.memory", EXECUTOR_MEMORY + "b")
                .config("spark.sql.shuffle.partitions", 2)
                .config("spark.sql.adaptive.enabled", false)
                .config("spark.sql.autoBroadcastJoinThreshold", broadcasts ? "10MB" : "-1")
                .config(
                        "spark.sql.warehouse.dir",
                        folder.resolve("warehouse").toUri().toString())
                .getOrCreate();
    }

    private static String id(int indicator) {
        return "k" + (10 + indicator);
    }

    /** Flows, and rates of which the first flow is the weight. */
    private static Catalog catalog() {
        TableFixture fixture = new TableFixture().sector("s", "");
        IntStream.range(0, TOWNS).forEach(town -> fixture.region("t" + town, RegionLevel.TOWNSHIP, ""));
        IntStream.range(0, REGIONS)
                .forEach(region -> fixture.region("r" + region, RegionLevel.COMMUNITY, "t" + region % TOWNS));
        IntStream.range(0, FLOWS).forEach(flow -> fixture.indicator(id(flow), IndicatorKind.FLOW, "元", 2));
        IntStream.range(FLOWS, FLOWS + RATES)
                .forEach(
                        rate -> fixture.indicator(TableFixture.indicator(id(rate), "s", IndicatorKind.RATIO, "ratio", 2)
                                .weight(id(0))
                                .build()));
        return fixture.catalog();
    }

    /** The same numbers as {@link #table}, made up by the executors in so many tasks. */
    private static ObservationLayout madeUp(int tasks) {
        long rows = (long) (FLOWS + RATES) * REGIONS * MONTHS;
        return ObservationLayout.of("(SELECT concat('k', 10 + n) AS indicator, concat('r', r) AS region,"
                + " concat(" + FIRST_YEAR + " + m DIV 12, '-', lpad(CAST(m % 12 + 1 AS STRING), 2, '0')) AS period,"
                + " CAST(id * 7919 % 1000003 AS DECIMAL(18, 0)) * 0.01BD AS value FROM (SELECT id, id DIV "
                + REGIONS * MONTHS + " AS n, id DIV " + MONTHS + " % " + REGIONS + " AS r, id % " + MONTHS
                + " AS m FROM range(0, " + rows + ", 1, " + tasks + ")))");
    }

    private static ObservationTable table(Catalog catalog) {
        RegionNumbering regions = RegionNumbering.of(catalog);
        int size = REGIONS * MONTHS;
        int january = TimePeriod.ofMonth(FIRST_YEAR, 1).toCode();
        int[] places = IntStream.range(0, size)
                .map(i -> regions.numberOf("r" + i / MONTHS))
                .toArray();
        int[] periods = IntStream.range(0, size).map(i -> january + i % MONTHS).toArray();
        ObservationTableBuilder table = ObservationTable.builder(catalog);
        for (int indicator = 0; indicator < FLOWS + RATES; indicator++) {
            long first = (long) indicator * size;
            long[] values = IntStream.range(0, size)
                    .mapToLong(i -> (first + i) * 7919 % 1_000_003)
                    .toArray();
            table.addAll(id(indicator), places, periods, values);
        }
        return table.build();
    }

    private static Query byTown(int from, int to, Measure... measures) {
        return Query.select(IntStream.range(from, to)
                        .mapToObj(StandaloneClusterTest::id)
                        .toList())
                .groupBy(
                        Dimension.indicator(),
                        Dimension.region(RegionLevel.TOWNSHIP),
                        Dimension.period(Frequency.ANNUAL))
                .measures(measures);
    }

    @Test
    void answersMadeUpQuestionsLikeTheOracle() {
        SparkSession session = connect(true);
        new RandomQueries(
                        "mvn -pl connectors/spark -am test -Dtest=StandaloneClusterTest",
                        table -> SqlRollupSource.builder(table.catalog())
                                .schema(table.schema())
                                .build(SparkStore.of(session), SparkTable.createView(table, session, "observation"))
                                .engine())
                .check(1);
    }

    @Test
    void aWorkerThatDiesInTheMiddleOfAJobChangesNoDigit() throws InterruptedException, ExecutionException {
        Catalog catalog = catalog();
        Query query = byTown(0, FLOWS, Measure.sum(), Measure.min(), Measure.max(), Measure.count());
        SparkSession session = connect(true);
        SqlRollupSource source = SqlRollupSource.builder(catalog).build(SparkStore.of(session), madeUp(200));
        AtomicInteger tasks = new AtomicInteger();
        AtomicInteger failures = new AtomicInteger();
        CountDownLatch killed = new CountDownLatch(1);
        CountDownLatch lost = new CountDownLatch(1);
        session.sparkContext().addSparkListener(new SparkListener() {
            @Override
            public void onTaskEnd(SparkListenerTaskEnd end) {
                if (!end.taskInfo().successful()) {
                    failures.incrementAndGet();
                }
                if (tasks.incrementAndGet() == 10) {
                    kill(1);
                    killed.countDown();
                }
            }

            @Override
            public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
                lost.countDown();
            }
        });
        CompletableFuture<List<String>> answer = CompletableFuture.supplyAsync(
                () -> List.of(source.engine().execute(query).toCsv()));
        killed.await();
        boolean wasAnswered = answer.isDone();

        assertThat(answer.get())
                .containsExactly(Engine.local(table(catalog)).execute(query).toCsv());
        assertThat(wasAnswered).isFalse();
        lost.await();
        assertThat(failures).hasPositiveValue();
    }

    private void kill(int worker) {
        try {
            Objects.requireNonNull(cluster).kill(worker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aJobLargerThanTheMemoryOfItsExecutorsSpillsAndEnds() {
        Catalog catalog = catalog();
        Query query = byTown(FLOWS, FLOWS + RATES, Measure.value(), Measure.count());
        SparkSession session = connect(false);
        SqlRollupSource source = SqlRollupSource.builder(catalog).build(SparkStore.of(session), madeUp(4));
        AtomicLong spilled = new AtomicLong();
        AtomicLong onDisk = new AtomicLong();
        session.sparkContext().addSparkListener(new SparkListener() {
            @Override
            public void onTaskEnd(SparkListenerTaskEnd end) {
                spilled.addAndGet(end.taskMetrics().memoryBytesSpilled());
                onDisk.addAndGet(end.taskMetrics().diskBytesSpilled());
            }
        });

        assertThat(source.engine().execute(query))
                .isEqualTo(Engine.local(table(catalog)).execute(query));
        // A stop tells the listeners all that has happened before.
        session.stop();
        assertThat(onDisk).hasPositiveValue();
        assertThat(spilled.get()).isGreaterThan(EXECUTOR_MEMORY);
    }
}
