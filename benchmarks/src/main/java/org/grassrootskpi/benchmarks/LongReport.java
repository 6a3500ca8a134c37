package org.grassrootskpi.benchmarks;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A report of any length: the sample next to this class, repeated. */
final class LongReport {
    private LongReport() {}

    /** As many whole copies as fit into so many bytes of UTF-8, at least one. */
    static String ofBytes(int bytes) {
        String sample = sample();
        int size = sample.getBytes(StandardCharsets.UTF_8).length;
        return sample.repeat(Math.max(1, bytes / size));
    }

    private static String sample() {
        try {
            return Resources.toString(Resources.getResource(LongReport.class, "report.txt"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
