package org.grassrootskpi.benchmarks;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A report of any length: one of the samples next to this class, repeated. */
enum LongReport {
    /** Prose under numbered headings. */
    PROSE("report.txt"),

    /** Prose with tables between tabs, between bars and of HTML, and figures of every role. */
    TABLES("report-with-tables.txt"),

    /** The prose without line breaks and full stops: one sentence, however long. */
    ONE_SENTENCE("report.txt") {
        @Override
        String shaped(String sample) {
            return sample.replace("\n", "").replace('。', '，');
        }
    };

    private final String resource;

    LongReport(String resource) {
        this.resource = resource;
    }

    /** As many whole copies as fit into so many bytes of UTF-8, at least one. */
    String ofBytes(int bytes) {
        String sample = shaped(sample());
        int size = sample.getBytes(StandardCharsets.UTF_8).length;
        return sample.repeat(Math.max(1, bytes / size));
    }

    String shaped(String sample) {
        return sample;
    }

    private String sample() {
        try {
            return Resources.toString(Resources.getResource(LongReport.class, resource), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
