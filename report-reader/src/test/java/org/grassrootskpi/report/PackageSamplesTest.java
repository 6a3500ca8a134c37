package org.grassrootskpi.report;

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
                List.of(
                        "org.grassrootskpi.model",
                        "org.grassrootskpi.quantity",
                        "org.grassrootskpi.files",
                        "org.grassrootskpi.json",
                        "org.grassrootskpi.report"),
                Map.of());

        assertThat(samples.packagesWithoutSample()).isEmpty();
        assertThat(samples.refused()).isEmpty();
    }
}
