package org.grassrootskpi.spark;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.sql.ObservationLayout;
import org.grassrootskpi.sql.SqlRollupSource;
import org.grassrootskpi.time.Frequency;

/**
 * A program for {@code spark-submit}: prints all indicators of a catalogue, by region and period, as CSV in UTF-8. It serves to try a
 * cluster, and as an example to start from.
 *
 * <pre>{@code
 * spark-submit --class org.grassrootskpi.spark.Totals grassroots-kpi-spark-all.jar catalog 'parquet.`figures`' COMMUNITY QUARTERLY
 * }</pre>
 */
public final class Totals {
    private static final String USAGE =
            "Expected the folder of a catalogue, a relation, a level and a frequency, such as"
                    + " catalog 'parquet.`figures`' COMMUNITY QUARTERLY";

    private Totals() {}

    private static RegionLevel level(String code) {
        return RegionLevel.prepared().stream()
                .filter(level -> level.code().equalsIgnoreCase(code))
                .findFirst()
                .orElseGet(() -> RegionLevel.of(code));
    }

    /**
     * Runs the program in the session that {@code spark-submit} has set up.
     *
     * @param args the folder of a catalogue in JSON, a relation in the layout of {@link ObservationLayout#of}, a {@link RegionLevel} and
     *     a {@link Frequency}
     * @throws IllegalArgumentException if the arguments are others
     */
    public static void main(String[] args) {
        if (args.length != 4) {
            throw new IllegalArgumentException(USAGE + ", got " + List.of(args));
        }
        Dimension level = Dimension.region(level(args[2]));
        Dimension frequency = Dimension.period(Frequency.valueOf(args[3].toUpperCase(Locale.ROOT)));
        Catalog catalog = CatalogJson.readFolder(Path.of(args[0]));
        SparkSession session = SparkSession.builder().appName("grassroots-kpi").getOrCreate();
        try {
            SqlRollupSource source =
                    SqlRollupSource.builder(catalog).build(SparkStore.of(session), ObservationLayout.of(args[1]));
            List<String> indicators = source.extents().stream()
                    .map(extent -> extent.source().indicator())
                    .distinct()
                    .toList();
            new PrintStream(System.out, true, StandardCharsets.UTF_8)
                    .print(source.engine()
                            .execute(Query.select(indicators).groupBy(Dimension.indicator(), level, frequency))
                            .toCsv());
        } finally {
            session.stop();
        }
    }
}
