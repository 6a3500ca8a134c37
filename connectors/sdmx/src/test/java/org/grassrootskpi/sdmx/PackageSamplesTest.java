package org.grassrootskpi.sdmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.conformance.PackageSamples;
import org.junit.jupiter.api.Test;

class PackageSamplesTest {
    @Test
    void theSampleOfThePackageCompiles() throws IOException {
        PackageSamples samples = new PackageSamples(
                Path.of("src/main/java"),
                List.of("java.nio.file", "java.time"),
                Map.of("table", "org.grassrootskpi.table.ObservationTable"));

        assertThat(samples.packagesWithoutSample()).isEmpty();
        assertThat(samples.refused()).isEmpty();
    }
}
