package org.grassrootskpi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Not a part of the mutation tests: a mutant that takes a device for a file replaces it, where it may. */
class DeviceTest {
    private static final Path DEVICE = Path.of("/dev/null");

    @Test
    void aDeviceIsWrittenAsItIsAndStaysADevice() throws IOException {
        assumeThat(DEVICE).exists();
        AtomicInteger calls = new AtomicInteger();

        WholeFile.write(DEVICE, out -> {
            out.write("nothing");
            calls.incrementAndGet();
        });

        assertThat(calls).hasValue(1);
        assertThat(Files.isRegularFile(DEVICE)).isFalse();
    }
}
