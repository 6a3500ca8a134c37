package org.grassrootskpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.conformance.PackageSamples;
import org.junit.jupiter.api.Test;

class PackageSamplesTest {
    private static final PackageSamples SAMPLES = new PackageSamples(
            Path.of("src/main/java"),
            List.of(),
            Map.ofEntries(
                    Map.entry("catalog", "Catalog"),
                    Map.entry("report", "Document"),
                    Map.entry("pinghu", "Region"),
                    Map.entry("land", "Sector"),
                    Map.entry("landConsolidated", "Indicator"),
                    Map.entry("observation", "Observation"),
                    Map.entry("table", "ObservationTable"),
                    Map.entry("regions", "int[]"),
                    Map.entry("periods", "int[]"),
                    Map.entry("values", "long[]"),
                    Map.entry("query", "Query"),
                    Map.entry("answer", "ResultTable"),
                    Map.entry("targets", "java.util.function.Function<ImmutableList<Rollup>, List<RollupResult>>"),
                    Map.entry("recipe", "Recipe"),
                    Map.entry("results", "List<RollupResult>"),
                    Map.entry("result", "RollupResult"),
                    Map.entry("further", "java.util.function.Function<ImmutableList<Rollup>, List<RollupResult>>"),
                    Map.entry("planner", "Planner")));

    @Test
    void everyPackageShowsASample() throws IOException {
        assertThat(SAMPLES.packagesWithoutSample()).isEmpty();
    }

    @Test
    void everySampleCompiles() throws IOException {
        assertThat(SAMPLES.refused()).isEmpty();
    }
}
