package org.grassrootskpi.examples;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.rollup.EngineException;
import org.grassrootskpi.sql.ObservationLayout;
import org.grassrootskpi.sql.SqlRollupSource;
import org.grassrootskpi.sql.SqlStore;

/** An engine on Spark, where Spark and grassroots-kpi-spark are on the class path: these programs do without both otherwise. */
final class SparkEngine {
    private static final String STORE = "org.grassrootskpi.spark.SparkStore";
    private static final String LOGGING = "log4j2.loggerContextFactory";
    private static final String SESSION = "org.apache.spark.sql.SparkSession";

    private SparkEngine() {}

    /**
     * Returns an engine over a Parquet file, in the session that {@code spark-submit} or system properties such as {@code spark.master}
     * describe.
     */
    static Engine over(Path parquet, Catalog catalog) {
        return SqlRollupSource.builder(catalog)
                .build(store(), ObservationLayout.of("parquet.`" + parquet.toAbsolutePath() + "`"))
                .engine();
    }

    private static SqlStore store() {
        try {
            Class.forName(SESSION);
            // These programs log nothing, by a setting that Spark does not bear.
            if (System.getProperty(LOGGING) == null) {
                System.setProperty(LOGGING, "org.apache.logging.log4j.core.impl.Log4jContextFactory");
            }
            return (SqlStore) Class.forName(STORE).getMethod("getOrCreate").invoke(null);
        } catch (ClassNotFoundException e) {
            throw new EngineException(
                    "Expected Spark on the class path, found no " + e.getMessage()
                            + "; start with -cp \"$SPARK_HOME/jars/*:grassroots-kpi-spark.jar:grassroots-kpi-examples.jar\"",
                    e);
        } catch (InvocationTargetException e) {
            throw new EngineException("Spark has not started: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new EngineException("The class " + STORE + " is of another version: " + e.getMessage(), e);
        }
    }
}
