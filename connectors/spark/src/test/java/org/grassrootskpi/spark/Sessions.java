package org.grassrootskpi.spark;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** The Spark sessions of the tests. */
final class Sessions {
    private Sessions() {}

    /**
     * Returns one within this process: the one that runs, or a new one. Its data are small and its statements many: each of them is one
     * task a stage, and is not planned anew while it runs.
     */
    static SparkSession shared() {
        return SparkSession.builder()
                .appName("tests")
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 1)
                .config("spark.sql.adaptive.enabled", false)
                .config("spark.default.parallelism", 1)
                .config("spark.sql.leafNodeDefaultParallelism", 1)
                .config(
                        "spark.sql.warehouse.dir",
                        Path.of("target", "warehouse").toUri().toString())
                .getOrCreate();
    }
}
